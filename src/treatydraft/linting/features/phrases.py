"""Words and phrases that a text has, found fast: those that are nowhere in it cost next to nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from treatydraft.linting.text import Passage, Text, Zone


def phrases(
    text: Text, words: tuple[str, ...], *zones: Zone, cited: bool = False
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Each place of each of these words, which are written in small letters; the longest wins."""
    there = tuple(word for word in words if _is_there(text, word))
    if not there:
        return
    pattern = _pattern(there)
    for passage in text.of(*zones) if zones else text.passages:
        if any(word in passage.lowered for word in there):
            for match in _matches(pattern, passage):
                if cited or not passage.is_cited(*match.span()):
                    yield passage, match


def _matches(pattern: re.Pattern[str], passage: Passage) -> Iterator[re.Match[str]]:
    """Those that begin a word; to look at what stands before them is faster than to search for it."""
    words = passage.folded
    for match in pattern.finditer(words):
        before = words[match.start() - 1 : match.start()]
        if not (before.isalnum() or (before and before in "-_")):
            yield match


def find_where(
    text: Text, pattern: re.Pattern[str], words: tuple[str, ...]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Each match in the passages that have one of these words, without what others wrote."""
    there = tuple(word for word in words if word in text.lowered)
    for passage in text.passages if there else ():
        if any(word in passage.lowered for word in there):
            for match in pattern.finditer(passage.folded):
                if not passage.is_cited(*match.span()):
                    yield passage, match


def _is_there(text: Text, word: str) -> bool:
    return word in text.distinct if word.isalpha() else word in text.lowered


def has_any(text: Text, words: tuple[str, ...]) -> bool:
    """Whether one of these words, or a longer one that holds it, is in the text."""
    return any(word in text.lowered for word in words)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)
