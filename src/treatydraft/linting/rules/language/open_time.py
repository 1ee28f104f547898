"""A duty is to be done “promptly”, “in due course” or at another time that nobody can count.

## Why it matters
It may be meant so. But a duty without a day is one that a Party can always say it is about to fulfil.

## Wrong
    1. The Parties shall exchange the records of catches as soon as possible.

## Right
    1. The Parties shall exchange the records of catches within 30 days of the end of each month.

## Source
Drafting practice: a time limit is a number, a unit and a start.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.urgency import urgencies
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.language.vague_time import vague_time
from treatydraft.linting.text import Text


def open_time(text: Text) -> Iterator[Mark]:
    """Words for “soon” where a period could stand."""
    told = {(mark.clause, mark.span) for mark in vague_time(text)}
    for passage, match, measured in urgencies(text):
        if not measured and (passage.clause.id, match.span()) not in told:
            yield passage.mark(
                f"“{match[0]}” is no time that can be counted",
                match.span(),
                suggestion="write a period and its start, if the Parties agreed on one",
            )


RULE: Final = Rule("TD219", "info", open_time)
