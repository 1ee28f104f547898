"""Rows that are read one after another, with the edges that they are set between."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.lines import Cell
from treatydraft.readers.pdf.rows import Row

_USUAL_LEADING: Final = 1.2  # of the size
_WIDEST_LEADING: Final = 2.6
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
    tagged: bool = False  # the marks of its rows say to which paragraph they belong
    notes: dict[str, tuple[tree.Inline, ...]] = field(default_factory=dict)

    def leading(self, size: float) -> float:
        """The usual distance of two lines of a size."""
        near = min(self.leadings, key=lambda one: abs(one - size), default=None)
        if near is None or abs(near - size) > 0.1 * size:
            return _USUAL_LEADING * size
        return self.leadings[near]

    def begins_often(self, x: float) -> bool:
        """Whether many rows begin here."""
        return any(abs(x - indent) <= _EDGE for indent in self.indents)


def flow(rows: list[Row], cell: Cell | None = None) -> Flow:
    """Rows measured: where most of them begin and end, and how far apart they stand."""
    return Flow(
        rows=tuple(rows),
        left=_edge([row.left for row in rows], least=True),
        right=(right := _edge([row.right for row in rows], least=False)),
        justified=_is_justified(rows, right),
        leadings=_leadings(rows),
        indents=_indents(rows),
        cell=cell,
    )


def _edge(values: list[float], *, least: bool) -> float:
    """The outermost place at which more than one row begins or ends."""
    ordered = sorted(values, reverse=not least)
    needed = 2 if len(ordered) < 40 else 3  # noqa: PLR2004 - one row in forty may stick out
    for index, value in enumerate(ordered):
        near = ordered[index : index + needed]
        if len(near) == needed and abs(near[-1] - value) <= 4 * _EDGE:
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
