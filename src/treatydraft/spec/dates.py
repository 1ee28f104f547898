"""Dates: a `Day` where the day is known, a `PartialDate` where perhaps only a year, a month or a range is."""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias

from pydantic import BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from treatydraft.spec.phrase import Phrase, RefusedError, squeezed, such_as

Precision: TypeAlias = Literal["day", "month", "year", "range"]

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEARS = re.compile(r"([0-9]{4}) ?[-–/] ?([0-9]{4})")
_DAY_EXAMPLE = "2024-06-13"
_A_DAY = such_as("a day", [_DAY_EXAMPLE])


@dataclass(frozen=True, slots=True)
class PartialDate(Phrase):
    """A day, a month, a year or a range of them; a date that is not known is left out of the spec."""

    kind: ClassVar[str] = "a date"
    pattern: ClassVar[str] = (
        r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(( ?[-–] ?| ?/ ?)[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
    )
    examples: ClassVar[tuple[str, ...]] = (
        "2023-07-12",
        "2023-07",
        "2023",
        "2022-2024",
        "2023-03-01/2023-04-02",
    )

    start: str  # ISO 8601, as precise as is known
    end: str | None = None  # only of a range

    def __str__(self) -> str:
        if self.end is None:
            return self.start
        joint = "-" if len(self.start) == len(self.end) == len("2023") else "/"
        return f"{self.start}{joint}{self.end}"

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        if self.end is not None:
            return "range"
        named: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return named[len(self.start)]

    def earliest(self) -> date:
        """The first day that it may mean."""
        year, month, day = _numbers(self.start)
        return date(year, month or 1, day or 1)

    def latest(self) -> date:
        """The last day that it may mean."""
        year, month, day = _numbers(self.end or self.start)
        return date(year, month or 12, day or monthrange(year, month or 12)[1])

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a bare year as well, which YAML reads as a number, and a day."""
        if isinstance(value, int) and not isinstance(value, bool):
            return cls.parse(str(value)[:40])
        if isinstance(value, date):
            return cls(value.isoformat())
        return super(PartialDate, cls).validate(value)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2023-07-12`, `2023-07`, `2023`, `2022-2024`, `2023-03-01/2023-04-02`."""
        phrase = squeezed(text)
        if years := _YEARS.fullmatch(phrase):
            return cls._range(years[1], years[2], phrase)
        start, slash, end = phrase.partition("/")
        if slash:
            return cls._range(start.strip(), end.strip(), phrase)
        return cls(_point(phrase))

    @classmethod
    def _range(cls, start: str, end: str, phrase: str) -> Self:
        found = cls(_point(start), _point(end))
        if found.earliest() >= found.latest():
            raise RefusedError("not-a-date", f"“{phrase}” ends before it begins", expected=cls.allowed())
        return found

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # YAML reads a bare year as a number.
        return {
            **super(PartialDate, cls).__get_pydantic_json_schema__(schema, handler),
            "type": ["string", "integer"],
        }


def parse_day(value: object) -> date:
    """Read an ISO day such as `2024-06-13`, or raise `RefusedError`."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise RefusedError("wrong-type", "this must be a day", expected=_A_DAY)
    phrase = squeezed(value)
    if len(_point(phrase, _A_DAY)) != len(_DAY_EXAMPLE):
        raise RefusedError("not-a-date", f"“{phrase}” is not a whole day", expected=_A_DAY)
    return date.fromisoformat(phrase)


Day = Annotated[
    date,
    BeforeValidator(parse_day, json_schema_input_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "description": f"A day, as in: {_DAY_EXAMPLE}",
            "examples": [_DAY_EXAMPLE],
        }
    ),
]
"""A day of the calendar, written as ISO 8601 has it."""


def _point(text: str, allowed: tuple[str] | None = None) -> str:
    """Check one point in time and give it back as written."""
    expected = allowed or PartialDate.allowed()
    point = _POINT.fullmatch(text)
    if point is None:
        raise RefusedError("not-a-date", f"“{text}” is not a date", expected=expected)
    year, month, day = (int(part or 0) for part in point.groups())
    if year == 0:
        raise RefusedError("not-a-date", f"“{text}”: there is no year 0", expected=expected)
    if point[2] and not 1 <= month <= len(month_name) - 1:
        raise RefusedError("not-a-date", f"“{text}”: there is no month {point[2]}", expected=expected)
    if point[3] and not 1 <= day <= monthrange(year, month)[1]:
        raise RefusedError(
            "not-a-date", f"“{text}”: there is no {day} {month_name[month]} {year}", expected=expected
        )
    return text


def _numbers(point: str) -> tuple[int, int, int]:
    year, month, day = [*(int(part) for part in point.split("-")), 0, 0][:3]
    return year, month, day
