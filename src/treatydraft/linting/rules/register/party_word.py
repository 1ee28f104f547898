"""A text that does not bind in law calls those who conclude it parties.

## Why it matters
A party is a state that has consented to be bound by a treaty. Those of a political text take part in it.

## Wrong
    Register: political
    1. The Parties will exchange data on fish stocks.

## Right
    Register: political
    1. The Participants will exchange data on fish stocks.

## Source
Vienna Convention on the Law of Treaties, art. 2(1)(g), on what a party is; guidance of the United Kingdom
and the United States, which keep the word for treaties.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import in_register
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_PARTY: Final = re.compile(
    r"(?<!States )\b(?:(?:High )?Contracting )?Part(?:y|ies)\b(?!,? (?:to|of|Congress|Conference)\b)(?!-)"
    r"|\b(?:[Bb]oth|[Ee]ither|(?:[Tt]he|[Bb]oth) two|[Tt]he other) part(?:y|ies)\b(?! to\b)"
    r"|\b[Tt]he parties"
    r"(?= (?:will|shall|may|should|have|are|intend|recogni[sz]e|agree|decide|undertake|also)\b)"
)
_DEFINED: Final = re.compile(r"\"(?:the )?(?:Contracting )?(?:Party|Parties)\"")
_BRIDGE: Final = re.compile(
    r"\bParties (?:are|is|will be|shall be|being) (?:hereinafter |hereafter )?(?:referred to|called)\b"
)
_OTHER: Final = re.compile(
    r"(?:\bthird|\bpolitical|\bstate|\binterested|\bconservative|\bLabour|\bConference of (?:the )?) ?\Z",
    re.IGNORECASE,
)

_NEAR: Final = 400  # characters on either side that may say what the parties are called from there on


def party_in_political_text(text: Text) -> Iterator[Mark]:
    """`the Parties` for the participants; only its definition, where the text defines the word."""
    defines = [
        p
        for p in text.of("preamble", "body")
        if _DEFINED.search(p.folded) and text.register_of(p) == "political"
    ]
    if defines and text.document.register == "political":
        match = _DEFINED.search(defines[0].folded)
        if match:
            yield defines[0].mark(_message("Parties"), match.span(), suggestion="write “the Participants”")
        return
    for passage, match in in_register(text, "political", _PARTY, needing=("party", "parties")):
        words = passage.folded
        near = words[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        is_bridge = _BRIDGE.search(near) or _DEFINED.search(near)
        if not is_bridge and not _OTHER.search(words, max(0, match.start() - 20), match.start()):
            yield passage.mark(_message(match[0]), match.span(), suggestion="write “Participant”")


def _message(word: str) -> str:
    return f"“{word}” is said of those whom a treaty binds, and this text is one that does not bind in law"


RULE: Final = Rule("TD713", "error", party_in_political_text)
