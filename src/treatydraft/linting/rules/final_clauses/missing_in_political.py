"""A text that does not bind in law lacks a final clause that such texts have.

## Why it matters
No general law fills the gaps of a political text. From when it counts, how it is changed and in what
languages it was signed is then a matter of memory.

## Wrong
    Register: political
    1. The Participants will exchange data on fish stocks.
    2. This Memorandum will come into effect upon signature.

## Right
    Register: political
    1. The Participants will exchange data on fish stocks.
    2. This Memorandum may be modified by joint decision of the Participants.
    3. This Memorandum will come into effect upon signature and remain in effect for ten years.
    Testimonium: Signed at Norburg on 1 March 2027, in duplicate, in the English language.

## Source
Guidance of the United Kingdom on memoranda of understanding and its specimen paragraphs.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from treatydraft.linting.features.final_clauses import Kind, planned, present, was_left_out
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_ASKED: Final[Mapping[Kind, str]] = {
    "entry into force": "coming into effect",
    "amendment": "modification",
    "languages": "the languages in which it is signed",
    "testimonium": "signature: where, when, in how many copies",
}


def final_clause_missing_in_political_text(text: Text) -> Iterator[Mark]:
    """Final clauses that a political text has and this one has not."""
    if text.document.register != "political" or not text.document.body:
        return
    found = present(text)
    for kind, words in (*_ASKED.items(), *((kind, kind) for kind in planned(text))):
        if kind not in found and not was_left_out(text, kind):
            yield Mark(f"no clause on {words}", suggestion="add one, or note why there is none")


RULE: Final = Rule("TD815", "warning", final_clause_missing_in_political_text)
