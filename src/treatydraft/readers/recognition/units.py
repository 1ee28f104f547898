"""Lines as units: the label told from the words, and whether a unit looks like a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.document.labels import Label, read_label, split_label
from treatydraft.document.words import joining_words, label_words
from treatydraft.readers.lines import Line
from treatydraft.readers.recognition.pieces import cut_where, dropped, has_words, trimmed

_LONGEST_HEADING: Final = 250  # characters
_LONGEST_PLAIN_HEADING: Final = 160  # of one that nothing but its form gives away
_SHORT: Final = 90  # of one that follows a heading, where a first sentence is likelier
_SENTENCE: Final = 6  # words that no heading with a point behind it has
_SENTENCE_END: Final = re.compile(r"[.;:,?!…。；：，]['\"”’»)\]]*$")
_MARK_LEFT: Final = re.compile(r"\s*[:.–—-]\s")
_FINISHED: Final = re.compile(r"[.:!?…。：]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, with its label apart."""

    line: Line
    pieces: tuple[tree.Inline, ...]
    label: Label | None = None
    raw: tuple[tree.Inline, ...] = ()  # its words as they stand, with a typed label and line breaks
    heading: str = field(default="")  # why it is one: `style`, `word`, `look` or `form`; empty for none

    @property
    def text(self) -> str:
        """Its words without the label."""
        return tree.plain(self.pieces)

    @property
    def runs_on(self) -> bool:
        """Whether a sentence and no heading stands behind a label: `Article 1. The Parties shall …`."""
        is_sentence = len(self.text.split()) >= _SENTENCE and _ends_sentence(self.text)
        return self.heading == "word" and (is_sentence or len(self.text) > _LONGEST_HEADING)

    @property
    def is_annex(self) -> bool:
        """Whether it heads an annex: `Annex A`, or `Annex to the Agreement`."""
        if not self.heading:
            return False
        first = self.text.split(maxsplit=1)[0] if self.text else ""
        kind = self.label.kind if self.label else label_words().get(first.casefold())
        return kind == "annex"

    @property
    def whole(self) -> tuple[tree.Inline, ...]:
        """Label and words, where a label is no label: in a title, a testimonium."""
        return trimmed((tree.Text(f"{self.label.text} "), *self.pieces)) if self.label else self.pieces

    @property
    def printed(self) -> str:
        """Label and words."""
        return f"{self.label.text} {self.text}".strip() if self.label else self.text


def units(lines: Sequence[Line]) -> list[Unit]:
    """The lines that have words, each as a unit; headings are told in a second look, at their neighbours."""
    found = [unit for line in lines for unit in _split(line) if unit.label or has_words(unit.pieces)]
    return list(_with_headings(found))


def _split(line: Line) -> Iterator[Unit]:
    """The unit of a line, or several where labels stand after line breaks inside it."""
    label = line.label
    for pieces in cut_where(line.pieces, _begins_unit):
        yield _unit(replace(line, label=label), pieces)
        label = ""


def _begins_unit(rest: str) -> bool:
    """Whether a label stands after a line break."""
    return rest.startswith("\n") and split_label(rest) is not None


def _unit(line: Line, pieces: tuple[tree.Inline, ...]) -> Unit:
    automatic = read_label(line.label)
    if automatic is not None and automatic.kind is not None:
        mark = _MARK_LEFT.match(tree.plain(pieces))
        if mark is not None:  # `Article I` is counted and `:` is typed behind it
            whole = read_label(line.label + mark[0].strip())
            return Unit(line, trimmed(dropped(pieces, mark.end())), whole, pieces)
    typed = _typed_label(tree.plain(pieces))
    if typed and (automatic is None or automatic.is_bullet or _is_list_of(typed[0], automatic)):
        return Unit(line, trimmed(dropped(pieces, typed[1])), typed[0], pieces)
    return Unit(line, trimmed(pieces), automatic, pieces)


def _typed_label(text: str) -> tuple[Label, int] | None:
    """The label at the beginning; a number behind a bullet is the label, and the bullet is layout."""
    found = split_label(text)
    if found is not None and found[0].is_bullet and (inner := split_label(text[found[1] :])) is not None:
        return inner[0], found[1] + inner[1]
    return found


def _is_list_of(typed: Label, automatic: Label) -> bool:
    """Whether a number was typed although the program counts too; people do, and mean the typed one."""
    return typed.shape != automatic.shape and not typed.is_bullet and automatic.kind is None


# --- Headings ---------------------------------------------------------------------------------------------


def _with_headings(found: Sequence[Unit]) -> Iterator[Unit]:
    before: Unit | None = None
    numbers = _Numbers()
    for unit, after in pairwise((*found, None)):
        assert unit is not None  # noqa: S101 - only the last of all is none
        told = replace(unit, heading=_heading(unit, before, after, numbers))
        numbers.see(told)
        yield told
        before = told


class _Numbers:
    """Which numbers of which kind of label have been met, and which of them are those of headings."""

    def __init__(self) -> None:
        self._met: set[tuple[str, str, int]] = set()
        self._headed: set[tuple[str, str, int]] = set()

    def see(self, unit: Unit) -> None:
        if unit.label is not None:
            found = {(unit.label.shape, reading.style, reading.number) for reading in unit.label.readings}
            self._met |= found
            self._headed |= found if unit.heading else set()

    def follows_text(self, label: Label) -> bool:
        """Whether the number before this one was met, and only in running text."""
        return bool(_before(label) & self._met) and not self.follows_heading(label)

    def follows_heading(self, label: Label) -> bool:
        """Whether the number before this one is that of a heading."""
        return bool(_before(label) & self._headed)


def _before(label: Label) -> set[tuple[str, str, int]]:
    return {(label.shape, reading.style, reading.number - 1) for reading in label.readings}


def _heading(unit: Unit, before: Unit | None, after: Unit | None, numbers: _Numbers) -> str:
    label = unit.label
    if unit.line.cell is not None or (label and label.is_bullet):
        return ""
    if label is not None and label.kind is not None:
        return "word"
    if unit.line.heading and len(unit.text) <= _LONGEST_HEADING:
        return "style"
    if is_set_apart(unit) and not _ends_sentence(unit.text) and len(unit.text) <= _LONGEST_HEADING:
        return "look"
    if label is not None and numbers.follows_text(label):
        return ""
    goes_on = label is not None and numbers.follows_heading(label)
    return "form" if _has_form(unit, before) and (goes_on or _opens(after, label)) else ""


def is_set_apart(unit: Unit) -> bool:
    """Whether it is set so that the eye takes it for a heading."""
    look = unit.line.look
    return look.bold or look.underlined or look.centred or look.capitals or look.italic


def goes_on(text: str) -> bool:
    """Whether a line goes on with the title or heading above it."""
    first = text.split(maxsplit=1)[0] if text else ""
    return first[:1].islower() or first.casefold() in joining_words()


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))


def _has_form(unit: Unit, before: Unit | None) -> bool:
    """Whether a unit that looks like all others stands where a heading stands.

    A short line without a final mark, after a finished sentence.
    """
    text = unit.text
    if not text or _ends_sentence(text) or text[0].islower() or not text[0].isalnum():
        return False
    longest = _SHORT if before is not None and before.heading else _LONGEST_PLAIN_HEADING
    finished = before is None or bool(before.heading) or bool(_FINISHED.search(before.text))
    return len(text) <= longest and finished


def _opens(after: Unit | None, label: Label | None) -> bool:
    """Whether what follows stands below a heading with this label: it is no further item of the same list."""
    if after is None:
        return False
    if after.label is None:
        return len(after.text) > _LONGEST_PLAIN_HEADING or _ends_sentence(after.text) or label is None
    if label is None:
        return True
    return (after.label.shape != label.shape or after.label.is_first) and not after.label.is_bullet
