"""Words inserted at the end of a paragraph, with paragraphs inserted behind it → one insertion.

Both ways to mark this are right. But LibreOffice takes a mark between two insertions for an inserted one, so
the last of the paragraphs is given the mark that was there before, as if a person had typed on from the end.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final, TypeAlias

from lxml import etree

from treatydraft.reports.redline.side import W
from treatydraft.reports.redline.tracking import Tracker
from treatydraft.reports.redline.units import MARKERS, Unit

_APART: Final = (f"{W}rPr", f"{W}sectPr", f"{W}pPrChange")
_MARKS: Final = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_APART_FROM_MARK: Final = (*_MARKS, f"{W}rPrChange")


@dataclass(frozen=True, slots=True)
class Kept:
    """Blocks of the new text that stay as they are."""

    unit: Unit


Written: TypeAlias = Kept | etree._Element  # noqa: SLF001 - the type that lxml has


def shared(written: Iterable[Written], tracker: Tracker) -> Iterator[Written]:
    """The blocks, with such insertions as one."""
    held: list[etree._Element] = []  # a paragraph that ends with an insertion, and those inserted behind it
    for block in written:
        if held and not isinstance(block, Kept) and _is_inserted(block):
            held.append(block)
            continue
        yield from _settled(held, tracker)
        held = []
        if not isinstance(block, Kept) and _ends_inserted(block):
            held = [block]
        else:
            yield block
    yield from _settled(held, tracker)


def _settled(held: list[etree._Element], tracker: Tracker) -> list[etree._Element]:
    if len(held) > 1:
        _share(held[0], held[-1], tracker)
    return held


def _ends_inserted(block: etree._Element) -> bool:
    """Whether the last thing in a paragraph was inserted, and its mark was not."""
    content = _content(block)
    return block.tag == f"{W}p" and bool(content) and content[-1].tag == f"{W}ins" and _mark(block) is None


def _is_inserted(block: etree._Element) -> bool:
    """Whether all of a paragraph was inserted, and it ends no section."""
    mark = _mark(block)
    is_marked = mark is not None and mark.tag == f"{W}ins" and block.find(f"{W}pPr/{W}sectPr") is None
    return is_marked and all(child.tag == f"{W}ins" for child in _content(block))


def _content(block: etree._Element) -> list[etree._Element]:
    return [child for child in block if child.tag != f"{W}pPr" and child.tag not in MARKERS]


def _mark(block: etree._Element) -> etree._Element | None:
    """The change of the mark of a paragraph; a mark that ends a section counts as changed."""
    properties = block.find(f"{W}pPr")
    if properties is None:
        return None
    marks = properties.find(f"{W}rPr")
    found = [] if marks is None else [child for child in marks if child.tag in _MARKS]
    return found[0] if found else properties.find(f"{W}sectPr")


def _share(first: etree._Element, last: etree._Element, tracker: Tracker) -> None:
    """Let the mark of the first paragraph be an inserted one, and that of the last the one that was there."""
    properties, own = _properties(first), _properties(last)
    former = _former(properties, "pPrChange", _APART)
    former_mark = _former(properties.find(f"{W}rPr"), "rPrChange", _APART_FROM_MARK)
    tracker.mark(properties, "ins")
    marks, inserted = own.find(f"{W}rPr"), _mark(last)
    if marks is None or inserted is None:
        return
    marks.remove(inserted)
    if not _are_same(marks, former_mark, _APART_FROM_MARK):
        tracker.former(marks, former_mark, _APART_FROM_MARK)
    elif not len(marks):
        own.remove(marks)
    if not _are_same(own, former, _APART):
        tracker.former(own, former, _APART)


def _properties(paragraph: etree._Element) -> etree._Element:
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        paragraph.insert(0, found)
    return found


def _former(properties: etree._Element | None, record: str, apart: tuple[str, ...]) -> etree._Element:
    """What properties were before, which they do not record any more from then on."""
    made = etree.Element(f"{W}{record.removesuffix('Change')}")
    change = None if properties is None else properties.find(f"{W}{record}")
    if properties is not None and change is not None:
        properties.remove(change)
        made.extend(change[0])
    elif properties is not None:
        made.extend(deepcopy(child) for child in properties if child.tag not in apart)
    return made


def _are_same(one: etree._Element, other: etree._Element, apart: tuple[str, ...]) -> bool:
    shown = [
        [etree.tostring(child, method="c14n", exclusive=True) for child in side if child.tag not in apart]
        for side in (one, other)
    ]
    return shown[0] == shown[1]
