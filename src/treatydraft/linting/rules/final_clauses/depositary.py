"""Instruments are to be deposited, and nobody is named with whom.

## Why it matters
A treaty enters into force by the deposit of the last instrument. Without a depositary nobody keeps count.

## Wrong
    Parties: Norland; Sudland; Westland
    1. This Agreement shall enter into force upon deposit of the third instrument of ratification.

## Right
    Parties: Norland; Sudland; Westland
    1. Instruments of ratification shall be deposited with the Government of Norland.
    2. This Agreement shall enter into force upon deposit of the third instrument of ratification.

## Source
Vienna Convention on the Law of Treaties, arts. 16 and 76.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_DEPOSIT: Final = re.compile(
    r"\bdeposit(?:ed|ing|s)?\b(?=[^.;]{0,60}\binstruments?\b)|\binstruments? of (?:ratification"
    r"|acceptance|approval|accession)[^.;]{0,60}\b(?P<after>deposit(?:ed)?)\b"
    r"|\bdate of (?:the )?(?P<of>deposit)\b|\bthe (?P<who>depositary)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\bdeposited (?:with|in the archives of)\b|\b(?:shall|will|is|be|act as|as) (?:be "
    r"|act as )?(?:the )?depositary\b|\bdepositary (?:of|for) (?:this|the)[^.;]{0,40}\b(?:is"
    r"|shall be|will be)\b"
    r"|\bdesignated (?:as )?(?:the )?depositary\b|\bwith the (?:government|secretary|secretariat"
    r"|depositary)\b|\bdeposits? (?:it|them|\w+ instruments?[^.;]{0,40}) with\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(rf"{OWN}|\binstruments? of\b|\bdepositary\b", re.IGNORECASE)


def depositary_missing(text: Text) -> Iterator[Mark]:
    """Deposit without a depositary."""
    if any(
        _NAMED.search(one.folded) for one in text.of("body", "closing") if "deposit" in one.folded.lower()
    ):
        return
    for passage, match in text.find(_DEPOSIT, "body", "closing"):
        if _OWN.search(sentence_around(passage.folded, *match.span())):
            yield passage.mark(
                "nothing says with whom the instruments are deposited",
                match.span(match.lastgroup) if match.lastgroup else match.span(),
                suggestion="name the depositary",
            )
            return


RULE: Final = Rule("TD812", "warning", depositary_missing)
