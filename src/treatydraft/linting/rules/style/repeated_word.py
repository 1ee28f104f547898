"""A word, or a pair of words, stands twice in a row.

## Why it matters
It is the commonest slip of typing, and in a signed text it takes a correction by both Parties.

## Wrong
    1. The Parties shall inform the the Commission of the of the catches.

## Right
    1. The Parties shall inform the Commission that that catch was landed.

## Source
Reviews of contracts; signed agreements in which it was overlooked.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from treatydraft.linting.features.english import PARTY_WORDS
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_WORD: Final = re.compile(r"\w+")
_REPEATED: Final = re.compile(
    r"(?<![\w’'.-])(?P<one>[^\W\d_]+)(?:\s+(?P=one))+(?![\w’'-])"
    r"|(?<![\w’'.-])(?P<two>[^\W\d_]+\s[^\W\d_]+)\s+(?P=two)(?![\w’'-])",
    re.IGNORECASE,
)
# Words with capitals that are no names.
_OWN: Final = frozenset(
    [word.lower() for word in PARTY_WORDS]
    + [
        "the",
        "this",
        "each",
        "agreement",
        "article",
        "articles",
        "annex",
        "treaty",
        "convention",
        "memorandum",
    ]
    + [
        "commission",
        "committee",
        "paragraph",
        "minister",
        "ministry",
        "charter",
        "protocol",
        "in",
        "of",
        "for",
    ]
)
_OFTEN: Final = 4  # times that a text has a word which stands alone too
_FINE: Final = frozenset(["that", "had", "very", "bye", "bora", "pago", "wagga", "walla", "baden", "blah"])


def repeated_word(text: Text) -> Iterator[Mark]:
    """Words said twice."""
    if text.language == "en" and not text.is_english:
        return
    for passage in text.passages:
        if not _may_repeat(passage):
            continue
        for match in _REPEATED.finditer(passage.words):
            word = match["one"] or match["two"]
            if word.lower() in _FINE or _is_name(text, match, word):
                continue
            yield passage.mark(
                f"“{word}” stands twice",
                match.span(),
                suggestion="strike one",
                replacement=word,
            )


def _may_repeat(passage: Passage) -> bool:
    """Whether it has a word, or two, twice: a quick look before the search."""
    words = _WORD.findall(passage.lowered)
    once = any(one == two for one, two in pairwise(words))
    return (
        once
        or any(one == two for one, two in pairwise(zip(words[::2], words[1::2], strict=False)))
        or any(one == two for one, two in pairwise(zip(words[1::2], words[2::2], strict=False)))
    )


def _is_name(text: Text, match: re.Match[str], word: str) -> bool:
    """Whether it is a place or a person with a double name: two capitals of no word that the text knows."""
    if len(word) == 1:
        return word not in "aAІі"
    again = match[0].split()[-1]
    capitals = match["one"] and word[0].isupper() and again[0].isupper()
    return bool(capitals) and word.lower() not in _OWN and text.lowered.count(word.lower()) < _OFTEN


RULE: Final = Rule("TD909", "warning", repeated_word, languages=("en", "uk"))
