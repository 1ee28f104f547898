"""An office-holder is called “he” or “chairman”, though anybody may hold the office.

## Why it matters
Texts of the United Nations and of most States name offices without gender, and a text that does not dates
itself. The person who holds the office may be a woman.

## Wrong
    1. The Chairman shall convene the Commission, and he shall inform the Parties.

## Right
    1. The Chair shall convene the Commission and inform the Parties.

## Source
Guidelines for gender-inclusive language of the United Nations, and those of several treaty sections.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.phrases import phrases
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_INSTEAD: Final = {
    "chairman": "chair", "chairmen": "chairs", "chairmanship": "chair", "chairwoman": "chair",
    "vice-chairman": "vice-chair", "vice-chairmen": "vice-chairs", "co-chairman": "co-chair",
    "co-chairmen": "co-chairs", "mankind": "humankind", "spokesman": "spokesperson",
    "spokesmen": "spokespersons", "statesman": "leader", "statesmen": "leaders", "manpower": "staff",
    "workman": "worker", "workmen": "workers", "businessman": "business person",
    "businessmen": "business people", "serviceman": "member of the armed forces",
    "servicemen": "members of the armed forces", "draftsman": "drafter",
    "draftsmen": "drafters", "fireman": "firefighter", "firemen": "firefighters",
    "policeman": "police officer", "policemen": "police officers", "layman": "lay person",
    "laymen": "lay persons", "man-hours": "working hours",
    "fellow countrymen": "compatriots", "forefathers": "ancestors", "foremen": "supervisors",
    "foreman": "supervisor", "congressman": "member of Congress", "congressmen": "members of Congress",
}  # fmt: skip
_PRONOUNS: Final = (
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "he or she", "she or he", "his or her",
    "her or his", "him or her", "himself or herself", "he/she", "she/he", "his/her", "him/her", "(s)he",
    "s/he",
)  # fmt: skip
_TERMS: Final = tuple(word for word, instead in _INSTEAD.items() if instead)
_WORDS: Final = (*_TERMS, *_PRONOUNS)
# How people are spoken of whose gender is known: titles of honour, names behind an office, women and men.
_HONOUR: Final = re.compile(
    r"(?:his|her) (?:\w+ )?(?:majesty|excellency|(?:royal |imperial |serene )?highness|holiness"
    r"|eminence|grace"
    r"|honou?r|beatitude|government)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\b(?:President|Prime Minister|Minister|Chancellor|King|Queen|Emperor|Pope|Prince|Princess|Grand Duke"
    r"|Ambassador|Secretary-General|General|Mr|Mrs|Ms|Dr|Mr\.|Mrs\.|Ms\.|Dr\.|Sir|Lady|Excellency|Majesty"
    r"|Highness|Senator|Professor)(?: of [A-Z]\w+)?,? (?!of\b|for\b|and\b|or\b|shall\b)[A-Z][a-zà-ž]+"
)
_KNOWN: Final = re.compile(
    r"\b(?:wom[ae]n|mothers?|girls?|widows?|wife|wives|females?|m[ae]n|fathers?|boys?|husbands?|males?"
    r"|brothers?|sisters?|sons?|daughters?)\b",
    re.IGNORECASE,
)


def gendered_term(text: Text) -> Iterator[Mark]:
    """Words of one gender for people of any."""
    for passage, match in phrases(text, _WORDS, "preamble", "body", "closing", "annex"):
        word = match[0].lower()
        if word in _PRONOUNS and _is_known(passage, match):
            continue
        yield passage.mark(
            f"“{match[0]}” is of one gender, and the office is open to any",
            match.span(),
            suggestion=f"write “{_INSTEAD[word]}”"
            if word in _INSTEAD
            else "repeat the office, or write “they”",
        )


def _is_known(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the sentences up to here tell of whom the pronoun speaks."""
    before = passage.words[: match.start()]
    return bool(
        _HONOUR.match(passage.words, match.start()) or _NAMED.search(before) or _KNOWN.search(passage.words)
    )


RULE: Final = Rule("TD204", "warning", gendered_term)
