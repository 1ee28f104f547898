"""Say where in a Word part a tag stands, and hold what was found there."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from lxml import etree

from treatydraft.word import markup

PARAGRAPH, TABLE, ROW, CELL, TEXT = map(markup.name, ("w:p", "w:tbl", "w:tr", "w:tc", "w:t"))
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a part something stands: the words of its paragraph and, in a table, the cell."""

    paragraph: str
    table: str = ""  # such as “table 2, row 3, cell 1”


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as its author typed it."""

    text: str
    place: Place
    source: str = ""  # the same tag as Jinja will see it, without its letter


@dataclass(frozen=True, slots=True)
class Fault:
    """What makes a template unusable, where, and what to do."""

    message: str
    hint: str
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """What is harmless but worth saying."""

    message: str
    place: Place


def select(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    """The elements that a path finds."""
    return cast("list[Any]", path(root))


class Places:
    """Finds the places of one part; the paragraphs are quoted as they stand when first asked for."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._known: dict[etree._Element, Place] = {}
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def of(self, element: etree._Element) -> Place:
        """The place of an element; outside a paragraph, its own words stand for those of one."""
        paragraph = element if element.tag == PARAGRAPH else next(element.iterancestors(PARAGRAPH), element)
        if paragraph not in self._known:
            self._known[paragraph] = Place(_words(paragraph), self._table(paragraph))
        return self._known[paragraph]

    def _table(self, element: etree._Element) -> str:
        cell = next(element.iterancestors(CELL), None)
        row = None if cell is None else next(cell.iterancestors(ROW), None)
        table = None if row is None else next(row.iterancestors(TABLE), None)
        if cell is None or row is None or table is None:
            return ""
        return f"table {self._tables[table]}, row {self._number(row, table)}, cell {self._number(cell, row)}"

    def _number(self, element: etree._Element, holder: etree._Element) -> int:
        """Counts the rows or cells of one table; those of tables inside its cells are not its own."""
        if holder not in self._numbers:
            kin = (e for e in holder.iter(element.tag) if next(e.iterancestors(holder.tag)) is holder)
            self._numbers[holder] = {other: number for number, other in enumerate(kin, 1)}
        return self._numbers[holder][element]

    @cached_property
    def _tables(self) -> dict[etree._Element, int]:
        return {table: number for number, table in enumerate(self._root.iter(TABLE), 1)}


def _words(element: etree._Element) -> str:
    words = " ".join("".join(text.text or "" for text in element.iter(TEXT)).split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
