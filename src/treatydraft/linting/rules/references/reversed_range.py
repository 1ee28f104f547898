"""A range of clauses runs backwards, or from a number to itself.

## Why it matters
“Articles 5 to 3” names nothing; one of the two numbers is wrong.

## Wrong
    Article 1 # Records
      Articles 5 to 3 of the North Sea Convention apply.

## Right
    Article 1 # Records
      Articles 3 to 5 of the North Sea Convention apply.

## Source
Drafting practice: a range is counted upwards.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.wording import pattern
from treatydraft.linting.features.counting import label_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_END: Final = "\\(?(?:\\d{1,3}|[ivxlcdm]{1,7}|[a-z])\\)?"
_RANGE: Final = pattern(
    "\\b(?:articles?|arts?\\.|sections?|parts|chapters?|annexes|paragraphs|paras\\.?|sub-?paragraphs|clauses|items"
    f"|points) (?P<words>(?P<first>{_END}) ?(?:to|through|until|-) ?(?P<last>{_END}))(?![\\w.]\\w|\\w|-)"
)


def reversed_range(text: Text) -> Iterator[Mark]:
    """Ranges of which the last number is not greater than the first."""
    for passage, match in text.find(_RANGE, cited=True):
        if _is_reversed(match["first"].strip("()"), match["last"].strip("()")):
            yield passage.mark(
                f"“{match['words']}” is no range: it does not run upwards",
                match.span(),
                suggestion="find out which numbers were meant",
            )


def _is_reversed(first: str, last: str) -> bool:
    """Whether the numbers, read in one style, do not rise; letters are tried as Roman numerals too."""
    one, other = label_of(f"{first}."), label_of(f"{last}.")
    if one is None or other is None:
        return False
    numbers = {reading.style: reading.number for reading in one.readings}
    pairs = [
        (numbers[reading.style], reading.number) for reading in other.readings if reading.style in numbers
    ]
    return bool(pairs) and all(before >= after for before, after in pairs)


RULE: Final = Rule("TD405", "warning", reversed_range)
