"""Decimals, or thousands, are parted by different marks in one text.

## Why it matters
“1.072 million” and “74,4 million” in one text leave a reader to guess what “1,250” is: a thousand and more,
or one and a quarter.

## Wrong
    1. Norland shall contribute EUR 74,4 million in 2025.
    2. Sudland shall contribute EUR 1.5 million in 2025.

## Right
    1. Norland shall contribute EUR 74.4 million in 2025.
    2. Sudland shall contribute EUR 1.5 million in 2025.

## Source
The style guide of the European Union: in English, a point for decimals, and a comma or a space for thousands.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_CURRENCY: Final = re.compile(r"(?:\b[A-Z]{3} ?\$?|[$€£¥₴] ?)\Z")
_UNIT: Final = re.compile(
    r" ?(?:%|(?:per cent|percent|thousand|million|billion|trillion|bn|mn|m|km|kg|tonnes|metres|nautical"
    r"|hectares|euros?|dollars|pounds|kroner|percentage|points?)\b)"
)
_SCALE: Final = re.compile(r" ?(?:thousand|million|billion|trillion|bn|mn|m)\b")
_NUMBER: Final = re.compile(
    r"(?<![\w.,/-])\d+(?:[.,]\d+)+(?![\w/-]|[.,]\d)|(?<![\w.,/-])[1-9]\d{0,2}(?: \d{3})+(?![\w/-]|[.,]\d)"
)
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?P<mark>[ .,])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d{1,2})?")
_LIKE: Final = {
    ("decimals", "."): "1.5 million",
    ("decimals", ","): "1,5 million",
    ("thousands", ","): "180,000",
    ("thousands", "."): "180.000",
    ("thousands", " "): "180 000",
}
_ENGLISH: Final = (("decimals", "."), ("thousands", ","))
_HINT: Final = re.compile(r"\d[., ]\d")


def mixed_separators(text: Text) -> Iterator[Mark]:
    """Numbers with another mark in them than most of the text."""
    found = [
        (passage, match.span(), kind, mark)
        for passage in text.passages
        if _HINT.search(passage.folded)
        for match in _NUMBER.finditer(passage.folded)
        for kind, mark in _marks(passage.folded, match)
    ]
    counts = Counter((kind, mark) for *_, kind, mark in found)
    for passage, span, kind, mark in found:
        usual = max((one for one in counts if one[0] == kind), key=lambda one: (counts[one], one in _ENGLISH))
        if mark != usual[1]:
            yield passage.mark(
                f"most {kind} of the text are written like {_LIKE[usual]}",
                span,
                suggestion=f"write the number like {_LIKE[usual]}",
            )


def _marks(words: str, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """What parts the thousands and the decimals of a number, where it is one and not a label or a date."""
    number = match[0]
    money = bool(_CURRENCY.search(words, max(0, match.start() - 5), match.start()))
    unit = bool(_UNIT.match(words, match.end()))
    groups = _GROUPS.fullmatch(number)
    is_decimal = (
        groups and groups["mark"] == "." and number.count(".") == 1 and _SCALE.match(words, match.end())
    )
    if groups and not is_decimal:
        if groups["mark"] == "," or money or unit:
            yield "thousands", groups["mark"]
        if number[-3] in ".," and number[-3] != groups["mark"]:
            yield "decimals", number[-3]
    elif (money or unit) and " " not in number and number.count(".") + number.count(",") == 1:
        yield "decimals", "." if "." in number else ","


RULE: Final = Rule("TD512", "warning", mixed_separators)
