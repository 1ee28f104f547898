"""A text of three or more parties speaks of “either Party”, “both Parties” or “the other Party”.

## Why it matters
The words are of a text between two, used again. With three parties nobody can tell who is meant: any of
them, all of them, or the two that are left.

## Wrong
    Parties: Norland; Sudland; Westland
    1. Either Party may terminate this Agreement by written notice to the other Party.

## Right
    Parties: Norland; Sudland; Westland
    1. Any Party may withdraw from this Agreement by written notice to the other Parties.

## Source
Drafting practice for agreements of several parties; United Nations, Final Clauses of Multilateral Treaties:
Handbook, which writes “any Party” and “each Party”.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import SIGNATORIES
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_THREE: Final = 3
_ONE: Final = r"(?:participant|(?:contracting )?party|side|signatory|government|state)\b"
_TWO: Final = re.compile(
    rf"\b(?:either(?: of the)?|neither(?: of the)?|both(?: the| of the)?|the two) {SIGNATORIES}\b"
    rf"|\b(?:either|neither|both) of them\b"
    rf"|\b(?:the|to the|its) other {_ONE}(?!s)"
    r"|\b(?:each other's|one (?:party|participant|side) (?:and|to) the other)\b"
    r"|\bbilateral(?:ly)?\b(?= (?:agreement|relations|cooperation|co-operation|talks"
    r"|consultations|meetings?|commission|committee)\b)",
    re.IGNORECASE,
)
_DISPUTE: Final = re.compile(
    r"\bdispute\b|\bconcerned\b|\bin question\b|\bbetween (?:any )?two\b", re.IGNORECASE
)


def either_party_with_three(text: Text) -> Iterator[Mark]:
    """Words for two where there are three."""
    if len(text.parties) < _THREE:
        return
    for passage, match in text.find(_TWO, "preamble", "body", "closing", "annex"):
        if not _DISPUTE.search(passage.folded, max(0, match.start() - 120), match.start()):
            yield passage.mark(
                f"“{match[0]}” is said of two, and this text has {len(text.parties)} parties",
                match.span(),
                suggestion="write “any Party”, “each Party”, “all Parties” or “the other Parties”",
            )


RULE: Final = Rule("TD607", "error", either_party_with_three)
