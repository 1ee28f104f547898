"""A text that is to be signed has no place to sign.

## Why it matters
Without signature blocks nobody can check who signs for whom, in what order, and in what office.

## Wrong
    Stage: signature
    1. The Parties shall exchange data on fish stocks.
    Testimonium: Done at Norburg on 1 March 2027, in two originals, in the English language.

## Right
    Stage: signature
    1. The Parties shall exchange data on fish stocks.
    Testimonium: Done at Norburg on 1 March 2027, in two originals, in the English language.
    Signature: For Norland: | | Minister of Fisheries
    Signature: For Sudland: | | Minister of Fisheries

## Source
Practice of treaty sections. Copies that are published often leave the blocks out.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def signature_blocks_missing(text: Text) -> Iterator[Mark]:
    """No signature block at all."""
    if text.document.body and not text.document.closing.signatures:
        yield Mark("there is no signature block", suggestion="add one for each party")


RULE: Final = Rule(
    "TD816", "warning", signature_blocks_missing, stages=("initialling", "signature"), languages=()
)
