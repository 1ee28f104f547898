"""A text that is initialled or signed still has tracked changes.

## Why it matters
Who accepts them reads one text, and who rejects them another; the printed page may show both.

## Wrong
    Stage: signature
    Article 9 # Term
      1. This Agreement shall remain in force for [+ten+][-five-] years.

## Right
    Stage: signature
    Article 9 # Term
      1. This Agreement shall remain in force for ten years.

## Source
Practice of negotiation: a clean text is initialled.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.tracked import change_marks
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def tracked_change_left(text: Text) -> Iterator[Mark]:
    """Words that are inserted or deleted, and nobody has accepted it."""
    yield from change_marks(text, "accept or reject it before the text is printed")


RULE: Final = Rule("TD912", "error", tracked_change_left, ("initialling", "signature"), languages=())
