"""Gather glyphs into rows: what stands side by side on one line of a page."""

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from treatydraft.readers.pdf.glyphs import Glyph, Sheet
from treatydraft.readers.pdf.tags import Block
from treatydraft.readers.pdf.typesetting import Face

_SAME_BASE: Final = 0.25  # of the size: glyphs on one baseline
_RAISED: Final = 0.62  # of the size: as far above its line as a raised figure stands
_SMALL: Final = 0.85  # of the size: below it a raised glyph is a superscript
_GAP_IS_SPACE: Final = 0.17  # of the size, in a row without typed spaces
_GAP_IS_SPACE_BESIDE_SPACES: Final = 0.3
_SLACK: Final = 0.3  # of the size, by which neighbours may overlap
_LIGATURES: Final = range(0xFB00, 0xFB07)
_PICTURES: Final = {
    "\uf0b7": "•",
    "\uf0a8": "▪",
    "\uf0a7": "▪",
    "\uf06e": "▪",
    "\uf06f": "▫",
    "\uf071": "▫",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf02d": "–",
    "\uf0be": "–",
    "\uf0e0": "→",
}


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs of one look without a space among them."""

    text: str
    left: float
    right: float
    size: float
    face: Face
    block: Block | None = None  # the paragraph that it is part of, where the file is tagged
    raised: bool = False
    spaced: bool = False  # a space stands before it
    note: int = -1  # the footnote that it is the mark of

    @property
    def width(self) -> float:
        """How far it reaches."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, or the part of it that stands in one column."""

    words: tuple[Word, ...]
    page: int
    number: int  # of the line on its page, from 1
    base: float
    size: float
    artifact: bool = False  # the file says that it is no part of the text

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right

    @property
    def block(self) -> Block | None:
        """The paragraph that its last word is part of: the first one may be the number of a list."""
        return self.words[-1].block

    @property
    def text(self) -> str:
        """Its words as one string."""
        return "".join(f" {word.text}" if word.spaced else word.text for word in self.words).strip()

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        letters = [word for word in self.words if not word.face.symbols]
        return bool(letters) and all(word.face.bold for word in letters)


def rows(page: Sheet) -> list[Row]:
    """The rows of a page from top to bottom."""
    made = [row for line in _lines(page.glyphs) if (row := _row(line, page.number))]
    made.sort(key=lambda row: -row.base)
    return [replace(row, number=number) for number, row in enumerate(made, 1)]


def aside(page: Sheet) -> str:
    """What is written at another angle, in the order in which it is drawn."""
    return " ".join("".join(glyph.text for glyph in page.aside).split())


@dataclass(slots=True)
class _Line:
    """Glyphs on one baseline, while a page is gathered."""

    base: float
    size: float
    glyphs: list[Glyph]


def _lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """The glyphs by baseline; a raised or lowered figure goes to the line that it belongs to."""
    shown = [glyph for glyph in glyphs if not glyph.text.isspace()]
    lines: list[_Line] = []
    for glyph in sorted(shown, key=lambda one: (-one.base, one.order)):
        last = lines[-1] if lines else None
        if last and last.base - glyph.base <= _SAME_BASE * min(last.size, glyph.size):
            last.glyphs.append(glyph)
            last.size = max(last.size, glyph.size)
        else:
            lines.append(_Line(glyph.base, glyph.size, [glyph]))
    merged = _with_raised(lines)
    spaces = [glyph for glyph in glyphs if glyph.text.isspace()]
    return _with_spaces([line.glyphs for line in merged], [line.base for line in merged], spaces)


def _with_raised(lines: list[_Line]) -> list[_Line]:
    """Lines of small glyphs joined to the larger line just below or above them, where they touch it."""
    kept: list[_Line] = []
    for line in lines:
        if kept and _is_raised(kept[-1], line):
            line.glyphs.extend(kept.pop().glyphs)
        if kept and _is_lowered(kept[-1], line):
            kept[-1].glyphs.extend(line.glyphs)
        else:
            kept.append(line)
    return kept


def _is_raised(small: _Line, line: _Line) -> bool:
    return (
        small.size < _SMALL * line.size
        and small.base - line.base < _RAISED * line.size
        and _stand_apart(small.glyphs, line.glyphs)
    )


def _is_lowered(line: _Line, small: _Line) -> bool:
    return (
        small.size < _SMALL * line.size
        and line.base - small.base < _SAME_BASE * line.size * 2
        and _stand_apart(small.glyphs, line.glyphs)
    )


def _stand_apart(some: list[Glyph], others: list[Glyph]) -> bool:
    """Whether no glyph of the one line lies over a glyph of the other."""
    both = [(glyph, True) for glyph in some] + [(glyph, False) for glyph in others]
    both.sort(key=lambda pair: pair[0].left)
    return not any(
        of_some != next_of_some and one.right - two.left > _SLACK * min(one.size, two.size)
        for (one, of_some), (two, next_of_some) in pairwise(both)
    )


def _with_spaces(lines: list[list[Glyph]], bases: list[float], spaces: list[Glyph]) -> list[list[Glyph]]:
    """Typed spaces put into the line on whose baseline they stand."""
    places = sorted(range(len(lines)), key=lambda index: bases[index])
    ordered = [bases[index] for index in places]
    for space in spaces:
        if (index := _nearest(ordered, space.base)) is None:
            continue
        if abs(ordered[index] - space.base) <= _SAME_BASE * max(space.size, 1.0):
            lines[places[index]].append(space)
    return lines


def _nearest(ordered: list[float], value: float) -> int | None:
    if not ordered:
        return None
    after = bisect_left(ordered, value)
    around = [index for index in (after - 1, after) if 0 <= index < len(ordered)]
    return min(around, key=lambda index: abs(ordered[index] - value))


def _row(glyphs: list[Glyph], page: int) -> Row | None:
    ordered = _in_reading_order(glyphs)
    size = _usual([glyph.size for glyph in glyphs if not glyph.text.isspace()])
    base = _usual([glyph.base for glyph in glyphs if glyph.size >= _SMALL * size])
    words = tuple(_words(ordered, base, size))
    if not words:
        return None
    artifact = all(glyph.setting.artifact for glyph in glyphs if not glyph.text.isspace())
    return Row(words, page, 0, base, size, artifact)


def _usual(values: list[float]) -> float:
    counts = Counter(round(value, 1) for value in values)
    return max(counts, key=lambda value: (counts[value], value))


def _in_reading_order(glyphs: list[Glyph]) -> list[Glyph]:
    """From left to right, but text from right to left in the order in which it is drawn."""
    if any(unicodedata.bidirectional(glyph.text[0]) in {"R", "AL"} for glyph in glyphs):
        return sorted(glyphs, key=lambda glyph: glyph.order)
    return sorted(glyphs, key=lambda glyph: (glyph.left, glyph.order))


def _words(glyphs: list[Glyph], base: float, size: float) -> Iterator[Word]:
    typed = any(glyph.text.isspace() for glyph in glyphs)
    widest = (_GAP_IS_SPACE_BESIDE_SPACES if typed else _GAP_IS_SPACE) * size
    group: list[Glyph] = []
    spaced, next_spaced = False, False
    for glyph in glyphs:
        if glyph.text.isspace():
            next_spaced = True
            continue
        apart = bool(group) and glyph.left - group[-1].right > widest
        if group and (next_spaced or apart or not _alike(group[-1], glyph, base, size)):
            yield _word(group, base, size, spaced=spaced)
            group = []
            spaced = next_spaced or apart
        group.append(glyph)
        next_spaced = False
    if group:
        yield _word(group, base, size, spaced=spaced)


def _alike(one: Glyph, two: Glyph, base: float, size: float) -> bool:
    return one.setting.face == two.setting.face and _raised(one, base, size) == _raised(two, base, size)


def _raised(glyph: Glyph, base: float, size: float) -> bool:
    return glyph.size < _SMALL * size and glyph.base - base > 0.1 * size


def _word(group: list[Glyph], base: float, size: float, *, spaced: bool) -> Word:
    first = group[0]
    return Word(
        text="".join(map(_text, group)),
        left=min(glyph.left for glyph in group),
        right=max(glyph.right for glyph in group),
        size=first.size,
        face=first.setting.face,
        block=first.setting.block,
        raised=_raised(first, base, size),
        spaced=spaced,
    )


def _text(glyph: Glyph) -> str:
    """What a glyph stands for: letters for a ligature, a bullet for a picture."""
    if glyph.text in _PICTURES:
        return _PICTURES[glyph.text]
    if len(glyph.text) == 1 and ord(glyph.text) in _LIGATURES:
        return unicodedata.normalize("NFKC", glyph.text)
    return glyph.text
