"""Turn the bytes of a PDF into neutral lines.

The way: `file.py` opens the bytes, `glyphs.py` takes the characters of each page, with their type from
`typesetting.py` and their paragraph from `tags.py`, `rows.py` gathers them into rows, `margins.py` takes away
what runs along the edges, `notes.py` the notes, `flows.py` and `columns.py` say what is read after what,
`paragraphs.py` rebuilds the paragraphs, `joining.py` their words and `looks.py` how they are set.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

import pypdfium2

from treatydraft.document import tree
from treatydraft.limits import current
from treatydraft.readers.lines import Line, ReadError, Reading
from treatydraft.readers.pdf import glyphs, looks
from treatydraft.readers.pdf.columns import bands
from treatydraft.readers.pdf.file import opened
from treatydraft.readers.pdf.flows import Flow, in_order
from treatydraft.readers.pdf.glyphs import Sheet
from treatydraft.readers.pdf.joining import Vocabulary, pieces, vocabulary
from treatydraft.readers.pdf.margins import without_margins
from treatydraft.readers.pdf.notes import with_notes
from treatydraft.readers.pdf.paragraphs import Break, Paragraph, paragraphs, tags_agree
from treatydraft.readers.pdf.rows import Row, aside, rows

Pieces: TypeAlias = tuple[tree.Inline, ...]

_NO_TEXT: Final = (
    "the PDF holds pictures of pages and no text: run text recognition (OCR) on it, "
    "for example with OCRmyPDF, and read the result"
)


class _Page(NamedTuple):
    """What is kept of a page."""

    rows: list[Row]
    edges: tuple[float, float]
    aside: str  # what is written at another angle
    doubts: list[tree.Doubt]


def read_pdf(data: bytes) -> Reading:
    """The paragraphs of a PDF; raises `ReadError` for what is no PDF, is locked, damaged or without text."""
    with opened(data) as document:
        pages = list(_pages(document))
        title = _title(document)
    if not any(page.rows for page in pages):
        raise ReadError(_NO_TEXT)
    margins = without_margins([page.rows for page in pages])
    noted = with_notes(margins.pages)
    flows, doubts = in_order(bands(noted.pages), _usual_edges(pages))
    known = vocabulary([row for flow in flows for row in flow.rows])
    notes = [_note(note, known) for note in noted.notes]
    return Reading(
        format="pdf",
        lines=tuple(line for flow in _informed(flows, known) for line in _lines(flow, known, notes)),
        headers=(*margins.headers, *(page.aside for page in pages if page.aside)),
        footers=margins.footers,
        title=title,
        doubts=(*(doubt for page in pages for doubt in page.doubts), *noted.doubts, *doubts),
    )


def _pages(document: pypdfium2.PdfDocument) -> Iterator[_Page]:
    """Each page without its glyphs, which take more memory than all else."""
    most = left = current().pdf_characters
    densest = current().pdf_page_characters
    for number in range(1, len(document) + 1):
        sheet = glyphs.sheet(document, number, min(left, densest + 1))
        count = len(sheet.glyphs) + len(sheet.aside)
        if count > densest:
            raise ReadError(f"page {number} of the PDF holds more than {densest:,} characters: leave it out")
        left -= count
        if left <= 0:
            raise ReadError(f"the PDF holds more than {most} characters: save the pages of the agreement")
        yield _Page(rows(sheet), sheet.edges, aside(sheet), list(_doubts(sheet)))


def _usual_edges(pages: list[_Page]) -> tuple[float, float]:
    """Where most pages begin and end, from left to right."""
    found = Counter(page.edges for page in pages if page.rows)
    return max(found, key=lambda edges: found[edges])


def _informed(flows: list[Flow], known: Vocabulary) -> list[Flow]:
    """The flows with what the whole file says of them."""
    named = [replace(flow, names=known.names) for flow in flows]
    tagged = tags_agree(named)
    return [replace(flow, tagged=tagged) for flow in named]


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
            heading=first.block.heading if first.block and flow.tagged else 0,
            cell=flow.cell,
            look=looks.look(paragraph, flow),
        )


def _doubts(sheet: Sheet) -> Iterator[tree.Doubt]:
    place = f"page {sheet.number}"
    if words := aside(sheet):
        yield tree.Doubt(place, "", f"words that run across the page are kept aside: “{words}”")
    if sheet.unknown:
        yield tree.Doubt(place, "", f"the font does not say what {sheet.unknown} characters here are")
    if sheet.behind:
        yield tree.Doubt(place, "", "the text lies behind a picture and may be read wrongly")
