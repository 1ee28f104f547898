"""A file with tracked changes against the two files that it was made of: is it exact?

Two texts are the same where Word would show the same: the same blocks, in them the same letters and things,
set by the same effective properties, in the same lists, with the same notes. Bookmarks, comments and how
words are cut into runs are no part of that, since Word does not track them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from lxml import etree

from treatydraft.reports.redline.lines import UnsplitError, line, shown
from treatydraft.reports.redline.side import Side, W
from treatydraft.reports.redline.signs import Signs
from treatydraft.reports.redline.units import MARKERS, Unit, units
from treatydraft.word.meaning import Meaning

_SHOWN: Final = 60  # letters of a text that a message quotes


@dataclass(frozen=True, slots=True)
class Deviation:
    """Where two texts that should be the same are not."""

    part: str
    expected: str
    found: str


class Lists:
    """Numbers lists by the order in which a text uses them, so that their ids do not matter."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._order: dict[str, int] = {}

    def __call__(self, number: str) -> str:
        """What a list looks like, and the how manieth it is."""
        place = self._order.setdefault(number, len(self._order))
        return f"{self._meaning.list(number)} {place}"


class Checker:
    """Compares texts of two files."""

    def __init__(self, expected: Meaning, found: Meaning) -> None:
        self.expected, self.found = expected, found
        self.lists = Lists(expected), Lists(found)
        self.signs = Signs()

    def deviation(
        self, expected: etree._Element, expected_part: str, found: etree._Element, found_part: str
    ) -> Deviation | None:
        """The first difference between two texts, none where they are the same."""
        first = Side(self.expected, expected_part, self.lists[0])
        second = Side(self.found, found_part, self.lists[1])
        pairs = zip_longest(_blocks(expected, first), _blocks(found, second))
        for before, after in pairs:
            if before is None or after is None or not self._is_same(before, after):
                return Deviation(expected_part, _said(before), _said(after))
        return None

    def _is_same(self, expected: Unit, found: Unit) -> bool:
        if expected.kind != found.kind:
            return False
        if expected.key == found.key and not _has_notes(expected):
            return True
        return list(self._shape(expected)) == list(self._shape(found))

    def _shape(self, unit: Unit) -> Iterator[object]:
        for element in unit.elements:
            yield from self._element(element, unit.side)

    def _element(self, element: etree._Element, side: Side) -> Iterator[object]:
        if element.tag == f"{W}p":
            yield from self._paragraph(element, side)
        elif element.tag in (f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}sdt", f"{W}sdtContent"):
            yield str(element.tag)
            for child in element:
                yield from self._element(child, side)
        elif element.tag in (f"{W}tblPr", f"{W}trPr", f"{W}tcPr", f"{W}tblGrid"):
            if key := side.table(element):  # properties that say nothing are as good as none
                yield key
        elif element.tag not in MARKERS:
            yield side.key(element)

    def _paragraph(self, paragraph: etree._Element, side: Side) -> Iterator[object]:
        properties = paragraph.find(f"{W}pPr")
        section = None if properties is None else properties.find(f"{W}sectPr")
        yield side.paragraph(properties), side.mark(properties)
        yield None if section is None else side.section(section)
        try:
            yield from shown(line(paragraph, side, self.signs))
        except UnsplitError:
            yield side.key(paragraph)
        for reference in paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            yield from self._note(reference, side)

    def _note(self, reference: etree._Element, side: Side) -> Iterator[object]:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        note = side.meaning.notes(kind).get(reference.get(f"{W}id", ""))
        part = next(iter(side.meaning.package.related(f"{kind}s")), "")
        if note is not None and part:
            inner = Side(side.meaning, part, side.list_of)
            for child in note:
                yield from self._element(child, inner)


def _has_notes(unit: Unit) -> bool:
    return any(
        next(one.iter(f"{W}footnoteReference", f"{W}endnoteReference"), None) is not None
        for one in unit.elements
    )


def _blocks(container: etree._Element, side: Side) -> Iterator[Unit]:
    yield from units(container, side)
    section = container.find(f"{W}sectPr")
    if section is not None:
        yield _Section("region", (section,), side, len(container))


class _Section(Unit):
    """The properties of the last section, which are compared as the others."""

    @property
    def key(self) -> bytes:
        return self.side.section(self.element)


def _said(unit: Unit | None) -> str:
    if unit is None:
        return "nothing"
    text = " ".join(unit.text.split())
    return f"a {unit.kind} “{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"a {unit.kind} “{text}”"
