"""Write comments into a Word file, each on words of a paragraph; nothing else of the file changes.

Comments: ECMA-376, part 1, 17.13.4. A comment stands in a part of its own and has, in the text, a start, an
end and a reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.locating import RUN, SPACE, TEXT, paragraphs, places, runs_of
from treatydraft.word.package import RELATIONS, Package, open_package

_PART: Final = "word/comments.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


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


def with_comments(data: bytes, passages: Sequence[Passage], *, author: str, date: datetime | None) -> bytes:
    """The Word file with the comments, made at the date or else when the file was saved.

    A comment on words that no paragraph has stands at the first paragraph of the text. Raises `PackageError`
    where the bytes are no Word file or are made to do harm.
    """
    package = open_package(data)
    found = paragraphs(package.tree(package.main()))
    if not found:
        return data
    date = date or package.modified()
    writer = _Writer(_comments_of(package), author, date.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for passage, paragraph in zip(passages, places([one.words for one in passages], found), strict=True):
        for comment in passage.comments:
            if paragraph is None:
                writer.write(found[0], Comment(comment.text), "")
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


class _Writer:
    def __init__(self, comments: etree._Element, author: str, date: str) -> None:
        self._comments = comments
        self._author = author
        self._date = date
        taken = (int(one.get(markup.name("w:id"), "-1")) for one in comments)
        self._next = max(taken, default=-1) + 1

    def write(self, paragraph: etree._Element, comment: Comment, words: str) -> None:
        """One comment on a paragraph, on the words of the span where the paragraph has them."""
        runs = runs_of(paragraph, words, comment.span)
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
            words = etree.SubElement(etree.SubElement(paragraph, RUN), TEXT)
            words.text = line
            words.set(SPACE, "preserve")
        return found


def _mark(name: str, identity: str) -> etree._Element:
    return markup.fragment(f'<{name} w:id="{identity}"/>')
