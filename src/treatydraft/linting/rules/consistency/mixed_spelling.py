"""One word, or one family of words, is spelled in two ways.

## Why it matters
“Defence” beside “defense” shows that a text was put together from two. Where the word is part of a term, a
reader may take it for two terms. Names of bodies and titles of instruments keep their own spelling.

## Wrong
    1. The Parties shall cooperate in matters of defence.
    2. They shall consult on defense policy.

## Right
    1. The Parties shall cooperate in matters of defence.
    2. They shall consult on defence policy.

## Source
The style guides of the European Union and of the United Nations: one spelling in a text, proper names
excepted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.linting.features.spellings import name_of, spelling_of
from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_WORD: Final = re.compile(r"[A-Za-z]{3,}(?:-[A-Za-z]+)?|co-[a-z]+")
_BEGINS: Final = re.compile(r"(?:\A|[.;:] )[\"(]?\Z")
_SMALL_NEXT: Final = re.compile(r",? [a-z(]")


@dataclass(frozen=True, slots=True)
class _Use:
    passage: Passage
    part: Part
    span: tuple[int, int]
    family: str
    way: int


def mixed_spelling(text: Text) -> Iterator[Mark]:
    """Words that are spelled in the rarer of two ways."""
    uses = [use for passage in text.passages for use in _uses(passage)]
    counts = Counter((use.family, use.way) for use in uses)
    firsts: dict[str, int] = {}
    for use in uses:
        firsts.setdefault(use.family, use.way)
    for use in uses:
        here, other = counts[use.family, use.way], counts[use.family, 1 - use.way]
        if here < other or (here == other and use.way != firsts[use.family]):
            yield _mark(use)


def _uses(passage: Passage) -> Iterator[_Use]:
    """Words with two spellings, without those that are part of a name."""
    parts: tuple[tuple[Part, str], ...] = (("heading", passage.clause.heading), ("text", passage.folded))
    for part, words in parts:
        for match in _WORD.finditer(words):
            found = spelling_of(match[0].lower())
            if found and _is_own(passage, part, words, match):
                yield _Use(passage, part, match.span(), *found)


def _is_own(passage: Passage, part: Part, words: str, match: re.Match[str]) -> bool:
    if passage.zone in ("title", "signature"):
        return False
    if part == "heading":
        return "rganiz" not in match[0] and "rganis" not in match[0]
    begins = _BEGINS.search(words, max(0, match.start() - 3), match.start())
    as_sentence = bool(begins) and bool(_SMALL_NEXT.match(words, match.end()))
    return (match[0].islower() or as_sentence) and not passage.is_cited(*match.span())


def _mark(use: _Use) -> Mark:
    start, end = use.span
    words = use.passage.clause.heading if use.part == "heading" else use.passage.words
    usual, here = name_of(use.family, 1 - use.way), name_of(use.family, use.way)
    return use.passage.mark(
        f"“{words[start:end]}” follows the spelling “{here}”, and the rest of the text “{usual}”",
        use.span,
        part=use.part,
        suggestion="spell it as in the rest of the text",
    )


RULE: Final = Rule("TD509", "warning", mixed_spelling)
