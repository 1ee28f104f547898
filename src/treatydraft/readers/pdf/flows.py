"""Rows that are read one after another, with the edges that they are set between."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.lines import Cell
from treatydraft.readers.pdf.columns import Band, in_turn, is_parallel
from treatydraft.readers.pdf.rows import Row

_TWO_LANGUAGES: Final = (
    "two columns in different languages stand side by side: the left one is read first, over all its pages"
)
_USUAL_LEADING: Final = 1.2  # of the size
_WIDEST_LEADING: Final = 2.6
_LAST_PART: Final = 0.12  # of the width of a row: one that ends in it is full
_MOST_FULL: Final = 0.6
_SHARE_AT_EDGE: Final = 0.04
_MANY_ROWS: Final = 40
_FEW_LEVEL: Final = 4  # rows that end at one edge: fewer may do so by chance
_LEAST_LEADING: Final = 0.5  # points
_EDGE: Final = 1.5  # points within which rows end at one edge


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole text in one column, page after page, or what one cell of a table holds."""

    rows: tuple[Row, ...]
    left: float
    right: float
    justified: bool
    size: float  # of most rows
    leadings: dict[float, float]  # the usual distance of two lines, by size
    indents: frozenset[float] = frozenset()  # where many rows begin
    cell: Cell | None = None
    names: frozenset[str] = frozenset()  # words that have a capital within sentences
    tagged: bool = False  # the tags of the file say which rows are one paragraph

    def leading(self, size: float) -> float:
        """The usual distance of two lines of a size."""
        near = min(self.leadings, key=lambda one: abs(one - size), default=None)
        if near is None or abs(near - size) > 0.1 * size:
            return max(_USUAL_LEADING * size, _LEAST_LEADING)
        return max(self.leadings[near], _LEAST_LEADING)

    def begins_often(self, x: float) -> bool:
        """Whether many rows begin here."""
        return any(abs(x - indent) <= _EDGE for indent in self.indents)


def in_order(bands: list[Band], page: tuple[float, float]) -> tuple[list[Flow], list[tree.Doubt]]:
    """All flows in the order in which they are read, on pages with these edges."""
    text = _on_page(measured([row for band in bands if band.kind == "text" for row in band.columns[0]]), page)
    flows, doubts, tables = list[Flow](), list[tree.Doubt](), 0
    for band in bands:
        match band.kind:
            case "text":
                flows.append(replace(text, rows=band.columns[0]))
            case "columns" if is_parallel(band):
                flows += [measured(column) for column in band.columns]
                doubts.append(tree.Doubt(f"page {band.columns[0][0].page}", "", _TWO_LANGUAGES))
            case "columns":
                flows.append(measured(in_turn(band)))
            case "cells":
                flows += _cells(band, tables, text)
                tables += 1
    return flows, doubts


def _cells(band: Band, table: int, text: Flow) -> list[Flow]:
    """The cells of a table; the last one reaches as far as the text."""
    edges = (*band.edges[:-1], max(band.edges[-1], text.right))
    return [
        replace(
            measured(column),
            right=edge,
            justified=False,
            leadings=text.leadings,
            cell=Cell(table, 0, place),
        )
        for place, (column, edge) in enumerate(zip(band.columns, edges, strict=True))
        if column
    ]


def _on_page(text: Flow, page: tuple[float, float]) -> Flow:
    """A text with its right edge as far in as the left one, where too few rows show where it is."""
    level = [row for row in text.rows if abs(row.right - text.right) <= _EDGE]
    if len(text.rows) >= _MANY_ROWS or len(level) >= _FEW_LEVEL:
        return text
    right = max(text.right, page[1] - (text.left - page[0]))
    return replace(text, right=right, justified=_is_justified(text.rows, right))


def measured(rows: Sequence[Row]) -> Flow:
    """Rows with where most of them begin and end, and how far apart they stand."""
    sizes = Counter(row.size for row in rows)
    return Flow(
        rows=tuple(rows),
        left=_left_edge(rows),
        right=(right := _right_edge(rows)),
        justified=_is_justified(rows, right),
        size=max(sizes, key=lambda size: sizes[size], default=0.0),
        leadings=_leadings(rows),
        indents=_indents(rows),
    )


def _left_edge(rows: Sequence[Row]) -> float:
    """The leftmost place at which a good part of the rows begin: a number may hang out further."""
    counts = Counter(round(row.left) for row in rows)
    needed = _SHARE_AT_EDGE * len(rows)
    common = [left for left, count in counts.items() if count + counts[left + 1] + counts[left - 1] >= needed]
    edge = min(common, default=min(counts, default=0))
    return min((row.left for row in rows if abs(row.left - edge) <= _EDGE), default=float(edge))


def _right_edge(rows: Sequence[Row]) -> float:
    """The rightmost place near which more than one row ends."""
    ordered = sorted((row.right for row in rows), reverse=True)
    needed = 2 if len(ordered) < _MANY_ROWS else 3
    for index, value in enumerate(ordered):
        near = ordered[index : index + needed]
        if len(near) == needed and value - near[-1] <= 4 * _EDGE:
            return value
    return ordered[0] if ordered else 0.0


def _is_justified(rows: Sequence[Row], right: float) -> bool:
    """Whether most full rows end at one place; a comma or hyphen may hang out a little."""
    full = [row.right for row in rows if row.right > right - _LAST_PART * (right - row.left)]
    places = Counter(round(end) for end in full)
    level = max((count + places[end - 1] + places[end + 1] for end, count in places.items()), default=0)
    return level > _MOST_FULL * len(full)


def _leadings(rows: Sequence[Row]) -> dict[float, float]:
    distances = defaultdict[float, list[float]](list)
    for above, row in pairwise(rows):
        distance = above.base - row.base
        if above.page == row.page and above.size == row.size and 0 < distance < _WIDEST_LEADING * row.size:
            distances[row.size].append(round(distance, 1))
    return {size: _densest(found) for size, found in distances.items()}


def _densest(distances: list[float]) -> float:
    """The least distance that is common: what stands between paragraphs is wider than what is inside them."""
    counts = Counter(round(distance * 2) / 2 for distance in distances)
    most = max(counts.values())
    return min(distance for distance, count in counts.items() if count >= 0.4 * most)


def _indents(rows: Sequence[Row]) -> frozenset[float]:
    counts = Counter(round(row.left) for row in rows)
    return frozenset(float(left) for left, count in counts.items() if count >= max(2, 0.02 * len(rows)))
