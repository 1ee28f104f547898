"""Periods are counted in “days” in one place, and in working days in another.

## Why it matters
Who reads “ten working days” in one article asks whether the “thirty days” of the next are working days too.

## Wrong
    1. A Party shall reply within ten working days of receipt of the request.
    2. It shall pay within thirty days of its reply.

## Right
    1. A Party shall reply within ten working days of receipt of the request.
    2. It shall pay within thirty calendar days of its reply.

## Source
Drafting practice: a unit of time is named in one way throughout, or is defined.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.numerals import NUMBER
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_KINDS: Final = ("working day", "business day", "calendar day", "consecutive day", "clear day")
_DAYS: Final = re.compile(
    rf"(?<![\w.,])(?P<count>{NUMBER})(?: ?\({NUMBER}\))? (?P<kind>(?:\w+ )?)days?\b", re.IGNORECASE
)
_DEFINED: Final = re.compile(
    r"\"days?\" (?:means?|shall mean|refers?)|\b(?:references? to|periods? of"
    r"|all) (?:a )?days?\b.{0,40}\b(?:calendar|working|business)"
    r"|\bdays? (?:means?|shall mean|are|shall be) (?:a )?(?:calendar|working|business)",
    re.IGNORECASE,
)
_WORKING: Final = ("working ", "business ")


def mixed_day_kinds(text: Text) -> Iterator[Mark]:
    """Days without a kind where others have one, and working days where most are business days."""
    if not any(kind in text.lowered for kind in _KINDS) or _DEFINED.search(text.lowered):
        return
    found = [
        (passage, match)
        for passage, match in text.find(_DAYS, "body", "closing", "annex")
        if match["count"].lower() not in ("a", "an", "one", "1")
        and (not match["kind"] or f"{match['kind'].lower()}day" in _KINDS)
    ]
    kinds = [match["kind"].lower() for _, match in found]
    rare = min(_WORKING, key=kinds.count) if all(kind in kinds for kind in _WORKING) else "none"
    named = next((kind for kind in kinds if kind), "")
    for passage, match in found:
        kind = match["kind"].lower()
        if named and (not kind or kind == rare):
            other = named if not kind else next(one for one in _WORKING if one != rare)
            yield passage.mark(
                f"“{match[0]}” stands beside periods of {other}days elsewhere",
                match.span(),
                suggestion="say of which kind the days are, in one word throughout",
            )


RULE: Final = Rule("TD213", "warning", mixed_day_kinds)
