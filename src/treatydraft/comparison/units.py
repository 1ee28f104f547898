"""A document → the units that are compared, in order: each clause by itself, and what stands around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from treatydraft.comparison.result import Side, Zone
from treatydraft.document import tree
from treatydraft.document.places import place


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause with where it stands: `above` is the place of its parent among the units, -1 at the top."""

    side: Side
    above: int = -1
    text: tuple[tree.Inline, ...] = ()  # of a clause, since its references and values say more than words


def units(document: tree.Document, topics: Mapping[str, str] | None = None) -> tuple[Unit, ...]:
    """Title, preamble, body, closing, annexes, each clause before those below it and after it its notes.

    Args:
        document: The agreement.
        topics: What the clauses are about, by their ids, where the clauses do not say it themselves.
    """
    return tuple(_units(document, _Walk(topics or {})))


@dataclass(slots=True)
class _Walk:
    """How far the walk has come."""

    topics: Mapping[str, str]
    count: int = 0

    def next(self) -> int:
        self.count += 1
        return self.count - 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clause stands; `name` is what it is called where it has no label."""

    zone: Zone
    name: str
    above: int = -1
    depth: int = 0


def _units(document: tree.Document, walk: _Walk) -> Iterator[Unit]:
    preamble, closing = document.preamble, document.closing
    title = Side("title", "title", plain=tree.plain(document.title), place="Title", zone="title")
    yield from _whole(title, document.title, walk)
    heading = Side(
        "preamble/heading", "preamble", heading=preamble.heading, place="Preamble", zone="preamble"
    )
    yield from _whole(heading, (), walk)
    yield from _clause(preamble.opening, walk, _Place("preamble", "Preamble"))
    for number, recital in enumerate(preamble.recitals, start=1):
        yield from _clause(recital, walk, _Place("preamble", f"Recital {number}"))
    yield from _clause(preamble.enacting, walk, _Place("preamble", "Enacting words"))
    for clause in document.body:
        yield from _clause(clause, walk, _Place("body", "Body"))
    yield from _clause(closing.testimonium, walk, _Place("closing", "Testimonium"))
    for block in closing.signatures:
        yield from _whole(_signature(block), (), walk)
    for clause in document.annexes:
        yield from _clause(clause, walk, _Place("annex", "Annex"))
    yield from _around(document.received, walk)


def _whole(side: Side, text: tuple[tree.Inline, ...], walk: _Walk) -> Iterator[Unit]:
    if side.words:
        walk.next()
        yield Unit(side, -1, text)
        yield from _notes(text, side, walk)


def _clause(clause: tree.Clause, walk: _Walk, at: "_Place") -> Iterator[Unit]:
    """A clause, unless it is empty, and those below it."""
    name = place(at.name if at.above >= 0 else "", clause.label) or at.name
    topic = clause.topic or walk.topics.get(clause.id, "")
    words = tree.plain(clause.text).strip()
    side = Side(clause.id, clause.kind, clause.label, clause.heading, words, name, topic, at.depth, at.zone)
    below = at
    if side.words or side.label:
        below = _Place(at.zone, name, walk.next(), at.depth + 1)
        yield Unit(side, at.above, clause.text)
        yield from _notes(clause.text, side, walk)
    for child in clause.children:
        yield from _clause(child, walk, below)


def _signature(block: tree.SignatureBlock) -> Side:
    """A signature block as one unit, a line for each of its lines."""
    lines = [tree.plain(block.text)]
    for signatory in block.signatories:
        lines += [tree.plain(signatory.name), tree.plain(signatory.office)]
    words = "\n".join(filter(None, map(str.strip, lines)))
    return Side(block.id, "signature", plain=words, place="Signature block", zone="closing")


def _notes(text: tuple[tree.Inline, ...], side: Side, walk: _Walk) -> Iterator[Unit]:
    """The notes in the words of a unit that was just counted, comments aside: they are no part of a text."""
    above = walk.count - 1
    found = (piece for piece in tree.leaves(text) if isinstance(piece, tree.Note) and piece.kind != "comment")
    for number, note in enumerate(found, start=1):
        walk.next()
        name = f"{note.kind}s/{number}"
        own = Side(f"{side.id}/{name}", "note", plain=tree.plain(note.parts).strip(),
                   place=f"{side.place}, {note.kind}", depth=side.depth + 1, zone="note")  # fmt: skip
        yield Unit(own, above, note.parts)


def _around(received: tree.Received, walk: _Walk) -> Iterator[Unit]:
    """What stands on the pages of a received file outside the text."""
    around = (("header", received.headers), ("footer", received.footers), ("remainder", received.remainder))
    for kind, lines in around:
        for number, line in enumerate(lines, start=1):
            walk.next()
            yield Unit(Side(f"{kind}/{number}", kind, plain=line, place=kind.capitalize(), zone="page"))
