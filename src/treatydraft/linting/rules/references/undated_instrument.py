"""Another instrument is cited without its date at its first mention, where the others have theirs.

## Why it matters
States conclude many agreements with like titles. The date, or the place, says which one is meant.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the Agreement on Sea Boundaries of 3 May 1978;
    Recital: Recalling the Treaty on Good Neighbourhood of 4 June 1991;
    Recital: Recalling the Agreement on Fishing Ports,
    Enacting: Have agreed as follows:

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling the Agreement on Sea Boundaries of 3 May 1978;
    Recital: Recalling the Treaty on Good Neighbourhood of 4 June 1991;
    Recital: Recalling the Agreement on Fishing Ports of 7 July 2003,
    Enacting: Have agreed as follows:

## Source
Practice: at its first mention an instrument has its full title, place and date. Charters, statutes and
conventions that all know go without.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_KINDS: Final = re.compile(
    r"\b(?:Agreement|Treaty|Protocol|Memorandum of Understanding|Arrangement|Accord)\b"
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_FEWEST: Final = 2  # instruments with a date that make it the habit


def undated_instrument(text: Text) -> Iterator[Mark]:
    """First mentions without a date, among more that have one."""
    first = {one.title: one for one in reversed(text.mentions) if _KINDS.search(one.title)}
    without = [one for one in first.values() if not (one.date or _YEAR.search(one.title) or one.called)]
    with_date = sum(bool(one.date) for one in first.values())
    if with_date >= _FEWEST and with_date > len(without):
        for one in without:
            yield text.by_id[one.clause.id].mark(
                f"“{one.title}” has no date at its first mention, and most others have one",
                one.span,
                suggestion="give place and date of its signature",
            )


RULE: Final = Rule("TD409", "info", undated_instrument)
