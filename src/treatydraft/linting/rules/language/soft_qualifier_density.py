"""Duties are softened again and again: “as appropriate”, “where possible”, “best efforts”.

## Why it matters
One such word leaves room where room is meant. When every other duty has one, a reader doubts that anything
was agreed, and cannot tell the deliberate ones from habit.

## Wrong
    1. The Parties shall, as appropriate, meet each year where possible.
    2. Each Party shall use its best efforts to exchange data, as appropriate and to the extent possible.

## Right
    1. The Parties shall meet each year.
    2. Each Party shall exchange data, as appropriate.

## Source
Guidance of treaty sections on the strength of commitments.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.phrases import phrases
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_SOFT: Final = (
    "as appropriate", "where appropriate", "when appropriate", "if appropriate", "as necessary",
    "where necessary",
    "if necessary", "as needed", "where possible", "when possible", "if possible", "wherever possible",
    "whenever possible", "as far as possible", "to the extent possible", "to the extent practicable",
    "to the extent feasible", "to the fullest extent possible", "where feasible", "as feasible",
    "where practicable",
    "as practicable", "best efforts", "best endeavours", "reasonable efforts", "every effort", "all efforts",
    "strive to", "endeavour to", "endeavor to", "seek to", "aim to", "as the case may be", "where relevant",
    "as relevant", "if deemed appropriate", "as deemed appropriate", "in so far as possible",
    "insofar as possible",
    "where applicable", "as may be appropriate", "as may be necessary", "within their means",
    "within the limits of their capabilities", "subject to available resources",
)  # fmt: skip
_FEWEST: Final = 4
_WORDS_FOR_EACH: Final = 100  # a text with one of them in fewer words than that is dense


def soft_qualifier_density(text: Text) -> Iterator[Mark]:
    """All soft words of body and annexes, counted, where they are many for the length of the text."""
    found = Counter(match[0].lower() for _, match in phrases(text, _SOFT, "body", "annex"))
    count = found.total()
    if count < _FEWEST:
        return
    words = sum(len(passage.words.split()) for passage in text.of("body", "annex"))
    if words < count * _WORDS_FOR_EACH:
        most = ", ".join(f"“{word}” {times}" for word, times in found.most_common(3))
        yield Mark(
            f"{count} soft qualifiers stand in {words} words: {most}",
            suggestion="keep those that were negotiated, and strike the others",
        )


RULE: Final = Rule("TD208", "info", soft_qualifier_density)
