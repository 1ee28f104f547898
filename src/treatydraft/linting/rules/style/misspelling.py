"""A word of treaties is misspelt: “Agreeement”, “Goverment”, “Artcile”, “seperate”.

## Why it matters
A slip in a signed text stays there until both Parties have corrected it, and a search does not find the word.

## Wrong
    1. The Goverment of Norland shall seperate the records under this Agreeement.

## Right
    1. The Government of Norland shall separate the records under this Agreement.

## Source
Article 79 of the Vienna Convention on the Law of Treaties, on the correction of errors; lists of common
misspellings.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.slips import slips
from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_WORD: Final = re.compile(r"(?<![\w@/])[^\W\d_]{3,}(?![\w@/])")


def misspelling(text: Text) -> Iterator[Mark]:
    """Words that are one letter away from one that the text or every treaty has."""
    if not text.is_english:
        return
    headings = (passage.clause.heading.lower() for passage in text.passages if passage.clause.heading)
    found = slips("\n".join((text.lowered, *headings)))
    if not found:
        return
    for passage in text.passages:
        parts: tuple[tuple[Part, str], ...] = (("heading", passage.clause.heading), ("text", passage.words))
        for part, words in parts:
            for match in _WORD.finditer(words):
                if meant := found.get(match[0].lower()):
                    shown = meant.capitalize() if match[0][0].isupper() else meant
                    yield passage.mark(
                        f"“{match[0]}” is misspelt", match.span(), part=part, suggestion=f"write “{shown}”"
                    )


RULE: Final = Rule("TD916", "warning", misspelling)
