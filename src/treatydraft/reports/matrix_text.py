"""The matrix for a terminal: agreements are rows, and facts stand in blocks that fit the width."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from treatydraft.comparison.matrix import Cell, Matrix, Row

_WIDEST: Final = 24  # columns of one fact
_NARROWEST: Final = 10
_WIDEST_NAME: Final = 28
_GAP: Final = "  "
NOT_STATED: Final = "–"
_LEGEND: Final = f"* says something else than most   {NOT_STATED} not stated"


def matrix_text(matrix: Matrix, *, width: int) -> str:
    """Blocks of facts side by side, each as wide as fits."""
    names = [_cut(column.id, _WIDEST_NAME) for column in matrix.columns]
    first = max(map(len, (*names, "most common")), default=0)
    blocks = ("\n".join(_block(names, rows, first)) for rows in _blocks(matrix.rows, width - first))
    return "\n\n".join((*blocks, _LEGEND)) + "\n"


def shown(cell: Cell) -> str:
    """The values of a cell, with a mark where most say something else."""
    return ("* " if cell.is_outlier else "") + ", ".join(cell.values) if cell.values else NOT_STATED


def commonly(row: Row) -> str:
    """What most say, and how many of those that say anything."""
    return f"{', '.join(row.common)} ({row.agreeing} of {row.stated})" if row.common else ""


def _blocks(rows: Sequence[Row], width: int) -> Iterator[list[Row]]:
    block: list[Row] = []
    left = width
    for row in rows:
        wide = _width(row) + len(_GAP)
        if block and wide > left:
            yield block
            block, left = [], width
        block.append(row)
        left -= wide
    if block:
        yield block


def _width(row: Row) -> int:
    texts = (*row.title.split(), *map(shown, row.cells), commonly(row))
    return min(max(_NARROWEST, *map(len, texts)), _WIDEST)


def _block(names: Sequence[str], rows: Sequence[Row], first: int) -> Iterator[str]:
    widths = [first, *map(_width, rows)]
    yield from _line(["", *(row.title for row in rows)], widths)
    yield _GAP.join("─" * wide for wide in widths)
    for place, name in enumerate(names):
        yield from _line([name, *(shown(row.cells[place]) for row in rows)], widths)
    if any(row.common for row in rows):
        yield _GAP.join("─" * wide for wide in widths)
        yield from _line(["most common", *map(commonly, rows)], widths)


def _line(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [textwrap.wrap(text, wide) for text, wide in zip(texts, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (part.ljust(wide) for part, wide in zip(parts, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
