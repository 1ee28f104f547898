"""A text that does not bind in law is to be ratified.

## Why it matters
By ratification a state consents to be bound. A text that does not bind needs none, and one that has it
binds.

## Wrong
    Register: political
    1. This Memorandum is subject to ratification.

## Right
    Register: political
    1. This Memorandum will come into effect upon signature.

## Source
Vienna Convention on the Law of Treaties, arts. 2(1)(b) and 14.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, in_register, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_RATIFIED: Final = re.compile(
    r"\b(?:ratif(?:y|ies|ied|ying|ication)|accession|accede[sd]?|consent to be bound)\b", re.IGNORECASE
)
_OWN: Final = re.compile(
    rf"{OWN}|\bit (?:is|will be|has been|may be) (?:subject|ratified)|\binstruments? of", re.IGNORECASE
)

_NEEDED: Final = ("ratif", "acce", "consent to be bound")


def ratification_of_political_text(text: Text) -> Iterator[Mark]:
    """Ratification of this text, not of a treaty that it speaks of."""
    for passage, match in in_register(text, "political", _RATIFIED, "body", "closing", needing=_NEEDED):
        sentence = sentence_around(passage.folded, *match.span())
        first, last = match.span()
        of_another = any(first - 60 < end and start < last + 80 for start, end in passage.titles)
        if (
            _OWN.search(sentence)
            and not of_another
            and not re.search(r"\bcandidate|\bEU\b|\bUnion\b", sentence)
        ):
            yield passage.mark(
                f"“{match[0]}” is how a state binds itself, and this text is one that does not bind in law",
                match.span(),
                suggestion="let it come into effect upon signature, or upon a notification",
            )


RULE: Final = Rule("TD716", "error", ratification_of_political_text)
