"""Find the links, controls and tracked insertions in a paragraph that hold one half of a block."""

from collections.abc import Iterator

from lxml import etree

from treatydraft.word import markup, tag_text
from treatydraft.word.tag_alone import MIDDLE, OPENING
from treatydraft.word.tag_marks import put_before, remove
from treatydraft.word.tag_places import PARAGRAPH, TEXT

# These go without loss: an insertion is read as accepted, and smart tags say nothing to Word any more.
_SMART_TAG = markup.name("w:smartTag")
_UNWRAPPED = (markup.name("w:ins"), markup.name("w:moveTo"), _SMART_TAG)
_TEXT_BOX = markup.name("w:txbxContent")
_KEPT = {
    markup.name(f"w:{local}"): called
    for local, called in {
        "hyperlink": "link", "fldSimple": "field", "sdtContent": "content control",
    }.items()
}  # fmt: skip
_PROPERTIES = markup.name("w:smartTagPr")


def unwrap(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Unwrap the runs of insertions that hold one half of a block; gives the paragraphs and tags."""
    for wrap in list(root.iter(*_UNWRAPPED)):
        paragraph = next(wrap.iterancestors(PARAGRAPH), None)
        if paragraph is not None and (tag := _half(wrap)):
            for child in list(wrap):
                if child.tag != _PROPERTIES:
                    wrap.addprevious(child)
            put_before(wrap, wrap.tail or "")
            remove(wrap)
            if wrap.tag != _SMART_TAG:
                yield paragraph, tag


def halves(root: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Links, fields and controls in a paragraph that hold one half of a block: each with the tag."""
    for wrap in root.iter(*_KEPT):
        around = next(wrap.iterancestors(PARAGRAPH, _TEXT_BOX), None)
        if around is not None and around.tag == PARAGRAPH and (tag := _half(wrap)):
            yield wrap, _KEPT[wrap.tag], tag


def _half(wrap: etree._Element) -> str:
    """The first tag in an element of a block that does not open and close in it."""
    unclosed: list[str] = []
    for text in wrap.iter(TEXT):
        for tag in tag_text.tags(text.text or ""):
            word = tag_text.word(tag)
            if word in OPENING:
                unclosed.append(tag)
            elif not unclosed and (word in MIDDLE or word.startswith("end")):
                return tag
            elif word.startswith("end"):
                unclosed.pop()
    return unclosed[0] if unclosed else ""
