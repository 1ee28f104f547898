"""Join paragraphs at `{%-` and `-%}`, as docxtpl means it, without losing what stands beside the tag."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from treatydraft.word import markup, tag_marks, tag_text
from treatydraft.word.tag_marks import PROPERTIES, RANGE_MARKS, SECTION
from treatydraft.word.tag_places import PARAGRAPH, TEXT, select
from treatydraft.word.tag_runs import RUN, set_text

_DASHED = etree.XPath(
    "//w:t[contains(., '{%-') or contains(., '-%}')]", namespaces={"w": markup.NAMESPACES["w"]}
)
_RUN_PROPERTIES = markup.name("w:rPr")


@dataclass(slots=True)
class _Wish:
    """Whether a paragraph is to be joined with the one before and the one after it."""

    before: bool = False
    after: bool = False


def join(root: etree._Element) -> None:
    """Join paragraphs and take the dashes away; a tag that is lifted out of its paragraph joins none."""
    wishes: dict[etree._Element, _Wish] = {}
    for text in select(_DASHED, root):
        paragraph = next(text.iterancestors(PARAGRAPH), None)
        if paragraph is not None and not _is_lifted(paragraph):
            _read_dashes(text, paragraph, wishes.setdefault(paragraph, _Wish()))
    _spread(wishes)
    for paragraph in list(root.iter(PARAGRAPH)) if wishes else []:
        _join_with_next(paragraph, wishes)


def _is_lifted(paragraph: etree._Element) -> bool:
    return any(
        tag_text.placement(tag) in ("p", "tr", "tc")
        for text in paragraph.iter(TEXT)
        for tag in tag_text.tags(text.text or "")
    )


def _read_dashes(text: etree._Element, paragraph: etree._Element, wish: _Wish) -> None:
    """Strip the blanks beside the dashes in a text, and see whether only a paragraph's edge remains."""
    words = text.text or ""
    before, after = _around(paragraph, text)
    for span in reversed(tag_text.spans(words)):
        tag = words[span.start : span.end]
        if not tag.startswith("{%") or tag == tag_text.undashed(tag):
            continue
        head, tail = words[: span.start], words[span.end :]
        if tag.startswith("{%-"):
            head = head.rstrip()
            wish.before |= not (before + head).strip()
        if tag.endswith("-%}"):
            tail = tail.lstrip()
            wish.after |= not (tail + after).strip()
        words = head + tag_text.undashed(tag) + tail
    set_text(text, words)


def _around(paragraph: etree._Element, text: etree._Element) -> tuple[str, str]:
    """The words of a paragraph before and after one of its texts."""
    texts = list(paragraph.iter(TEXT))
    at = texts.index(text)
    before, after = texts[:at], texts[at + 1 :]
    return "".join(t.text or "" for t in before), "".join(t.text or "" for t in after)


def _spread(wishes: dict[etree._Element, _Wish]) -> None:
    """Empty paragraphs on the way are joined too, as docxtpl does it."""
    for paragraph, wish in list(wishes.items()):
        while wish.after and (following := _next(paragraph)) is not None and _is_empty(following):
            paragraph, wish = following, wishes.setdefault(following, _Wish())  # noqa: PLW2901 - one by one
            wish.after = True
    for paragraph, wish in list(wishes.items()):
        while wish.before and (previous := _previous(paragraph)) is not None and _is_empty(previous):
            paragraph, wish = previous, wishes.setdefault(previous, _Wish())  # noqa: PLW2901 - the same
            wish.before = True


def _join_with_next(paragraph: etree._Element, wishes: dict[etree._Element, _Wish]) -> None:
    """Join a paragraph with all that follow it and wish it; those joined before have no parent any more."""
    wish = wishes.get(paragraph, _Wish())
    while paragraph.getparent() is not None and (following := _next(paragraph)) is not None:
        next_wish = wishes.get(following, _Wish())
        if not (wish.after or next_wish.before) or not _can_join(paragraph, following):
            return
        _append(paragraph, following)
        wish = next_wish


def _next(paragraph: etree._Element) -> etree._Element | None:
    return _paragraph_in(paragraph.itersiblings())


def _previous(paragraph: etree._Element) -> etree._Element | None:
    return _paragraph_in(paragraph.itersiblings(preceding=True))


def _paragraph_in(siblings: Iterator[etree._Element]) -> etree._Element | None:
    """The nearest paragraph, where nothing but marks of ranges stands between."""
    nearest = next((element for element in siblings if element.tag not in RANGE_MARKS), None)
    return nearest if nearest is not None and nearest.tag == PARAGRAPH else None


def _is_empty(paragraph: etree._Element) -> bool:
    return all(child.tag == PROPERTIES or child.tag in RANGE_MARKS for child in paragraph)


def _can_join(paragraph: etree._Element, following: etree._Element) -> bool:
    return paragraph.find(SECTION) is None and not _is_lifted(paragraph) and not _is_lifted(following)


def _append(paragraph: etree._Element, following: etree._Element) -> None:
    """Move the content of a paragraph to the end of the one before it, whose properties hold for both."""
    last = paragraph[-1] if len(paragraph) else None
    section = following.find(SECTION)
    content = [child for child in following if child.tag != PROPERTIES]
    paragraph.extend([*_between(paragraph, following), *content])
    tag_marks.replace(following, ())
    if section is not None:
        _properties(paragraph).append(section)
    if last is not None and content and last.getnext() is content[0]:
        _fuse(last, content[0])


def _between(paragraph: etree._Element, following: etree._Element) -> list[etree._Element]:
    marks = []
    for element in paragraph.itersiblings():
        if element is following:
            break
        marks.append(element)
    return marks


def _properties(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(PROPERTIES)
    if properties is None:
        properties = etree.Element(PROPERTIES)
        paragraph.insert(0, properties)
    return properties


def _fuse(run: etree._Element, following: etree._Element) -> None:
    """Two runs of one format that end and begin with text become one, as docxtpl leaves them."""
    if run.tag != RUN or following.tag != RUN or _format(run) != _format(following):
        return
    content = [child for child in following if child.tag != _RUN_PROPERTIES]
    if not content or content[0].tag != TEXT or not len(run) or run[-1].tag != TEXT:
        return
    set_text(run[-1], (run[-1].text or "") + (content[0].text or ""))
    run.extend(content[1:])
    tag_marks.remove(following)


def _format(run: etree._Element) -> bytes:
    properties = run.find(_RUN_PROPERTIES)
    return b"" if properties is None else etree.tostring(properties, method="c14n", with_tail=False)
