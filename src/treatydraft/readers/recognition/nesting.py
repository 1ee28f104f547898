"""Nest units by their labels and looks: which heading stands under which, which item under which paragraph.

Every label belongs to a family: those of one shape and one number style. A family that is open goes on at
its own level; one that is new opens a level below what stands before it. Headings without a label have the
family of their look. Nothing here knows which word or number is usual at which level, save the order of
part, chapter, section and article.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from treatydraft.document import tree
from treatydraft.document.kinds import Kind
from treatydraft.document.labels import Label
from treatydraft.readers.recognition.pieces import beside_words
from treatydraft.readers.recognition.units import Unit, goes_on

_RANKS: Final[dict[str, int]] = {"part": 0, "chapter": 1, "section": 2, "article": 3}
_NEAR: Final = 3.0  # points by which lefts of the same column may differ
_BY_FORM: Final = 0.8  # how sure it is that a line which only stands like a heading is one
_DEEPEST: Final = 10  # levels of headings, and of lists below one, that are told apart
_STYLED: Final[dict[str, int]] = {"paragraph": 0, "subparagraph": 1, "item": 2}


@dataclass(slots=True)
class Node:
    """A clause that is being built."""

    unit: Unit
    kind: Kind
    label: str = ""
    heading: str = ""
    pieces: tuple[tree.Inline, ...] = ()
    children: "list[Node]" = field(default_factory=list)
    confidence: float = 1.0


@dataclass(slots=True)
class _Frame:
    """A clause on the way from the top to where the next unit stands."""

    node: Node
    family: str
    style: str = ""
    number: int = 0
    lists: dict[str, int] = field(default_factory=dict)  # of a heading: last number of each family below it

    @property
    def is_heading(self) -> bool:
        return bool(self.node.heading or self.node.unit.heading)


def nest(units: Sequence[Unit]) -> list[Node]:
    """The units as a forest."""
    nesting = _Nesting()
    for unit in units:
        nesting.add(unit)
    return nesting.roots


class _Nesting:
    def __init__(self) -> None:
        self.roots: list[Node] = []
        self._headings: list[_Frame] = []
        self._open: list[_Frame] = []  # paragraphs and what is under them, below the last heading
        self._above: dict[str, str] = {}  # the family of the heading under which a family of headings stood
        self._rootlists: dict[str, int] = {}

    def add(self, unit: Unit) -> None:
        if self._completes(unit):
            _complete(self._headings[-1].node, unit)
        elif unit.heading:
            self._add_heading(unit)
        elif unit.label is not None:
            self._add_labelled(unit, unit.label)
        else:
            self._add_plain(unit)

    # --- Headings -----------------------------------------------------------------------------------------

    def _completes(self, unit: Unit) -> bool:
        """Whether this is the heading of a label that stands on a line of its own, or goes on with one."""
        if not self._headings or self._open or unit.label is not None or not unit.heading:
            return False
        last = self._headings[-1].node
        if (
            last.children
            or not (last.label or last.kind == "annex")
            or (last.heading and last.kind != "annex")
        ):
            return False
        return not last.heading or goes_on(unit.text)

    def _add_heading(self, unit: Unit) -> None:
        family, style, number = self._heading_family(unit)
        self._close_for(unit, family)
        del self._headings[_DEEPEST:]
        above = self._headings[-1].family if self._headings else ""
        self._above.setdefault(family, above)
        node = Node(
            unit,
            _heading_kind(unit),
            label=unit.label.text if unit.label else "",
            heading="" if unit.runs_on else unit.text,
            pieces=() if unit.runs_on else beside_words(unit.pieces),
            confidence=_BY_FORM if unit.heading == "form" else 1.0,
        )
        self._attach(node, self._headings)
        self._headings.append(_Frame(node, family, style, number))
        self._open = []
        if unit.runs_on:
            self._add_plain(unit)

    def _heading_family(self, unit: Unit) -> tuple[str, str, int]:
        if unit.label is None:
            look = unit.line.look
            setting = (look.bold, look.italic, look.capitals, look.underlined, look.centred, round(look.size))
            return f"look {unit.line.heading} {look.style} {setting}", "", 0
        style, number = _reading(unit.label, self._headings)
        return f"heading {unit.label.kind or unit.label.shape} {style}", style, number

    def _close_for(self, unit: Unit, family: str) -> None:
        """Close the headings under which this one does not stand."""
        families = [frame.family for frame in self._headings]
        if family in families:
            del self._headings[families.index(family) :]
        elif family in self._above:
            above = self._above[family]
            if above in families:
                del self._headings[families.index(above) + 1 :]
            elif not above:
                self._headings.clear()
        else:
            while self._headings and _is_beside_or_above(unit, self._headings[-1].node):
                self._headings.pop()

    # --- Running text -------------------------------------------------------------------------------------

    def _add_labelled(self, unit: Unit, label: Label) -> None:
        style, number = _reading(label, self._open)
        family = f"{label.shape} {style}" if label.readings else _bullet_family(unit, label)
        self._return_to_outer_list(family, number)
        place = self._place(unit, label, family, number)
        place = min(place, _DEEPEST)
        del self._open[place:]
        node = Node(unit, self._kind_at(place, unit, label), label=label.text, pieces=unit.pieces)
        self._attach(node, self._open or self._headings)
        self._open.append(_Frame(node, family, style, number))
        if place == 0:
            self._lists()[family] = number

    def _return_to_outer_list(self, family: str, number: int) -> None:
        """Leave headings that stand inside a list when the list goes on: `18.`, `a) …`, text, `19.`."""
        if (
            not number
            or family in self._lists()
            or not self._headings
            or not self._headings[-1].node.children
        ):
            return
        for place in range(len(self._headings) - 2, -1, -1):
            if self._headings[place].lists.get(family) == number - 1:
                del self._headings[place + 1 :]
                self._open = []
                return

    def _lists(self) -> dict[str, int]:
        return self._headings[-1].lists if self._headings else self._rootlists

    def _place(self, unit: Unit, label: Label, family: str, number: int) -> int:
        """How many of the open paragraphs stay open above a unit."""
        styled = _STYLED.get(unit.line.look.style.removeprefix("annex "))
        if styled is not None:
            return next(
                (place for place, frame in enumerate(self._open) if _styled(frame.node) >= styled),
                len(self._open),
            )
        for place in range(len(self._open) - 1, -1, -1):
            frame = self._open[place]
            if frame.family == family and (not number or number > frame.number or place == 0):
                return place
        if family in self._lists() and number == self._lists()[family] + 1:
            return 0
        return len(self._open) if self._leads(unit, label, number) else 0

    def _leads(self, unit: Unit, label: Label, number: int) -> bool:
        """Whether the last paragraph leads into a list that begins here."""
        if not self._open:
            return False
        last = self._open[-1].node
        if tree.plain(last.pieces).endswith((":", "–", "—")) or label.is_bullet:
            return True
        return (bool(last.label) and number == 1) or _start(unit) > _start(last.unit) + _NEAR

    def _kind_at(self, place: int, unit: Unit, label: Label) -> Kind:
        style = unit.line.look.style.removeprefix("annex ")
        if style in _STYLED:
            return style  # type: ignore[return-value]
        if label.is_bullet or place > 1:
            return "item"
        return "subparagraph" if place else "paragraph"

    def _add_plain(self, unit: Unit) -> None:
        del self._open[min(self._holding(unit), _DEEPEST) :]
        node = Node(unit, "paragraph", pieces=unit.pieces)
        self._attach(node, self._open or self._headings)
        self._open.append(_Frame(node, ""))

    def _holding(self, unit: Unit) -> int:
        """How many of the open paragraphs hold a unit without a label: those below whose words it stands."""
        for place in range(len(self._open) - 1, -1, -1):
            other = self._open[place].node
            if other.label and _is_below_words(unit, other.unit):
                return place + 1
            if other.label and place and _is_below_label(unit, other.unit):
                return place
        return 0

    def _attach(self, node: Node, frames: list[_Frame]) -> None:
        (frames[-1].node.children if frames else self.roots).append(node)


def _is_below_words(unit: Unit, other: Unit) -> bool:
    """Whether a unit without a label stands in the same list item, or is set in as far as its words."""
    if unit.line.depth >= 0:
        return unit.line.depth == other.line.depth
    look, left = other.line.look, unit.line.look.indent
    if look.first < -_NEAR:  # the label hangs, and the words stand further in
        return look.indent > _NEAR and left >= look.indent - _NEAR
    return left > look.indent + _NEAR


def _is_below_label(unit: Unit, other: Unit) -> bool:
    return _start(other) > _NEAR and unit.line.look.indent >= _start(other) - _NEAR


def _complete(node: Node, unit: Unit) -> None:
    """Give a label its heading; `Annex` above `to the Agreement` is one phrase and no label."""
    words = unit.text
    node.pieces = (*node.pieces, *beside_words(unit.pieces))
    if not node.heading and node.kind == "annex" and goes_on(words):
        node.label, words = "", f"{node.label} {words}"
    node.heading = f"{node.heading} {words}".strip()


def _start(unit: Unit) -> float:
    """Where its label, or else its first word, stands from the left."""
    return unit.line.look.indent + min(unit.line.look.first, 0.0)


def _styled(node: Node) -> int:
    return _STYLED.get(node.kind, 0) if node.label else 0


def _bullet_family(unit: Unit, label: Label) -> str:
    return f"{label.text} {unit.line.depth} {round(unit.line.look.indent / _NEAR)}"


def _reading(label: Label, frames: Sequence[_Frame]) -> tuple[str, int]:
    """How to read a number that can be read in two ways: as the one that goes on, else as one that begins."""
    if not label.readings:
        return "", 0
    for same in (_same_style, _same_letters):
        for frame in reversed(frames):
            for reading in label.readings:
                if reading.number == frame.number + 1 and same(reading.style, frame.style):
                    return frame.style, reading.number
    first = next((reading for reading in label.readings if reading.number == 1), label.readings[-1])
    if len(label.text.strip("()[]{}.:")) > 1:
        first = label.readings[0]
    return first.style, first.number


def _same_style(style: str, other: str) -> bool:
    return style == other


def _same_letters(style: str, other: str) -> bool:
    """Whether both are letters: lists mix scripts, as `a.`, `б.`, `с.`, when keyboards change."""
    return style.endswith("letter") and other.endswith("letter")


def _heading_kind(unit: Unit) -> Kind:
    if unit.is_annex:
        return "annex"
    return (unit.label.kind if unit.label else None) or "section"


def _is_beside_or_above(unit: Unit, last: Node) -> bool:
    """Whether a heading of a family that is new stands at the level of the last one, or higher."""
    level, other = unit.line.heading, last.unit.line.heading
    if level and other and level != other:
        return level < other
    rank, last_rank = (_RANKS.get(_word(found), -1) for found in (unit, last.unit))
    return rank >= 0 and last_rank >= 0 and rank <= last_rank


def _word(unit: Unit) -> str:
    return (unit.label.kind or "") if unit.label else ""
