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
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from treatydraft.facts.durations import UNIT
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

Style: TypeAlias = Literal["six (6)", "6 (six)", "six", "6"]

_BEHIND: Final = re.compile(
    rf"(?P<again> {{0,2}}\( {{0,2}}[\w-]+ {{0,2}}\))?(?: {{1,3}}|-)(?P<unit>{UNIT})", re.IGNORECASE
)
_DOUBLE: Final = ("six (6)", "6 (six)")


@dataclass(frozen=True, slots=True)
class _Length:
    passage: Passage
    span: tuple[int, int]
    thing: tuple[int, str]  # the number and the unit
    style: Style


def mixed_number_style(text: Text) -> Iterator[Mark]:
    """Lengths of time in another style than others of the text."""
    found = [one for passage in text.passages for one in _lengths(passage)]
    doubles = Counter(one.style for one in found if one.style in _DOUBLE)
    usual = max(doubles, key=lambda style: doubles[style], default=None)
    seen: dict[tuple[int, str], Style] = {}
    for one in found:
        before = usual if usual and one.style in _DOUBLE else seen.setdefault(one.thing, one.style)
        if one.style != before:
            yield one.passage.mark(
                f"elsewhere the text writes numbers like “{before} months”",
                one.span,
                suggestion="write numbers in one way",
            )


def _lengths(passage: Passage) -> Iterator[_Length]:
    for number in passage.numbers:
        behind = _BEHIND.match(passage.folded, number.end)
        if behind and not passage.is_cited(number.start, behind.end()):
            style = _style(in_figures=number.in_figures, twice=bool(behind["again"]))
            yield _Length(passage, (number.start, behind.end()), (number.value, _bare(behind["unit"])), style)


def _style(*, in_figures: bool, twice: bool) -> Style:
    if twice:
        return "6 (six)" if in_figures else "six (6)"
    return "6" if in_figures else "six"


def _bare(unit: str) -> str:
    return unit.lower().removeprefix("calendar ").removeprefix("consecutive ").rstrip("'s")


RULE: Final = Rule("TD502", "info", mixed_number_style)
