"""Numbers as agreements write them, `ten`, `24`, `twenty-four (24)`, → whole numbers."""

from typing import Final

from treatydraft.facts.alternatives import either
from treatydraft.language.numbers import spelled

_HIGHEST: Final = 120  # in words; beyond it, agreements write figures

# The forms in which durations have them, after prepositions and before units.
_UKRAINIAN: Final = {
    "один": 1,
    "одного": 1,
    "одного року": 1,
    "два": 2,
    "двох": 2,
    "три": 3,
    "трьох": 3,
    "чотири": 4,
    "чотирьох": 4,
    "п'ять": 5,
    "п'яти": 5,
    "шість": 6,
    "шести": 6,
    "сім": 7,
    "семи": 7,
    "вісім": 8,
    "восьми": 8,
    "дев'ять": 9,
    "дев'яти": 9,
    "десять": 10,
    "десяти": 10,
    "дванадцять": 12,
    "дванадцяти": 12,
    "п'ятнадцять": 15,
    "п'ятнадцяти": 15,
    "двадцять": 20,
    "двадцяти": 20,
    "двадцяти чотирьох": 24,
    "тридцять": 30,
    "тридцяти": 30,
    "шістдесят": 60,
    "шістдесяти": 60,
    "дев'яносто": 90,
}
_WORDS: Final[dict[str, int]] = {
    **{spelled(number): number for number in range(1, _HIGHEST + 1)},
    "a": 1,
    "an": 1,
    **_UKRAINIAN,
}
NUMBER: Final = rf"(?:\d{{1,4}}|\b{either(_WORDS)}\b)"
# `ten (10)` as well as `10 (ten)`: what stands in brackets says the same again.
COUNT: Final = rf"{NUMBER}(?: {{0,2}}\( {{0,2}}{NUMBER} {{0,2}}\))?"


def number_of(text: str) -> int | None:
    """The number that the text begins with.

    >>> number_of("ten (10)"), number_of("24"), number_of("several")
    (10, 24, None)
    """
    words = text.partition("(")[0].strip().lower()
    return int(words) if words.isdecimal() else _WORDS.get(words)
