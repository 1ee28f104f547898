"""Which clauses stand where: the body in the pack's order with the spec's own clauses, and the annexes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from treatydraft.document import tree
from treatydraft.document.house_style import Level
from treatydraft.drafting.brief import Brief
from treatydraft.drafting.clauses import Part, applies, clause_blocks, heading
from treatydraft.drafting.errors import DraftingError
from treatydraft.drafting.fitting import annex_topics
from treatydraft.drafting.markup import Block, blocks
from treatydraft.drafting.placing import OwnClauses, Place, sides
from treatydraft.packs import OWN_CLAUSES, Group, Pack
from treatydraft.spec import Fault, FieldPath, OwnClause, path_text

_HEADED: Final = frozenset({"chapter", "section", "article"})


@dataclass(frozen=True, slots=True)
class _Topic:
    """The paragraphs of one topic, under its heading where it has one."""

    name: str
    id: str
    heading: str
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class _Text:
    """The body or an annex on its way: its words, and its own clauses with where the spec has them."""

    brief: Brief
    part: Part
    clauses: Sequence[OwnClause]
    path: FieldPath
    queue: OwnClauses

    def drafted(self, places: Iterable[Place]) -> Iterator[_Topic]:
        """What is printed at these places."""
        for place in places:
            if place.own is None:
                yield from _from_pack(self.brief, place.topic, self.part)
            else:
                yield _own(self.clauses[place.own], (*self.path, place.own, "text"))

    def unplaced(self) -> Iterator[_Topic]:
        """The own clauses that name no place."""
        return self.drafted(self.queue.unplaced())

    def check(self) -> None:
        """Raise `DraftingError` for own clauses that stand before or after one another in a circle."""
        if waiting := self.queue.waiting:
            raise DraftingError(_nowhere((*self.path, index), clause) for index, clause in waiting.items())


def body(brief: Brief) -> tuple[tree.Clause, ...]:
    """The clauses of the body.

    Raises `DraftingError` for own clauses that stand before or after one another.
    """
    own = brief.spec.clauses
    text = _Text(brief, brief.body_part(), own, ("clauses",), OwnClauses(own))
    order = brief.pack.order if _names_own_clauses(brief.pack) else (*brief.pack.order, OWN_CLAUSES)
    clauses = [clause for entry in order for clause in _entry(text, entry)]
    text.check()
    return tuple(clauses)


def _names_own_clauses(pack: Pack) -> bool:
    grouped = (entry.topics if isinstance(entry, Group) else (entry,) for entry in pack.order)
    return OWN_CLAUSES in chain.from_iterable(grouped)


def _nowhere(path: FieldPath, clause: OwnClause) -> Fault:
    field, topic = ("before", clause.before) if clause.before else ("after", clause.after)
    message = f"this clause cannot stand {field} “{topic}”, which stands {field} it"
    return Fault((*path, field), "contradiction", message)


def annexes(brief: Brief) -> tuple[tree.Clause, ...]:
    """The annexes, each in its own register; the first takes the pack's clauses unless it names its own."""
    return tuple(_annex(brief, index) for index in range(len(brief.spec.annexes)))


def _annex(brief: Brief, index: int) -> tree.Clause:
    annex, identity, levels = brief.spec.annexes[index], brief.annex_ids[index], brief.style.annex_levels[1:]
    path = ("annexes", index, "clauses")
    text = _Text(brief, brief.annex_part(index), annex.clauses, path, OwnClauses(annex.clauses))
    names = annex_topics(brief.pack, brief.spec, index)
    topics = [topic for name in names for topic in text.drafted(text.queue.around(name))]
    topics += text.unplaced()
    text.check()
    inside = [replace(topic, id=f"{identity}/{topic.id}") for topic in topics]
    sections = tuple(_sections(inside, levels))
    return tree.Clause("annex", identity, "annex", heading=annex.title, children=sections)


def _sections(topics: Sequence[_Topic], levels: Sequence[Level]) -> Iterator[tree.Clause]:
    """The sections of an annex; paragraphs without a heading lead into them and stand bare."""
    first = next((place for place, topic in enumerate(topics) if topic.heading), len(topics))
    for topic in topics[:first]:
        yield from _paragraphs(topic, levels[1:])
    yield from (_headed(topic, levels) for topic in topics[first:])


def _entry(text: _Text, entry: str | Group) -> Iterator[tree.Clause]:
    """One place of the pack's order, with the spec's own clauses around it."""
    levels = text.brief.style.levels
    if isinstance(entry, Group) and _has_divisions(levels):
        yield from _division(text, entry, levels)
        return
    if isinstance(entry, Group):
        yield from _group(text, entry, levels)
    else:
        topics = text.unplaced() if entry == OWN_CLAUSES else text.drafted(text.queue.around(entry))
        yield from (_headed(topic, levels) for topic in topics)


def _has_divisions(levels: Sequence[Level]) -> bool:
    """Whether a house style sets headed clauses inside others: articles in parts."""
    return levels[1].kind in _HEADED


def _division(text: _Text, group: Group, levels: Sequence[Level]) -> Iterator[tree.Clause]:
    """A group as a part of the text, in which each topic keeps its own heading."""
    inner = [place for topic in group.topics for place in _places(text, topic)]
    places = [*text.queue.beside(group.topic, "before"), *inner, *text.queue.beside(group.topic, "after")]
    if children := tuple(_headed(topic, levels[1:]) for topic in text.drafted(places)):
        words = text.part.wording.respell(group.heading)
        yield tree.Clause(levels[0].kind, group.topic, group.topic, heading=words, children=children)


def _places(text: _Text, topic: str) -> Iterator[Place]:
    """What stands at a topic of a group, or where the own clauses without a place go."""
    yield from text.queue.unplaced() if topic == OWN_CLAUSES else text.queue.around(topic)


def _group(text: _Text, entry: Group, levels: Sequence[Level]) -> Iterator[tree.Clause]:
    """A group of topics, gathered under its heading or each by itself, with the own clauses around it."""
    outer_before = list(text.queue.beside(entry.topic, "before"))
    places = [place for topic in entry.topics for place in _places(text, topic)]
    outer_after = list(text.queue.beside(entry.topic, "after"))
    if text.part.wording.register not in entry.registers:
        before, inside, after = places, [], []
    else:
        stands = sides(places, text.clauses)
        before, inside, after = (
            [place for place in places if stands[place] == side] for side in ("before", None, "after")
        )
    yield from (_headed(topic, levels) for topic in text.drafted([*outer_before, *before]))
    if gathered := list(text.drafted(inside)):
        yield _gathered(text, entry, gathered, levels)
    yield from (_headed(topic, levels) for topic in text.drafted([*after, *outer_after]))


def _gathered(text: _Text, entry: Group, topics: Sequence[_Topic], levels: Sequence[Level]) -> tree.Clause:
    children = tuple(clause for topic in topics for clause in _paragraphs(topic, levels[1:]))
    words = text.part.wording.respell(entry.heading)
    return tree.Clause(levels[0].kind, entry.topic, entry.topic, heading=words, children=children)


def _from_pack(brief: Brief, name: str, place: Part) -> Iterator[_Topic]:
    source = brief.pack.clauses[name]
    omitted = name in {field.replace("_", "-") for field in brief.spec.omit}
    if not omitted and applies(source, place) and (found := clause_blocks(source, place)):
        yield _Topic(name, name, heading(source, place), found)


def _own(clause: OwnClause, path: FieldPath) -> _Topic:
    found = blocks(clause.text, lambda words: tree.Value(path_text(path), words))
    return _Topic(clause.topic, clause.id or clause.topic, clause.heading or "", found)


def _headed(topic: _Topic, levels: Sequence[Level]) -> tree.Clause:
    """A topic as a clause of the top level, which has a number of its own even where it has no heading."""
    children = tuple(_paragraphs(topic, levels[1:]))
    return tree.Clause(levels[0].kind, topic.id, topic.name, heading=topic.heading, children=children)


def _paragraphs(topic: _Topic, levels: Sequence[Level]) -> Iterator[tree.Clause]:
    for position, block in enumerate(topic.blocks, start=1):
        name = block.name or ("text" if len(topic.blocks) == 1 else str(position))
        yield _clause(block, f"{topic.id}/{name}", topic.name, levels)


def _clause(block: Block, identity: str, topic: str, levels: Sequence[Level]) -> tree.Clause:
    children = tuple(
        _clause(child, f"{identity}/{child.name or position}", topic, levels[1:])
        for position, child in enumerate(block.children, start=1)
    )
    return tree.Clause(levels[0].kind, identity, topic, text=block.text, children=children)
