"""A comparison → the same without what its reader did not ask for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from treatydraft.comparison.result import Comparison, Pair, Severity, Side


def only(comparison: Comparison, severities: Collection[Severity]) -> Comparison:
    """What changed with these severities; clauses that did not change stay, as what stands around.

    Changes of other severities are gone, so that `changed` and the counts are of what was asked for.
    """
    pairs = tuple(
        pair for pair in comparison.pairs if pair.kinds == ("unchanged",) or pair.severity in severities
    )
    overall = tuple(one for one in comparison.overall if one.severity in severities)
    asked = " and ".join(severities)
    return _less(comparison, pairs, replace(comparison, overall=overall), f"other than {asked}")


def ignoring(comparison: Comparison, topics: Collection[str]) -> Comparison:
    """All but these topics and those below them: `support` leaves out `support.air-defence` too.

    A clause without a topic of its own is about what the clause above it is about.
    """
    topics = tuple(topics)
    found = _topics(comparison.pairs)
    pairs = tuple(
        pair
        for pair, about in zip(comparison.pairs, found, strict=True)
        if not any(is_below(one, topics) for one in about)
    )
    overall = tuple(one for one in comparison.overall if not is_below(one.field, topics))
    return _less(comparison, pairs, replace(comparison, overall=overall), f"on {', '.join(topics)}")


def is_below(name: str, topics: Sequence[str]) -> bool:
    """Whether a dotted name is one of these or lies below one.

    >>> is_below("support.demining", ["support"]), is_below("supporters", ["support"])
    (True, False)
    """
    return any(name == topic or name.startswith(f"{topic}.") for topic in topics)


def _less(comparison: Comparison, pairs: tuple[Pair, ...], made: Comparison, which: str) -> Comparison:
    """The comparison with these pairs, and a note of how many changes that leaves out."""
    made = replace(made, pairs=pairs)
    left = len(comparison.changed) - len(made.changed)
    if not left:
        return made
    changes = "1 change" if left == 1 else f"{left} changes"
    return replace(made, notes=(*made.notes, f"left out as asked: {changes} {which}"))


def _topics(pairs: Sequence[Pair]) -> Iterator[tuple[str, ...]]:
    """What each pair is about, on either side; each side of a text is followed by itself."""
    old, new = _Above(), _Above()
    for pair in pairs:
        # A clause that moved stands where the newer text has it, so it says nothing of the older order.
        before = pair.old if pair.new is None or "moved" not in pair.kinds else None
        found = (old.topic(before) if before else "", new.topic(pair.new) if pair.new else "")
        yield tuple(filter(None, found))


class _Above:
    """The topics of the clauses above the one that is reached, by their depth."""

    def __init__(self) -> None:
        self._topics: list[str] = []

    def topic(self, side: Side) -> str:
        """What a clause is about."""
        above = self._topics[: side.depth]
        about = side.topic or (above[-1] if above else "")
        self._topics = [*above, *[""] * (side.depth - len(above)), about]
        return about
