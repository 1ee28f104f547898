"""The brackets and quotation marks of a text that have no partner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.linting.finding import Part
from treatydraft.linting.text import Passage, Span, Text

_CLOSES: Final = {
    "(": ")",
    "[": "]",
    "{": "}",
    "“": "”",
    "„": "“”",
    "«": "»",
    "『": "』",
    "「": "」",
    "（": "）",
}
_MARKS: Final = re.compile(r"[()\[\]{}“”„«»『』「」（）\"]")
# `a)` and `1)` at the head of an item, within a paragraph or a list of such labels.
_LABEL: Final = re.compile(
    r"(?:^|[\s;:,.(/–-])(?:\w{1,2}|[ivxlc]{1,5}|\d{1,3}|\d{1,2}[.]\d{1,2}|[a-z][’'])\Z", re.IGNORECASE
)
_INCH: Final = re.compile(r"\d\Z")


@dataclass(frozen=True, slots=True)
class Lone:
    """A mark without partner."""

    passage: Passage
    part: Part
    span: Span
    sign: str
    opens: bool


def lone_marks(text: Text) -> Iterator[Lone]:
    """Each bracket and double quotation mark that its own clause does not pair."""
    for passage in text.passages:
        parts: tuple[tuple[Part, str], ...] = (("heading", passage.clause.heading), ("text", passage.words))
        for part, words in parts:
            for at, opens in _lone(words):
                yield Lone(passage, part, _shown(words, at), words[at], opens)


def _lone(words: str) -> Iterator[tuple[int, bool]]:
    opened: list[int] = []
    straight: list[int] = []
    for match in _MARKS.finditer(words):
        sign, at = match[0], match.start()
        if sign == '"':
            if not _INCH.search(words[:at]) or len(straight) % 2:
                straight.append(at)
        elif _is_closed_by(words, opened, sign):
            opened.pop()
        elif sign in _CLOSES:
            opened.append(at)
        elif not (sign == ")" and _LABEL.search(words[:at])):
            yield at, False
    yield from ((at, True) for at in opened)
    if len(straight) % 2:
        yield straight[-1], False


def _is_closed_by(words: str, opened: list[int], sign: str) -> bool:
    """Whether the innermost bracket closes here."""
    return bool(opened) and sign in _CLOSES[words[opened[-1]]]


def _shown(words: str, at: int) -> Span:
    """The mark with the word beside it, so that a reader finds it."""
    start = at if words[at] in _CLOSES else max(words.rfind(" ", 0, at) + 1, 0)
    end = words.find(" ", at) if words[at] in _CLOSES else at + 1
    return start, end if end > 0 else len(words)
