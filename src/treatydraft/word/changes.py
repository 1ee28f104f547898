"""Say which tracked changes are read, and how a paragraph or a word was set before them."""

from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.received import Change, ChangeKind, Choice

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_DROPPED: Final[dict[Choice, ChangeKind | None]] = {
    "accepted": "deleted",
    "rejected": "inserted",
    "kept": None,
}

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


def changes_in(properties: etree._Element | None) -> list[Change]:
    """The changes of a row, a cell or the mark of a paragraph, as its properties say."""
    return [] if properties is None else [change(child) for child in properties if child.tag in KINDS]


def paragraph_properties(paragraph: etree._Element, choice: Choice) -> etree._Element | None:
    """The properties of a paragraph: those before the last change where changes are rejected."""
    return _before(paragraph.find(f"{_W}pPr"), "pPr", choice)


def run_properties(run: etree._Element, choice: Choice) -> etree._Element | None:
    """The properties of a run: those before the last change where changes are rejected."""
    return _before(run.find(f"{_W}rPr"), "rPr", choice)


def _before(properties: etree._Element | None, tag: str, choice: Choice) -> etree._Element | None:
    if properties is None or choice != "rejected":
        return properties
    changed = properties.find(f"{_W}{tag}Change")
    return properties if changed is None else changed.find(f"{_W}{tag}")
