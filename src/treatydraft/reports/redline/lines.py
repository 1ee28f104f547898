"""A Word paragraph → its line: letters and signs, each with the run that it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

from treatydraft.reports.redline.side import Side, W
from treatydraft.reports.redline.signs import Signs

_MARKERS: Final = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
        "proofErr",
    )
)  # fmt: skip
_FIELD: Final = (f"{W}fldChar", f"{W}instrText", f"{W}delInstrText")
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS: Final = " \t\r\n"  # at the ends of words that do not keep them
_UNSEEN: Final = frozenset({f"{W}rPr", f"{W}lastRenderedPageBreak"})


class UnsplitError(ValueError):
    """A paragraph in which a field begins or ends that does not end or begin there."""


@dataclass(frozen=True, slots=True)
class Run:
    """What letters share: how they are set."""

    properties: etree._Element | None
    key: bytes


@dataclass(slots=True)
class Line:
    """The text of a paragraph; `things` are the elements of the signs, `markers` stand before a place.

    `runs` are in order, each of other settings than the one before it, from its place in `starts` on.
    """

    side: Side
    paragraph: etree._Element
    text: str = ""
    starts: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    things: dict[int, list[etree._Element]] = field(default_factory=dict)
    markers: list[tuple[int, etree._Element]] = field(default_factory=list)

    @property
    def properties(self) -> etree._Element | None:
        """Those of the paragraph."""
        return self.paragraph.find(f"{W}pPr")


NO_RUN: Final = Run(None, b"")  # of things that stand beside runs


def line(paragraph: etree._Element, side: Side, signs: Signs) -> Line:
    """The line of a paragraph.

    Raises:
        UnsplitError: a field goes beyond it.
    """
    return _Reader(paragraph, side, signs).read()


class _Reader:
    def __init__(self, paragraph: etree._Element, side: Side, signs: Signs) -> None:
        self.line = Line(side, paragraph)
        self.signs = signs
        self._letters: list[str] = []
        self._length = 0
        self._field: list[etree._Element] = []
        self._depth = 0

    def read(self) -> Line:
        for child in self.line.paragraph:
            if child.tag == f"{W}pPr":
                continue
            if child.tag in _MARKERS or _is_comment(child):
                if child.tag != f"{W}proofErr":
                    self.line.markers.append((self._length, child))
            elif self._field or _has_field(child):
                self._in_field(child)
            elif child.tag == f"{W}r":
                self._run(child)
            else:
                self._thing([child], self.line.side.key(child), NO_RUN)
        if self._field:
            raise UnsplitError
        self.line.text = "".join(self._letters)
        return self.line

    def _in_field(self, child: etree._Element) -> None:
        """Take what stands between the begin and the end of a field as one thing."""
        self._field.append(child)
        for mark in child.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            self._depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if self._depth < 0:
            raise UnsplitError
        if self._depth == 0:
            key = b"field" + b"".join(map(self._part_key, self._field))
            self._thing(self._field, key, NO_RUN)
            self._field = []

    def _part_key(self, part: etree._Element) -> bytes:
        return self.line.side.key(part)

    def _run(self, element: etree._Element) -> None:
        properties = element.find(f"{W}rPr")
        run = Run(properties, self.line.side.run(properties))
        for child in element:
            if child.tag == f"{W}t":
                self._begin(run)
                text = child.text or ""
                self._take(text if child.get(SPACE) == "preserve" else text.strip(_BLANKS))
            elif child.tag not in _UNSEEN:
                self._thing([child], self.line.side.key(child), run)

    def _thing(self, elements: list[etree._Element], key: bytes, run: Run) -> None:
        self._begin(run)
        self.line.things[self._length] = elements
        self._take(self.signs.of(key))

    def _begin(self, run: Run) -> None:
        if not self.line.runs or self.line.runs[-1].key != run.key or NO_RUN in (run, self.line.runs[-1]):
            self.line.starts.append(self._length)
            self.line.runs.append(run)

    def _take(self, text: str) -> None:
        self._letters.append(text)
        self._length += len(text)


def _has_field(child: etree._Element) -> bool:
    return child.tag == f"{W}r" and any(child.find(tag) is not None for tag in _FIELD)


def _is_comment(child: etree._Element) -> bool:
    return child.tag == f"{W}r" and child.find(f"{W}commentReference") is not None


def shown(of: Line) -> Iterator[tuple[bytes, str]]:
    """The line as stretches that are set alike, each with its text."""
    ends = [*of.starts[1:], len(of.text)]  # one too many where nothing stands in the line
    stretches = zip(of.runs, of.starts, ends, strict=False)
    for key, group in groupby((one for one in stretches if one[1] < one[2]), key=lambda one: one[0].key):
        alike = list(group)
        yield key, of.text[alike[0][1] : alike[-1][2]]
