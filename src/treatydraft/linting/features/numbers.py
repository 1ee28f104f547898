"""Whole numbers in the words of a text, `24`, `six`, `ten` of `ten-year`, found fast."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.language.numbers import spelled

_HIGHEST: Final = 120  # in words
_VALUES: Final = {spelled(number): number for number in range(1, _HIGHEST + 1)}
# Words for numbers begin with one of these letters; most other words do not.
_TOKEN: Final = re.compile(
    r"(?<![\w.,/-])(?:\d{1,4}(?!\d|[.,/]\d)|[eEfFnNoOsStT][a-z]{2,8}(?:-[a-z]{3,5}(?![a-z]))?)(?=[^a-z]|$)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, and where it stands."""

    value: int
    start: int
    end: int
    in_figures: bool


def numbers(words: str) -> Iterator[Number]:
    """Every whole number in folded words.

    >>> [one.value for one in numbers("within 24 hours, for twenty-four years, in a ten-year plan")]
    [24, 24, 10]
    """
    for match in _TOKEN.finditer(words):
        start, word = match.start(), match[0].lower()
        if word.isdecimal():
            yield Number(int(word), start, match.end(), in_figures=True)
        elif word in _VALUES:
            yield Number(_VALUES[word], start, match.end(), in_figures=False)
        elif (first := word.partition("-")[0]) in _VALUES:
            yield Number(_VALUES[first], start, start + len(first), in_figures=False)
