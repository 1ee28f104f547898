"""A Word file with tracked changes → its text when all are accepted or rejected, and what was marked.

It shares no code with the project, which has a resolver of its own: nobody judges himself.
"""

import io
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element: TypeAlias = etree._Element  # noqa: SLF001 - it has no other name
Side: TypeAlias = Literal["old", "new"]
_GONE: Final[dict[Side, frozenset[str]]] = {
    "new": frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}cellDel"}),
    "old": frozenset({f"{_W}ins", f"{_W}moveTo", f"{_W}cellIns"}),
}
_REVISIONS: Final = tuple(
    f"{_W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange")
) + tuple(f"{_W}{tag}Change" for tag in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid"))
_BLANKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "‑"}
_WRAPPERS: Final = frozenset(
    f"{_W}{tag}"
    for tag in ("ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple")
)


@dataclass(frozen=True, slots=True)
class Marks:
    """How much a file marks."""

    revisions: int
    inserted: int  # words
    deleted: int
    moved: int


def body(data: bytes) -> Element:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def texts(container: Element, side: Side) -> Iterator[str]:
    """The text of each paragraph as it stands on a side, with the rows and cells of tables."""
    pending = ""  # what a paragraph leaves to the next one when its mark is gone
    for block in _blocks(container):
        if block.tag == f"{_W}tbl":
            yield from filter(None, (pending,))
            yield from _rows(block, side)
            pending = ""
        elif _is_gone(block.find(f"{_W}pPr/{_W}rPr"), side):
            pending += _text(block, side)
        else:
            yield pending + _text(block, side)
            pending = ""
    yield from filter(None, (pending,))


def _blocks(container: Element) -> Iterator[Element]:
    for child in container:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _rows(table: Element, side: Side) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        if not _is_gone(row.find(f"{_W}trPr"), side):
            yield "[row]"
            for cell in row.iterchildren(f"{_W}tc"):
                if not _is_gone(cell.find(f"{_W}tcPr"), side):
                    yield "[cell]"
                    yield from texts(cell, side)


def _is_gone(properties: Element | None, side: Side) -> bool:
    return properties is not None and any(child.tag in _GONE[side] for child in properties)


def _text(paragraph: Element, side: Side) -> str:
    return "".join(_pieces(paragraph, _GONE[side]))


def _pieces(element: Element, gone: Collection[str]) -> Iterator[str]:
    for child in element:
        if child.tag in gone:
            continue
        if child.tag == f"{_W}r" or child.tag in _WRAPPERS:
            yield from _pieces(child, gone)
        elif child.tag in {f"{_W}t", f"{_W}delText"}:
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield _BLANKS[child.tag]


# --- Marks --------------------------------------------------------------------------------------------------


def marks(container: Element) -> Marks:
    """What is marked in the body: words of rows that come or go count too."""
    return Marks(
        sum(1 for _ in container.iter(*_REVISIONS)),
        _marked(container, "ins"),
        _marked(container, "del"),
        _marked(container, "moveTo"),
    )


def _marked(container: Element, tag: str) -> int:
    """The words of all paragraphs in this mark, and in no other inside it."""
    others = _REVISIONS[:4]
    count = 0
    for mark in container.iter(f"{_W}{tag}"):
        inner = frozenset(others)
        count += len("".join(_pieces(mark, inner)).split())
    return count


def moved_texts(container: Element) -> list[str]:
    """The new text of each paragraph outside tables that is marked as having come from elsewhere."""
    return [
        text
        for paragraph in container.iter(f"{_W}p")
        if next(paragraph.iterancestors(f"{_W}tbl"), None) is None
        and paragraph.find(f".//{_W}moveTo") is not None
        and (text := _text(paragraph, "new"))
    ]
