"""Lengths of time in words, `ten (10) years`, `24 hours`, → `10 years` as the spec has it."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.facts.numerals import COUNT, number_of
from treatydraft.spec.durations import Duration, Unit

# The stem of each unit in the languages that are read.
_UNITS: Final[dict[str, Unit]] = {
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "годин": "hours",
    "дн": "days",
    "день": "days",
    "тижн": "weeks",
    "тиждень": "weeks",
    "місяц": "months",
    "рок": "years",
    "рік": "years",
}
UNIT: Final = (
    r"(?:(?:calendar |consecutive )?(?:hour|day|week|month|year)(?:s'|'s|s)?(?!\w)"
    r"|годин[иу]?|дн(?:ів|і)|день|тижн(?:ів|і)|тиждень|місяц(?:ів|і|я|ь)|рок(?:ів|и|у)|рік)(?!\w)"
)
DURATION: Final = rf"(?:\b{COUNT}(?:-| {{1,4}}){UNIT})"
_SHAPE: Final = re.compile(rf"({COUNT})(?:-| {{1,4}})({UNIT})", re.IGNORECASE)


def durations(text: str) -> Iterator[Found]:
    """Every length of time in the text.

    >>> [found.value for found in durations("valid for ten (10) years, within 24 hours")]
    ['10 years', '24 hours']
    """
    for match in _SHAPE.finditer(folded(text)):
        if duration := _duration(match[1], match[2]):
            yield Found(str(duration), match.start(), match.end())


def duration_of(text: str) -> str:
    """The first length of time in the text, in the form of the spec; empty where there is none."""
    return next((found.value for found in durations(text)), "")


def _duration(count: str, unit: str) -> Duration | None:
    number, word = number_of(count), unit.lower().removeprefix("calendar ").removeprefix("consecutive ")
    stem = next((stem for stem in sorted(_UNITS, key=len, reverse=True) if word.startswith(stem)), "")
    return Duration(number, _UNITS[stem]) if number and stem else None
