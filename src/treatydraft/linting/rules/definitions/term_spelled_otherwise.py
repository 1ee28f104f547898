"""A defined term is spelled in another way than where it is defined.

## Why it matters
“The Co-operation Council” may be the Cooperation Council or another body. A term is found again, by a reader
and by a search, only if it is always the same.

## Wrong
    1. The Parties hereby establish a council (“the Cooperation Council”).
    2. The Co-operation Council shall meet every year.

## Right
    1. The Parties hereby establish a council (“the Cooperation Council”).
    2. The Cooperation Council shall meet every year.

## Source
Drafting practice: a defined term keeps the form in which it has been defined.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from treatydraft.linting.features.definitions import singular
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_SHORTEST: Final = 7  # letters of a word in which a slip of one letter can be told from another word
_WORD: Final = re.compile(r"[A-Z][a-z]{5,}")
_ANY: Final = (
    (re.compile(r"i[sz](?=e|ing|ation)"), "i[sz]"),
    (re.compile(r"en[cs]e\b"), "en[cs]e"),
    (re.compile(r"ou?r\b"), "ou?r"),
    (re.compile(r"ent(?:re|er)\b"), "ent(?:re|er)"),
    (re.compile(r"\bprogram(?:me)?"), "program(?:me)?"),
    (re.compile(r"\bco-?(?=op|or)"), "co-?"),
    (re.compile(r"\bnon-?(?=[a-z])"), "non-?"),
    (re.compile(r"[ -]"), "(?: |-|)"),
)


def term_spelled_otherwise(text: Text) -> Iterator[Mark]:
    """Words that are a defined term but for a hyphen, a spelling or a letter."""
    terms = {
        one.key: one.term for one in text.definitions if one.form != "acronym" and one.term[:1].isupper()
    }
    shapes = [(term, shape) for term in terms.values() if (shape := _shape(term))]
    slips = {word: term for term in terms.values() for word in term.split() if len(word) >= _SHORTEST}
    for passage in text.of("preamble", "body", "closing", "annex"):
        found = [(match.span(), term) for term, shape in shapes for match in _others(passage, term, shape)]
        taken = {place for (start, end), _ in found for place in range(start, end)}
        found += [
            (match.span(), term)
            for match in _WORD.finditer(passage.folded)
            if (term := _slip(match[0], slips)) and match.start() not in taken
        ]
        for span, term in found:
            yield passage.mark(
                f"the text defines this as “{term}”",
                span,
                suggestion=f"write “{term}”, or what that is in the singular or plural",
            )


def _others(passage: Passage, term: str, shape: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where a term stands in another spelling, and not in a longer title or in a quotation."""
    for match in shape.finditer(passage.folded):
        start, end = match.span()
        longer = [one for one in passage.titles if one[0] <= start and end <= one[1] and one != (start, end)]
        quoted = any(first < start and end < last for first, last in passage.quoted)
        if not _is_same(match[0], term) and not longer and not quoted:
            yield match


@lru_cache(maxsize=512)
def _shape(term: str) -> re.Pattern[str] | None:
    """A term in all spellings; none where there is only one."""
    pattern = re.escape(singular(term).lower()).replace(r"\ ", " ").replace(r"\-", "-")
    for shape, free in _ANY:
        pattern = shape.sub(lambda _, free=free: free, pattern)  # type: ignore[misc]
    if pattern == singular(term).lower():
        return None
    pattern = rf"{pattern[:-1]}(?:y|ies)" if pattern.endswith("y") else rf"{pattern}(?:s|es)?"
    return re.compile(rf"(?<![\w-])(?=[A-Z])(?i:{pattern})(?![\w-])")


def _is_same(words: str, term: str) -> bool:
    return singular(words).lower() == singular(term).lower()


def _slip(word: str, slips: dict[str, str]) -> str:
    """The term of which a word is one but for one letter within it."""
    if word in slips:
        return ""
    return next((term for other, term in slips.items() if _is_slip(word, other)), "")


def _is_slip(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 1 or word[:2] != other[:2] or word[-2:] != other[-2:]:
        return False
    first = next((n for n, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), 0)
    rest, left = word[first:], other[first:]
    swapped = rest[:2] == left[1::-1] and rest[2:] == left[2:]
    return bool(first) and (swapped or rest[1:] == left[1:] or rest[1:] == left or rest == left[1:])


RULE: Final = Rule("TD311", "warning", term_spelled_otherwise)
