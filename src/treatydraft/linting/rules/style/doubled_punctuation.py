"""A comma, a full stop or another mark stands twice, or two marks stand where one belongs.

## Why it matters
It shows that words were cut there, and the reader asks which.

## Wrong
    1. The Parties shall meet,, exchange records, and report..

## Right
    1. The Parties shall meet, exchange records, etc., and report.

## Source
Reviews of contracts and house styles.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.english import ABBREVIATIONS
from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MARKS: Final = re.compile(
    r"[.,;:?!](?:(?<=[.])\s?\.(?<![.…]\.\.)(?<!\.\s\.\s\.)(?!\s?\.)|(?<=,)\s*,|(?<=,)\s*[;:.](?!\.)|(?<=;)\s*[,;:.](?!\.)"
    r"|(?<=:)\s*[,;:.](?!\.|:)|(?<=\.)[,;:](?!\w)|(?<=[?!])[.,;]|(?<=!)!+)"
)
_WORD: Final = re.compile(r"(?:[\w.]*[\w)”’\"»])?\Z")
_REACH: Final = 40
_INITIALS: Final = re.compile(r"(?:\w\.)+\w\Z|^\w\Z")
_INSTEAD: Final = {
    ",,": ",",
    "..": ".",
    ";;": ";",
    "::": ":",
    ";.": ".",
    ",.": ".",
    ",;": ";",
    ";,": ";",
    ",:": ":",
}


def doubled_punctuation(text: Text) -> Iterator[Mark]:
    """Marks that stand together and should not."""
    for passage in text.passages:
        parts: tuple[tuple[Part, str], ...] = (("heading", passage.clause.heading), ("text", passage.words))
        for part, words in parts:
            for match in _MARKS.finditer(words):
                before = words[max(0, match.start() - _REACH) : match.start()]
                if before.endswith((".", "…")):
                    continue
                found = _WORD.search(before)
                word, marks = found[0] if found else "", "".join(match[0].split())
                if marks[0] == "." and marks != ".." and _is_short(word):
                    continue
                instead = _INSTEAD.get(marks)
                yield passage.mark(
                    f"“{marks}” is one mark too many",
                    (match.start() - len(word), match.end()),
                    part=part,
                    suggestion="leave the mark that belongs there",
                    replacement=None if instead is None else word + instead,
                )


def _is_short(word: str) -> bool:
    """Whether a full stop behind the word is that of an abbreviation."""
    return word.lower().rstrip(".)") in ABBREVIATIONS or bool(_INITIALS.search(word)) or "." in word


RULE: Final = Rule("TD910", "warning", doubled_punctuation, languages=())
