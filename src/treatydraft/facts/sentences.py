"""A paragraph → its sentences, each with its place in the paragraph."""

import re
from collections.abc import Iterator
from typing import Final

# Words before a full stop that does not end a sentence.
_SHORT: Final = frozenset(
    [
        "art",
        "arts",
        "no",
        "nos",
        "para",
        "paras",
        "p",
        "pp",
        "vol",
        "cf",
        "e.g",
        "i.e",
        "etc",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "u.s",
        "u.k",
        "u.n",
        "d.c",
        "jr",
        "sr",
        "inc",
        "ltd",
        "approx",
        "ст",
        "п",
        "пп",
        "м",
        "р",
        "рр",
        "ч",
        "т",
    ]
)
_STOP: Final = re.compile(r"[.!?][\"'”’»)]{0,3}\s+(?=[\"'“‘«(]{0,2}[^\W\d_a-z])")
_LAST_WORD: Final = re.compile(r"[\w.]{1,12}\Z")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of each sentence.

    >>> text = "Done at Washington, D.C. Friday was fine. It ends."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Done at Washington, D.C. Friday was fine.', 'It ends.']
    """
    start = 0
    for stop in _STOP.finditer(text):
        before = _LAST_WORD.search(text, max(start, stop.start() - 12), stop.start())
        if before and _is_short(before[0]):
            continue
        yield start, stop.end() - _blanks(stop[0])
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def _is_short(word: str) -> bool:
    return word.lower() in _SHORT or (len(word) == 1 and word.isupper())


def _blanks(words: str) -> int:
    return len(words) - len(words.rstrip())
