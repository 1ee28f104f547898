"""An annex is attached that the text never mentions.

## Why it matters
Nothing says what it is for, or that it is part of what is signed.

## Wrong
    Article 1 # Ports
      Ports are open to the vessels of both Parties.
    Annex A # Gear
      Nets have a mesh of 40 millimetres at least.

## Right
    Article 1 # Gear
      Vessels carry the gear that Annex A describes.
    Annex A # Gear
      Nets have a mesh of 40 millimetres at least.

## Source
Practice: an article of the body brings in each annex and says that it is an integral part, or what else it
is.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.units import number_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_WORD: Final = r"\b(?:annex|appendix|schedule|attachment)"
_ALONE: Final = re.compile(
    rf"{_WORD}(?:es|s)?\b|\bappendices\b|\b(?:annexed|attached|appended)\b", re.IGNORECASE
)
_ALL: Final = re.compile(r"\b(?i:annexes|appendices|schedules|attachments)\b(?! (?:\d+|[IVX]+|[A-Z])\b)")
_RANGE: Final = re.compile(
    r"\b(?:annexes|appendices|schedules|attachments) \w+ (?:to|through|-) \w+\b", re.IGNORECASE
)


def annex_unmentioned(text: Text) -> Iterator[Mark]:
    """Annexes of which neither preamble nor body nor closing says a word."""
    annexes = text.document.annexes
    if not annexes:
        return
    words = " ".join(passage.folded for passage in text.of("preamble", "body", "closing"))
    if _ALL.search(words) or _RANGE.search(words) or (len(annexes) == 1 and _ALONE.search(words)):
        return
    for annex in annexes:
        if not _is_mentioned(annex, words):
            named = " ".join(filter(None, (annex.label, annex.heading))) or "the annex"
            yield text.by_id[annex.id].mark(
                f"“{named}” is attached, and the text never mentions it",
                part="label" if annex.label else "heading",
                suggestion="say in an article what it is for and whether it is an integral part",
            )


def _is_mentioned(annex: tree.Clause, words: str) -> bool:
    number = number_of(annex)
    if number:
        series = r"(?:\w{1,4}(?:, | and | or | to |-))*"
        return bool(re.search(rf"(?i:{_WORD}(?:es|s)?|\bappendices) {series}{re.escape(number)}\b", words))
    return bool(annex.heading) and annex.heading.lower() in words.lower()


RULE: Final = Rule("TD407", "warning", annex_unmentioned)
