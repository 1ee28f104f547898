"""A spec as its templates see it: the same names, and scalars that print in house style."""

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from treatydraft.document.house_style import HouseStyle
from treatydraft.drafting.phrases import Field
from treatydraft.language import dates, numbers
from treatydraft.spec import Duration, Money, PartialDate, Period


class Record(Mapping[str, object]):
    """A part of the spec with named fields; a field that the spec leaves out is none."""

    __slots__ = ("_model", "_names", "_path", "_style")

    def __init__(self, model: BaseModel, path: str, style: HouseStyle) -> None:
        self._model = model
        self._path = path
        self._style = style
        self._names = {(info.alias or name): name for name, info in type(model).model_fields.items()}

    def __getitem__(self, name: str) -> object:
        attribute = self._names[name]
        path = f"{self._path}.{name}" if self._path else name
        return view(getattr(self._model, attribute), path, self._style)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def path_of(record: Record) -> str:
    """Where in the spec a record stands: `references[0]`."""
    return record._path  # noqa: SLF001 - no attribute of a record is for templates


def view(value: object, path: str, style: HouseStyle) -> object:
    """One value of the spec for a template: records, tuples, mappings, flags, or a `Field`."""
    match value:
        case None | bool():
            return value
        case BaseModel():
            return Record(value, path, style)
        case list() | tuple() | set() | frozenset():
            return tuple(view(member, f"{path}[{index}]", style) for index, member in enumerate(value))
        case Mapping():
            return {key: view(member, f"{path}.{key}", style) for key, member in value.items()}
        case _:
            return Field(str(value), path, value, _printed(value, style))


def _printed(value: object, style: HouseStyle) -> str:
    match value:
        case Duration():
            return numbers.quantity(value.count, value.unit, style.numerals)
        case Money():
            return numbers.amount(value.currency, value.amount, style.locale)
        case dt.date():
            return dates.day(value, style.date_pattern, style.locale)
        case PartialDate():
            return partial_date(value, style)
        case Period():
            return _period(value, style)
        case _:
            return str(value)


def partial_date(date: PartialDate, style: HouseStyle) -> str:
    """A date that may be a year, a month or a range, in house style; what a range repeats it says once."""
    first = date.earliest()
    if date.end is None:
        return _point(date.start, first, style)
    last = date.latest()
    same_year = first.year == last.year and len(date.start) == len(date.end) != len("2024")
    return f"{_point(date.start, first, style, year=not same_year)} to {_point(date.end, last, style)}"


def in_years(date: PartialDate) -> bool:
    """Whether this is a range of whole years."""
    return date.end is not None and len(date.start) == len(date.end) == len("2024")


def _point(written: str, day: dt.date, style: HouseStyle, *, year: bool = True) -> str:
    """A year, a month or a day, as precise as it was written."""
    pattern = {len("2024"): "y", len("2024-06"): "MMMM y"}.get(len(written), style.date_pattern)
    return dates.day(day, pattern if year else dates.without_year(pattern), style.locale)


def _period(period: Period, style: HouseStyle) -> str:
    shortest, longest = period.shortest, period.longest
    if shortest is None or longest is None:
        return str(period)
    most = numbers.quantity(longest.count, longest.unit, style.numerals)
    return most if shortest == longest else f"{numbers.counted(shortest.count, style.numerals)} to {most}"
