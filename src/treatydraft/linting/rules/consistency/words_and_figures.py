"""A number in words and the figure in brackets behind it are not the same number.

## Why it matters
Both are the text, and nobody can say which of the two was agreed. A dispute over a notice of “six (9) months”
is one over three months.

## Wrong
    1. Either Party may terminate this Agreement on six (9) months’ notice.

## Right
    1. Either Party may terminate this Agreement on six (6) months’ notice.

## Source
Drafting practice: a number that is given twice is checked twice; it is among the ten slips that reviews of
contracts report most.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.numerals import NUMBER, number_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_BRACKET: Final = re.compile(r"\w {0,2}\( {0,2}\w[\w -]{0,30}\)")  # before most brackets stands no number
_LONGEST: Final = 30  # characters of a number in words
_TWICE: Final = re.compile(
    rf"(?<![\w.,])(?P<first>{NUMBER}) {{0,2}}\( {{0,2}}(?P<second>{NUMBER}) {{0,2}}\)", re.IGNORECASE
)


def words_and_figures(text: Text) -> Iterator[Mark]:
    """Numbers given twice of which the two differ."""
    for passage, match in _twice(text):
        first, second = match["first"], match["second"]
        in_both = first.isdecimal() == second.isdecimal()
        if not in_both and number_of(first) != number_of(second):
            yield passage.mark(
                f"“{first}” and “{second}” are two numbers, and the text says that they are one",
                match.span(),
                suggestion="find out which of the two was agreed, and write it both times",
            )


def _twice(text: Text) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where a number stands before a bracket that holds one too."""
    for passage in text.passages:
        for near in _BRACKET.finditer(passage.folded):
            for match in _TWICE.finditer(passage.folded, max(0, near.start() - _LONGEST), near.end()):
                yield passage, match


RULE: Final = Rule("TD501", "error", words_and_figures, languages=())
