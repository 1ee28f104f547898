"""Put other words in the place of some in a Word file, in the looks of those that stood there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from treatydraft.word.locating import SPACE, TEXT, paragraphs, places, runs_of
from treatydraft.word.package import open_package

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in one paragraph, spans of them that are apart, and what is to stand there instead."""

    words: str
    edits: tuple[tuple[Span, str], ...] = ()


def with_replacements(
    data: bytes, passages: Sequence[Passage], *, date: datetime | None
) -> tuple[bytes, list[bool]]:
    """The Word file with the new words, and for each edit in order whether it was made.

    The passages come in the order of the file. An edit is not made where no paragraph has the words, or where
    something other than words stands among them. Raises `PackageError` where the bytes are no Word file or
    are made to do harm.
    """
    package = open_package(data)
    found = paragraphs(package.tree(package.main()))
    whole = places([one.words for one in passages], found)
    done = [made for one, at in zip(passages, whole, strict=True) for made in _edit(at, one)]
    return (package.write(date or package.modified()) if any(done) else data), done


def _edit(paragraph: etree._Element | None, passage: Passage) -> list[bool]:
    if paragraph is None:
        return [False] * len(passage.edits)
    # All words are found before any changes, since the others are found by the whole passage.
    runs = [runs_of(paragraph, passage.words, span) for span, _ in passage.edits]
    return [
        _replace(some, passage.words[slice(*span)], new)
        for some, (span, new) in zip(runs, passage.edits, strict=True)
    ]


def _replace(runs: Sequence[etree._Element], old: str, new: str) -> bool:
    texts = [element for run in runs for element in run.iterchildren(TEXT)]
    if not texts or "".join(text.text or "" for text in texts) != old:
        return False
    texts[0].text = new
    texts[0].set(SPACE, "preserve")
    for text in texts[1:]:
        text.text = ""
    return True
