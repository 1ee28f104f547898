"""The text says neither how long it lasts nor how it ends.

## Why it matters
A treaty without either can hardly be left: withdrawal must then be read into it, with twelve months’ notice
at best.

## Wrong
    1. This Agreement shall enter into force upon signature.

## Right
    1. This Agreement shall enter into force upon signature.
    2. Either Party may terminate this Agreement by six months’ written notice.

## Source
Vienna Convention on the Law of Treaties, arts. 54 and 56.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.final_clauses import present, was_left_out
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def open_ended_term(text: Text) -> Iterator[Mark]:
    """Neither a duration nor a way to end it."""
    if not text.document.body or {"duration", "termination"} & present(text):
        return
    if was_left_out(text, "duration") and was_left_out(text, "termination"):
        return
    yield Mark(
        "neither duration nor termination is settled",
        suggestion="add how long the text lasts, or how it can be ended",
    )


RULE: Final = Rule("TD808", "warning", open_ended_term)
