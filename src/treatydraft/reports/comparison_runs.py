"""Words of a comparison → runs of words that a report marks, with nothing in them that acts on a screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from treatydraft.comparison.result import Words

Mark: TypeAlias = Literal["equal", "delete", "insert"]

_SHOWN_BLANKS: Final = {" ": "␣", "\t": "⇥", "\n": "↵", "\u00a0": "⍽", "\u202f": "⍽"}
_EDGE: Final = 24  # characters within which a cut looks for a blank
_HIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # orders to a terminal
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    r"\u200b\u2028\u2029\u2060\ufeff\U000e0000-\U000e007f"  # have no width
    r"\ud800-\udfff]"  # no characters at all
)


@dataclass(frozen=True, slots=True)
class Run:
    """Some words and how they are marked."""

    mark: Mark
    text: str


def visible(text: str) -> str:
    r"""The words with every character named that is not seen but acts: controls, changes of direction.

    >>> visible("a\x1b[31m\u202eb"), visible("two\nlines")
    ('a‹U+001B›[31m‹U+202E›b', 'two\nlines')
    """
    return _HIDDEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def one_line(text: str, longest: int = 0) -> str:
    """The words on one line, cut after about so many characters where that is asked."""
    flat = " ".join(visible(text).split())
    return flat if not longest or len(flat) <= longest else f"{_head(flat, longest).rstrip()} …"


def seen(blanks: str) -> str:
    r"""Blanks as signs.

    >>> seen(" \u00a0\t")
    '␣⍽⇥'
    """
    return "".join(_SHOWN_BLANKS.get(one, "␣") for one in blanks)


def runs(words: Sequence[Words]) -> list[Run]:
    """The words of both texts as one, with what went before what came; blanks stay outside of the marks."""
    return _joined(
        part
        for one in words
        for mark, text in _marked(one)
        for part in (_outside(mark, text) if mark != "equal" else [Run("equal", text)])
    )


def side_runs(words: Sequence[Words], *, is_new: bool) -> list[Run]:
    """The words of one of the texts alone, with what only it has marked."""
    own: Mark = "insert" if is_new else "delete"
    found: list[Run] = []
    for one in words:
        text = one.new if is_new else one.old
        if one.op == "equal":
            found.append(Run("equal", text))
        elif text:
            found += _outside(own, text)
    return found


def shortened(found: Sequence[Run], kept: int) -> list[Run]:
    """The runs with long equal stretches cut to so many characters beside each change."""
    last = len(found) - 1
    return [
        Run("equal", _cut(run.text, 0 if at == 0 else kept, 0 if at == last else kept))
        if run.mark == "equal" and last > 0
        else run
        for at, run in enumerate(found)
    ]


def _marked(words: Words) -> Iterator[tuple[Mark, str]]:
    if words.op == "equal":
        yield "equal", words.new
        return
    if words.old:
        yield "delete", words.old
    if words.new:
        yield "insert", words.new


def _outside(mark: Mark, text: str) -> Iterator[Run]:
    """Marked words without the blanks around them and between their lines; what is all blank is shown so."""
    if text.isspace():
        yield Run(mark, seen(text))
        return
    for part in re.split(r"(^\s+|\s*\n\s*|\s+\Z)", text):
        if part:
            yield Run("equal" if part.isspace() else mark, part)


def _joined(found: Iterator[Run]) -> list[Run]:
    """The runs joined where their marks are the same, with one blank where what went leaves two."""
    kept: list[Run] = []
    for run in found:
        text = run.text
        if kept and run.mark == "equal" and kept[-1].text[-1:].isspace():
            core = text.lstrip()
            text = f"\n{core}" if "\n" in text[: len(text) - len(core)] else text.lstrip(" ")
        if kept and kept[-1].mark == run.mark:
            kept[-1] = Run(run.mark, kept[-1].text + text)
        elif text:
            kept.append(Run(run.mark, text))
    return kept


def _cut(text: str, before: int, after: int) -> str:
    """The first and the last characters of a stretch; 0 keeps nothing of that end."""
    if len(text) <= before + after + _EDGE:
        return text
    start = f"{_head(text, before).rstrip()} " if before else ""
    end = f" {_tail(text, after).lstrip()}" if after else ""
    return f"{start}…{end}"


def _head(text: str, length: int) -> str:
    """About so many characters, to the end of a word."""
    blank = text.rfind(" ", max(length - _EDGE, 1), length + 1)
    return text[: blank if blank > 0 else length]


def _tail(text: str, length: int) -> str:
    start = len(text) - length
    blank = text.find(" ", max(start - 1, 0), start + _EDGE)
    return text[blank + 1 if blank >= 0 else start :]
