"""Numbers of one text are written in different ways.

## Why it matters
Each way is in order by itself. Side by side they show that clauses come from different texts, and a reader
asks whether “ten years” and “10 years” are meant to differ.

## Wrong
    1. The first period shall be ten years.
    2. It may be followed by a second period of 10 years.

## Right
    1. The first period shall be ten years.
    2. It may be followed by a second period of ten years.

## Source
The house styles of treaty sections, which set one way: words, figures, or words with figures in brackets.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from treatydraft.facts.durations import UNIT
from treatydraft.facts.numerals import NUMBER, number_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

Style: TypeAlias = Literal["six (6)", "6 (six)", "six", "6"]

_SHAPE: Final = re.compile(
    rf"(?<![\w.,-])(?P<first>{NUMBER})(?: {{0,2}}\( {{0,2}}(?P<second>{NUMBER}) {{0,2}}\))?"
    rf"(?: {{1,3}}|-)(?P<unit>{UNIT})",
    re.IGNORECASE,
)
_DOUBLE: Final = ("six (6)", "6 (six)")


def mixed_number_style(text: Text) -> Iterator[Mark]:
    """Lengths of time in another style than others of the text."""
    found = [
        (passage, match, _style(match))
        for passage, match in text.find(_SHAPE)
        if match["first"].lower() not in ("a", "an")
    ]
    doubles = Counter(style for *_, style in found if style in _DOUBLE)
    usual = max(doubles, key=lambda style: doubles[style], default=None)
    seen: dict[tuple[int | None, str], Style] = {}
    for passage, match, style in found:
        thing = (number_of(match["first"]), _bare(match["unit"]))
        before = usual if usual and style in _DOUBLE else seen.setdefault(thing, style)
        if style != before:
            yield passage.mark(
                f"elsewhere the text writes numbers like {_example(before)}",
                match.span(),
                suggestion="write numbers in one way",
            )


def _style(match: re.Match[str]) -> Style:
    figures = match["first"].isdecimal()
    if match["second"]:
        return "6 (six)" if figures else "six (6)"
    return "6" if figures else "six"


def _bare(unit: str) -> str:
    return unit.lower().removeprefix("calendar ").removeprefix("consecutive ").rstrip("'s")


def _example(style: Style) -> str:
    return f"“{style} months”"


RULE: Final = Rule("TD502", "info", mixed_number_style)
