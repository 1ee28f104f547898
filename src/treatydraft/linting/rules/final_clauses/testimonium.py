"""A text that is to be signed does not say where or when it is signed.

## Why it matters
Time limits run from the day of signature, and the day is what a text is cited by. A blank is filled by
hand, in each original by somebody else.

## Wrong
    Stage: signature
    Testimonium: Done at Norburg, in two originals, in the English language.

## Right
    Stage: signature
    Testimonium: Done at Norburg on 1 March 2027, in two originals, in the English language.

## Source
Practice of treaty sections on the testimonium: place, date in words, originals, languages.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.dates import dates
from treatydraft.facts.signing import DONE, place_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_DAY: Final = re.compile(
    r"\bday of\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:first|second|third|\w+th) (?:day )?of [A-Z]"
)
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|\btwo thousand\b", re.IGNORECASE)


def testimonium_without_place_or_date(text: Text) -> Iterator[Mark]:
    """A sentence `Done at …` without place, or without date."""
    done = [one for one in text.sentences if one.zone == "closing" and DONE.search(one.folded)]
    for sentence in done:
        passage = text.by_id[sentence.clause.id]
        span = (sentence.start, sentence.start + len(sentence.words))
        dated = any(dates(sentence.words)) or (_DAY.search(sentence.folded) and _YEAR.search(sentence.folded))
        if not dated:
            yield passage.mark("the day of signature is missing", span, suggestion="add the date")
        if place_of(sentence) is None:
            yield passage.mark("the place of signature is missing", span, suggestion="add the place")


RULE: Final = Rule("TD805", "error", testimonium_without_place_or_date, stages=("signature",))
