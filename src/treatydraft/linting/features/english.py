"""What rules know of English."""

from typing import Final

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
