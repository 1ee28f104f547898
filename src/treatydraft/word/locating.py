"""Find words of a text in the paragraphs of a Word file, and part its runs so that they stand alone."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from treatydraft.word import markup

RUN: Final = markup.name("w:r")
TEXT: Final = markup.name("w:t")
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PARAGRAPH: Final = markup.name("w:p")
_PROPERTIES: Final = markup.name("w:rPr")
_WORDS: Final = {
    markup.name("w:tab"): "\t",
    markup.name("w:br"): "\n",
    markup.name("w:cr"): "\n",
    markup.name("w:noBreakHyphen"): "-",
}


def paragraphs(root: etree._Element) -> list[etree._Element]:
    """The paragraphs of a text that have words, in order."""
    return [element for element in root.iter(_PARAGRAPH) if _text(element).strip()]


def places(words: Sequence[str], paragraphs: Sequence[etree._Element]) -> Iterator[etree._Element | None]:
    """The paragraph of each passage, which come in order: the next that has its words, else the first."""
    texts = [_squeezed(_text(paragraph)) for paragraph in paragraphs]
    after = 0
    for passage in words:
        sought = _squeezed(passage)
        number = _find(sought, texts, after) if sought else None
        if number is not None:
            after = number
        yield None if number is None else paragraphs[number]


def runs_of(paragraph: etree._Element, words: str, span: tuple[int, int]) -> list[etree._Element]:
    """The runs that hold just the words of a span of a passage; of an empty span, all of the passage.

    Runs are parted for that. Where the paragraph has the words otherwise, these are all its runs.
    """
    start, end = _span(_text(paragraph), words, span)
    _cut(paragraph, end)
    _cut(paragraph, start)
    return list(_between(paragraph, start, end)) or [run for run, _ in _pieces(paragraph)]


def _find(words: str, texts: Sequence[str], after: int) -> int | None:
    for places in (range(after, len(texts)), range(after)):
        for number in places:
            if words in texts[number]:
                return number
    # A title that runs over several paragraphs begins with one of them.
    return next((n for n, text in enumerate(texts) if len(text) > 1 and words.startswith(text)), None)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _text(paragraph: etree._Element) -> str:
    return "".join(text for _, text in _pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The runs of a paragraph, without those of text boxes in it, each with its words."""
    for run in paragraph.iter(RUN):
        if next(run.iterancestors(markup.name("w:p"))) is paragraph:
            yield run, "".join(map(_words, run))


def _words(element: etree._Element) -> str:
    return (element.text or "") if element.tag == TEXT else _WORDS.get(str(element.tag), "")


def _span(text: str, words: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span of the passage's words as one of the paragraph's, whatever blanks either has."""
    inside = _squeezed(words[slice(*span)] if span[1] > span[0] else words)
    before = _squeezed(words[: span[0]])
    held = [place for place, sign in enumerate(text) if not sign.isspace()]
    squeezed = _squeezed(text)
    first = squeezed.find(_squeezed(words)) + len(before)
    if not inside or squeezed[first : first + len(inside)] != inside:
        return 0, len(text)
    return held[first], held[first + len(inside) - 1] + 1


def _cut(paragraph: etree._Element, place: int) -> None:
    """Part the run in which a place of the text lies."""
    at = 0
    for run, text in list(_pieces(paragraph)):
        if at < place < at + len(text):
            _part(run, place - at)
            return
        at += len(text)


def _part(run: etree._Element, place: int) -> None:
    """Give what stands behind a place of a run to a second run of the same looks."""
    second = deepcopy(run)
    second.tail = None
    at = 0
    for first, copied in zip(list(run), list(second), strict=True):
        if first.tag == _PROPERTIES:
            continue
        length = len(_words(first))
        if at + length <= place:
            second.remove(copied)
        elif at >= place:
            run.remove(first)
        else:  # only words are longer than one sign
            _split_words(first, copied, place - at)
        at += length
    run.addnext(second)


def _split_words(first: etree._Element, second: etree._Element, place: int) -> None:
    text = first.text or ""
    first.text, second.text = text[:place], text[place:]
    for one in (first, second):
        one.set(SPACE, "preserve")


def _between(paragraph: etree._Element, start: int, end: int) -> Iterator[etree._Element]:
    """The runs that hold words between two places."""
    at = 0
    for run, text in _pieces(paragraph):
        if at < end and start < at + len(text):
            yield run
        at += len(text)
