"""Straight quotation marks stand among curly ones, or the reverse.

## Why it matters
It shows where words were pasted from elsewhere, and looks careless in print.

## Wrong
    1. The “Charter” is Norland’s, and "the Rules" are Sudland’s.

## Right
    1. The “Charter” is Norland’s, and “the Rules” are Sudland’s.

## Source
House styles of treaty sections and publishers: one form of each mark throughout.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_STRAIGHT: Final = re.compile(r"['\"]")
_CURLY: Final = re.compile(r"[‘’“”]")
_MINUTES: Final = re.compile(r"\d\Z")
_PLAIN: Final = str.maketrans("‘’“”", "''\"\"")


def mixed_quotes(text: Text) -> Iterator[Mark]:
    """The form that is the rarer one in the text, each with the other instead."""
    pieces = [(passage, part, words) for passage in text.passages for part, words in _parts(passage) if words]
    straight = sum(words.count("'") + words.count('"') for *_, words in pieces)
    curly = sum(len(_CURLY.findall(words)) for *_, words in pieces)
    if not straight or not curly:
        return
    rarer = _STRAIGHT if straight <= curly else _CURLY
    for passage, part, words in pieces:
        for match in rarer.finditer(words):
            start, end = _word(words, match.start())
            if not _MINUTES.search(words[: match.start()]):
                better = _curled(words, match.start()) if rarer is _STRAIGHT else match[0].translate(_PLAIN)
                yield passage.mark(
                    f"{'straight' if rarer is _STRAIGHT else 'curly'} {match[0]} among marks of the "
                    f"other form",
                    (start, end),
                    part=part,
                    suggestion=f"write {better}",
                    replacement=words[start : match.start()] + better + words[match.end() : end],
                )


def _parts(passage: Passage) -> tuple[tuple[Part, str], ...]:
    return (("heading", passage.clause.heading), ("text", passage.words))


def _curled(words: str, at: int) -> str:
    """The curly mark that belongs there: an opening one at the head of a word."""
    before = words[at - 1 : at]
    opens = not before or before.isspace() or before in "([–—“‘"
    if words[at] == '"':
        return "“" if opens else "”"
    return "‘" if opens and not words[at + 1 : at + 2].isdigit() else "’"


def _word(words: str, at: int) -> tuple[int, int]:
    """The word in which the mark stands; no other such mark is in it."""
    start = end = at
    while start > 0 and words[start - 1].isalnum():
        start -= 1
    while end + 1 < len(words) and words[end + 1].isalnum():
        end += 1
    return start, end + 1


RULE: Final = Rule("TD908", "warning", mixed_quotes)
