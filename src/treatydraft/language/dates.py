"""Dates as a house style prints them."""

import datetime as dt
import re

from babel.dates import format_date


def day(date: dt.date, pattern: str, locale: str) -> str:
    """A day by a CLDR pattern.

    >>> day(dt.date(2024, 6, 13), "MMMM d, y", "en-US")
    'June 13, 2024'
    """
    return format_date(date, pattern, locale=locale.replace("-", "_"))


def without_year(pattern: str) -> str:
    """A CLDR pattern of a day, or of a month, without its year.

    >>> without_year("MMMM d, y"), without_year("d MMMM y"), without_year("MMMM y")
    ('MMMM d', 'd MMMM', 'MMMM')
    """
    return re.sub(r"[\s,./-]*y+", "", pattern)
