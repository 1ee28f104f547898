"""A day of the week does not belong to its date.

## Why it matters
One of the two is wrong, and the reader cannot tell whether the day of the week or the date was meant.

## Wrong
    1. The Joint Committee shall meet for the first time on Thursday, 14 June 2024.

## Right
    1. The Joint Committee shall meet for the first time on Friday, 14 June 2024.

## Source
The Gregorian calendar. Drafting practice leaves the day of the week out.
"""

from calendar import day_name
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def wrong_weekday(text: Text) -> Iterator[Mark]:
    """Dates that fall on another day of the week than the text says."""
    for passage in text.passages:
        for date in passage.dates:
            if date.weekday is not None and date.value and date.value.weekday() != date.weekday:
                words = passage.words[date.start : date.end]
                yield passage.mark(
                    f"{words} is a {day_name[date.value.weekday()]}, not a {day_name[date.weekday]}",
                    (date.start, date.end),
                    suggestion="check the date, then leave the day of the week out",
                )


RULE: Final = Rule("TD504", "error", wrong_weekday)
