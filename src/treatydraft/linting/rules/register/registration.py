"""A text that does not bind in law is to be registered with the United Nations.

## Why it matters
What is registered are treaties. To provide for registration says more clearly than any other clause that
the text was meant to be one.

## Wrong
    Register: political
    1. This Memorandum will be registered with the Secretariat of the United Nations.

## Right
    Register: political
    1. This Memorandum is not eligible for registration with the United Nations.

## Source
Charter of the United Nations, art. 102, which speaks of treaties and international agreements; guidance of
the United States on texts that do not bind.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, in_register, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_REGISTERED: Final = re.compile(r"\bregist(?:er(?:s|ed|ing)?|ration)\b", re.IGNORECASE)
_REFUSED: Final = re.compile(r"\b(?:not|no|nor|neither|never|without|ineligible)\b", re.IGNORECASE)
_WITH: Final = re.compile(rf"{OWN}|\bit\b|\barticle 102\b", re.IGNORECASE)
_UNITED_NATIONS: Final = re.compile(
    r"\b(?:united nations|un)\b|\barticle 102\b|\bdepositary\b", re.IGNORECASE
)


def registration_of_political_text(text: Text) -> Iterator[Mark]:
    """Registration of this text under Article 102."""
    for passage, match in in_register(text, "political", _REGISTERED, "body", "closing"):
        sentence = sentence_around(passage.folded, *match.span())
        meant = _WITH.search(sentence) and _UNITED_NATIONS.search(sentence)
        if meant and not _REFUSED.search(sentence):
            yield passage.mark(
                "treaties are registered, and this text is one that does not bind in law",
                match.span(),
                suggestion="leave registration out, or say that the text is not eligible for it",
            )


RULE: Final = Rule("TD710", "error", registration_of_political_text)
