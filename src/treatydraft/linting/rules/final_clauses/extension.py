"""A text that lasts for an indefinite time is to be extended.

## Why it matters
What has no end is not extended. The clause is left over from a model with a term, or the term is missing.

## Wrong
    1. This Agreement shall remain in force for an indefinite period.
    2. It may be extended by written agreement of the Parties for further periods of five years.

## Right
    1. This Agreement shall remain in force for ten years.
    2. It may be extended by written agreement of the Parties for further periods of five years.

## Source
United Nations, Final Clauses of Multilateral Treaties: Handbook, on duration clauses.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_INDEFINITE: Final = re.compile(
    rf"(?:{OWN}|\bit\b)[^.;]{{0,60}}\b(?:for an? (?:unlimited|indefinite|undetermined"
    rf"|unspecified) (?:period|duration|time|term)|indefinitely)\b",
    re.IGNORECASE,
)
_EXTENDED: Final = re.compile(
    rf"(?:{OWN}|\bit\b|\b(?:term|validity|duration)\b)[^.;]{{0,60}}\b(?:extended|renewed|prolonged)\b"
    rf"|\b(?:extend|renew|prolong|extension of|renewal of) (?:{OWN}|it\b|its (?:term|validity|duration)\b)"
    r"|\b(?:tacitly|automatically) (?:extended|renewed|prolonged)\b",
    re.IGNORECASE,
)


def extension_of_indefinite_term(text: Text) -> Iterator[Mark]:
    """Extension clauses of a text without end."""
    lasting = next(text.find(_INDEFINITE, "body"), None)
    if lasting is None or text.facts.get("term.length"):
        return
    for passage, match in text.find(_EXTENDED, "body"):
        yield passage.mark(
            "the text lasts for an indefinite time, and cannot be extended",
            match.span(),
            suggestion="leave the extension out, or state a term",
        )


RULE: Final = Rule("TD811", "warning", extension_of_indefinite_term)
