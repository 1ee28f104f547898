"""A file with tracked changes against the two files that it was made of: is it exact?

Two texts are the same where Word would show the same: the same blocks, in them the same letters and things,
set by the same effective properties, in the same lists, with the same notes. Bookmarks, comments and how
words are cut into runs are no part of that, since Word does not track them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from lxml import etree

from treatydraft.reports.redline.lines import UnsplitError, line, shown
from treatydraft.reports.redline.side import Side, W
from treatydraft.reports.redline.signs import Signs
from treatydraft.reports.redline.units import MARKERS, Unit, units
from treatydraft.word.meaning import Meaning

_HOLDERS: Final = frozenset(f"{W}{name}" for name in ("tbl", "tr", "tc", "sdt", "sdtContent"))
_PROPERTIES: Final = frozenset(f"{W}{name}" for name in ("tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid"))
_NOTES: Final = (f"{W}footnoteReference", f"{W}endnoteReference")
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
        """What a list looks like, which one of the text it is, and with which others it counts together."""
        names = (f"list {number}", f"levels {self._meaning.levels(number)}")
        places = [self._order.setdefault(name, len(self._order)) for name in names]
        return f"{self._meaning.list(number)} {places}"


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
        comparison = _Comparison(first, second, self.signs)
        for before, after in zip_longest(_blocks(expected, first), _blocks(found, second)):
            if before is None or after is None or not comparison.is_same(before, after):
                return Deviation(expected_part, _said(before), _said(after))
        return None


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two texts, of which the first is the one that is wanted."""

    first: Side
    second: Side
    signs: Signs

    def is_same(self, expected: Unit, found: Unit) -> bool:
        if isinstance(expected, _Section) or isinstance(found, _Section):
            return expected.kind == found.kind and expected.key == found.key
        return expected.kind == found.kind and self._are_same(expected.elements, found.elements)

    def _are_same(self, expected: Iterable[etree._Element], found: Iterable[etree._Element]) -> bool:
        before, after = list(_counting(expected, self.first)), list(_counting(found, self.second))
        return len(before) == len(after) and all(map(self._is_same_element, before, after))

    def _is_same_element(self, expected: etree._Element, found: etree._Element) -> bool:
        if self.first.key(expected) == self.second.key(found):
            return self._have_same_notes(expected, found)
        if expected.tag != found.tag:
            return False
        if expected.tag in _HOLDERS:
            return self._are_same(expected, found)
        if expected.tag in _PROPERTIES:
            return self.first.table(expected) == self.second.table(found)
        return expected.tag == f"{W}p" and self._is_same_paragraph(expected, found)

    def _is_same_paragraph(self, expected: etree._Element, found: etree._Element) -> bool:
        before, after = (
            list(_paragraph(one, side, self.signs))
            for one, side in ((expected, self.first), (found, self.second))
        )
        return before == after and self._have_same_notes(expected, found)

    def _have_same_notes(self, expected: etree._Element, found: etree._Element) -> bool:
        pairs = zip_longest(expected.iter(*_NOTES), found.iter(*_NOTES))
        return all(
            before is not None and after is not None and self._is_same_note(before, after)
            for before, after in pairs
        )

    def _is_same_note(self, expected: etree._Element, found: etree._Element) -> bool:
        (before, first), (after, second) = _note(expected, self.first), _note(found, self.second)
        return _Comparison(first, second, self.signs)._are_same(before, after)  # noqa: SLF001 - its own class


def _note(reference: etree._Element, side: Side) -> tuple[Iterable[etree._Element], Side]:
    """The blocks of a note, and the part in which they stand."""
    kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
    note = side.meaning.notes(kind).get(reference.get(f"{W}id", ""))
    part = next(iter(side.meaning.package.related(f"{kind}s")), "")
    return () if note is None else note, Side(side.meaning, part, side.list_of)


def _counting(elements: Iterable[etree._Element], side: Side) -> Iterator[etree._Element]:
    """What shows something: no markers, and no properties that say nothing."""
    for element in elements:
        if element.tag not in MARKERS and not (element.tag in _PROPERTIES and not side.table(element)):
            yield element


def _paragraph(paragraph: etree._Element, side: Side, signs: Signs) -> Iterator[object]:
    properties = paragraph.find(f"{W}pPr")
    section = None if properties is None else properties.find(f"{W}sectPr")
    yield side.paragraph(properties), side.mark(properties)
    yield None if section is None else side.section(section)
    try:
        yield from shown(line(paragraph, side, signs))
    except UnsplitError:
        yield side.key(paragraph)


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
