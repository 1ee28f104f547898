"""Say which tracked changes are read, and how a paragraph or a word was set before them."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.counting import counted
from treatydraft.word.received import Change, ChangeKind, Choice

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_DROPPED: Final[dict[Choice, ChangeKind | None]] = {
    "accepted": "deleted",
    "rejected": "inserted",
    "kept": None,
}

# A number as Word notes it before a change, level by level: `%1:3:0:.` is the third, in digits, with a stop.
_FORMER: Final = re.compile(r"%\d:(\d{1,9}):(\d{1,3}):")
_FORMER_FORMATS: Final = {
    "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter", "5": "ordinal",
    "23": "none",
}  # fmt: skip

_ORDER: Final[tuple[ChangeKind, ...]] = ("inserted", "deleted")

# The elements that hold, or stand for, what was inserted or deleted.
KINDS: Final[dict[str, ChangeKind]] = {
    f"{_W}ins": "inserted",
    f"{_W}moveTo": "inserted",
    f"{_W}cellIns": "inserted",
    f"{_W}del": "deleted",
    f"{_W}moveFrom": "deleted",
    f"{_W}cellDel": "deleted",
}


def change(element: etree._Element) -> Change:
    """The change that an element stands for."""
    return Change(KINDS[str(element.tag)], markup.value(element, "w:author"), markup.value(element, "w:date"))


def is_dropped(kind: ChangeKind, choice: Choice) -> bool:
    """Whether words so changed are not read."""
    return _DROPPED[choice] == kind


def innermost(open_changes: Sequence[Change]) -> tuple[Change, ...]:
    """What the changes around words come to: who inserted them, then who deleted them."""
    last = {change.kind: change for change in open_changes}
    return tuple(last[kind] for kind in _ORDER if kind in last)


def changes_in(properties: etree._Element | None) -> list[Change]:
    """The changes of a row, a cell or the mark of a paragraph, as its properties say."""
    return [] if properties is None else [change(child) for child in properties if child.tag in KINDS]


def paragraph_properties(paragraph: etree._Element, choice: Choice) -> etree._Element | None:
    """The properties of a paragraph: those before the last change where changes are rejected."""
    properties = _before(paragraph.find(f"{_W}pPr"), "pPr", choice)
    if choice != "rejected" or properties is None or properties.find(f"{_W}numPr/{_W}ins") is None:
        return properties
    without = deepcopy(properties)
    for numbering in without.findall(f"{_W}numPr"):
        without.remove(numbering)
    return without


def former_label(properties: etree._Element | None, choice: Choice) -> str | None:
    """The number that a paragraph had before its numbering changed, where changes are rejected."""
    if properties is None or choice != "rejected":
        return None
    former = properties.find(f"{_W}numPr/{_W}numberingChange")
    if former is None:
        return None
    return _FORMER.sub(
        lambda number: counted(int(number[1]), _FORMER_FORMATS.get(number[2], "decimal")),
        markup.value(former, "w:original"),
    )


def run_properties(run: etree._Element, choice: Choice) -> etree._Element | None:
    """The properties of a run: those before the last change where changes are rejected."""
    return _before(run.find(f"{_W}rPr"), "rPr", choice)


def _before(properties: etree._Element | None, tag: str, choice: Choice) -> etree._Element | None:
    if properties is None or choice != "rejected":
        return properties
    changed = properties.find(f"{_W}{tag}Change")
    return properties if changed is None else changed.find(f"{_W}{tag}")
