"""Square brackets are left in a text that is initialled or signed.

## Why it matters
Brackets say that the words in them are not agreed. Whoever signs them has signed no one knows what.

## Wrong
    Stage: initialling
    Article 9 # Term
      1. This Agreement [shall][should] remain in force for ten years from the date of its signature.

## Right
    Stage: initialling
    Article 9 # Term
      1. This Agreement shall remain in force for ten years from the date of its signature.[1]

## Source
Practice of negotiation: brackets mark open words, and are gone when a text is initialled.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.open_points import brackets
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def open_bracket(text: Text) -> Iterator[Mark]:
    """Square brackets where none may be."""
    for passage, span, part in brackets(text):
        yield passage.mark(
            "words in square brackets are not agreed",
            span,
            part=part,
            suggestion="settle the words, and take the brackets away",
        )


RULE: Final = Rule("TD903", "error", open_bracket, ("initialling", "signature"), languages=())
