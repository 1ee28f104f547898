"""Take elements out of a Word part and leave what has its other half elsewhere: ranges and sections."""

from collections import Counter
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.tag_places import PARAGRAPH

PROPERTIES = markup.name("w:pPr")
SECTION = f"{PROPERTIES}/{markup.name('w:sectPr')}"
_RANGES = ("bookmark", "perm", "commentRange", "moveFromRange", "moveToRange", *(
    f"customXml{change}Range" for change in ("Ins", "Del", "MoveFrom", "MoveTo")
))  # fmt: skip
RANGE_MARKS = {markup.name(f"w:{range_}{end}"): range_ for range_ in _RANGES for end in ("Start", "End")}
_COMMENT = markup.name("w:commentReference")
_COMMENT_MARKS = tuple(markup.name(f"w:commentRange{end}") for end in ("Start", "End"))


def halves(element: etree._Element) -> set[etree._Element]:
    """The marks in an element of ranges that begin or end outside it."""
    marks = {mark: (RANGE_MARKS[mark.tag], markup.value(mark, "w:id")) for mark in element.iter(*RANGE_MARKS)}
    counts = Counter(marks.values())
    return {mark for mark, key in marks.items() if counts[key] % 2}


def is_half(item: etree._Element | str, half: str) -> bool:
    """Whether something is the `Start` or the `End` of a range."""
    return not isinstance(item, str) and item.tag.endswith(half)


def replace(element: etree._Element, items: Iterable[etree._Element | str]) -> None:
    """Put elements and texts in the place of an element; the text that followed it still does."""
    for item in items:
        if isinstance(item, str):
            put_before(element, item)
        else:
            item.tail = None
            element.addprevious(item)
    put_before(element, element.tail or "")
    element.tail = None
    remove(element)


def remove(element: etree._Element) -> None:
    """Remove an element and the text that follows it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def drop_comments(root: etree._Element, element: etree._Element) -> None:
    """A comment on what goes is for the authors of the template: its range goes too, wherever it begins."""
    gone = {markup.value(reference, "w:id") for reference in element.iter(_COMMENT)}
    if gone:
        for mark in list(root.iter(*_COMMENT_MARKS)):
            if markup.value(mark, "w:id") in gone:
                replace(mark, ())


def section_of(element: etree._Element) -> list[etree._Element]:
    """An empty paragraph that ends the section that a paragraph ended, if it did."""
    if element.tag != PARAGRAPH or element.find(SECTION) is None:
        return []
    paragraph = etree.Element(PARAGRAPH)
    paragraph.append(deepcopy(element[0]))
    return [paragraph]


def put_before(element: etree._Element, text: str) -> None:
    """Put text right before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
