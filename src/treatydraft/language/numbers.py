"""Numbers in words and figures, and quantities such as a term or a sum of money."""

from decimal import Decimal
from typing import Literal, assert_never

from babel.numbers import format_decimal, get_currency_precision
from num2words import num2words

Numerals = Literal["figures", "words", "words-and-figures"]

_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_LAST_SPELLED = 10  # beyond ten, a style that spells numbers prints figures, as most style guides ask


def spelled(number: int) -> str:
    """A whole number in words.

    >>> spelled(10), spelled(42)
    ('ten', 'forty-two')
    """
    return str(num2words(number, lang="en"))


def ordinal(number: int) -> str:
    """A number as it stands in a date.

    >>> [ordinal(n) for n in (1, 2, 13, 22)]
    ['1st', '2nd', '13th', '22nd']
    """
    return str(num2words(number, to="ordinal_num", lang="en"))


def ordinal_word(number: int) -> str:
    """A number as a rank in words.

    >>> ordinal_word(2)
    'second'
    """
    return str(num2words(number, to="ordinal", lang="en"))


def quantity(count: int, unit: str, numerals: Numerals) -> str:
    """A count with its unit, the unit given in the plural.

    >>> quantity(10, "years", "words-and-figures"), quantity(1, "years", "words")
    ('ten (10) years', 'one year')
    """
    return f"{counted(count, numerals)} {unit_for(count, unit)}"


def counted(count: int, numerals: Numerals) -> str:
    """A whole number as the house style writes numbers."""
    match numerals:
        case "figures":
            return str(count)
        case "words":
            return spelled(count) if count <= _LAST_SPELLED else str(count)
        case "words-and-figures":
            return f"{spelled(count)} ({count})"
        case _:
            assert_never(numerals)


def unit_for(count: int, unit: str) -> str:
    """The unit in the number that goes with the count."""
    return unit.removesuffix("s") if count == 1 else unit


def compound(count: int, unit: str, numerals: Numerals) -> str:
    """A quantity before a noun: `a ten-year term`.

    >>> compound(10, "years", "words"), compound(24, "hours", "figures")
    ('ten-year', '24-hour')
    """
    number = spelled(count) if numerals != "figures" and count <= _LAST_SPELLED else str(count)
    return f"{number}-{unit.removesuffix('s')}"


def amount(currency: str, value: Decimal, locale: str) -> str:
    """A sum of money with the currency's code, at the largest scale that keeps it exact and short.

    >>> amount("EUR", Decimal("1100000000"), "en-GB"), amount("USD", Decimal("4500"), "en-US")
    ('EUR 1.1 billion', 'USD 4,500')
    >>> amount("EUR", Decimal("12.5"), "en-GB")
    'EUR 12.50'
    """
    tag = locale.replace("-", "_")
    for name, exponent in _SCALES:
        scaled = value.scaleb(-exponent)
        if abs(scaled) >= 1 and scaled == round(scaled, 3):
            return f"{currency} {format_decimal(scaled.normalize(), locale=tag)} {name}"
    return f"{currency} {format_decimal(value, format=_pattern(currency, value), locale=tag)}"


def _pattern(currency: str, value: Decimal) -> str:
    """The pattern of a sum in full: one with a fraction has all the decimals of its currency."""
    whole = value == value.to_integral_value()
    return "#,##0" if whole else "#,##0." + "0" * get_currency_precision(currency)
