"""The small language in which a pack says what to look for in a text: words and no regular expressions.

`(a|b)` is one of these, `[a]` may be left out, `…` skips a few words, `*` is any ending of a word, and
`{duration}` and the like stand for larger things (see `wording`). All that a phrase can say takes a time
that grows with the text and no faster, so a pack from a stranger can stall nothing.
"""

import re
from typing import Final

from treatydraft.facts.wording import Pattern, pattern

_SIGNS: Final = {
    "…": r".{0,140}?",
    "(": "(?:",
    "|": "|",
    ")": ")",
    "[": "(?:(?:",
    "]": "))?",
    "] ": ") )?",  # what may be left out takes the space behind it along
    "*": r"\w{0,12}",
    " ": " ",
}
_CLOSED_BY: Final = {"(": ")", "[": "]"}
_MOST: Final = 300  # characters of a phrase
_PIECE: Final = re.compile(r"\{[a-z]+\}|\] |.", re.DOTALL)


def phrase_pattern(phrase: str) -> Pattern:
    """The pattern of a phrase.

    >>> bool(phrase_pattern("at [the] request of (either|any) {party}").search("at request of either Party"))
    True
    """
    if len(phrase) > _MOST:
        raise ValueError(f"a phrase has {_MOST} characters at most: {phrase[:40]}…")
    if not _is_whole(phrase):
        raise ValueError(f"a phrase closes each bracket that it opens, and no other: {phrase}")
    source = "".join(_piece(match[0]) for match in _PIECE.finditer(re.sub(r" ?… ?", "…", phrase.strip())))
    return pattern(rf"(?<!\w){source}(?!\w)")


def _is_whole(phrase: str) -> bool:
    """Whether each bracket has its fellow: a pattern is compiled too late to tell."""
    open_brackets: list[str] = []
    for sign in phrase:
        if sign in _CLOSED_BY:
            open_brackets.append(_CLOSED_BY[sign])
        elif sign in _CLOSED_BY.values() and (not open_brackets or open_brackets.pop() != sign):
            return False
    return not open_brackets


def _piece(piece: str) -> str:
    if piece.startswith("{"):
        return piece
    return _SIGNS.get(piece, re.escape(piece))
