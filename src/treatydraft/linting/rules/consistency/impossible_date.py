"""A date is not in the calendar.

## Why it matters
A period that ends on the thirty-first of June ends on no day. The slip is nearly always one of two, the day
or the month, and after signature it takes a formal correction of the text to say which.

## Wrong
    1. This Agreement shall remain in force until 31 June 2029.

## Right
    1. This Agreement shall remain in force until 30 June 2029.

## Source
The Gregorian calendar; on mending errors after authentication, article 79 of the Vienna Convention on the Law
of Treaties.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def impossible_date(text: Text) -> Iterator[Mark]:
    """Dates that no calendar has."""
    for passage in text.passages:
        for date in passage.dates:
            if not date.exists:
                words = passage.words[date.start : date.end]
                yield passage.mark(
                    f"“{words}” is not in the calendar",
                    (date.start, date.end),
                    suggestion="find out which day was agreed",
                )


RULE: Final = Rule("TD503", "error", impossible_date, languages=())
