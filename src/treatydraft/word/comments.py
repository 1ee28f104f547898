"""Write comments into a Word file, each on words of a paragraph; nothing else of the file changes.

Comments: ECMA-376, part 1, 17.13.4. A comment stands in a part of its own and has, in the text, a start, an
end and a reference.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import RELATIONS, Package, open_package

_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WORDS: Final = {markup.name("w:tab"): "\t", markup.name("w:br"): "\n", markup.name("w:cr"): "\n",
                 markup.name("w:noBreakHyphen"): "-"}  # fmt: skip
_TEXT: Final = markup.name("w:t")
_RUN: Final = markup.name("w:r")
_PROPERTIES: Final = markup.name("w:rPr")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of some words of a passage; of an empty span, of all of them."""

    text: str
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in one paragraph, and what is said of them; passages come in the order of the file."""

    words: str
    comments: tuple[Comment, ...] = ()


def with_comments(data: bytes, passages: Sequence[Passage], *, author: str, date: datetime) -> bytes:
    """The Word file with the comments.

    A comment on words that no paragraph has stands at the first paragraph of the text. Raises `PackageError`
    where the bytes are no Word file or are made to do harm.
    """
    package = open_package(data)
    root = package.tree(package.main())
    paragraphs = [element for element in root.iter(markup.name("w:p")) if _text(element).strip()]
    if not paragraphs:
        return data
    writer = _Writer(_comments_of(package), author, date.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for passage, paragraph in zip(passages, _places(passages, paragraphs), strict=True):
        for comment in passage.comments:
            if paragraph is None:
                writer.write(paragraphs[0], Comment(comment.text), "")
            else:
                writer.write(paragraph, comment, passage.words)
    return package.write(date)


def _comments_of(package: Package) -> etree._Element:
    """The root of the part with the comments, which is made where there is none."""
    main = package.main()
    if not (parts := package.related("comments")):
        package.add(_PART, f'<w:comments xmlns:w="{markup.NAMESPACES["w"]}"/>'.encode(), _TYPE,
                    f"{RELATIONS}comments", main)  # fmt: skip
        parts = (_PART,)
    return package.tree(parts[0])


def _places(
    passages: Sequence[Passage], paragraphs: Sequence[etree._Element]
) -> Iterator[etree._Element | None]:
    """The paragraph of each passage: the next one that holds its words, or else the first in the file."""
    texts = [_squeezed(_text(paragraph)) for paragraph in paragraphs]
    after = 0
    for passage in passages:
        words = _squeezed(passage.words)
        number = _find(words, texts, after) if words else None
        if number is not None:
            after = number
        yield None if number is None else paragraphs[number]


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
    for run in paragraph.iter(_RUN):
        if next(run.iterancestors(markup.name("w:p"))) is paragraph:
            yield run, "".join(map(_words, run))


def _words(element: etree._Element) -> str:
    return (element.text or "") if element.tag == _TEXT else _WORDS.get(str(element.tag), "")


class _Writer:
    def __init__(self, comments: etree._Element, author: str, date: str) -> None:
        self._comments = comments
        self._author = author
        self._date = date
        taken = (int(one.get(markup.name("w:id"), "-1")) for one in comments)
        self._next = max(taken, default=-1) + 1

    def write(self, paragraph: etree._Element, comment: Comment, words: str) -> None:
        """One comment on a paragraph, on the words of the span where the paragraph has them."""
        start, end = _span(_text(paragraph), words, comment.span)
        _cut(paragraph, end)
        _cut(paragraph, start)
        runs = list(_between(paragraph, start, end)) or [run for run, _ in _pieces(paragraph)]
        identity = str(self._next)
        self._next += 1
        runs[0].addprevious(_mark("w:commentRangeStart", identity))
        last = _mark("w:commentRangeEnd", identity)
        runs[-1].addnext(last)
        last.addnext(markup.fragment(f'<w:r><w:commentReference w:id="{identity}"/></w:r>'))
        self._comments.append(self._comment(identity, comment.text))

    def _comment(self, identity: str, text: str) -> etree._Element:
        found = markup.fragment("<w:comment/>")
        for name, value in (("id", identity), ("author", self._author), ("date", self._date),
                            ("initials", self._author[:2])):  # fmt: skip
            found.set(markup.name(f"w:{name}"), value)
        for line in text.split("\n"):
            paragraph = etree.SubElement(found, markup.name("w:p"))
            words = etree.SubElement(etree.SubElement(paragraph, _RUN), _TEXT)
            words.text = line
            words.set(_SPACE, "preserve")
        return found


def _mark(name: str, identity: str) -> etree._Element:
    return markup.fragment(f'<{name} w:id="{identity}"/>')


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
        one.set(_SPACE, "preserve")


def _between(paragraph: etree._Element, start: int, end: int) -> Iterator[etree._Element]:
    """The runs that hold words between two places."""
    at = 0
    for run, text in _pieces(paragraph):
        if at < end and start < at + len(text):
            yield run
        at += len(text)
