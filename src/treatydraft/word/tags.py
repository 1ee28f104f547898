"""Repair the tags of a Word part on its tree, so that docxtpl's patterns cannot lose or break anything.

An engine calls, in this order, `repair_tags`, `lift_blocks`, docxtpl's `patch_xml` on the serialised part,
and `unescape_tags`; the result is source for Jinja. Braces that are words and no tags (in deleted text,
between `raw` and `endraw`, lone at the edge of a run) come out of it as references such as `&#123;`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from treatydraft.word import markup, tag_blocks, tag_runs, tag_text, tag_wraps
from treatydraft.word.tag_places import PARAGRAPH, TEXT, Fault, Note, Place, Places, Tag, select

__all__ = [
    "Fault", "Note", "Place", "Repair", "Tag", "clean_tags", "lift_blocks", "repair_tags", "unescape_tags",
]  # fmt: skip

_WORD_TEXTS = (*map(markup.name, ("w:delText", "w:delInstrText")), TEXT, tag_runs.CODE)
_TAGGED_TEXTS = etree.XPath("//*[text()[1][contains(., '{{') or contains(., '{%') or contains(., '{#')]]")
_TAGGED_ATTRIBUTES = etree.XPath("//*[@*[contains(., '{{') or contains(., '{%')]]")
_LONGEST_QUOTE = 40
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}


@dataclass(frozen=True, slots=True)
class Repair:
    """The tags of a part in the order in which they stand, and what is to be said of them."""

    tags: tuple[Tag, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]


def repair_tags(root: etree._Element) -> Repair:
    """Make each tag of a part stand whole in one text of one run, written as Jinja reads it.

    The format is that of the run where the tag begins. A part without tags is left as it is.
    """
    repairer = _Repairer(root)
    repairer.repair()
    return Repair(tuple(repairer.tags), tuple(repairer.faults), tuple(repairer.notes))


def lift_blocks(root: etree._Element) -> None:
    """Put the tags `{%p %}`, `{%tr %}`, `{%tc %}`, `{%r %}` in place of what they stand for.

    They become text between the elements, without their letter. Paragraphs that hold nothing but statements
    are lifted too where a whole block allows it, and paragraphs are joined at `{%-` and `-%}`. The part must
    have been repaired, and only serialised afterwards.
    """
    tag_blocks.lift(root)


def unescape_tags(xml: str) -> str:
    """The last step before Jinja: `&amp;` and the like in tags, also in attributes, become what they mean."""
    return tag_text.unescape(xml)


def clean_tags(text: str) -> str:
    """The same text with its tags as Jinja reads them; for text outside parts, such as a link's target."""
    for span in reversed([span for span in tag_text.spans(text) if span.closed]):
        text = text[: span.start] + tag_text.cleaned(text[span.start : span.end]) + text[span.end :]
    return text


class _Repairer:
    def __init__(self, root: etree._Element) -> None:
        self.tags: list[Tag] = []
        self.faults: list[Fault] = []
        self.notes: list[Note] = []
        self._root = root
        self._places = Places(root)
        self._raw = False  # between `raw` and `endraw`, which may stand in different paragraphs

    def repair(self) -> None:
        _neutralise_deleted(self._root)
        for paragraph in list(self._root.iter(PARAGRAPH)):
            if self._raw or not {"{", "}"}.isdisjoint(_all_text(paragraph)):
                self._paragraph(paragraph)
        self._raw = False
        self._other_texts()
        self._unwrap_blocks()
        self.faults += tag_blocks.faults(self._root, self._places)

    def _unwrap_blocks(self) -> None:
        for paragraph, tag in tag_wraps.unwrap(self._root):
            self._note_revision(tag, paragraph)
        for wrap, called, tag in tag_wraps.halves(self._root):
            message = f"{tag} stands in a {called}, and the other half of its block does not"
            hint = f"put the whole block into the {called}, or no part of it"
            self.faults.append(Fault(message, hint, self._places.of(wrap)))

    def _note_revision(self, tag: str, paragraph: etree._Element) -> None:
        message = f"a tracked change in {tag} is read as accepted"
        self.notes.append(Note(message, self._places.of(paragraph)))

    def _paragraph(self, paragraph: etree._Element) -> None:
        place = self._places.of(paragraph)
        for stream in tag_runs.streams(paragraph):
            for span, tag in reversed(list(self._cleaned(stream.text, place))):
                self._replace(paragraph, stream, span, tag)

    def _replace(
        self, paragraph: etree._Element, stream: tag_runs.Stream, span: tag_text.Span, tag: str
    ) -> None:
        touched = stream.replace(span.start, span.end, tag)
        if len(touched) == 1 and tag == stream.text[span.start : span.end]:
            return
        if tag_runs.revised(touched):
            self._note_revision(tag, paragraph)
        tag_runs.settle(paragraph, touched)

    def _cleaned(self, text: str, place: Place) -> Iterator[tuple[tag_text.Span, str]]:
        """The tags of a text and what to write instead of each."""
        for span in tag_text.spans(text):
            written = text[span.start : span.end]
            tag = tag_text.cleaned(written) if span.closed else ""
            if self._raw and tag_text.word(tag) != "endraw":
                yield span, tag_text.neutral(written)
            elif span.closed:
                self._raw = tag_text.word(tag) == "raw"
                self._record(written, tag, place)
                yield span, tag
            else:
                self.faults.append(_unclosed(text[span.start :], place))
        self._find_stray_closers(text, place)

    def _record(self, written: str, tag: str, place: Place) -> None:
        self.tags.append(Tag(written, place, tag_text.unplaced(tag)))
        if tag_text.has_ellipsis(written):
            message = f"in {written} three dots have become the one character …"
            self.faults.append(Fault(message, "type the dots again, or put quotes around them", place))

    def _find_stray_closers(self, text: str, place: Place) -> None:
        words = tag_text.outside(text)
        for opener, closer in _CLOSERS.items():
            if closer in words and opener not in words and not self._raw:
                self.notes.append(Note(f"{closer} stands here without {opener} and is printed", place))

    def _other_texts(self) -> None:
        """Texts of charts, formulas and properties, and attributes: each is taken by itself."""
        for element in select(_TAGGED_TEXTS, self._root):
            if element.text and element.tag not in _WORD_TEXTS:
                element.text = self._one_text(element.text, element)
        for element in select(_TAGGED_ATTRIBUTES, self._root):
            for name, text in element.items():
                element.set(name, self._one_text(str(text), element))

    def _one_text(self, text: str, holder: etree._Element) -> str:
        for span, tag in reversed(list(self._cleaned(text, self._places.of(holder)))):
            text = text[: span.start] + tag + text[span.end :]
        return text


def _neutralise_deleted(root: etree._Element) -> None:
    """Deleted text is part of the document's history and never evaluated."""
    for deletion in root.iter(*tag_runs.DELETED):
        texts = [text for text in deletion.iter(*_WORD_TEXTS) if text.text]
        if tag_text.has_edge("".join(text.text or "" for text in texts)):
            for text in texts:
                text.text = tag_text.neutral(text.text or "")


def _unclosed(text: str, place: Place) -> Fault:
    quote = text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
    hint = f"end it with {_CLOSERS[text[:2]]} before the paragraph ends"
    return Fault(f"the tag “{quote}” is never closed in its paragraph", hint, place)


def _all_text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
