"""Alternatives stand in square brackets, and nobody knows whose they are.

## Why it matters
In the next round each delegation has to be asked again which of the words it wants, and why.

## Wrong
    Article 9 # Term
      1. This Agreement [shall][should] remain in force for ten years.

## Right
    Article 9 # Term
      1. This Agreement [NO: shall][SU: should] remain in force for ten years.

## Source
Practice of negotiation: alternatives carry the name of the delegation that proposes them.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_STACKED: Final = re.compile(r"\[[^\[\]]*\](?:\s*(?:/|or)?\s*\[[^\[\]]*\])+|\[[^\[\]]*\w ?/ ?\w[^\[\]]*\]")
_ATTRIBUTED: Final = re.compile(
    r"\[\s*[A-Z][\w. /&+,-]{0,40}\s*:|\[\s*[A-Z]{2,5}\s*\]|\]\s*\(?(?:proposed by|proposal of) "
    r"|\[[^\[\]]*\((?:[A-Z]{2,5}|[A-Z]\w+ proposal)\)\s*\]"
)


def bracket_without_attribution(text: Text) -> Iterator[Mark]:
    """Alternatives in brackets without the name of a delegation."""
    if "[" not in text.lowered:
        return
    for passage in text.passages:
        if "[" in passage.words:
            for match in _STACKED.finditer(passage.words):
                if not _ATTRIBUTED.search(match[0]):
                    yield passage.mark(
                        "nothing says who proposes which of the words",
                        match.span(),
                        suggestion="name the delegation: “[NO: shall]”",
                    )


RULE: Final = Rule("TD905", "info", bracket_without_attribution, ("draft",), languages=())
