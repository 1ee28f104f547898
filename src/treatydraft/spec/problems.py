"""What is wrong with a file, as values: a `Fault` in the data, and a `Problem` placed in the file."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias

FieldPath: TypeAlias = tuple[str | int, ...]

# These say that the file could not be read at all; every other code says that it was read and is not valid.
UNREADABLE = frozenset(
    {
        "unreadable",
        "not-utf8",
        "not-yaml",
        "tab",
        "alias",
        "tag",
        "too-large",
        "too-deep",
        "several-documents",
    }
)
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_WIDEST_LINE = 120  # of the source, as shown
_LONGEST_SHOWN = 60
_MOST_LISTED = 20  # words that are allowed; of more, these are shown:
_NEAREST_LISTED = 8


class UnknownPackError(LookupError):
    """There is no pack of this name; `known` names those that there are."""

    def __init__(self, name: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(f"there is no pack “{name}”")
        self.name = name
        self.known = known


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the value at a path of the data, wherever that stands in a file."""

    path: FieldPath
    code: str
    message: str
    found: str | None = None
    expected: tuple[str, ...] = ()
    hint: str | None = None
    at: Literal["value", "key", "parent"] = "value"  # what to point at: a missing field has only a parent


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault with its place, for a person to read and a program to use."""

    code: str  # stable; see the reference page on errors
    message: str
    file: str
    line: int | None = None  # from 1; none where the file as a whole is meant
    column: int | None = None  # from 1
    path: str = ""  # of the field: `parties[1].name`
    found: str | None = None
    expected: tuple[str, ...] = ()
    hint: str | None = None
    width: int = 1  # how many characters the caret line underlines

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be read, as against read and found not valid."""
        return self.code in UNREADABLE

    def to_json(self) -> dict[str, object]:
        """The problem as one of the `errors` of the JSON that others build on."""
        return {
            "code": self.code,
            "message": self.message,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.path,
            "found": self.found,
            "expected": list(self.expected),
            "hint": self.hint,
        }

    def render(self, source: str | None = None) -> str:
        """The problem in words; where the source is given, with its line and a caret below it."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        lines = [": ".join(part for part in (place, self.path, shown(self.message, 400)) if part)]
        if self.expected:
            lines.append(f"  allowed: {_listed(self.expected, self.found)}")
        if self.hint:
            lines.append(f"  hint: {shown(self.hint, 400)}")
        return "\n".join([*lines, *self._excerpt(source)])

    def _excerpt(self, source: str | None) -> list[str]:
        lines = _source_lines(source) if source is not None else []
        if self.line is None or self.column is None or not self.line <= len(lines):
            return []
        text, column = _window(lines[self.line - 1], self.column - 1)
        width = max(1, min(self.width, len(text) - column))
        carets = " " * _cells(text[:column]) + "^" * max(1, _cells(text[column : column + width]))
        return [f"  {self.line:>4} | {text}", f"  {'':>4} | {carets}"]


def _source_lines(source: str) -> list[str]:
    """The lines as they are counted: a form feed, for one, ends none."""
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def path_text(path: FieldPath) -> str:
    """A path as it is printed: `parties[1].name`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return shown(text.removeprefix("."), 200)


def parsed_path(text: str) -> FieldPath:
    """The steps of a path as it is printed.

    >>> parsed_path("parties[1].name")
    ('parties', 1, 'name')
    """
    return tuple(int(index) if index else name for name, index in _STEP.findall(text))


def shown(text: str, longest: int = _LONGEST_SHOWN) -> str:
    """Text of a file, safe to print: without control and bidirectional characters, and not too long."""
    safe = "".join(_visible(character) for character in text[: longest + 1])
    return safe if len(safe) <= longest else safe[: longest - 1] + "…"


def _visible(character: str) -> str:
    return (
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else character
    )


def _listed(words: Sequence[str], found: str | None) -> str:
    """The words; of many, those that are nearest to what was found, and where to see all."""
    shortened = [shown(word, 200) for word in words]
    if len(words) <= _MOST_LISTED:
        return ", ".join(shortened)
    near = get_close_matches((found or "")[:_LONGEST_SHOWN], shortened, n=_NEAREST_LISTED, cutoff=0)
    rest = len(words) - len(near)
    return f"{', '.join(near)} and {rest} more (`treatydraft schema spec` lists them all)"


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, made safe, and where the column stands in it."""
    start = max(0, min(column - _WIDEST_LINE // 2, len(line) - _WIDEST_LINE))
    text = "".join(_visible(character) for character in line[start : start + _WIDEST_LINE])
    return text, column - start


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
