"""Numbers in words and figures, and quantities such as a term or a sum of money."""

import re
from decimal import Decimal
from typing import Literal, assert_never

from babel.numbers import format_decimal, get_currency_precision

Numerals = Literal["figures", "words", "words-and-figures"]

_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_RANKS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_THOUSAND = 1000  # from which another library spells
_LAST_WORD = re.compile(r"[a-z]+$")
_LAST_SPELLED = 10  # beyond ten, a style that spells numbers prints figures, as most style guides ask


def spelled(number: int) -> str:
    """A whole number in words.

    >>> spelled(10), spelled(42)
    ('ten', 'forty-two')
    """
    if not 0 <= number < _THOUSAND:
        return _in_words(number, "cardinal")
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    return f"{_BELOW_TWENTY[hundreds]} hundred" + (f" and {_below_hundred(rest)}" if rest else "")


def _below_hundred(number: int) -> str:
    if number < len(_BELOW_TWENTY):
        return _BELOW_TWENTY[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_BELOW_TWENTY[ones]}" if ones else "")


def _in_words(number: int, form: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - it loads the words of sixty languages

    return str(num2words(number, to=form, lang="en"))


def ordinal(number: int) -> str:
    """A number as it stands in a date.

    >>> [ordinal(n) for n in (1, 2, 13, 22)]
    ['1st', '2nd', '13th', '22nd']
    """
    return _in_words(number, "ordinal_num")


def ordinal_word(number: int) -> str:
    """A number as a rank in words.

    >>> ordinal_word(2), ordinal_word(30)
    ('second', 'thirtieth')
    """
    if not 0 <= number < _THOUSAND:
        return _in_words(number, "ordinal")
    return _LAST_WORD.sub(lambda last: _RANKS.get(last[0]) or _regular_rank(last[0]), spelled(number))


def _regular_rank(word: str) -> str:
    return f"{word.removesuffix('y')}ieth" if word.endswith("y") else f"{word}th"


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
