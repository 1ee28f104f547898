"""A heading ends with a full stop, a comma or a semicolon.

## Why it matters
A heading is no sentence; a mark behind it is often left from words that were struck.

## Wrong
    Article 1 # Scope.
      1. The Parties shall meet.
    Article 2 # Data
      1. The Parties shall exchange data.

## Right
    Article 1 # Scope
      1. The Parties shall meet.
    Article 2 # Data, etc.
      1. The Parties shall exchange data.

## Source
House styles of treaty sections and publishers.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.english import ABBREVIATIONS
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import TITLE, Text

_MARK: Final = re.compile(r"(?P<word>[\w.]*)(?P<marks>[.,;]+)\s*\Z")
_REACH: Final = 40


def end_mark_in_heading(text: Text) -> Iterator[Mark]:
    """Headings and titles with a mark at the end, unless most have one."""
    headings = [(passage, passage.clause.heading) for passage in text.passages if passage.clause.heading]
    found = [
        (passage, match) for passage, heading in headings if (match := _found(heading)) and not _short(match)
    ]
    if len(found) * 2 <= len(headings) or len(headings) == 1:
        for passage, match in found:
            yield passage.mark(
                "the heading ends with a mark", match.span(), part="heading", suggestion="take it away"
            )
    title = text.by_id[TITLE]
    if (match := _found(title.words)) and not _short(match):
        yield title.mark("the title ends with a mark", match.span(), suggestion="take it away")


def _found(words: str) -> re.Match[str] | None:
    return _MARK.search(words, max(0, len(words) - _REACH))


def _short(match: re.Match[str]) -> bool:
    return match["marks"] == "." and (match["word"].lower() in ABBREVIATIONS or "." in match["word"])


RULE: Final = Rule("TD915", "info", end_mark_in_heading, languages=())
