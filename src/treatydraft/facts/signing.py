"""When and where an instrument was signed: `Done at Geneva, on 1 March 2027`."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.dates import days
from treatydraft.facts.fact import Fact
from treatydraft.facts.found import Found
from treatydraft.facts.language_names import languages_named
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.wording import pattern

DONE: Final = pattern(
    "^\\W*(?:done|signed|concluded|made|executed|drawn up|підписано|вчинено|укладено|складено)\\b"
)
# A place begins with a capital, and runs on to the date, the copies or the languages.
_PLACE: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|IN|AT|[УуВв])\s+(?:the\s+(?:city|town)\s+of\s+)?(?:м\.\s*|місті\s+)?(?=[^\W\d_])"
)
_PLACE_ENDS: Final = re.compile(
    r",?\s+(?:on|this|the\s+\d|dated|in|at|as)\b|,?\s+\d|[;\[]|\.?\s*\Z", re.IGNORECASE
)
_LOOSE: Final = " ,:;"


def signing(reading: Reading) -> Iterator[Fact]:
    """The day and the place of signature, from the last sentence that states them."""
    for sentence in reversed(reading.operative):
        if DONE.search(sentence.folded):
            found = [*_signed(sentence)]
            yield from found
            if found:
                return


def _signed(sentence: Sentence) -> Iterator[Fact]:
    day = next(days(sentence.words), None)
    if day:
        yield sentence.fact("instrument.signed.date", day.value, day.start, day.end)
    if place := place_of(sentence):
        yield sentence.fact("instrument.signed.place", place.value, place.start, place.end)


def place_of(sentence: Sentence) -> Found | None:
    """The place that a sentence of signature names."""
    if not DONE.search(sentence.folded):
        return None
    day = next(days(sentence.words), None)
    for match in _PLACE.finditer(sentence.folded):
        start = match.end()
        end = _place_end(sentence.folded, start, day.start if day else len(sentence.folded))
        place = sentence.words[start:end].strip(_LOOSE)
        if place[:1].isupper() and not any(languages_named(place)):
            return Found(place, start, start + len(place))
    return None


def _place_end(folded: str, start: int, day: int) -> int:
    match = _PLACE_ENDS.search(folded, start)
    end = match.start() if match else len(folded)
    return min(end, day) if day > start else end
