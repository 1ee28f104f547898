"""A space is missing after a mark, or stands before one.

## Why it matters
It shows that words were cut or pasted there, and spoils the search for them.

## Wrong
    1. The Parties shall meet,exchange records , and report.They shall do so each year.

## Right
    1. The Parties shall meet, exchange 1,000 records, and report. They shall do so each year at 10:30, i.e. early.

## Source
House styles of treaty sections and publishers. French puts a space before some marks, so French texts are left
alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.english import is_english
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_WEB: Final = re.compile(r"\S*(?:https?:|www\.|@|\.(?:com|org|int|gov|net|eu|uk|pdf|docx?)\b)\S*")
_MISSING: Final = re.compile(
    # `meet,exchange`, `report.They`, `records;and`
    r"(?P<left>[^\W\d_]{2,}[)”’\"]?)(?P<mark>[,;])(?P<right>[^\W\d_]\w*)|(?P<left2>\d+)(?P<mark2>[,;])(?P<right2>[^\W\d_]{2,})"
    r"|(?P<left3>[^\W\d_]*[a-zà-žа-яіїєґ]{2}[)”’\"]?)(?P<mark3>[.:!?])(?P<right3>[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ]+)"
    # `records(of`, `(of)records`
    r"|(?P<left4>[^\W\d_]{3,})(?P<mark4>)(?P<right4>\([a-zа-я][^\s()]*(?= ))|(?P<left5>[a-zа-я]{2,}\))(?P<mark5>)(?P<right5>[^\W\d_]{3,})"
)
_BEFORE: Final = re.compile(r"(?P<left>[^\s]*)[ \u00a0]+(?P<mark>[,;:.!?)\]](?![\w.…?!]))")
_BEHIND: Final = re.compile(r"(?P<mark>[(\[“])[ \u00a0]+(?P<right>\w+)")
_INNER: Final = re.compile(r"(?P<left>\w\S*)[ \u00a0]+(?P<mark>”)")
_RIGHT: Final = ("left", "mark", "right")


def space_at_mark(text: Text) -> Iterator[Mark]:
    """Marks with a space too few or too many."""
    if text.language == "ja" or (text.language == "en" and not is_english(text)):
        return
    for passage in text.passages:
        web = [match.span() for match in _WEB.finditer(passage.words)] if _may_be_web(passage) else []
        for match in _MISSING.finditer(passage.words):
            if not _inside(match, web):
                left, mark, right = _groups(match)
                yield _mark(passage, match, "a space is missing", f"{left}{mark} {right}")
        yield from _too_many(passage)


def _too_many(passage: Passage) -> Iterator[Mark]:
    for match in _BEFORE.finditer(passage.words):
        if match["left"] and not match["left"].endswith(("…", "_", "[", "(")):
            yield _mark(
                passage, match, f"a space stands before “{match['mark']}”", match["left"] + match["mark"]
            )
    for match in _BEHIND.finditer(passage.words):
        yield _mark(
            passage, match, f"a space stands behind “{match['mark']}”", match["mark"] + match["right"]
        )
    for match in _INNER.finditer(passage.words):
        yield _mark(passage, match, "a space stands before “””", match["left"] + match["mark"])


def _mark(passage: Passage, match: re.Match[str], message: str, replacement: str) -> Mark:
    return passage.mark(message, match.span(), suggestion=f"write “{replacement}”", replacement=replacement)


def _groups(match: re.Match[str]) -> tuple[str, str, str]:
    left, mark, right = (
        next(match[f"{name}{number}"] for number in ("", 2, 3, 4, 5) if match[f"{name}{number}"] is not None)
        for name in _RIGHT
    )
    return left, mark, right


def _may_be_web(passage: Passage) -> bool:
    return "www" in passage.words or "http" in passage.words or "@" in passage.words or "." in passage.words


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


RULE: Final = Rule("TD907", "warning", space_at_mark, languages=())
