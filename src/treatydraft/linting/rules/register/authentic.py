"""A text that does not bind in law calls its language versions authentic.

## Why it matters
Authentic are the texts of a treaty. Those of a political text are equally valid.

## Wrong
    Register: political
    Testimonium: Signed at Norburg on 1 March 2027, in the English language, an authentic text.

## Right
    Register: political
    Testimonium: Signed at Norburg on 1 March 2027, in the English language, a valid text.

## Source
Vienna Convention on the Law of Treaties, arts. 10 and 33, on authentic texts; the paired words in the
guidance of the United Kingdom.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import in_register, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_AUTHENTIC: Final = re.compile(r"\bauthentic\b", re.IGNORECASE)
_TEXTS: Final = re.compile(r"\b(?:texts?|versions?|languages?|copies|originals?)\b", re.IGNORECASE)


def authentic_political_text(text: Text) -> Iterator[Mark]:
    """`both texts being equally authentic`."""
    for passage, match in in_register(text, "political", _AUTHENTIC, "body", "closing"):
        if _TEXTS.search(sentence_around(passage.folded, *match.span())):
            yield passage.mark(
                "“authentic” is said of treaties, and this text is one that does not bind in law",
                match.span(),
                suggestion="write “valid”",
            )


RULE: Final = Rule("TD715", "warning", authentic_political_text)
