"""Rows that are read one after another, with the edges that they are set between."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from treatydraft.readers.lines import Cell
from treatydraft.readers.pdf.rows import Row

_USUAL_LEADING: Final = 1.2  # of the size
_WIDEST_LEADING: Final = 2.6
_SHARE_AT_EDGE: Final = 0.04
_MANY_ROWS: Final = 40
_EDGE: Final = 1.5  # points within which rows end at one edge


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole text in one column, page after page, or what one cell of a table holds."""

    rows: tuple[Row, ...]
    left: float
    right: float
    justified: bool
    leadings: dict[float, float]  # the usual distance of two lines, by size
    indents: frozenset[float] = frozenset()  # where many rows begin
    cell: Cell | None = None
    names: frozenset[str] = frozenset()  # words that have a capital within sentences

    def leading(self, size: float) -> float:
        """The usual distance of two lines of a size."""
        near = min(self.leadings, key=lambda one: abs(one - size), default=None)
        if near is None or abs(near - size) > 0.1 * size:
            return _USUAL_LEADING * size
        return self.leadings[near]

    def begins_often(self, x: float) -> bool:
        """Whether many rows begin here."""
        return any(abs(x - indent) <= _EDGE for indent in self.indents)


def flow(rows: list[Row], names: frozenset[str], cell: Cell | None = None) -> Flow:
    """Rows measured: where most of them begin and end, and how far apart they stand."""
    return Flow(
        rows=tuple(rows),
        left=_left_edge(rows),
        right=(right := _right_edge(rows)),
        justified=_is_justified(rows, right),
        leadings=_leadings(rows),
        indents=_indents(rows),
        names=names,
        cell=cell,
    )


def _left_edge(rows: list[Row]) -> float:
    """The leftmost place at which a good part of the rows begin: a number may hang out further."""
    counts = Counter(round(row.left) for row in rows)
    needed = _SHARE_AT_EDGE * len(rows)
    common = [left for left, count in counts.items() if count + counts[left + 1] + counts[left - 1] >= needed]
    edge = min(common, default=min(counts, default=0))
    return min((row.left for row in rows if abs(row.left - edge) <= _EDGE), default=float(edge))


def _right_edge(rows: list[Row]) -> float:
    """The rightmost place near which more than one row ends."""
    ordered = sorted((row.right for row in rows), reverse=True)
    needed = 2 if len(ordered) < _MANY_ROWS else 3
    for index, value in enumerate(ordered):
        near = ordered[index : index + needed]
        if len(near) == needed and value - near[-1] <= 4 * _EDGE:
            return value
    return ordered[0] if ordered else 0.0


def _is_justified(rows: list[Row], right: float) -> bool:
    full = [row for row in rows if row.right > right - 0.12 * (right - row.left)]
    level = [row for row in full if abs(row.right - right) <= _EDGE]
    return len(level) > 0.6 * len(full)


def _leadings(rows: list[Row]) -> dict[float, float]:
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


def _indents(rows: list[Row]) -> frozenset[float]:
    counts = Counter(round(row.left) for row in rows)
    return frozenset(float(left) for left, count in counts.items() if count >= max(2, 0.02 * len(rows)))
