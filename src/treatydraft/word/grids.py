"""Fit the grids of tables to their rows, where a template adds or leaves out cells."""

from collections.abc import Sequence

from lxml import etree

from treatydraft.word import markup

_TABLE, _GRID, _COLUMN, _ROW, _CELL, _WIDTH = map(
    markup.name, ("w:tbl", "w:tblGrid", "w:gridCol", "w:tr", "w:tc", "w:w")
)
_SPAN = f"{markup.name('w:tcPr')}/{markup.name('w:gridSpan')}"


def fit_grids(root: etree._Element) -> bool:
    """Give each table the columns that its longest row needs, in the same width; true where one changes."""
    changes = [_fit(table) for table in root.iter(_TABLE)]
    return any(changes)


def _fit(table: etree._Element) -> bool:
    grid = table.find(_GRID)
    if grid is None or grid.find(_COLUMN) is None:
        return False
    rows = [row.findall(_CELL) for row in table.iter(_ROW)]
    cells = max(map(len, rows), default=0)
    needed = max((sum(map(_columns_of, row)) for row in rows), default=0)
    columns = grid.findall(_COLUMN)
    if cells > len(columns):
        _widen(grid, columns, cells)
    elif 0 < needed < len(columns):
        _narrow(grid, columns, needed)
    else:
        return False
    return True


def _columns_of(cell: etree._Element) -> int:
    return int(markup.value(cell.find(_SPAN)) or 1)


def _widen(grid: etree._Element, columns: Sequence[etree._Element], needed: int) -> None:
    """Make the columns narrower in proportion, so that new ones of the average width fit in."""
    total = sum(map(_width, columns))
    for column in columns:
        _set_width(column, _width(column) * len(columns) / needed)
    for _ in range(needed - len(columns)):
        _set_width(etree.SubElement(grid, _COLUMN), total / needed)


def _narrow(grid: etree._Element, columns: Sequence[etree._Element], needed: int) -> None:
    """Take the last columns away and give their width to the others in equal parts."""
    share = int(sum(map(_width, columns[needed:])) / needed)
    for column in columns[needed:]:
        grid.remove(column)
    for column in columns[:needed]:
        _set_width(column, _width(column) + share)


def _width(column: etree._Element) -> float:
    return float(column.get(_WIDTH, "0"))


def _set_width(column: etree._Element, width: float) -> None:
    column.set(_WIDTH, str(int(width)))
