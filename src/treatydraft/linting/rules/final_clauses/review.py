"""The first review comes after the text has come to an end.

## Why it matters
A review that can never take place is a figure that somebody mistyped, here or in the term.

## Wrong
    1. This Agreement shall remain in force for three years from the date of its signature.
    2. The Parties shall review this Agreement within five years after its signature.

## Right
    1. This Agreement shall remain in force for ten years from the date of its signature.
    2. The Parties shall review this Agreement within five years after its signature.

## Source
Drafting practice: periods of one text are set beside each other before it is signed.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MONTHS: Final = {"day": 1 / 30, "week": 0.25, "month": 1, "year": 12}


def review_after_expiry(text: Text) -> Iterator[Mark]:
    """A first review, or a rhythm of reviews, that is longer than the term."""
    term = next(iter(text.facts.get("term.length", ())), None)
    length = _months(term.value) if term else None
    if length is None or term is None:
        return
    for field, limit in (("review.first_within", length), ("review.every", length)):
        for fact in text.facts.get(field, ()):
            until, passage = _months(fact.value), text.by_id.get(fact.clause)
            if until is not None and passage and until > limit:
                yield passage.mark(
                    f"the text ends after {term.value}, before this review",
                    fact.span,
                    suggestion="correct the one or the other",
                )


def _months(value: str) -> float | None:
    """`10 years` and `12-18 months` in months, by the first of two numbers."""
    number, _, unit = value.partition(" ")
    first = number.partition("-")[0]
    return (
        int(first) * _MONTHS[unit.rstrip("s")] if first.isdecimal() and unit.rstrip("s") in _MONTHS else None
    )


RULE: Final = Rule("TD810", "warning", review_after_expiry, languages=("en", "uk"))
