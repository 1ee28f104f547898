"""A sentence is long.

## Why it matters
A reader, and later a translator, loses what hangs on what. Sentences of treaties are longer than others, so
only those are told that go far beyond what is usual. Words of a list that semicolons divide count apart.

## Wrong
    1. The Parties shall, through the authorities that each of them has named for that purpose and of which it has informed the other in writing, and after these have consulted the owners of the vessels concerned, exchange each year the records of catches, of landings, of the gear that was used, of the number of days at sea, and of all events at sea which one of them considers of interest to the other, in the form that the Commission has adopted for that year or for the year before it.

## Right
    1. The Parties shall exchange the records of catches each year. They shall do so through the authorities that each of them has named.

## Source
Manuals of legislative drafting and plain-language guides, which advise one thought a sentence.
"""  # noqa: E501 - an example of a long sentence is long

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.sentence_length import LONG, OVERLONG, long_stretches
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def long_sentence(text: Text) -> Iterator[Mark]:
    """Sentences beyond the usual length."""
    for passage, span, words in long_stretches(text, LONG, OVERLONG):
        yield passage.mark(
            f"the sentence has {words} words",
            span,
            suggestion="divide it: a sentence for each duty",
        )


RULE: Final = Rule("TD203", "info", long_sentence)
