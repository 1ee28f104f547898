"""Find the footnotes of an HTML page: links that look like a footnote mark and what they point down to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml.html import HtmlElement

from treatydraft.readers.html_settings import classes

_MARK: Final = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]{1,3}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})[\])]?", re.IGNORECASE)
_CALLS: Final = frozenset({"footnote-ref", "footnote-reference", "footnoteref", "noteref", "fn-ref"})
_BACK: Final = frozenset({"footnote-back", "footnote-backref", "reversefootnote"})
_BACK_MARKS: Final = ("↩", "↑", "^", "⏎")
_NOTE_BLOCKS: Final = frozenset({"li", "p", "div", "td", "dd", "dt", "aside", "section", "blockquote"})
_NOTE_PARTS: Final = frozenset({"notes", "footnotes", "endnotes"})


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Which elements call footnotes, which hold them, and which links lead back."""

    notes: dict[HtmlElement, HtmlElement]  # by the element that calls it
    marks: dict[HtmlElement, str]  # what the call of each note prints, where the note prints it too
    backlinks: frozenset[HtmlElement]  # and raised marks, with which notes begin
    parts: frozenset[HtmlElement]  # what holds the notes and their heading


def footnotes(root: HtmlElement) -> Footnotes:
    """The footnotes of a page. A note that is called twice belongs to its first call."""
    order = {element: place for place, element in enumerate(root.iter())}
    named = _named(order)
    notes: dict[HtmlElement, HtmlElement] = {}
    marks: dict[HtmlElement, str] = {}
    callers: set[HtmlElement] = set()
    for link in root.iter("a"):
        target = named.get(fragment(link))
        note = None if target is None else _block(target)
        if note is None or note in marks or not _is_call(link) or not _follows(note, link, order):
            continue
        notes[_whole(link)] = note
        marks[note] = words(link)
        callers.update((link, *link.iterancestors()))
    found = {note: frozenset(_backlinks(note, mark, named, callers)) for note, mark in marks.items()}
    return Footnotes(
        notes,
        {note: "" if found[note] else mark for note, mark in marks.items()},
        frozenset().union(*found.values()),
        frozenset(_parts(marks)),
    )


def fragment(link: HtmlElement) -> str:
    """The name of the place in this file that a link points to; empty where it points elsewhere."""
    target = link.get("href", "").strip()
    return unquote(target[1:]) if target.startswith("#") else ""


def words(element: HtmlElement) -> str:
    """The words inside an element, as they are compared."""
    return " ".join(str(element.text_content()).split())


def names(element: HtmlElement) -> Iterator[str]:
    """The names by which links find an element."""
    for attribute in ("id", "name") if element.tag == "a" else ("id",):
        if element.get(attribute):
            yield str(element.get(attribute))


def _named(elements: dict[HtmlElement, int]) -> dict[str, HtmlElement]:
    found: dict[str, HtmlElement] = {}
    for element in elements:
        for name in names(element):
            found.setdefault(name, element)
    return found


def _is_call(link: HtmlElement) -> bool:
    parent = link.getparent()
    raised = (parent is not None and parent.tag == "sup") or link.find(".//sup") is not None
    said = link.get("role") == "doc-noteref" or not _CALLS.isdisjoint(classes(link))
    return said or (raised and _MARK.fullmatch(words(link)) is not None)


def _whole(link: HtmlElement) -> HtmlElement:
    """The link with the `sup` around it that holds nothing else."""
    parent = link.getparent()
    if (
        parent is not None
        and parent.tag == "sup"
        and words(parent).strip("[]()") == words(link).strip("[]()")
    ):
        return parent
    return link


def _block(target: HtmlElement) -> HtmlElement | None:
    return next((one for one in (target, *target.iterancestors()) if one.tag in _NOTE_BLOCKS), None)


def _follows(note: HtmlElement, link: HtmlElement, order: dict[HtmlElement, int]) -> bool:
    # What comes later in the page lies in none of the elements around the link.
    return order[note] > order[link]


def _backlinks(
    note: HtmlElement, mark: str, named: dict[str, HtmlElement], callers: set[HtmlElement]
) -> Iterator[HtmlElement]:
    for link in note.iter("a"):
        said = link.get("role") == "doc-backlink" or not _BACK.isdisjoint(classes(link))
        sign = words(link)[:1] in _BACK_MARKS
        target = named.get(fragment(link))
        if said or sign or (target is not None and _calls(target, callers)):
            yield link
    raised = next(note.iter("sup"), None)
    if raised is not None and words(raised) == mark and words(note).startswith(mark):
        yield raised


def _calls(target: HtmlElement, callers: set[HtmlElement]) -> bool:
    parent = target.getparent()
    return target in callers or (target.tag == "a" and parent is not None and parent in callers)


def _parts(notes: dict[HtmlElement, str]) -> Iterator[HtmlElement]:
    for note in notes:
        for around in note.iterancestors():
            if around.get("role") == "doc-endnotes" or not _NOTE_PARTS.isdisjoint(classes(around)):
                yield around
