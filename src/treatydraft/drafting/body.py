"""Which clauses stand where: the body in the pack's order with the spec's own clauses, and the annexes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from treatydraft.document import tree
from treatydraft.document.house_style import Level
from treatydraft.drafting.brief import Brief
from treatydraft.drafting.clauses import Part, applies, clause_blocks, heading
from treatydraft.drafting.errors import DraftingError
from treatydraft.drafting.markup import Block, blocks
from treatydraft.packs import OWN_CLAUSES, Group
from treatydraft.spec import Fault, OwnClause


@dataclass(frozen=True, slots=True)
class _Topic:
    """The paragraphs of one topic, under its heading where it has one."""

    name: str
    id: str
    heading: str
    blocks: list[Block]


def body(brief: Brief) -> tuple[tree.Clause, ...]:
    """The clauses of the body.

    Raises `DraftingError` for own clauses that stand before or after one another.
    """
    waiting = dict(enumerate(brief.spec.clauses))
    clauses = [clause for entry in brief.pack.order for clause in _entry(brief, entry, waiting)]
    if waiting:
        raise DraftingError(_nowhere(index, clause) for index, clause in waiting.items())
    return tuple(clauses)


def _nowhere(index: int, clause: OwnClause) -> Fault:
    field, topic = ("before", clause.before) if clause.before else ("after", clause.after)
    message = f"this clause cannot stand {field} “{topic}”, which stands {field} it"
    return Fault(("clauses", index, field), "contradiction", message)


def annexes(brief: Brief) -> tuple[tree.Clause, ...]:
    """The annexes, each in its own register; the first takes the pack's clauses unless it names its own."""
    return tuple(_annex(brief, index) for index in range(len(brief.spec.annexes)))


def _annex(brief: Brief, index: int) -> tree.Clause:
    annex, identity, levels = brief.spec.annexes[index], brief.annex_ids[index], brief.style.annex_levels[1:]
    place = brief.annex_part(index)
    names = annex.topics or (brief.pack.annex_order if index == 0 else ())
    topics = [topic for name in names for topic in _from_pack(brief, name, place)]
    topics += [
        _own(own, f"annexes[{index}].clauses[{position}]") for position, own in enumerate(annex.clauses)
    ]
    inside = [replace(topic, id=f"{identity}/{topic.id}") for topic in topics]
    return tree.Clause(
        "annex", identity, "annex", heading=annex.title, children=tuple(_placed(inside, levels))
    )


def _entry(brief: Brief, entry: str | Group, waiting: dict[int, OwnClause]) -> Iterator[tree.Clause]:
    """One place of the pack's order, with the spec's own clauses around it."""
    levels, place = brief.style.levels, brief.body_part()
    if entry == OWN_CLAUSES:
        yield from _unplaced(brief, waiting)
        return
    topics = entry.topics if isinstance(entry, Group) else (entry,)
    yield from _own_clauses(brief, waiting, before=topics)
    drafted = [topic for name in topics for topic in _from_pack(brief, name, place)]
    if isinstance(entry, Group) and drafted and place.wording.register in entry.registers:
        yield _group(entry, drafted, place, levels)
    else:
        yield from _placed(drafted, levels)
    yield from _own_clauses(brief, waiting, after=topics)


def _group(entry: Group, drafted: Sequence[_Topic], place: Part, levels: Sequence[Level]) -> tree.Clause:
    children = tuple(clause for topic in drafted for clause in _paragraphs(topic, levels[1:]))
    words = place.wording.respell(entry.heading)
    return tree.Clause(levels[0].kind, entry.topic, entry.topic, heading=words, children=children)


def _from_pack(brief: Brief, name: str, place: Part) -> Iterator[_Topic]:
    source = brief.pack.clauses[name]
    omitted = name in {field.replace("_", "-") for field in brief.spec.omit}
    if not omitted and applies(source, place) and (found := clause_blocks(source, place)):
        yield _Topic(name, name, heading(source, place), found)


def _own_clauses(
    brief: Brief, waiting: dict[int, OwnClause], *, before: Sequence[str] = (), after: Sequence[str] = ()
) -> Iterator[tree.Clause]:
    """The spec's own clauses that stand here; one may follow another own clause, so each may bring more."""
    for index, clause in list(waiting.items()):
        if index in waiting and (clause.before in before or clause.after in after):
            yield from _with_neighbours(brief, waiting, index)


def _unplaced(brief: Brief, waiting: dict[int, OwnClause]) -> Iterator[tree.Clause]:
    for index, clause in list(waiting.items()):
        if index in waiting and not clause.before and not clause.after:
            yield from _with_neighbours(brief, waiting, index)


def _with_neighbours(brief: Brief, waiting: dict[int, OwnClause], index: int) -> Iterator[tree.Clause]:
    """An own clause, and those that stand before and after it."""
    clause = waiting.pop(index)
    yield from _own_clauses(brief, waiting, before=(clause.topic,))
    yield from _placed([_own(clause, f"clauses[{index}]")], brief.style.levels)
    yield from _own_clauses(brief, waiting, after=(clause.topic,))


def _own(clause: OwnClause, path: str) -> _Topic:
    found = blocks(clause.text, lambda words: tree.Value(f"{path}.text", words))
    return _Topic(clause.topic, clause.id or clause.topic, clause.heading or "", found)


def _placed(topics: Iterable[_Topic], levels: Sequence[Level]) -> Iterator[tree.Clause]:
    """Each topic as a clause with a heading, or as bare paragraphs where it has none."""
    for topic in topics:
        children = tuple(_paragraphs(topic, levels[1:]))
        if topic.heading:
            yield tree.Clause(levels[0].kind, topic.id, topic.name, heading=topic.heading, children=children)
        else:
            yield from children


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
