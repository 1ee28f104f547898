"""A draft has gaps that have to be filled before it is initialled.

## Why it matters
A draft may have gaps. Each is told, with their number, so that none is forgotten.

## Wrong
    Article 9 # Term
      1. This Agreement shall remain in force for [●] years from the date of its signature.

## Right
    Article 9 # Term
      1. This Agreement shall remain in force for ten years from the date of its signature.

## Source
Treaty practice: gaps are allowed in a draft, and are closed one by one.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.open_points import placeholders
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def gap_to_fill(text: Text) -> Iterator[Mark]:
    """Gaps of a draft, each with its number among all."""
    found = list(placeholders(text))
    for number, (passage, span, part) in enumerate(found, start=1):
        yield passage.mark(
            f"gap {number} of {len(found)} that are left to fill",
            span,
            part=part,
            suggestion="fill it before initialling",
        )


RULE: Final = Rule("TD921", "info", gap_to_fill, ("draft",), languages=())
