"""A treaty has the words of texts that do not bind: participants, coming into effect, discontinuation.

## Why it matters
These words were made to keep texts from being treaties. In a treaty they give whoever wants out of it an
argument that it was never meant to be one.

## Wrong
    1. The Parties shall meet once a year, and either Participant may ask for a meeting at any time.

## Right
    1. The Parties shall meet once a year, and either Party may ask for a meeting at any time.

## Source
The paired words of treaties and of other instruments in the guidance of the United Kingdom, the United
States and Australia.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, in_register, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_TERMS: Final = re.compile(
    r"\b(?P<participant>(?:[Tt]he|[Ee]ither|[Ee]ach|[Bb]oth|[Nn]either|[Oo]ther|[Aa]) Participants?)\b"
    r"|\b(?P<effect>(?:come|comes|coming|enter|enters|entry|entering) into (?:effect|operation)"
    r"|(?:remains?|continues?|be|is) in effect|[Bb]ecomes? operational)\b"
    r"|\b(?P<end>discontinu(?:e|es|ed|ing|ation))\b"
)
_INSTEAD: Final = {
    "participant": ("the parties of a treaty are", "write “Party” or “Parties”"),
    "effect": ("a treaty enters into force", "write “enter into force” or “remain in force”"),
    "end": ("a treaty is terminated or denounced", "write “terminate” or “denounce”"),
}
_OWN: Final = re.compile(OWN, re.IGNORECASE)
_LIVES: Final = re.compile(
    rf"(?<!of )(?<!under )(?<!with )(?:{OWN}|\b(?:amendments?|modifications?|termination|it|annex"
    rf"|its|the date of)\b)"
    r"(?: (?!which|that|agreement|arrangement)\w+){0,4} \Z",
    re.IGNORECASE,
)
_TAKING_PART: Final = re.compile(r" (?:in|of|at)\b")
_MEANS: Final = re.compile(r"referred to as|hereinafter|hereafter|\bmeans\b", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"(?:referred to|hereinafter|hereafter|the)[^.;]{0,60}\"(?:the )?Participants?\""
)


def political_term_in_treaty(text: Text) -> Iterator[Mark]:
    """Words that texts which do not bind have instead of those of treaties."""
    own_word = any(_DEFINED.search(passage.folded) for passage in text.of("preamble"))
    for passage, match in in_register(text, "binding", _TERMS):
        kind = match.lastgroup or ""
        if kind == "participant" and own_word:
            continue  # the text calls its parties so throughout
        if _is_of_this_text(kind, passage, match):
            yield passage.mark(
                f"“{match[0]}” is a word of texts that do not bind, and this is a treaty: {_INSTEAD[kind][0]}"
                + (" its Parties" if kind == "participant" else ""),
                match.span(),
                suggestion=_INSTEAD[kind][1],
            )


def _is_of_this_text(kind: str, passage: Passage, match: re.Match[str]) -> bool:
    sentence = sentence_around(passage.folded, *match.span())
    if kind == "participant":
        return not _MEANS.search(sentence) and not _TAKING_PART.match(passage.folded, match.end())
    near = passage.folded[max(0, match.start() - 60) : match.start()]
    if kind == "end":
        return bool(_OWN.search(near + passage.folded[match.end() : match.end() + 40]))
    return bool(_LIVES.search(near))


RULE: Final = Rule("TD705", "warning", political_term_in_treaty)
