"""A space is missing after a mark, or stands before one.

## Why it matters
It shows that words were cut or pasted there, and spoils the search for them.

## Wrong
    1. The Parties shall meet,exchange records , and report.They shall do so each year.

## Right
    1. The Parties shall meet, exchange 1,000 records, and report. They shall do so at 10:30, i.e. early.

## Source
House styles of treaty sections and publishers. French puts a space before some marks, so French texts are
left alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Span, Text

_WEB: Final = re.compile(r"\S*(?:https?:|www\.|@|\.(?:com|org|int|gov|net|eu|uk|pdf|docx?)\b)\S*")
# `meet,exchange` and `report.They`; `records(of` and `(of)records`.
_MISSING: Final = re.compile(
    r"[,;](?=[^\W\d_])|[.:!?](?=[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ])|\((?=[a-zа-я][^\s()]* )|\)(?=[^\W\d_]{3})"
)
_LEFT: Final = {
    ",": re.compile(r"[^\W\d_]{2,}[)”’\"]?\Z|\d+\Z"),
    ".": re.compile(r"[^\W\d_]*[a-zà-žа-яіїєґ]{2}[)”’\"]?\Z"),
    "(": re.compile(r"[^\W\d_]{3,}\Z"),
    ")": re.compile(r"(?<!\w)[a-zа-я]{2,}\Z"),
}
_SAME: Final = {";": ",", ":": ".", "!": ".", "?": "."}
_RIGHT: Final = re.compile(r"[\w’'-]*")
_REACH: Final = 40
_BEFORE: Final = re.compile(r"(?P<left>[^\s]*)[ \u00a0]+(?P<mark>[,;:.!?)\]](?![\w.…?!]))")
_BEHIND: Final = re.compile(r"(?P<mark>[(\[“])[ \u00a0]+(?P<right>\w+)")
_INNER: Final = re.compile(r"(?P<left>\w\S*)[ \u00a0]+(?P<mark>”)")
_SPACED: Final = (*(f" {mark}" for mark in ',;:.!?)]"'), "( ", "[ ", '" ')


def space_at_mark(text: Text) -> Iterator[Mark]:
    """Marks with a space too few or too many."""
    if text.language == "ja" or (text.language == "en" and not text.is_english):
        return
    for passage in text.passages:
        yield from _missing(passage)
        if any(spaced in passage.folded for spaced in _SPACED):
            yield from _too_many(passage)


def _missing(passage: Passage) -> Iterator[Mark]:
    words = passage.words
    web = None
    for match in _MISSING.finditer(words):
        sign = match[0]
        left = _LEFT[_SAME.get(sign, sign)].search(words, max(0, match.start() - _REACH), match.start())
        right = _RIGHT.match(words, match.end())
        if not left or not right:
            continue
        web = [found.span() for found in _WEB.finditer(words)] if web is None else web
        span = (left.start(), right.end())
        if not any(start <= span[0] and span[1] <= end for start, end in web):
            parted = f" {sign}{right[0]}" if sign == "(" else f"{sign} {right[0]}"
            yield _mark(passage, span, "a space is missing", left[0] + parted)


def _too_many(passage: Passage) -> Iterator[Mark]:
    for match in _BEFORE.finditer(passage.words):
        if match["left"] and not match["left"].endswith(("…", "_", "[", "(")):
            yield _mark(
                passage,
                match.span(),
                f"a space stands before “{match['mark']}”",
                match["left"] + match["mark"],
            )
    for match in _BEHIND.finditer(passage.words):
        yield _mark(
            passage, match.span(), f"a space stands behind “{match['mark']}”", match["mark"] + match["right"]
        )
    for match in _INNER.finditer(passage.words):
        yield _mark(passage, match.span(), "a space stands before “””", match["left"] + match["mark"])


def _mark(passage: Passage, span: Span, message: str, replacement: str) -> Mark:
    return passage.mark(message, span, suggestion=f"write “{replacement}”", replacement=replacement)


RULE: Final = Rule("TD907", "warning", space_at_mark, languages=())
