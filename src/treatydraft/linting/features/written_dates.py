"""The dates of a text as they are written, those too that no calendar has: `31 June 2024`, `13.06.2024`."""

import datetime as dt
import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from treatydraft.language.numbers import ordinal_word

Form: TypeAlias = Literal["day-first", "month-first", "dotted", "slashed", "iso"]

_UKRAINIAN: Final = (
    "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня",
    "листопада", "грудня",
)  # fmt: skip
_SHORT: Final = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
_MONTHS: Final[dict[str, int]] = {
    **{name.lower(): number for number, name in enumerate(month_name) if name},
    **{name: number for number, name in enumerate(_UKRAINIAN, start=1)},
    **_SHORT,
    "sept": 9,
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS: Final = {ordinal_word(day): day for day in range(1, 32)}
_WORD_DAY: Final = "|".join(sorted(_DAYS, key=len, reverse=True))
_WEEKDAYS: Final = {name.lower(): number for number, name in enumerate(day_name)}
_WEEKDAY: Final = "|".join(_WEEKDAYS)
_SP: Final = r" {1,3}"
# A month in figures or after its day needs nothing else; before its day only a small word makes it a date.
_DATE: Final = re.compile(
    rf"(?<![\w./-])(?:"
    rf"(?P<day1>\d{{1,2}}|{_WORD_DAY})(?:st|nd|rd|th)?(?:{_SP}day)?(?:{_SP}of)?{_SP}"
    rf"(?P<month1>{_MONTH})\b(?:\.?,?{_SP}(?P<year1>\d{{4}})(?![\w/]))?"
    rf"|(?P<month2>{_MONTH})\b\.?{_SP}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?{_SP}(?P<year2>\d{{4}})(?![\w/]))?(?!\w)"
    r"|(?P<day3>\d{1,2})(?P<mark>[./])(?P<month3>\d{1,2})(?P=mark)(?P<year3>\d{4})(?![\w/]|\.\d)"
    r"|(?P<year4>[12]\d{3})-(?P<month4>\d{2})-(?P<day4>\d{2})(?![\w-])"
    r")",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(rf"\b(?P<weekday>{_WEEKDAY}),?{_SP}(?:the{_SP})?\Z", re.IGNORECASE)
_BEHIND: Final = re.compile(rf" ?\( ?(?P<first>{_WEEKDAY}) ?\)|,? a (?P<second>{_WEEKDAY})\b", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"\b(?:on|by|until|till|from|before|after|to|of|since|than|and|dated) \Z", re.IGNORECASE
)
_HINT: Final = re.compile(
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JA|FE|MA|AP|JU|AU|SE|OC|NO|DE|"
    rf"{'|'.join(name[:4] for name in _UKRAINIAN)}|\d[./-]\d"
)
_LONGEST_MONTH: Final = 31
_MONTHS_OF_YEAR: Final = 12
_LEAP: Final = 2024  # a date without a year can be the 29th of February


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in the words of a passage."""

    day: int
    month: int
    year: int | None  # none where the text names day and month alone
    form: Form
    weekday: int | None  # that the text gives it, Monday being 0
    start: int
    end: int

    @property
    def value(self) -> dt.date | None:
        """The day; none where its year is left out, or the calendar has no such day."""
        return dt.date(self.year, self.month, self.day) if self.year and self.exists else None

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        if not 1 <= self.month <= _MONTHS_OF_YEAR:
            return False
        return 1 <= self.day <= monthrange(self.year or _LEAP, self.month)[1]


def written_dates(words: str) -> Iterator[WrittenDate]:
    """Every date in folded words that names a day.

    >>> [(one.day, one.month, one.exists) for one in written_dates("on 31 June 2024 and May 2, 2024")]
    [(31, 6, False), (2, 5, True)]
    """
    if not _HINT.search(words):
        return
    for match in _DATE.finditer(words):
        if date := _date(words, match):
            yield date


def _date(words: str, match: re.Match[str]) -> WrittenDate | None:
    shape = next(number for number in "1234" if match[f"day{number}"])
    month, year = match[f"month{shape}"].lower(), match[f"year{shape}"]
    if year is None and not _stands_alone(words, match, month):
        return None
    day, number = _number(match[f"day{shape}"]), _MONTHS.get(month) or int(month)
    if match["mark"] == "/" and number > _MONTHS_OF_YEAR >= day:
        day, number = number, day  # `06/13/2024`
    form = _form(shape, match["mark"])
    return WrittenDate(
        day, number, int(year) if year and int(year) else None, form, _weekday(words, match), *match.span()
    )


def _stands_alone(words: str, match: re.Match[str], month: str) -> bool:
    """Whether a day and a month without a year are a date: `by June 30`, and not `in May 45 ships`."""
    if month in _SHORT and month != "may":
        return False
    if match["month2"]:
        return bool(_LEADS.search(words, 0, match.start())) and int(match["day2"]) <= _LONGEST_MONTH
    return words[match.start("month1")].isupper()


def _number(day: str) -> int:
    return int(day) if day.isdecimal() else _DAYS[day.lower()]


def _form(shape: str, mark: str | None) -> Form:
    if shape == "3":
        return "dotted" if mark == "." else "slashed"
    return "day-first" if shape == "1" else "month-first" if shape == "2" else "iso"


def _weekday(words: str, match: re.Match[str]) -> int | None:
    before = _BEFORE.search(words, max(0, match.start() - 20), match.start())
    if before:
        return _WEEKDAYS[before["weekday"].lower()]
    behind = _BEHIND.match(words, match.end())
    return _WEEKDAYS[(behind["first"] or behind["second"]).lower()] if behind else None
