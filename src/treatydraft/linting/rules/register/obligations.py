"""A text that does not bind in law speaks of rights and obligations under it, of breach or of compliance.

## Why it matters
There are none. To name them says that there are.

## Wrong
    Register: political
    1. Each Participant will carry out its obligations under this Memorandum in good faith.

## Right
    Register: political
    1. Each Participant will carry out its commitments under this Memorandum in good faith.

## Source
Guidance of the United Kingdom and the United States on texts that do not bind, which speak of commitments
and of what the participants will observe.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, SIGNATORIES, in_register, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_THESE: Final = rf"(?:{OWN}|\bthe (?:terms|provisions|present (?:provisions|terms)))"
_LEGAL: Final = re.compile(
    r"\b(?P<word>(?:(?:legal|mutual|respective) )*(?:rights(?: and (?:obligations|duties))?"
    r"|obligations?|duties|duty))"
    rf"(?: of (?:the |each |either |both )?{SIGNATORIES})?"
    rf"(?:,? (?:which )?(?:under|arising (?:from|under|out of)|(?:set out|contained|laid down"
    rf"|established|assumed) (?:in|by|under)"
    rf"|pursuant to|deriving from|in|of) {_THESE})"
    rf"|\b(?P<breach>(?:material )?(?:breach(?:es)?|violations?) of|(?:breach|violat)(?:es?|ed"
    rf"|ing)|compl(?:y|ies|iance) with"
    rf"|(?:legally )?binding (?:up)?on|bound by) (?:any |the |all )?(?:(?:terms|provisions?"
    rf"|parts?) of )?(?:{OWN}|the {SIGNATORIES}\b)"
    rf"|{OWN} (?:is|are|will be|constitutes?) (?:a |an )?(?P<binding>legally binding)",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:not|no|nor|neither|nothing|without|never|non)\b", re.IGNORECASE)

_NEEDED: Final = ("obligation", "right", "dut", "breach", "violat", "compl", "bound by", "binding")


def obligations_in_political_text(text: Text) -> Iterator[Mark]:
    """Rights, obligations, breach and compliance of this text, where it does not deny them."""
    for passage, match in in_register(text, "political", _LEGAL, "body", "closing", "annex", needing=_NEEDED):
        group = match.lastgroup or "word"
        if not _DENIED.search(sentence_around(passage.folded, *match.span())):
            yield passage.mark(
                f"“{match[group]}” is a word of treaties, and this text is one that does not bind in law",
                match.span(group),
                suggestion="speak of commitments, and of observing them",
            )


RULE: Final = Rule("TD714", "error", obligations_in_political_text)
