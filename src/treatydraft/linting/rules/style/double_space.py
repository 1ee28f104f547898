"""Two spaces stand where one belongs.

## Why it matters
It shows that words were cut there, and makes lines uneven; comparisons of texts stumble over it.

## Wrong
    1. The Parties shall  exchange records.

## Right
    1. The Parties shall exchange records.

## Source
House styles of treaty sections and publishers. A text that has two spaces after each full stop keeps them.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_SPACES: Final = re.compile(r"(?P<before>\S*)(?P<spaces>[ \u00a0]{2,})(?P<after>\S*)")
_STOP: Final = re.compile(r"[.!?:][\"”’)]?\Z")
_ONE: Final = re.compile(r"[a-z][.!?:][\"”’)]? (?=[A-Z“])")
_TWO: Final = re.compile(r"[a-z][.!?:][\"”’)]?  (?=[A-Z“])")


def double_space(text: Text) -> Iterator[Mark]:
    """Runs of spaces inside words and headings, also those that a reader of files has joined to one."""
    yield from _joined(text)
    doubled = [
        (passage, part, match)
        for passage in text.passages
        for part, words in _parts(passage.words, passage.clause.heading)
        if "  " in words or "\u00a0" in words
        for match in _SPACES.finditer(words)
        if match["before"] or match["after"]
    ]
    if not doubled:
        return
    typed = _is_typed(text)
    for passage, part, match in doubled:
        if not (typed and _STOP.search(match["before"])):
            yield passage.mark(
                f"{len(match['spaces'])} spaces stand where one belongs",
                match.span(),
                part=part,
                suggestion="leave one",
                replacement=f"{match['before']} {match['after']}",
            )


def _joined(text: Text) -> Iterator[Mark]:
    for clause, around in text.document.received.doubled_spaces:
        passage = text.by_id.get(clause)
        start = passage.words.find(around) if passage else -1
        if passage and start >= 0:
            span = (start, start + len(around))
            yield passage.mark("more than one space stands between these words", span, suggestion="leave one")


def _parts(words: str, heading: str) -> tuple[tuple[Part, str], ...]:
    return (("text", words), ("heading", heading))


def _is_typed(text: Text) -> bool:
    """Whether two spaces follow most full stops, as typists used to set them."""
    one = two = 0
    for passage in text.passages:
        one += len(_ONE.findall(passage.words))
        two += len(_TWO.findall(passage.words))
    return two > one


RULE: Final = Rule("TD906", "warning", double_space, languages=())
