"""Turn the bytes of a PDF into neutral lines.

The way: `file.py` opens the bytes, `glyphs.py` takes the characters of each page, `rows.py` gathers them into
rows, `margins.py` takes away what runs along the edges, `flows.py` and `columns.py` say what is read after
what, `paragraphs.py` rebuilds the paragraphs, `joining.py` their words and `looks.py` how they are set.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypeAlias

import pypdfium2

from treatydraft.document import tree
from treatydraft.readers.lines import Line, ReadError, Reading
from treatydraft.readers.pdf import glyphs, looks
from treatydraft.readers.pdf.columns import bands
from treatydraft.readers.pdf.file import opened
from treatydraft.readers.pdf.flows import Flow, in_order
from treatydraft.readers.pdf.glyphs import Sheet
from treatydraft.readers.pdf.joining import Vocabulary, pieces, vocabulary
from treatydraft.readers.pdf.margins import without_margins
from treatydraft.readers.pdf.notes import with_notes
from treatydraft.readers.pdf.paragraphs import Break, Paragraph, paragraphs
from treatydraft.readers.pdf.rows import Row, aside, rows

Pieces: TypeAlias = tuple[tree.Inline, ...]

_MOST_CHARACTERS: Final = 3_000_000
_NO_TEXT: Final = (
    "the PDF holds pictures of pages and no text: run text recognition (OCR) on it, "
    "for example with OCRmyPDF, and read the result"
)


def read_pdf(data: bytes) -> Reading:
    """The paragraphs of a PDF; raises `ReadError` for what is no PDF, is locked, damaged or without text."""
    with opened(data) as document:
        sheets = _sheets(document)
        title = _title(document)
    if not any(glyph.text.strip() for sheet in sheets for glyph in sheet.glyphs):
        raise ReadError(_NO_TEXT)
    margins = without_margins([rows(sheet) for sheet in sheets])
    noted = with_notes(margins.pages)
    flows, doubts = in_order(bands(noted.pages), _usual_edges(sheets))
    known = vocabulary([row for flow in flows for row in flow.rows])
    notes = [_note(note, known) for note in noted.notes]
    return Reading(
        format="pdf",
        lines=tuple(
            line for flow in flows for line in _lines(replace(flow, names=known.names), known, notes)
        ),
        headers=(*margins.headers, *filter(None, map(aside, sheets))),
        footers=margins.footers,
        title=title,
        doubts=(*_doubts(sheets), *noted.doubts, *doubts),
    )


def _sheets(document: pypdfium2.PdfDocument) -> list[Sheet]:
    sheets: list[Sheet] = []
    left = _MOST_CHARACTERS
    for number in range(1, len(document) + 1):
        sheet = glyphs.sheet(document, number, left)
        left -= len(sheet.glyphs)
        if left <= 0:
            raise ReadError(
                f"the PDF holds more than {_MOST_CHARACTERS} characters: save the pages of the agreement"
            )
        sheets.append(sheet)
    return sheets


def _usual_edges(sheets: list[Sheet]) -> tuple[float, float]:
    """Where most pages begin and end, from left to right."""
    found = Counter(sheet.edges for sheet in sheets if sheet.glyphs)
    return max(found, key=lambda edges: found[edges])


def _title(document: pypdfium2.PdfDocument) -> str:
    found = document.get_metadata_value("Title")
    return re.sub(r"\s+", " ", found).strip()


def _note(note: list[Row], known: Vocabulary) -> Pieces:
    return pieces(Paragraph(note, [Break.NONE] * (len(note) - 1)), known)


def _lines(flow: Flow, known: Vocabulary, notes: list[Pieces]) -> Iterator[Line]:
    for paragraph in paragraphs(flow):
        first = paragraph.rows[0]
        yield Line(
            pieces=pieces(paragraph, known, notes),
            place=f"page {first.page}, line {first.number}",
            cell=flow.cell,
            look=looks.look(paragraph, flow),
        )


def _doubts(sheets: list[Sheet]) -> list[tree.Doubt]:
    doubts = []
    for sheet in sheets:
        place = f"page {sheet.number}"
        if words := aside(sheet):
            doubts.append(tree.Doubt(place, "", f"words that run across the page are kept aside: “{words}”"))
        if sheet.unknown:
            doubts.append(
                tree.Doubt(place, "", f"the font does not say what {sheet.unknown} characters here are")
            )
        if sheet.behind:
            doubts.append(tree.Doubt(place, "", "the text lies behind a picture and may be read wrongly"))
    return doubts
