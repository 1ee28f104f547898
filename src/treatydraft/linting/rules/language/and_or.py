"""“And/or” leaves open whether both things are meant, or one of them.

## Why it matters
Each Party may read into it what suits it, and no two languages write it in the same way. What is meant is
nearly always “or”, or “A or B, or both”.

## Wrong
    1. The Parties shall exchange data and/or samples each year.

## Right
    1. The Parties shall exchange data or samples, or both, each year.

## Source
Manuals of legislative and treaty drafting, which advise against it with one voice; courts have complained of
it since the nineteenth century.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_AND_OR: Final = re.compile(
    r"\b(?:and ?(?:/|\\|\(|\|) ?or\b\)?|or ?(?:/|\\|\(|\|) ?and\b\)?)(?! both)", re.IGNORECASE
)
_SIGNS: Final = "/\\(|"


def and_or(text: Text) -> Iterator[Mark]:
    """The two words written as one choice."""
    if not any(sign in text.lowered for sign in _SIGNS):
        return
    for passage, match in text.find(_AND_OR):
        yield passage.mark(
            f"“{passage.words[slice(*match.span())]}” can mean both or either",
            match.span(),
            suggestion="write “or”, “and”, or “A or B, or both”",
        )


RULE: Final = Rule("TD201", "warning", and_or)
