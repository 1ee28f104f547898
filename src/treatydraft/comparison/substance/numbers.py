"""Numbers of a text in figures or in words, `5,000`, `three (3)`, `0.25 %`, `1.2 million`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.facts.numerals import COUNT, NUMBER, number_of

_SCALES: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALE: Final = rf"(?: (?P<scale>{'|'.join(_SCALES)})s?\b)?"
# Figures that hang on letters are names: `F-16`, `G7`.
_FIGURES: Final = re.compile(
    r"(?<![\w.,])(?<![^\W\d_]-)(?P<figures>\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
    rf"(?:st|nd|rd|th)?(?!\w){_SCALE}(?P<share> ?%| per ?cent\b)?",
    re.IGNORECASE,
)
_IN_WORDS: Final = re.compile(f"{COUNT}{_SCALE}", re.IGNORECASE)
_REPEATED: Final = re.compile(rf"\( ?({NUMBER}) ?\)", re.IGNORECASE)
_NO_COUNT: Final = ("a", "an", "one", "один", "одного", "одного року")  # mostly articles and pronouns
_THOUSANDS: Final = re.compile(r"[ ,.](?=\d{3}(?!\d))")


def numbers(text: str) -> Iterator[Found]:
    """Every number, those in words first.

    >>> [one.value for one in numbers("three (3) ships, 5,000 men, 1.2 million and 2,5 % of the F-16s")]
    ['3', '5000', '1200000', '2.5%']
    """
    plain = folded(text)
    words = list(_in_words(plain))
    yield from words
    for match in _FIGURES.finditer(plain):
        if not any(one.start <= match.start() < one.end for one in words):
            share = "%" if match["share"] else ""
            yield Found(f"{_plain(match['figures'], match['scale'])}{share}", match.start(), match.end())


def with_contradiction(value: str, words: str) -> str:
    """The value, with what stands in brackets where that is another number: a slip, and one that counts.

    >>> with_contradiction("10 years", "ten (10) years"), with_contradiction("10 years", "ten (11) years")
    ('10 years', '10 years (11)')
    """
    match = _REPEATED.search(words)
    again = number_of(match[1]) if match else None
    return value if again is None or value.startswith(f"{again} ") else f"{value} ({again})"


def _in_words(plain: str) -> Iterator[Found]:
    for match in _IN_WORDS.finditer(plain):
        count, word = number_of(_bare(match)), _bare(match).partition("(")[0].strip().lower()
        is_article = word in _NO_COUNT and "(" not in match[0] and not match["scale"]
        if count and not word.isdecimal() and not is_article:
            value = with_contradiction(f"{count} ", match[0]).rstrip()
            yield Found(value if "(" in value else _plain(value, match["scale"]), match.start(), match.end())


def _bare(match: re.Match[str]) -> str:
    """The words of a number without its scale."""
    return match[0][: match.start("scale") - match.start()] if match["scale"] else match[0]


def _plain(figures: str, scale: str | None) -> str:
    """The number with a dot for decimals: one mark before three figures parts the thousands.

    Before a scale it parts the decimals: nobody writes 1,072 million for what is a billion.
    """
    marks = sum(figures.count(mark) for mark in " ,.")
    number = figures if scale and marks == 1 else _THOUSANDS.sub("", figures)
    scaled = Decimal(number.replace(",", ".").replace(" ", ""))
    return f"{scaled.scaleb(_SCALES[scale.lower()] if scale else 0).normalize():f}"
