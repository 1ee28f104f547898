"""A word has two meanings that both fit: “on either side”, “biweekly”, “next Friday”, “midnight on 1 May”.

## Why it matters
“On either side” is on one of them or on both; “biweekly” is twice a week or every two weeks; midnight on a
day is its beginning or its end.

## Wrong
    1. The Parties shall report bimonthly and keep posts on either side of the border.

## Right
    1. The Parties shall report every two months and keep posts on both sides of the border.
    2. At the request of either side, the Parties shall meet twice a year.

## Source
Dictionaries, which give both meanings, and manuals of legislative drafting.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.phrases import find_where
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_DAYS: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_EITHER: Final = re.compile(
    r"\b(?P<place>(?:on|at|along|from|to) either (?:side|end|bank|shore)(?: of)?|either (?:side|end"
    r"|bank|shore) of)\b"
    r"|\b(?P<often>bi-?(?:weekly|monthly|annual(?:ly)?|yearly|quarterly)|semi-?weekly)\b"
    rf"|\b(?P<day>(?:next|this|this coming|the coming|coming) {_DAYS})\b"
    r"|\b(?P<hour>(?:at |by |until |before |from )?(?:midnight (?:on|of)|(?:0?0"
    r"|24)[:.]00(?: hours)?,? (?:on|of)"
    r"|12(?:[:.]00)? ?(?:a\.?m\b|p\.?m\b))\.?)",
    re.IGNORECASE,
)
_WORDS: Final = (
    *(f"either {place}" for place in ("side", "end", "bank", "shore")),
    *(f"{half}{often}" for half in ("bi", "bi-", "semi", "semi-") for often in ("week", "month",
    "annual", "year", "quarter")),
    *(f"{which} {day}" for which in ("next", "this", "coming") for day in ("mon", "tue", "wed", "thu",
    "fri", "sat", "sun", "coming")),
    "midnight", "00", "12 ", "12a", "12p",
)  # fmt: skip
_SAYS: Final = {
    "place": ("one of the two or both", "write “both” or “one of the”"),
    "often": ("twice in the period or once in two of them", "write “twice a …” or “every two …”"),
    "day": ("the nearest such day or the one after it", "write the date"),
    "hour": ("the beginning or the end of the day", "write the last day, or a time such as 23:59 or noon"),
}


def ambiguous_either(text: Text) -> Iterator[Mark]:
    """Words of two meanings."""
    for passage, match in find_where(text, _EITHER, _WORDS):
        means, suggestion = _SAYS[match.lastgroup or ""]
        yield passage.mark(f"“{match[0].strip()}” can mean {means}", match.span(), suggestion=suggestion)


RULE: Final = Rule("TD212", "warning", ambiguous_either)
