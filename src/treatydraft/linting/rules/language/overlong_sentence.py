"""A sentence is so long that nobody can follow it.

## Why it matters
What no reader can hold in mind at once, negotiators have not agreed: each of them remembers another half.

## Wrong
    1. The Parties shall, through the authorities that each of them has named for that purpose and of which it has informed the other in writing, and after these have consulted the owners of the vessels concerned, exchange each year the records of catches, of landings, of the gear that was used, of the number of days at sea, and of all events at sea which one of them considers of interest to the other, in the form that the Commission has adopted for that year or for the year before it, and shall, where one of them finds that the records which it has received from the other differ from those which its own authorities have made of the same vessels in the same waters, meet within thirty days of the day on which it has told the other so, in order to find out which of the two are true and what is to be done about the difference.

## Right
    1. The Parties shall exchange the records of catches each year. They shall do so through the authorities that each of them has named.

## Source
Manuals of legislative drafting and plain-language guides, which advise one thought a sentence.
"""  # noqa: E501 - an example of a long sentence is long

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.sentence_length import OVERLONG, long_stretches
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def overlong_sentence(text: Text) -> Iterator[Mark]:
    """Sentences of a length that nobody would defend."""
    for passage, span, words in long_stretches(text, OVERLONG):
        yield passage.mark(
            f"the sentence has {words} words, which nobody can follow",
            span,
            suggestion="divide it: a sentence for each duty",
        )


RULE: Final = Rule("TD218", "warning", overlong_sentence)
