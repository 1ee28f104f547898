"""A text that does not bind in law says “hereby”, “hereto” or “hereunder”.

## Why it matters
These words do in law what they say. A political text has nothing to do in law.

## Wrong
    Register: political
    1. The Participants hereby establish a joint committee.

## Right
    Register: political
    1. The Participants will set up a joint committee.

## Source
Guidance of the United Kingdom on memoranda of understanding.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import in_register
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ADVERBS: Final = re.compile(r"\b(?:here(?:by|to|of|under|with)|thereunder)\b", re.IGNORECASE)


def legal_adverb_in_political_text(text: Text) -> Iterator[Mark]:
    """`hereby`, `hereto`, `hereof`, `hereunder`."""
    for passage, match in in_register(text, "political", _ADVERBS):
        yield passage.mark(
            f"“{match[0]}” is a word of legal acts, and this text is none",
            match.span(),
            suggestion="leave it out, or name what is meant",
        )


RULE: Final = Rule("TD711", "info", legal_adverb_in_political_text)
