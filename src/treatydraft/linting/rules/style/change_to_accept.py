"""A draft has tracked changes that have to be accepted or rejected.

## Why it matters
Changes belong in a draft. Each is told, so that both sides work on one text.

## Wrong
    Article 9 # Term
      1. This Agreement shall remain in force for [+ten+][-five-] years.

## Right
    Article 9 # Term
      1. This Agreement shall remain in force for ten years.

## Source
Practice of negotiation: changes go back and forth, and are closed at the end of a round.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.tracked import change_marks
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def change_to_accept(text: Text) -> Iterator[Mark]:
    """Tracked changes of a draft."""
    yield from change_marks(text, "accept or reject it before initialling")


RULE: Final = Rule("TD923", "info", change_to_accept, ("draft",), languages=())
