"""What rules know of English, and how they tell a text that is in English from others in Latin letters."""

from typing import Final

from treatydraft.linting.text import Text

MODALS: Final = ("shall", "will", "must", "may", "should", "would", "can", "cannot", "could", "might")
PARTY_WORDS: Final = (
    "Party", "Parties", "Participant", "Participants", "Side", "Sides", "Signatory", "Signatories",
    "Government", "Governments", "State", "States",
)  # fmt: skip
ABBREVIATIONS: Final = frozenset(
    [
        "art", "arts", "no", "nos", "para", "paras", "p", "pp", "vol", "cf", "eg", "ie", "etc", "mr", "mrs",
        "ms", "dr", "prof", "st", "jr", "sr", "inc", "ltd", "approx", "incl", "resp", "ca", "ed", "eds",
        "op", "fig", "ff", "al", "viz", "co", "corp", "tel", "ref", "vs", "gen", "col", "lt", "hon", "am",
        "pm", "rev", "sec", "ch", "dept", "govt", "min", "max", "est", "a.m", "p.m", "e.g", "i.e",
    ]
)  # fmt: skip
_ENGLISH: Final = (" the ", " of ", " and ", " shall ", " to ")
_OTHERS: Final = (" de ", " la ", " les ", " et ", " des ", " der ", " die ", " und ", " el ", " y ", " del ", " di ", " e ", " il ", " och ", " i ", " w ", " en ", " van ", " het ")  # fmt: skip


def is_english(text: Text) -> bool:
    """Whether its small words are those of English, and not of French, Spanish or another language."""
    if text.language != "en":
        return False
    own, others = (sum(map(text.lowered.count, words)) for words in (_ENGLISH, _OTHERS))
    return own >= others
