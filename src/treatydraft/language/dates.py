"""Dates as a house style prints them."""

import datetime as dt

from babel.dates import format_date


def day(date: dt.date, pattern: str, locale: str) -> str:
    """A day by a CLDR pattern.

    >>> day(dt.date(2024, 6, 13), "MMMM d, y", "en-US")
    'June 13, 2024'
    """
    return format_date(date, pattern, locale=locale.replace("-", "_"))


def month(date: dt.date, locale: str) -> str:
    """The month of a day, with its year.

    >>> month(dt.date(2023, 9, 1), "en-GB")
    'September 2023'
    """
    return format_date(date, "MMMM y", locale=locale.replace("-", "_"))
