"""Dates in words, `13 June 2024`, `the 28th day of May 2024`, `June 2024`, → ISO dates."""

import datetime as dt
import re
from calendar import month_name
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.alternatives import either
from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.language.numbers import ordinal_word

_UKRAINIAN_MONTHS: Final = (
    ("січня", "січні", "січень"),
    ("лютого", "лютому", "лютий"),
    ("березня", "березні", "березень"),
    ("квітня", "квітні", "квітень"),
    ("травня", "травні", "травень"),
    ("червня", "червні", "червень"),
    ("липня", "липні", "липень"),
    ("серпня", "серпні", "серпень"),
    ("вересня", "вересні", "вересень"),
    ("жовтня", "жовтні", "жовтень"),
    ("листопада", "листопаді", "листопад"),
    ("грудня", "грудні", "грудень"),
)
_MONTHS: Final[dict[str, int]] = {
    **{month_name[number].lower(): number for number in range(1, 13)},
    **{form: number for number, forms in enumerate(_UKRAINIAN_MONTHS, 1) for form in forms},
}
_MONTH: Final = either(_MONTHS)
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_SPELLED_DAYS: Final = {ordinal_word(day): day for day in range(1, 32)}
_SP: Final = r" {1,3}"

# The orders in which agreements set the parts of a date.
_DAY: Final = rf"(?:\d{{1,2}}{_ORDINAL}|{either(_SPELLED_DAYS)})"
_DAY_FIRST: Final = rf"{_DAY}{_SP}(?:day{_SP})?(?:of{_SP})?{_MONTH},?{_SP}\d{{4}}\b"
_MONTH_FIRST: Final = rf"{_MONTH}{_SP}\d{{1,2}}{_ORDINAL},?{_SP}\d{{4}}\b"
_MONTH_ONLY: Final = rf"{_MONTH},?{_SP}(?:of{_SP})?\d{{4}}\b"
_DOTTED: Final = r"\d{1,2}\.\d{1,2}\.\d{4}\b"
_ISO: Final = r"\d{4}-\d{2}-\d{2}\b"
DATE: Final = rf"\b(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_DOTTED}|{_ISO})"
_ANY: Final = re.compile(rf"\b(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_MONTH_ONLY}|{_DOTTED}|{_ISO})", re.IGNORECASE)
_PARTS: Final = re.compile(rf"(\d{{1,4}})|({_MONTH})", re.IGNORECASE)
_YEAR_DIGITS: Final = 4
_YEAR: Final = re.compile(r"\d{4}")  # every date has one, and most sentences have none


def dates(text: str) -> Iterator[Found]:
    """Every day and month in the text that the calendar has.

    >>> [found.value for found in dates("on the 28th day of May 2024, after April 2023")]
    ['2024-05-28', '2023-04']
    """
    if not _YEAR.search(text):
        return
    for match in _ANY.finditer(folded(text)):
        if value := _value(match[0]):
            yield Found(value, match.start(), match.end())


def days(text: str) -> Iterator[Found]:
    """Every date of the text that names a day."""
    return (found for found in dates(text) if len(found.value) == len("2024-06-13"))


def _value(words: str) -> str:
    numbers = [match[1] for match in _PARTS.finditer(words) if match[1]]
    numbers += [str(day) for word, day in _SPELLED_DAYS.items() if words.lower().startswith(f"{word} ")]
    named = next((_MONTHS[match[2].lower()] for match in _PARTS.finditer(words) if match[2]), None)
    year = next((int(number) for number in numbers if len(number) == _YEAR_DIGITS), 0)
    others = [int(number) for number in numbers if len(number) < _YEAR_DIGITS]
    if named is None:
        parts = (others[1], others[0]) if not words.startswith(str(year)) else (others[0], others[1])
        return _day(year, *parts)
    return _day(year, named, others[0]) if others else _month(year, named)


def _day(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:  # no such day: a slip of the text, and no date
        return ""


def _month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}" if year else ""
