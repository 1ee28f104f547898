"""Two values of a measure → which is longer, more or later, if they differ at all."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeVar

from treatydraft.comparison.result import Direction
from treatydraft.spec.durations import Duration

Order = tuple[Direction, Direction]  # the newer value is higher, the newer value is lower

_MONEY: Final = re.compile(r"([A-Z]{3}) (\d+(?:\.\d+)?)")
_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)?)(%?)")
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_RANGE: Final = re.compile(r"(\d+)-(\d+) (\w+)")
# Units that convert into one another exactly. A day is not 24 hours: it may end at midnight.
_EXACT: Final[Mapping[str, tuple[str, int]]] = {
    "hours": ("hours", 1),
    "days": ("days", 1),
    "weeks": ("days", 7),
    "months": ("months", 1),
    "years": ("months", 12),
}
_HOURS: Final = {"hours": 1.0, "days": 24.0, "months": 730.5}
_CLEARLY: Final = 1.1  # by which factor lengths in units that do not convert differ beyond doubt
# What bounds say of the least that is meant, from the weakest up.
_BOUNDS: Final = ("up to", "about", "", "at least")
_AT_ONCE: Final = "immediately"
LENGTH: Final[Order] = ("longer", "shorter")
AMOUNT: Final[Order] = ("more", "less")
TIME: Final[Order] = ("later", "earlier")


def bound_direction(old: str, new: str, order: Order) -> Direction | None:
    """What another bound of the same value means: `up to` made `at least` asks for more."""
    if old == new:
        return None
    if old not in _BOUNDS or new not in _BOUNDS:
        return "changed"
    return order[0] if _BOUNDS.index(new) > _BOUNDS.index(old) else order[1]


def length_direction(old: str, new: str) -> Direction | None:
    """Which of two durations or periods is longer.

    >>> length_direction("24 hours", "3 days"), length_direction("12 months", "1 year")
    ('longer', None)
    """
    first, second = _length(old), _length(new)
    if old == new or first is None or second is None:
        return None if old == new else "changed"
    if first.unit == second.unit:
        return _directed((first.longest, first.shortest), (second.longest, second.shortest), LENGTH)
    before, after = first.longest * _HOURS[first.unit], second.longest * _HOURS[second.unit]
    if max(before, after) <= _CLEARLY * min(before, after):
        return "changed"
    return _directed(before, after, LENGTH)


def amount_direction(old: str, new: str) -> Direction | None:
    """Which of two sums of money in one currency, or of two numbers, is more.

    >>> amount_direction("EUR 5000000", "EUR 1000000"), amount_direction("EUR 5", "USD 5")
    ('less', 'changed')
    """
    for shape, number, unit in ((_MONEY, 2, 1), (_NUMBER, 1, 2)):
        first, second = shape.fullmatch(old), shape.fullmatch(new)
        if first and second and first[unit] == second[unit]:
            return _directed(Decimal(first[number]), Decimal(second[number]), AMOUNT)
    return None if old == new else "changed"


def date_direction(old: str, new: str) -> Direction | None:
    """Which of two dates is later; a day and its own month cannot be told apart.

    >>> date_direction("2024-05-28", "2024-06"), date_direction("2024-05-28", "2024-05")
    ('later', 'changed')
    """
    if old == new:
        return None
    if not (_DATE.fullmatch(old) and _DATE.fullmatch(new)):
        return "changed"
    known = min(len(old), len(new))
    return _directed(old[:known], new[:known], TIME) or "changed"


def direction(old: str, new: str) -> Direction | None:
    """The direction of two values of any measure; `changed` where they are none, or of different kinds."""
    for is_one, compare in _KINDS:
        if is_one(old) and is_one(new):
            return compare(old, new)
    return None if old == new else "changed"


_Ordered = TypeVar("_Ordered", Decimal, int, float, str, tuple[int, int])


def _directed(old: _Ordered, new: _Ordered, order: Order) -> Direction | None:
    if old == new:
        return None
    return order[0] if new > old else order[1]


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time, or a range of them, in the unit into which it converts exactly."""

    unit: str
    longest: int
    shortest: int


def _length(value: str) -> _Length | None:
    if value == _AT_ONCE:
        return _Length("hours", 0, 0)
    between = _RANGE.fullmatch(value)
    last = f"{between[2]} {between[3]}" if between else value
    if not re.fullmatch(Duration.pattern, last):
        return None
    parsed = Duration.parse(last)
    unit, factor = _EXACT[parsed.unit]
    return _Length(unit, parsed.count * factor, (int(between[1]) if between else parsed.count) * factor)


def _is_length(value: str) -> bool:
    return _length(value) is not None


def _is_date(value: str) -> bool:
    return bool(_DATE.fullmatch(value))


def _is_amount(value: str) -> bool:
    return bool(_MONEY.fullmatch(value))


_KINDS: Final[tuple[tuple[Callable[[str], bool], Callable[[str, str], Direction | None]], ...]] = (
    (_is_length, length_direction),
    (_is_amount, amount_direction),
    (_is_date, date_direction),
)
