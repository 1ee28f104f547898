"""A hyphen with spaces stands for a dash in a text that has dashes.

## Why it matters
It looks uneven in print, and a hyphen there is read as a part of a word that was cut.

## Wrong
    1. The Parties – both of them – shall meet - each year - at sea.

## Right
    1. The Parties – both of them – shall meet – each year – at deep-sea ports.

## Source
House styles of treaty sections and publishers.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_HYPHEN: Final = re.compile(r"\w\S* - \S*\w")
_DASH: Final = re.compile(r" [–—] ")


def mixed_dashes(text: Text) -> Iterator[Mark]:
    """Hyphens between spaces, where dashes are more."""
    found = [
        (passage, match)
        for passage in text.passages
        if " - " in passage.words
        for match in _HYPHEN.finditer(passage.words)
    ]
    dashes = sum(len(_DASH.findall(passage.words)) for passage in text.passages) if found else 0
    if dashes >= len(found):
        for passage, match in found:
            yield passage.mark(
                "a hyphen stands for a dash", match.span(), suggestion="write “–”, as elsewhere in the text"
            )


RULE: Final = Rule("TD917", "info", mixed_dashes, languages=())
