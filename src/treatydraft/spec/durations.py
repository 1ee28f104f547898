"""Lengths of time: `10 years` as a `Duration`, `12-18 months` as a `Period` that comes round again."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal, Self, TypeAlias, get_args

from treatydraft.spec.phrase import Phrase, RefusedError, squeezed

Unit: TypeAlias = Literal["hours", "days", "weeks", "months", "years"]
Rhythm: TypeAlias = Literal["regularly", "as-necessary", "ongoing"]

_UNITS: tuple[Unit, ...] = get_args(Unit)
_RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
_MONTHS = {"months": 1, "years": 12}
_DAYS = {"days": 1, "weeks": 7}
_PLAIN = re.compile(r"([0-9]{1,4}) ?(hour|day|week|month|year)s?", re.IGNORECASE)
_ISO = re.compile(
    r"P(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T([0-9]{1,4})H)?"
)
_BETWEEN = re.compile(r"([0-9]{1,4}) ?[-–] ?([0-9]{1,4}) ?(hour|day|week|month|year)s", re.IGNORECASE)
_EVERY = {
    "annual": "1 year",
    "annually": "1 year",
    "yearly": "1 year",
    "monthly": "1 month",
    "quarterly": "3 months",
}


@dataclass(frozen=True, slots=True)
class Duration(Phrase):
    """A length of time in the unit in which it was agreed: 24 hours stay 24 hours, never one day."""

    kind: ClassVar[str] = "a duration"
    pattern: ClassVar[str] = r"^([0-9]{1,4} ?([Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?|P[0-9YMWDTH]+)$"
    examples: ClassVar[tuple[str, ...]] = ("10 years", "6 months", "24 hours", "P6M")

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit if self.count != 1 else self.unit.removesuffix('s')}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `10 years`, `1 year`, `24 hours` or ISO 8601 (`P6M`, `PT24H`; `P1Y6M` is 18 months)."""
        phrase = squeezed(text)
        if plain := _PLAIN.fullmatch(phrase):
            return cls._of(int(plain[1]), _unit(plain[2]), phrase)
        if iso := _ISO.fullmatch(phrase):
            return cls._from_iso([int(part or 0) for part in iso.groups()], phrase)
        raise _not_a_duration(phrase)

    def after(self, start: date) -> date:
        """The day on which the duration ends that begins on `start`; hours end on the day they reach."""
        if self.unit == "hours":
            return _days_later(start, -(-self.count // 24))
        if days := _DAYS.get(self.unit):
            return _days_later(start, days * self.count)
        return _months_later(start, self.count * _MONTHS[self.unit])

    @classmethod
    def _of(cls, count: int, unit: Unit, phrase: str) -> Self:
        if count == 0:
            raise RefusedError("not-a-duration", f"“{phrase}” lasts no time at all", expected=cls.allowed())
        return cls(count, unit)

    @classmethod
    def _from_iso(cls, parts: list[int], phrase: str) -> Self:
        years, months, weeks, days, hours = parts
        if years and months:
            years, months = 0, 12 * years + months
        counts = zip((hours, days, weeks, months, years), _UNITS, strict=True)
        given = [(count, unit) for count, unit in counts if count]
        if len(given) != 1:
            raise _not_a_duration(phrase, hint="use one unit, as in 18 months or 45 days")
        return cls(*given[0])


@dataclass(frozen=True, slots=True)
class Period(Phrase):
    """How often something comes round: every year, every 12 to 18 months, or only a rhythm in words."""

    kind: ClassVar[str] = "a period"
    pattern: ClassVar[str] = (
        r"^([0-9]{1,4} ?([-–] ?[0-9]{1,4} ?)?([Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?"
        r"|P[0-9YMWDTH]+|annual|annually|yearly|monthly|quarterly|regularly|as[- ]necessary|ongoing)$"
    )
    examples: ClassVar[tuple[str, ...]] = (
        "1 year",
        "12-18 months",
        "annual",
        "regularly",
        "as-necessary",
        "ongoing",
    )

    shortest: Duration | None = None
    longest: Duration | None = None
    rhythm: Rhythm | None = None

    def __str__(self) -> str:
        if self.rhythm or self.shortest is None or self.longest is None:
            return self.rhythm or ""
        if self.shortest == self.longest:
            return str(self.shortest)
        return f"{self.shortest.count}-{self.longest}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1 year`, `12-18 months`, `annual`, or a rhythm: `regularly`, `as-necessary`, `ongoing`."""
        phrase = squeezed(text)
        for rhythm in _RHYTHMS:
            if phrase.lower().replace(" ", "-") == rhythm:
                return cls(rhythm=rhythm)
        if between := _BETWEEN.fullmatch(phrase):
            return cls._between(int(between[1]), int(between[2]), _unit(between[3]), phrase)
        try:
            length = Duration.parse(_EVERY.get(phrase.lower(), phrase))
        except RefusedError:
            raise RefusedError(
                "not-a-period", f"“{phrase}” is not a period", expected=cls.allowed()
            ) from None
        return cls(length, length)

    @classmethod
    def _between(cls, low: int, high: int, unit: Unit, phrase: str) -> Self:
        if not 0 < low < high:
            raise RefusedError(
                "not-a-period", f"“{phrase}” does not go from less to more", expected=cls.allowed()
            )
        return cls(Duration(low, unit), Duration(high, unit))


def _unit(word: str) -> Unit:
    return next(unit for unit in _UNITS if unit.startswith(word.lower()))


def _not_a_duration(phrase: str, hint: str | None = None) -> RefusedError:
    if hint is None and phrase[:1].isalpha() and " " in phrase:
        hint = "write the number in figures, as in 6 months"
    return RefusedError(
        "not-a-duration", f"“{phrase}” is not a duration", expected=Duration.allowed(), hint=hint
    )


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _days_later(start: date, days: int) -> date:
    return start + timedelta(days=min(days, (date.max - start).days))
