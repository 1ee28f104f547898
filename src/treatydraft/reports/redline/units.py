"""What a text, a cell or a note holds → the units that are aligned: paragraphs, tables, controls, regions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, TypeAlias

from lxml import etree

from treatydraft.comparison.blocks import Block
from treatydraft.comparison.tokens import words
from treatydraft.reports.redline.side import Side, W

UnitKind: TypeAlias = Literal["paragraph", "table", "control", "region"]

_KINDS: Final[dict[str, UnitKind]] = {f"{W}p": "paragraph", f"{W}tbl": "table", f"{W}sdt": "control"}
# Stands between blocks and shows nothing.
MARKERS: Final = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
        "proofErr",
    )
)  # fmt: skip
APART: Final = frozenset({f"{W}sectPr", f"{W}tcPr", f"{W}sdtPr", f"{W}sdtEndPr"})
_TEXTS: Final = (f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen")
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True)
class Unit:
    """One or several elements that stay together; `first` is the place of the first among its siblings."""

    kind: UnitKind
    elements: tuple[etree._Element, ...]
    side: Side
    first: int

    @property
    def element(self) -> etree._Element:
        """The only element, of all kinds but regions."""
        return self.elements[0]

    @cached_property
    def text(self) -> str:
        """Its words as a person reads them."""
        return " ".join("".join(_texts(element)) for element in self.elements)

    @cached_property
    def key(self) -> bytes:
        """What it shows."""
        return b"".join(map(self.side.key, self.elements))

    @cached_property
    def ends_section(self) -> bool:
        """Whether it is a paragraph that ends a section."""
        return self.kind == "paragraph" and self.element.find(f"{W}pPr/{W}sectPr") is not None

    @property
    def block(self) -> Block:
        """As it is aligned: by its words, with those that show the same first."""
        return Block(words(self.text), (self.kind, self.ends_section, self.text))


def units(container: etree._Element, side: Side) -> tuple[Unit, ...]:
    """The units of a container in order; a field that goes over several blocks makes them a region."""
    return tuple(_units(container, side))


def _units(container: etree._Element, side: Side) -> Iterator[Unit]:
    region: list[etree._Element] = []
    first, depth = 0, 0
    for place, child in enumerate(container):
        if child.tag in APART or (child.tag in MARKERS and not region):
            continue
        first = first if region else place
        region.append(child)
        depth += _open_fields(child)
        if depth <= 0:
            kind = _KINDS.get(str(child.tag), "region") if len(region) == 1 else "region"
            yield Unit(kind, tuple(region), side, first)
            region, depth = [], 0
    if region:
        yield Unit("region", tuple(region), side, first)


def _open_fields(block: etree._Element) -> int:
    kinds = [mark.get(f"{W}fldCharType") for mark in block.iter(f"{W}fldChar")]
    return kinds.count("begin") - kinds.count("end")


def _texts(element: etree._Element) -> Iterator[str]:
    for text in element.iter(*_TEXTS, f"{W}p"):
        if text.tag == f"{W}t":
            yield text.text or ""
        else:
            yield " "
