"""Dates are written in two forms in one text.

## Why it matters
“13 June 2024” beside “June 14, 2024” shows that two texts were put together. With figures alone it can be
worse: 03.04.2024 is a day in March to some readers and a day in April to others.

## Wrong
    1. The Parties shall meet on 13 June 2025.
    2. They shall report by July 1, 2025, and again by 1 July 2026.

## Right
    1. The Parties shall meet on 13 June 2025.
    2. They shall report by 1 July 2025, and again by 1 July 2026.

## Source
The house styles of treaty sections, which set one form: day, month and year in British and United Nations
practice, month, day and year in that of the United States.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from treatydraft.linting.features.written_dates import Form, WrittenDate
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_LIKE: Final[Mapping[Form, str]] = {
    "day-first": "13 June 2024",
    "month-first": "June 13, 2024",
    "dotted": "13.06.2024",
    "slashed": "13/06/2024",
    "iso": "2024-06-13",
}
_WORDED: Final = ("day-first", "month-first")


def mixed_date_form(text: Text) -> Iterator[Mark]:
    """Dates in another form than most dates of the text."""
    found = [(passage, date) for passage in text.passages for date in passage.dates if _is_own(passage, date)]
    usual = _usual([date.form for _, date in found])
    for passage, date in found:
        if date.form != usual and date.exists:
            yield passage.mark(
                f"most dates of this text are written like {_LIKE[usual]}",
                (date.start, date.end),
                suggestion=f"write the date like {_LIKE[usual]}",
            )


def _is_own(passage: Passage, date: WrittenDate) -> bool:
    """Whether the form is the text's own: `this 13th day of June, 2024` is that of the closing formula."""
    formula = "day of" in passage.folded[date.start : date.end]
    return date.year is not None and not formula and not passage.is_cited(date.start, date.end)


def _usual(forms: list[Form]) -> Form:
    """The form of most dates; of two that are as frequent, the one in words, then the first."""
    counts = Counter(forms)
    return max(counts, key=lambda form: (counts[form], form in _WORDED), default="day-first")


RULE: Final = Rule("TD507", "warning", mixed_date_form)
