"""Lift the tags that stand for a paragraph, row, cell or run into the place of that element."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from treatydraft.word import markup, tag_alone, tag_cells, tag_joins, tag_marks, tag_stays, tag_text
from treatydraft.word.tag_places import CELL, PARAGRAPH, ROW, TEXT, Fault, Places, select
from treatydraft.word.tag_runs import DELETED, FIELD, RUN, set_text

_HOLDERS = {"tr": ROW, "tc": CELL, "p": PARAGRAPH}
_CALLED = {"tr": "table row", "tc": "table cell", "p": "paragraph"}
_RUN_PROPERTIES = markup.name("w:rPr")
_BREAK = markup.name("w:br")
_LONGEST_QUOTE = 60
# What prints something and is no text.
_SHOWN: dict[object, str] = {
    markup.name(f"w:{local}"): called
    for local, called in {
        "drawing": "a picture", "pict": "a picture", "object": "an object", "sym": "a symbol",
        "footnoteReference": "a footnote", "endnoteReference": "an endnote", "fldSimple": "a field",
    }.items()
}  # fmt: skip
_CONTENT = markup.name("w:sdtContent")
_EDGES = etree.XPath("//*[text()[1][starts-with(., '}') or substring(., string-length(.)) = '{']]")


@dataclass(slots=True)
class _Lift:
    """An element that goes, what comes in its place, and the words that would be lost with it."""

    element: etree._Element
    tag: str  # the first one that asks for it
    items: list[etree._Element | str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def lift(root: etree._Element) -> None:
    """Lift all tags of a repaired part; joins paragraphs first."""
    tag_joins.join(root)
    tag_cells.set_cells(root)
    lifts = [*_lifts(root)]
    holders = {parent for lift in lifts if (parent := lift.element.getparent()) is not None}
    for lifted in lifts:
        _apply(root, lifted)
    placed = [text.getparent() for text, tag in _tags(root) if tag_text.placement(tag) == "r"]
    for run in placed:
        if run is not None and run.getparent() is not None:  # a run of two tags is split once
            tag_marks.replace(run, _split(run))
    for holder in holders:
        tag_stays.keep_a_paragraph(holder)
    _guard_edges(root)


def faults(root: etree._Element, places: Places) -> Iterator[Fault]:
    """What lifting the tags of a repaired part would lose, and tags that nothing encloses."""
    for text, tag in _tags(root):
        if (kind := tag_text.placement(tag)) in _HOLDERS and _holder(text, kind) is None:
            hint = "write it without the letter, or put it in a table"
            yield Fault(f"{tag} stands in no {_CALLED[kind]}", hint, places.of(text))
    for lifted in _lifts(root):
        if words := " ".join("".join(lifted.lost).split()):
            quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
            called = next(_CALLED[kind] for kind, name in _HOLDERS.items() if name == lifted.element.tag)
            message = f"beside {lifted.tag} the {called} holds “{quote}”, which would be lost"
            yield Fault(message, f"give the tag a {called} of its own", places.of(_first_text(lifted)))


def _tags(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The tags that stand in texts of a part."""
    for text in list(root.iter(TEXT)):
        if text.text and "{" in text.text:
            for tag in tag_text.tags(text.text):
                yield text, tag


def _holder(text: etree._Element, kind: str) -> etree._Element | None:
    return next(text.iterancestors(_HOLDERS[kind]), None)


def _lifts(root: etree._Element) -> Iterator[_Lift]:
    """The elements to lift, outer ones only: what stands in a row goes with the row."""
    asked: dict[etree._Element, str] = {}
    for text, tag in _tags(root):
        kind = tag_text.placement(tag)
        holder = _holder(text, kind) if kind in _HOLDERS else None
        if holder is not None:
            asked.setdefault(holder, tag)
    for paragraph in tag_alone.alone(root):
        asked.setdefault(paragraph, "")
    for holder, tag in asked.items():
        if not any(outer in asked for outer in holder.iterancestors()):
            yield _read(_Lift(holder, tag))


def _read(lifted: _Lift) -> _Lift:
    """Sort what an element holds into what stays and what would be lost."""
    halves = tag_marks.halves(lifted.element)
    for element in lifted.element.iter():
        if element in halves:
            lifted.items.append(element)
        elif element.tag == TEXT:
            _read_text(lifted, element)
        elif called := _shown(element):
            lifted.lost.append(f"[{called}]")
    return lifted


def _read_text(lifted: _Lift, element: etree._Element) -> None:
    text, at = element.text or "", 0
    if not text.strip() or next(element.iterancestors(*DELETED), None) is not None:
        return
    for span in tag_text.spans(text):
        tag = text[span.start : span.end]
        lifted.lost.append(text[at : span.start])
        at = span.end
        if tag.startswith("{{") and _HOLDERS.get(tag_text.placement(tag)) != lifted.element.tag:
            lifted.lost.append(tag)
        else:
            lifted.items.append(tag_text.unplaced(tag))
    lifted.lost.append(text[at:])


def _shown(element: etree._Element) -> str:
    if element.tag == FIELD and markup.value(element, "w:fldCharType") == "begin":
        return "a field"
    if element.tag == _BREAK and markup.value(element, "w:type") not in ("", "textWrapping"):
        return f"a {markup.value(element, 'w:type')} break"
    return _SHOWN.get(element.tag, "")


def _first_text(lifted: _Lift) -> etree._Element:
    """Where the tag stands that asks for a row or cell."""
    texts = (text for text, tag in _tags(lifted.element) if tag == lifted.tag)
    return next(texts, lifted.element)


def _apply(root: etree._Element, lifted: _Lift) -> None:
    tag_marks.drop_comments(root, lifted.element)
    items = [item for item in lifted.items if isinstance(item, str) or item.getparent() is not None]
    tags = [item for item in items if isinstance(item, str)]
    items = _outside_block(items, tag_marks.section_of(lifted.element), tags)
    printing = any(tag.startswith("{{") for tag in tags)
    tag_marks.replace(lifted.element if printing else _widest(lifted.element), items)


def _outside_block(
    items: list[etree._Element | str], section: list[etree._Element], tags: list[str]
) -> list[etree._Element | str]:
    """What ends beside a tag that opens a block ends before it; what begins beside one that closes, after it.

    The end of a section stands once, whatever a loop repeats.
    """
    if tags and tag_text.word(tags[-1]).startswith("end"):
        return [*sorted(items, key=lambda item: tag_marks.is_half(item, "Start")), *section]
    return [*section, *sorted(items, key=lambda item: not tag_marks.is_half(item, "End"))]


def _widest(element: etree._Element) -> etree._Element:
    """The content control that holds nothing else than an element: its two halves would stand apart."""
    content = element.getparent()
    while content is not None and content.tag == _CONTENT and len(content) == 1 and not _has_words(content):
        control = content.getparent()
        if control is None:
            break
        element, content = control, control.getparent()
    return element


def _has_words(content: etree._Element) -> bool:
    return bool((content.text or "").strip() or any((child.tail or "").strip() for child in content))


def _split(run: etree._Element) -> Iterable[etree._Element | str]:
    """A run as runs before and after its tags, all in its format, and the tags between them."""
    items: list[etree._Element | str] = []
    for child in list(run):
        if child.tag == _RUN_PROPERTIES:
            continue
        for piece in _split_text(child) if child.tag == TEXT else [child]:
            if isinstance(piece, str):
                items.append(piece)
                continue
            if not items or isinstance(items[-1], str):
                items.append(_like(run))
            items[-1].append(piece)  # type: ignore[union-attr]  # it is no text, as just seen
    return items


def _like(run: etree._Element) -> etree._Element:
    """An empty run in the same format."""
    copy = etree.Element(RUN, {str(key): str(value) for key, value in run.attrib.items()})
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        copy.append(deepcopy(properties))
    return copy


def _split_text(element: etree._Element) -> Iterator[etree._Element | str]:
    text, at = element.text or "", 0
    for span in tag_text.spans(text):
        tag = text[span.start : span.end]
        if tag_text.placement(tag) == "r":
            yield from _words(text[at : span.start])
            yield tag_text.unplaced(tag)
            at = span.end
    yield from _words(text[at:])


def _words(text: str) -> Iterator[etree._Element]:
    if text:
        element = etree.Element(TEXT)
        set_text(element, text)
        yield element


def _guard_edges(root: etree._Element) -> None:
    """A lone brace at the edge of a text is none of a tag, but docxtpl would join it with the next text's."""
    for element in select(_EDGES, root):
        text = element.text or ""
        if text.startswith("}"):
            text = tag_text.neutral(text[0]) + text[1:]
        if text.endswith("{"):
            text = text[:-1] + tag_text.neutral(text[-1])
        element.text = text
