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

from treatydraft.facts.numerals import NUMBER, number_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_COUNT: Final = rf"(?P<count>{NUMBER}(?: ?\( ?{NUMBER} ?\))?)"
_THING: Final = (
    r"(?:(?:the|its|such|that|this|his|their|each|any|written|said|first|last|current|a|an) ){0,4}"
    r"(?:dates?|days?|receipt|receiving|request\w*|notif\w+|notice|signature|signing|entry|expiry|expiration|end|beginning|start"
    r"|conclusion|submission|delivery|adoption|attack|event|meeting|terminat\w+|period|term|deposit|approval"
    r"|ratification|communication|occurrence)\b"
)
_LED: Final = r"\b(?:within|than|least|for|of|after|effect|force|operation|end|period|every)(?: (?:an?|the))?"
_LIVES: Final = r"\b(?:in (?:force|effect|operation)|valid|extended|prolonged|renewed|concluded) for"
_BEHIND: Final = r"after|from|following|before|prior to|upon|since"
_GOES_ON: Final = r"(?=[.,;:]?$|[.,;:] | (?:to|and|at|by|or|in|through|with)\b)"
_SHAPES: Final = (
    # within 24 of the request; no later than six before the end; in force for ten from the date
    rf"{_LED}(?: further| initial)? {_COUNT}(?= (?:{_BEHIND}) {_THING})",
    rf"\b(?:within|than) {_COUNT}(?= of {_THING})",
    # consult within 24, and …; within 24 to determine
    rf"\bwithin (?:a (?:period|time limit) of )?{_COUNT}{_GOES_ON}",
    # giving six written notice
    (
        rf"\b(?:giv(?:e|es|ing)|by|on|upon|with|at least|than)(?: the other \w+)? {_COUNT}(?:'s?)?"
        r"(?= (?:(?:prior|written|advance|in) ){0,3}(?:notice|notification)\b)"
    ),
    # remain in force for ten
    (
        rf"{_LIVES} (?:(?:an?|another|further|the|period|term|of|initial|additional) ){{0,5}}{_COUNT}"
        r"(?=[.,;:]?$|[.,;:] | (?:from|after|and|unless|at|by|as|with|upon)\b)"
    ),
)
_COMPILED: Final = tuple(re.compile(shape, re.IGNORECASE) for shape in _SHAPES)
_HINT: Final = re.compile(
    r"within|than|least|\bfor\b|effect|force|notice|notif|operation|period", re.IGNORECASE
)
_YEAR: Final = 1900


def period_without_unit(text: Text) -> Iterator[Mark]:
    """Lengths of time of which nobody can say whether they are hours, days or months."""
    for passage in text.passages:
        if not _HINT.search(passage.folded):
            continue
        for shape in _COMPILED:
            for match in shape.finditer(passage.folded):
                if 1 < (number_of(match["count"]) or 0) < _YEAR:
                    yield passage.mark(
                        f"“{passage.words[slice(*match.span('count'))]}” says neither hours nor months",
                        match.span("count"),
                        suggestion="add the unit",
                    )


RULE: Final = Rule("TD513", "warning", period_without_unit)
