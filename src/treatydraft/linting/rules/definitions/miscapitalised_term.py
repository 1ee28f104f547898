"""A defined term stands without its capital letter.

## Why it matters
“The participants” may be those of the text or those of a meeting. The capital says which, and the reader who
finds it missing has to ask whether that is meant.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Participants”,
    1. The Participants will meet every year.
    2. The participants will share the costs of their meetings.

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Participants”,
    1. The Participants will meet every year.
    2. The Participants will share the costs with the participants in each meeting.

## Source
Drafting practice: a defined term keeps the form in which it has been defined.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from treatydraft.linting.features.definitions import in_any_number, singular, uses_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_PARTY_WORDS: Final = ("Participants", "Parties", "Sides", "Signatories")
_FEWEST: Final = 2  # uses with a capital by which a party word counts as a term
_LEADS: Final = r"(?:the|either|both|each|neither|the two|the other)"
# What follows an ordinary word, of which somebody else is meant: `the participants in the conference`.
_TO_OTHERS: Final = r"to (?!this\b|the present\b|these\b|be\b|have\b|do\b|[a-z]+ (?:the|an?|its|their)\b)"
_IN_OTHERS: Final = r"in (?!writing|accordance|good|particular|turn|order|line|consultation|advance)"
_OTHERS: Final = (
    rf"(?! (?:{_IN_OTHERS}|{_TO_OTHERS}|(?:of|at|from|who|whose|whom|that|which|on|for|with|between|whether"
    r"|taking|attending|concerned|involved)\b))"
)


def miscapitalised_term(text: Text) -> Iterator[Mark]:
    """Defined terms in small letters, where the words can only mean the term."""
    for term in _terms(text):
        shape = _shape(term)
        small = singular(term).lower()[:-1]
        for passage in text.of("preamble", "body", "closing", "annex"):
            if small not in passage.folded:
                continue
            for match in shape.finditer(passage.folded):
                start, end = match.span("term")
                if not passage.is_cited(start, end):
                    yield passage.mark(
                        f"“{passage.words[start:end]}” seems to be the defined term “{term}”",
                        (start, end),
                        suggestion="write it with its capital",
                    )


def _terms(text: Text) -> Iterator[str]:
    """The terms that have a capital, and the party word of the text if it uses one as a term."""
    terms = {one.key: one.term for one in text.definitions if one.form != "acronym"}
    for word in _PARTY_WORDS:
        uses = islice(text.find(uses_of(word), "preamble", "body", "closing"), _FEWEST)
        if len(list(uses)) == _FEWEST:
            terms.setdefault(singular(word).lower(), word)
    yield from (term for _, term in sorted(terms.items()) if term[:1].isupper())


@lru_cache(maxsize=512)
def _shape(term: str) -> re.Pattern[str]:
    """A term of several words in small letters; one of a single word only where an article leads to it."""
    small = in_any_number(term).lower()
    if term.lower() == term or term.isupper():
        return re.compile(r"(?!)")
    if " " in term:
        return re.compile(rf"(?<![\w-])(?P<term>{small})(?![\w-])")
    return re.compile(rf"(?i:\b{_LEADS}) (?P<term>{small})(?![\w-]){_OTHERS}")


RULE: Final = Rule("TD305", "warning", miscapitalised_term)
