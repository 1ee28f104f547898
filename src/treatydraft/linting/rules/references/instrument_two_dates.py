"""One instrument is cited with two dates.

## Why it matters
One of the dates is wrong, or two instruments are meant; the reader cannot tell which.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the Agreement on Sea Boundaries of 3 May 1978,
    Enacting: Have agreed as follows:
    Article 1 # Relation to Other Agreements
      Nothing in this Agreement affects the Agreement on Sea Boundaries of 5 May 1978.

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the Agreement on Sea Boundaries of 3 May 1978,
    Enacting: Have agreed as follows:
    Article 1 # Relation to Other Agreements
      Nothing in this Agreement affects the Agreement on Sea Boundaries of 3 May 1978.

## Source
Practice: an instrument is known by its title and date; both are checked against the original.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_FEWEST: Final = 3  # words of a title that only one instrument has


def instrument_two_dates(text: Text) -> Iterator[Mark]:
    """Titles that come with a second date."""
    seen: dict[str, tuple[str, str]] = {}  # dates, and how they are printed, by titles and short names
    for one in text.mentions:
        if not one.date or len(one.title.split()) < _FEWEST:
            continue
        date, printed = next((seen[name] for name in one.names if name in seen), (one.date, one.printed))
        if not _agree(date, one.date):
            yield text.by_id[one.clause.id].mark(
                f"“{one.title}” is dated {one.printed} here and {printed} before",
                one.span,
                suggestion="look at the original for its date",
            )
        for name in one.names:
            seen.setdefault(name, (one.date, one.printed))


def _agree(first: str, second: str) -> bool:
    """Whether one of the dates is the other, or less exact: `2023-07` and `2023-07-12`."""
    return first.startswith(second) or second.startswith(first)


RULE: Final = Rule("TD410", "error", instrument_two_dates)
