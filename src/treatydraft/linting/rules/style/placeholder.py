"""A gap has not been filled: “[●]”, “TBD”, “____”, “20__”, “[insert name]”.

## Why it matters
Nobody signs a text with a hole in it; and after signature it takes a corrected original to fill it.

## Wrong
    Stage: signature
    Article 9 # Term
      1. This Agreement shall remain in force for [●] years from the date of its signature.
    Testimonium: Done at Norhaven on ____ 2031.

## Right
    Stage: signature
    Article 9 # Term
      1. This Agreement shall remain in force for ten years from the date of its signature.
    Testimonium: Done at Norhaven on 1 May 2031.
    Signature: For Norland: | ____________________

## Source
Treaty practice: a text that is initialled or signed has no gaps; article 79 of the Vienna Convention on the
Law of Treaties tells how much it takes to correct one that has.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.open_points import placeholders
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def placeholder(text: Text) -> Iterator[Mark]:
    """Gaps in a text that should have none."""
    for passage, span, part in placeholders(text):
        yield passage.mark(
            "a gap is left to fill", span, part=part, suggestion="fill it before the text goes on"
        )


RULE: Final = Rule("TD901", "error", placeholder, ("initialling", "signature"), languages=())
