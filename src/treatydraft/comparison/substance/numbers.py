"""Numbers of a text in figures or in words, `5,000`, `three (3)`, `0.25 %`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.facts.numerals import COUNT, number_of

# Figures that hang on letters are names: `F-16`, `G7`.
_FIGURES: Final = re.compile(
    r"(?<![\w.,-])(?P<figures>\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)(?P<share> ?%| per ?cent\b)?"
    r"(?:st|nd|rd|th)?(?![\w])"
)
_IN_WORDS: Final = re.compile(COUNT, re.IGNORECASE)
_NO_COUNT: Final = ("a", "an", "one", "один", "одного", "одного року")  # mostly articles and pronouns
_THOUSANDS: Final = re.compile(r"[ ,.](?=\d{3}(?!\d))")


def numbers(text: str) -> Iterator[Found]:
    """Every number, those in words first.

    >>> [one.value for one in numbers("three (3) ships, 5,000 men and 2,5 % of the F-16 fleet")]
    ['3', '5000', '2.5%']
    """
    plain = folded(text)
    for match in _IN_WORDS.finditer(plain):
        count = number_of(match[0])
        word = match[0].partition("(")[0].strip().lower()
        if count and not word.isdecimal() and (word not in _NO_COUNT or "(" in match[0]):
            yield Found(str(count), match.start(), match.end())
    for match in _FIGURES.finditer(plain):
        share = "%" if match["share"] else ""
        yield Found(f"{_plain(match['figures'])}{share}", match.start(), match.end())


def _plain(figures: str) -> str:
    """The number with a dot for decimals: one mark before three figures parts the thousands."""
    number = Decimal(_THOUSANDS.sub("", figures).replace(",", "."))
    return f"{number.normalize():f}"
