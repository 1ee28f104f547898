"""Say in which row and column of its table each cell of a page stands."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from treatydraft.limits import current
from treatydraft.readers.lines import Cell


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)  # by column, the last row that a cell above covers


@dataclass(slots=True)
class Tables:
    """The tables that are open, the innermost last."""

    met: int = 0
    open_: list[_Table] = field(default_factory=list)

    def open(self, element: HtmlElement, around: Cell | None) -> Cell | None:
        """The cell in which the words of an element stand."""
        if element.tag == "table":
            self.open_.append(_Table(self.met))
            self.met += 1
        elif element.tag == "tr" and self.open_:
            self.open_[-1].row += 1
            self.open_[-1].column = 0
        elif element.tag in ("td", "th") and self.open_:
            return _place(self.open_[-1], element)
        return around

    def close(self, element: HtmlElement) -> None:
        """Leave a table."""
        if element.tag == "table" and self.open_:
            self.open_.pop()


def _place(table: _Table, element: HtmlElement) -> Cell:
    row = max(table.row, 0)
    while table.column < current().html_span and table.taken.get(table.column, -1) >= row:
        table.column += 1
    cell = Cell(table.number, row, table.column)
    for column in range(table.column, table.column + _span(element.get("colspan"))):
        table.taken[column] = row + _span(element.get("rowspan")) - 1
    table.column = cell.column + _span(element.get("colspan"))
    return cell


def _span(written: str | None) -> int:
    text = (written or "").strip()
    return min(max(int(text), 1), current().html_span) if text.isdecimal() and len(text) < 10 else 1  # noqa: PLR2004
