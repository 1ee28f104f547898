"""One period is stated differently in two places.

## Why it matters
A party that gives notice has to know whether three months are enough. Where two articles give two answers,
each party reads the one that suits it. Notice of termination and notice of an extension are two periods, and
may differ.

## Wrong
    1. Either Party may terminate this Agreement on six months’ written notice.
    2. If a Party terminates this Agreement by giving three months’ written notice, the Parties shall meet.

## Right
    1. Either Party may terminate this Agreement on six months’ written notice.
    2. If a Party terminates this Agreement by giving six months’ written notice, the Parties shall meet.

## Source
Drafting practice: a figure is stated once and referred to afterwards. Vienna Convention on the Law of
Treaties, articles 54 to 56, on withdrawal under the provisions of the treaty.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.periods import in_words, is_same, mark_of, place_of, settled
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def period_disagrees(text: Text) -> Iterator[Mark]:
    """Periods, and what they are counted from, that the text settles in two ways; each place is marked."""
    for _, name, facts in settled(text):
        for fact in facts:
            other = next((one for one in facts if not is_same(one.value, fact.value)), None)
            if other:
                yield mark_of(
                    fact,
                    f"{name} is {in_words(fact.value)} here and {in_words(other.value)} {place_of(other)}",
                    "state it once, and refer to that place in the other",
                )


RULE: Final = Rule("TD508", "error", period_disagrees, languages=())
