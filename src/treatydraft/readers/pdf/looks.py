"""Say how a paragraph is set."""

from typing import Final

from treatydraft.readers.lines import Look
from treatydraft.readers.pdf import labels
from treatydraft.readers.pdf.flows import Flow
from treatydraft.readers.pdf.paragraphs import Paragraph, is_centred
from treatydraft.readers.pdf.rows import Row

_SMALLEST: Final = 1.0  # points: less is no indent


def look(paragraph: Paragraph, flow: Flow) -> Look:
    """How a paragraph is set within its column."""
    words = [word for row in paragraph.rows for word in row.words if not word.face.symbols]
    text = "".join(word.text for word in words)
    centred = all(is_centred(row, flow) for row in paragraph.rows)
    block = flow.left if centred else _block(paragraph, flow)
    return Look(
        bold=bool(words) and all(word.face.bold for word in words),
        italic=bool(words) and all(word.face.italic for word in words),
        capitals=text.isupper(),
        centred=centred,
        size=round(paragraph.rows[0].size, 1),
        indent=_points(block - flow.left),
        first=0.0 if centred else _points(paragraph.rows[0].left - block),
        after_gap=paragraph.after_gap,
    )


def _points(distance: float) -> float:
    return 0.0 if abs(distance) < _SMALLEST else round(distance, 1)


def _block(paragraph: Paragraph, flow: Flow) -> float:
    """Where the rows of a paragraph begin; one with a single row hangs where its neighbours do."""
    if len(paragraph.rows) > 1:
        return paragraph.left
    return _hanging(paragraph.rows[0], flow)


def _hanging(row: Row, flow: Flow) -> float:
    first, *rest = row.words
    starts = labels.is_bullet(first.text, alone=True) or labels.label(row.text)
    if starts and rest and flow.begins_often(rest[0].left):
        return rest[0].left
    return row.left
