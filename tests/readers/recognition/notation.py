"""A short notation for lines as they look, and for the structure that is found in them.

A line is its words, after a bracket where it looks unlike plain text: letters for the look (`b` bold, `i`
italic, `c` centred, `k` capitals, `u` underlined, `g` a gap before it), `@36` for 36 points from the left,
`=1.` for an automatic label, `#2` for a heading of the second level, `|0.1` for row 0 and column 1 of a
table. `\\n` is a line break inside the line.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.lines import Cell, Line, Look, Reading

_BRACKET: Final = re.compile(
    r"\[(?P<looks>[bickug]*)(?:@(?P<indent>\d+))?(?:=(?P<label>[^\]#|]+))?(?:#(?P<level>\d))?"
    r"(?:\|(?P<row>\d+)\.(?P<column>\d+))?\] ?"
)


def reading(text: str) -> Reading:
    """The lines that a text in the notation stands for."""
    rows = [row for row in text.strip().split("\n") if row.strip()]
    return Reading("docx", tuple(_line(row, place) for place, row in enumerate(rows, start=1)))


def outline(document: tree.Document) -> str:
    """The structure of a document, a line for each unit."""
    return "\n".join(_outline(document)) + "\n"


def _line(row: str, place: int) -> Line:
    found = _BRACKET.match(row)
    words = row[found.end() :] if found else row
    pieces = (tree.Text(words.replace("\\n", "\n")),)
    if found is None:
        return Line(pieces, f"paragraph {place}")
    looks = found["looks"]
    look = Look(
        bold="b" in looks,
        italic="i" in looks,
        centred="c" in looks,
        capitals="k" in looks,
        underlined="u" in looks,
        after_gap="g" in looks,
        indent=float(found["indent"] or 0),
    )
    cell = Cell(0, int(found["row"]), int(found["column"])) if found["row"] else None
    return Line(
        pieces,
        f"paragraph {place}",
        label=found["label"] or "",
        heading=int(found["level"] or 0),
        cell=cell,
        look=look,
    )


def _outline(document: tree.Document) -> Iterator[str]:
    preamble, closing = document.preamble, document.closing
    yield f"title: {tree.plain(document.title)}"
    if preamble.heading:
        yield f"preamble: {preamble.heading}"
    if preamble.opening.text:
        yield f"opening: {tree.plain(preamble.opening.text)}"
    yield from _clauses(preamble.recitals, 0)
    if preamble.enacting.text:
        yield f"enacting: {tree.plain(preamble.enacting.text)}"
    yield from _clauses(document.body, 0)
    for paragraph in closing.testimonium.children:
        yield f"testimonium: {tree.plain(paragraph.text)}"
    for block in closing.signatures:
        yield f"signature: {tree.plain(block.text)}"
        for signer in block.signatories:
            yield f"  name: {tree.plain(signer.name)}; office: {tree.plain(signer.office)}"
    yield from _clauses(document.annexes, 0)
    yield from (f"remainder: {line}" for line in document.received.remainder)
    yield from (f"doubt: {doubt.place}: {doubt.message}" for doubt in document.received.doubts)


def _clauses(clauses: tuple[tree.Clause, ...], depth: int) -> Iterator[str]:
    for clause in clauses:
        label = f" {clause.label}" if clause.label else ""
        heading = f" “{clause.heading}”" if clause.heading else ""
        text = f" {_piece_text(clause.text)}" if clause.text else ""
        yield f"{'  ' * depth}{clause.kind}{label}{heading}{text}"
        yield from _clauses(clause.children, depth + 1)


def _piece_text(pieces: tuple[tree.Inline, ...]) -> str:
    notes = [f"[{tree.plain(piece.parts)}]" for piece in pieces if isinstance(piece, tree.Note)]
    return tree.plain(pieces) + "".join(notes)
