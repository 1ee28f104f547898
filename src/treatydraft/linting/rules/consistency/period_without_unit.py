"""A length of time has a number and no unit.

## Why it matters
“Within 24 of the request” can be hours or days. The word is easily lost when a figure is changed, and no
reader supplies it with certainty.

## Wrong
    1. The Parties shall consult within 24 of the request of either Party.

## Right
    1. The Parties shall consult within 24 hours of the request of either Party.

## Source
Drafting practice: each time limit has a number, a unit and a day from which it runs.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_THING: Final = (
    r"(?:(?:the|its|such|that|this|his|their|each|any|written|said|first|last|current|a|an) ){0,4}"
    r"(?:dates?|days?|receipt|receiving|request\w*|notif\w+|notice|signature|signing|entry|expiry|expiration|end"
    r"|beginning|start|conclusion|submission|delivery|adoption|attack|event|meeting|terminat\w+|period|term|deposit"
    r"|approval|ratification|communication|occurrence)\b"
)
_BEHIND: Final = rf" (?:after|from|following|before|prior to|upon|since) {_THING}"
_GOES_ON: Final = r"[.,;:]?$|[.,;:] | (?:to|and|at|by|or|in|through|with)\b"
_LED: Final = (
    r"\b(?:within|than|least|for|of|after|effect|force|operation|end|period|every)"
    r"(?: an?| the)?(?: further| initial)? \Z"
)
_LIVES: Final = (
    r"\b(?:in (?:force|effect|operation)|valid|extended|prolonged|renewed|concluded) for "
    r"(?:(?:an?|another|further|the|period|term|of|initial|additional) ){0,5}\Z"
)
_GIVEN: Final = r"\b(?:giv(?:e|es|ing)|by|on|upon|with|at least|than)(?: the other \w+)? \Z"
# What stands before a number, and what behind it, where a unit is missing between the two.
_SHAPES: Final = tuple(
    (re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE))
    for before, behind in (
        (_LED, _BEHIND),  # no later than six before the end; in force for ten from the date
        (r"\b(?:within|than) (?:an? period of )?\Z", rf" of {_THING}"),  # within 24 of the request
        (r"\bwithin (?:a (?:period|time limit) of )?\Z", _GOES_ON),  # consult within 24 to determine
        (
            _GIVEN,
            r"(?:'s?)? (?:(?:prior|written|advance|in) ){0,3}(?:notice|notification)\b",
        ),  # giving six notice
        (
            _LIVES,
            r"[.,;:]?$|[.,;:] | (?:from|after|and|unless|at|by|as|with|upon)\b",
        ),  # remain in force for ten
    )
)
_AGAIN: Final = re.compile(r" ?\( ?[\w-]+ ?\)")  # the number a second time: `six (6)`
_REACH: Final = 60  # characters before a number that say what it is
_YEAR: Final = 1900


def period_without_unit(text: Text) -> Iterator[Mark]:
    """Lengths of time of which nobody can say whether they are hours, days or months."""
    for passage in text.passages:
        for number in passage.numbers:
            again = _AGAIN.match(passage.folded, number.end)
            end = again.end() if again else number.end
            if 1 < number.value < _YEAR and _needs_unit(passage.folded, number.start, end):
                yield passage.mark(
                    f"“{passage.words[number.start : end]}” says neither hours nor days nor months",
                    (number.start, end),
                    suggestion="add the unit",
                )


def _needs_unit(words: str, start: int, end: int) -> bool:
    return any(
        behind.match(words, end) and before.search(words, max(0, start - _REACH), start)
        for before, behind in _SHAPES
    )


RULE: Final = Rule("TD513", "warning", period_without_unit)
