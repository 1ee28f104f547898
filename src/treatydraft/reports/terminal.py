"""Styled words → lines of a terminal, wrapped to its width; plain where there is no colour."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from rich.cells import cell_len

Styled: TypeAlias = tuple[str, str]  # words, and the name of a style or nothing

_CODES: Final = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
    "bold red": "1;31",
}
# A line may break at blanks and between the signs of scripts that are written without any.
_WIDE: Final = r"[\u2e80-\u303f\u3040-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]"
_TOKEN: Final = re.compile(rf"\n|[^\S\n]+|{_WIDE}|(?:(?!{_WIDE})\S)+")
_NEVER_FIRST: Final = frozenset("、。，．・：；？！）」』】〉》ー々)”’")
_NEVER_LAST: Final = frozenset("（「『【〈《(“‘-+")
_CLOSING: Final = ("-]", "+}")


class Lines:
    """Lines as they are written, none wider than the terminal."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self._colour = colour
        self._lines: list[str] = []

    def write(self, *parts: str | Styled, indent: int = 0, hanging: int = 0) -> None:
        """Words, some with a style; the lines after the first stand `hanging` columns further in."""
        styled = [(part, "") if isinstance(part, str) else part for part in parts]
        for number, line in enumerate(wrapped(styled, self.width - indent - hanging)):
            left = " " * (indent + (hanging if number else 0))
            self._lines.append(f"{left}{''.join(map(self._shown, line))}".rstrip())

    def gap(self) -> None:
        """An empty line."""
        self._lines.append("")

    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines) + "\n"

    def _shown(self, part: Styled) -> str:
        text, style = part
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self._colour and style else text


def wrapped(parts: Sequence[Styled], width: int) -> Iterator[list[Styled]]:
    """The lines, each of at most so many columns; what has no place to break is broken where it ends."""
    line: list[Styled] = []
    used, blank = 0, ("", "")
    for atom in _atoms(parts):
        text = "".join(word for word, _ in atom)
        if text == "\n":
            yield _joined(line)
            line, used, blank = [], 0, ("", "")
        elif text.isspace():
            blank = (text.expandtabs(4), atom[0][1])
        else:
            for piece in _pieces(atom, width):
                wide = sum(cell_len(word) for word, _ in piece)
                if line and used + len(blank[0]) + wide > width:
                    yield _joined(line)
                    line, used, blank = [], 0, ("", "")
                indent = (blank[0][: max(width - wide, 0)], blank[1])
                line += [indent, *piece]
                used, blank = used + len(indent[0]) + wide, ("", "")
    if line:
        yield _joined(line)


def is_unspaced(text: str) -> bool:
    """Whether words are of a script that is written without blanks.

    >>> is_unspaced("二十四"), is_unspaced("можуть")
    (True, False)
    """
    return re.match(_WIDE, text) is not None


def _atoms(parts: Sequence[Styled]) -> Iterator[list[Styled]]:
    """What holds together: a word with the marks at it, a sign of a script without blanks, a blank."""
    atom: list[Styled] = []
    for text, style in parts:
        for token in _TOKEN.findall(text):
            if atom and _may_break(atom[-1][0], token):
                yield atom
                atom = []
            atom.append((token, style))
    if atom:
        yield atom


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two tokens; what opens stays with what follows it."""
    if before.isspace() or after.isspace():
        return True
    if after[0] in _NEVER_FIRST or after.startswith(_CLOSING) or before[-1] in _NEVER_LAST:
        return False
    return _is_wide(before) or _is_wide(after)


def _is_wide(token: str) -> bool:
    return len(token) == 1 and re.fullmatch(_WIDE, token) is not None


def _pieces(atom: list[Styled], width: int) -> Iterator[list[Styled]]:
    """An atom, in pieces where it is wider than a line."""
    if sum(cell_len(word) for word, _ in atom) <= width:
        yield atom
        return
    piece: list[Styled] = []
    used = 0
    for word, style in atom:
        for one in word:
            wide = cell_len(one)
            if used + wide > width:
                yield piece
                piece, used = [], 0
            piece.append((one, style))
            used += wide
    yield piece


def _joined(line: Sequence[Styled]) -> list[Styled]:
    """The parts of a line, those of one style together."""
    found: list[Styled] = []
    for text, style in line:
        if found and found[-1][1] == style:
            found[-1] = (found[-1][0] + text, style)
        else:
            found.append((text, style))
    return found
