"""A draft has words in square brackets that have to be settled before it is initialled.

## Why it matters
Brackets belong in a draft. Each is told, with their number, so that the Parties see how much is open.

## Wrong
    Article 9 # Term
      1. This Agreement shall remain in force for [ten] years from the date of its signature.

## Right
    Article 9 # Term
      1. This Agreement shall remain in force for ten years from the date of its signature.

## Source
Practice of negotiation: rolling texts with brackets, which are counted from round to round.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.open_points import brackets
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def bracket_to_settle(text: Text) -> Iterator[Mark]:
    """Square brackets of a draft, each with its number among all."""
    found = list(brackets(text))
    for number, (passage, span, part) in enumerate(found, start=1):
        yield passage.mark(
            f"bracket {number} of {len(found)} that are to be settled",
            span,
            part=part,
            suggestion="settle it before initialling",
        )


RULE: Final = Rule("TD922", "info", bracket_to_settle, ("draft",), languages=())
