"""A text that does not bind in law says “shall”, “must” or “undertake”.

## Why it matters
These are the verbs of treaties. One of them in a political text lets the other side say that this sentence,
at least, was meant to bind, and a court look for an intention that nobody had.

## Wrong
    Register: political
    1. The Participants shall exchange data on fish stocks.

## Right
    Register: political
    1. The Participants will exchange data on fish stocks.

## Source
Guidance of the foreign ministries of the United Kingdom, the United States and Australia on texts that do
not bind: “will” stands for “shall” and for “must”. Practice keeps “shall prevail” in the language clause.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.party_names import code_of
from treatydraft.linting.features.wordings import (
    OWN,
    in_register,
    sentence_around,
    sentence_start,
    stands_for_signatories,
    subject_before,
)
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_VERBS: Final = re.compile(
    r"\b(?:shall|must"
    r"|under(?:take|takes|took|taking|taken)(?= (?:not )?(?:to|that)\b)"
    r"|(?:is|are|be|being|is also|are also) (?:legally |mutually )?(?:obliged|obligated|duty-bound|bound)"
    r"(?= to (?!by)\w| by (?:this|these|its|the (?:terms|provisions))\b))",
    re.IGNORECASE,
)
_LANGUAGE_CLAUSE: Final = re.compile(
    r"\bprevail|\bprecedence\b|\bequally (?:valid|authentic)\b|\b(?:diverg|discrepanc)\w+.{0,60}\btexts?\b",
    re.IGNORECASE,
)
# Others have said it, or it is said of others: `which provides that each State shall`, `reaffirm … must`.
_OTHERS_SAY: Final = re.compile(
    r"\b(?:provid|stipulat|stat|requir|decid|demand|prescrib)(?:es?|ed|ing)(?: \w+)? that\b"
    r"|\baccording to which\b|\bunder which\b|\bpursuant to which\b|\bby virtue of which\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(OWN, re.IGNORECASE)
_HELD: Final = re.compile(
    r"\b(?:(?:re)?affirm|recogni[sz]|consider|acknowledg|stress|underlin|underscor|emphasi[sz]|believ|recall"
    r"|convinced|opinion|view|not(?:e|es|ed|ing)\b|conclud|declar|insist|shar)\w*\b"
    r"|\bagree[sd]?\b|\bthere \Z",
    re.IGNORECASE,
)

_NEEDED: Final = ("shall", "must", "undert", "oblig", "duty-bound", "bound")


def binding_verb_in_political_text(text: Text) -> Iterator[Mark]:
    """The verbs of obligation where nothing obliges."""
    for passage, match in in_register(text, "political", _VERBS, needing=_NEEDED):
        if not _is_another_matter(text, passage, match):
            yield passage.mark(
                f"“{match[0]}” binds, and this text is one that does not bind in law",
                match.span(),
                suggestion="write “will”",
            )


def _is_another_matter(text: Text, passage: Passage, match: re.Match[str]) -> bool:
    words = passage.folded
    sentence = sentence_around(words, *match.span())
    if _LANGUAGE_CLAUSE.search(sentence):
        return True
    before = words[sentence_start(words, match.start()) : match.start()]
    subject = subject_before(words, match.start())
    if stands_for_signatories(text, subject):
        return bool(_OTHERS_SAY.search(before) and passage.zone == "preamble")
    if _OWN.fullmatch(subject):
        return False
    if any(end <= match.start() <= end + 1 for _, end in passage.titles):
        return True  # another instrument is what it speaks of
    if _OTHERS_SAY.search(before):
        return True
    return match[0].lower() == "must" and bool(_HELD.search(before) or code_of(subject))


RULE: Final = Rule("TD701", "error", binding_verb_in_political_text)
