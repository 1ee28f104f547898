"""Put no-break spaces where a line must not end: `Article 5`, `10 years`, `13 June`, `EUR 1.1 billion`.

The tree keeps plain spaces, so that texts can be compared; writers bind them when they print.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from treatydraft.document import tree

NO_BREAK = "\N{NO-BREAK SPACE}"

_UNITS = (
    "years?|months?|weeks?|days?|hours?|minutes?|thousand|million|billion|trillion|per cent|percent|%"
    "|km|kilomet(?:re|er)s?"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = r"(?:\d+|[IVXLCDM]+\b|\([a-z\d]{1,4}\))"
_PLACES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Aa]rticles?|Parts?|Chapters?|[Ss]ections?|[Pp]aragraphs?|items?) (?={_NUMBER})",
        rf"\b(?:Annex|Annexes|Appendix) (?=(?:{_NUMBER}|[A-Z]\b))",
        rf"\b[Ss]ub-?paragraphs? (?={_NUMBER})",
        r"\b[Ss]ections? (?=[A-Z]\b)",
        rf"\d\)? (?=(?:{_UNITS})(?!\w))",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?=(?:{_MONTHS})\b)",
        rf"\b(?:{_MONTHS}) (?=\d{{1,2}}\b)",
        r"\b[A-Z]{3} (?=\d)",
    )
)


def bind_spaces(text: str) -> str:
    """The same text, of the same length, with some spaces made no-break spaces.

    >>> bind_spaces("within 24 hours under Article 5 of June 13, 2024").replace(NO_BREAK, "~")
    'within 24~hours under Article~5 of June~13, 2024'
    """
    for place in _PLACES:
        text = place.sub(lambda found: found[0][:-1] + NO_BREAK, text)
    return text


def bind_pieces(pieces: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    """The same pieces, bound across their edges too: a number may be a value and its unit a text."""
    words = bind_spaces(tree.plain(pieces))
    return tuple(_cut(pieces, words))


def _cut(pieces: tuple[tree.Inline, ...], words: str) -> Iterator[tree.Inline]:
    for piece in pieces:
        length = len(tree.plain((piece,)))
        yield _with_words(piece, words[:length])
        words = words[length:]


def _with_words(piece: tree.Inline, words: str) -> tree.Inline:
    match piece:
        case tree.Text() | tree.Value() | tree.Term() | tree.Reference():
            return replace(piece, text=words)
        case tree.Emphasis(parts=parts):
            return tree.Emphasis(tuple(_cut(parts, words)))
        case tree.Revision(kind="inserted", parts=parts):
            return replace(piece, parts=tuple(_cut(parts, words)))
        case tree.Note() | tree.Revision():  # no words of the sentence
            return replace(piece, parts=bind_pieces(piece.parts))
        case _:
            assert_never(piece)
