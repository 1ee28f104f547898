"""Where a spec's own clauses stand: before or after a topic or one another, or where the pack has a place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from treatydraft.packs import OWN_CLAUSES
from treatydraft.spec import OwnClause

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the text: a topic of the pack, which need not be drafted, or an own clause beside it."""

    topic: str
    own: int | None = None  # the own clause that stands here, by its place in the spec
    host: int | None = None  # the own clause that it stands before or after, where it does


class OwnClauses:
    """The own clauses of a text; each place that is asked for takes those that go there."""

    def __init__(self, clauses: Sequence[OwnClause]) -> None:
        self.waiting: dict[int, OwnClause] = dict(enumerate(clauses))

    def around(self, topic: str) -> Iterator[Place]:
        """A topic, with the own clauses before and after it."""
        yield from self.beside(topic, "before")
        yield Place(topic)
        yield from self.beside(topic, "after")

    def beside(self, topic: str, side: Side) -> Iterator[Place]:
        """The own clauses on one side of a topic."""
        yield from self._beside(topic, topic, side, None)

    def unplaced(self) -> Iterator[Place]:
        """The own clauses that name no place, with those that stand beside them."""
        for index, clause in list(self.waiting.items()):
            if not clause.before and not clause.after:
                yield from self._taken(OWN_CLAUSES, index, None)

    def _beside(self, topic: str, name: str, side: Side, host: int | None) -> Iterator[Place]:
        for index, clause in list(self.waiting.items()):
            if index in self.waiting and (clause.before if side == "before" else clause.after) == name:
                yield from self._taken(topic, index, host)

    def _taken(self, topic: str, index: int, host: int | None) -> Iterator[Place]:
        clause = self.waiting.pop(index)
        yield from self._beside(topic, clause.topic, "before", index)
        yield Place(topic, index, host)
        yield from self._beside(topic, clause.topic, "after", index)


def sides(places: Sequence[Place], clauses: Sequence[OwnClause]) -> Mapping[Place, Side | None]:
    """For each place of a group whether it stands before or after it; none for what stands inside.

    An own clause without a heading is a paragraph inside. One with a heading stands by itself on the side of
    the group on which it stands of its topic, and so do the clauses that stand beside it.
    """
    hosts = {place.own: place for place in places if place.own is not None}

    def side(place: Place) -> Side | None:
        if place.own is None:
            return None
        if place.host is not None and (outside := side(hosts[place.host])):
            return outside
        clause = clauses[place.own]
        if not clause.heading:
            return None
        return "before" if clause.before else "after"

    return {place: side(place) for place in places}
