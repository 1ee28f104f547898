"""The marks of a tracked change: who, when, and an id that no other change of the file has."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from lxml import etree

from treatydraft.reports.redline.side import W

Tag: TypeAlias = Literal["ins", "del", "moveFrom", "moveTo"]

# Word's schema lets no change stand around these: the runs in them are marked.
_MARKED_INSIDE: Final = frozenset(
    f"{W}{name}" for name in ("hyperlink", "fldSimple", "smartTag", "dir", "bdo")
)
_KEPT_INSIDE: Final = (f"{W}fldData", f"{W}smartTagPr")
_GONE_NAMES: Final = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}


@dataclass
class Tracker:
    """Makes the marks; `counts` says how many of each were made."""

    author: str
    date: str
    first_id: int = 1
    counts: dict[str, int] = field(default_factory=dict)
    _last: int = 0
    _moves: int = 0

    def element(self, tag: str) -> etree._Element:
        """A mark with an id of its own."""
        self.counts[tag] = self.counts.get(tag, 0) + 1
        return etree.Element(
            f"{W}{tag}", {f"{W}id": self.next_id(), f"{W}author": self.author, f"{W}date": self.date}
        )

    def next_id(self) -> str:
        """An id that nothing else in the file has."""
        self._last += 1
        return str(self.first_id + self._last)

    def move_name(self) -> str:
        """The name that both ends of a move have."""
        self._moves += 1
        return f"move{self._moves}"

    def around(self, content: Iterable[etree._Element], tag: Tag) -> Iterator[etree._Element]:
        """The content of a paragraph, as inserted, deleted or moved."""
        wrapper: etree._Element | None = None
        for element in content:
            if element.tag in _MARKED_INSIDE:
                wrapper = None
                yield self._inside(element, tag)
                continue
            if wrapper is None:
                wrapper = self.element(tag)
                yield wrapper
            wrapper.append(_gone(element) if tag == "del" else element)

    def _inside(self, element: etree._Element, tag: Tag) -> etree._Element:
        content = [child for child in element if child.tag not in _KEPT_INSIDE]
        for child in content:
            element.remove(child)
        element.extend(self.around(content, tag))
        return element

    def mark(self, properties: etree._Element | None, tag: Tag) -> etree._Element:
        """The properties of a paragraph, its mark inserted, deleted or moved."""
        owner = etree.Element(f"{W}pPr") if properties is None else properties
        marks = owner.find(f"{W}rPr")
        if marks is None:
            marks = etree.Element(f"{W}rPr")
            _put_before(owner, marks, ("sectPr", "pPrChange"))
        marks.insert(0, self.element(tag))
        return owner

    def former(self, properties: etree._Element, before: etree._Element | None, apart: Iterable[str]) -> None:
        """Note in properties what they were before, parts that Word does not track aside."""
        change = self.element(f"{etree.QName(properties).localname}Change")
        inner = etree.SubElement(change, properties.tag)
        if before is not None:
            inner.extend(deepcopy(child) for child in before if child.tag not in apart)
            if properties.tag == f"{W}sectPr":
                inner.attrib.update(
                    {name: value for name, value in before.attrib.items() if "rsid" not in name}
                )
        properties.append(change)

    def row(self, row: etree._Element, tag: Tag) -> None:
        """Mark a row of a table, and whatever stands in it."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            # The schema wants a property besides the change: this is what a row without any has.
            properties = etree.Element(f"{W}trPr")
            etree.SubElement(properties, f"{W}cantSplit", {f"{W}val": "off"})
            place = 1 if row.find(f"{W}tblPrEx") is not None else 0
            row.insert(place, properties)
        change = self.element(tag)
        _put_before(properties, change, ("trPrChange",))
        for cell in row.iterfind(f"{W}tc"):
            for block in cell:
                self.block(block, tag)

    def block(self, block: etree._Element, tag: Tag) -> None:
        """Mark a paragraph, a table or a content control with whatever stands in it."""
        if block.tag == f"{W}p":
            self.whole_paragraph(block, tag)
        elif block.tag == f"{W}tbl":
            for row in block.iterfind(f"{W}tr"):
                self.row(row, tag)
        elif block.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            for child in block:
                self.block(child, tag)

    def around_control(self, control: etree._Element, tag: Tag) -> Iterator[etree._Element]:
        """A content control with the marks around both its ends by which Word says that it came or went."""
        kind = "customXmlIns" if tag == "ins" else "customXmlDel"
        content = control.find(f"{W}sdtContent")
        if content is None:
            yield control
            return
        opens, closes = (self.element(f"{kind}RangeStart") for _ in range(2))
        content.insert(0, etree.Element(f"{W}{kind}RangeEnd", {f"{W}id": opens.get(f"{W}id", "")}))
        content.append(closes)
        yield opens
        yield control
        yield etree.Element(f"{W}{kind}RangeEnd", {f"{W}id": closes.get(f"{W}id", "")})

    def whole_paragraph(self, paragraph: etree._Element, tag: Tag) -> None:
        """Mark all of a paragraph, its mark too."""
        content = [child for child in paragraph if child.tag != f"{W}pPr"]
        properties = paragraph.find(f"{W}pPr")
        for child in content:
            paragraph.remove(child)
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        self.mark(properties, tag)
        paragraph.extend(self.around_runs(content, tag))

    def around_runs(self, content: Iterable[etree._Element], tag: Tag) -> Iterator[etree._Element]:
        """The same as `around`, with bookmarks and other markers left outside."""
        held: list[etree._Element] = []
        for element in content:
            if element.tag in _OUTSIDE:
                yield from self.around(held, tag)
                held = []
                yield element
            else:
                held.append(element)
        yield from self.around(held, tag)


_OUTSIDE: Final = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "permStart",
        "permEnd",
    )
)


def _gone(element: etree._Element) -> etree._Element:
    """An element with its words as deleted ones; a text box goes as a whole and keeps its words."""
    for name, gone in _GONE_NAMES.items():
        for text in element.iter(name):
            if next(text.iterancestors(f"{W}txbxContent"), None) is None:
                text.tag = gone
    return element


def _put_before(parent: etree._Element, child: etree._Element, later: Iterable[str]) -> None:
    names = {f"{W}{name}" for name in later}
    place = next((place for place, one in enumerate(parent) if one.tag in names), len(parent))
    parent.insert(place, child)
