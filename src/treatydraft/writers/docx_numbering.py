"""Decide how Word numbers a document: the style and list level of each kind of clause, and what is typed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle, Level, NumberFormat
from treatydraft.document.numbering import format_number
from treatydraft.document.spacing import NO_BREAK
from treatydraft.word.manuscript import ListFormat, ListLevel
from treatydraft.writers.outline import is_below

HEADINGS: Final[tuple[tree.Kind, ...]] = ("part", "chapter", "section", "article")
NUMBERED: Final[tuple[tree.Kind, ...]] = ("paragraph", "subparagraph", "item")
_ORDER: Final[tuple[tree.Kind, ...]] = ("annex", *HEADINGS, *NUMBERED)
_FORMATS: Mapping[NumberFormat, ListFormat] = {
    "decimal": "decimal",
    "upper-roman": "upperRoman",
    "lower-roman": "lowerRoman",
    "upper-letter": "upperLetter",
    "lower-letter": "lowerLetter",
    "none": "none",
}
# Marks after a number that no REF field prints: Word drops a period itself, a colon stands in the text.
_UNCITED_MARKS = ("", ".", ":")


@dataclass(frozen=True, slots=True)
class Rank:
    """How Word sets the clauses of one kind: in a style that is linked with a level of a list."""

    kind: tree.Kind
    style: str
    level: Level | None
    automatic: bool  # whether Word's count gives the labels of the tree; else they are typed
    below: bool  # whether headings stand below their labels

    @property
    def has_colon(self) -> bool:
        """Whether a colon stands between label and heading: it is typed, since a field would print it."""
        return self.level is not None and self.level.mark == ":"

    @property
    def is_followed(self) -> bool:
        """Whether a field that points to such a clause prints what a citation says."""
        if self.level is None or not self.automatic:
            return False
        return self.level.number != "none" and self.level.mark in _UNCITED_MARKS

    def list_level(self) -> ListLevel:
        """The level of Word's list; that of typed labels prints nothing, yet restarts those under it."""
        level = self.level
        if level is None or not self.automatic:
            return ListLevel(self.style, "none", "", "nothing")
        label = level.label if level.number != "none" else level.label.replace("{}", "").strip()
        mark = "" if self.has_colon else level.mark
        return ListLevel(
            self.style,
            _FORMATS[level.number],
            label.replace(" {}", f"{NO_BREAK}{{}}") + mark,
            self._suffix(level),
        )

    def _suffix(self, level: Level) -> Literal["tab", "space", "nothing"]:
        if self.kind in NUMBERED and not self.has_colon:
            return "tab"
        return "space" if level.mark == "." and not self.below else "nothing"


@dataclass(frozen=True, slots=True)
class Family:
    """The clauses that are numbered together: those of the body, or those of all annexes."""

    ranks: Mapping[tree.Kind, Rank]  # by kind, from the outermost inwards
    segments: Mapping[tree.Kind, int]

    @classmethod
    def of(
        cls, clauses: tuple[tree.Clause, ...], levels: Sequence[Level], style: HouseStyle, *, annexes: bool
    ) -> "Family":
        """Number a forest by these levels."""
        kinds = _kinds(clauses, levels)
        named = {level.kind: level for level in levels if level.kind in kinds}
        segments = _segments(kinds, named, annexes=annexes)
        labels = _word_labels(clauses, named, segments)
        typed = {clause.kind for clause, label in labels if label != clause.label}
        below = {clause.kind for clause in tree.walk(clauses) if is_below(clause, style)}
        styles = _styles(kinds, annexes=annexes)
        ranks = {
            kind: Rank(kind, styles[kind], named.get(kind), kind in named.keys() - typed, kind in below)
            for kind in kinds
        }
        return cls(ranks, segments)

    def lists(self) -> tuple[tuple[ListLevel, ...], ...]:
        """The lists of Word, each with its levels."""
        return tuple(
            tuple(rank.list_level() for rank in self.ranks.values() if self.segments[rank.kind] == segment)
            for segment in sorted(set(self.segments.values()))
        )


def numbered_styles() -> tuple[str, ...]:
    """Every style that a template may number."""
    depths = range(1, len(HEADINGS) + 1)
    headings = [f"{family} Heading {depth}" for family in ("Clause", "Annex") for depth in depths]
    running = [f"{prefix}{kind.capitalize()}" for prefix in ("", "Annex ") for kind in NUMBERED]
    captions = [heading_style(style) for style in running if not style.endswith("Item")]
    return ("Annex Title", *headings, *running, *captions)


def heading_style(style: str) -> str:
    """The style of a numbered paragraph that is a heading, which takes its number from `style`."""
    return f"{style} Heading"


def is_unnumbered(clause: tree.Clause) -> bool:
    """A paragraph without a label, as one alone under its heading; it has a style without a number."""
    return clause.kind in NUMBERED and not clause.label


def _kinds(clauses: tuple[tree.Clause, ...], levels: Sequence[Level]) -> list[tree.Kind]:
    """The kinds from the outside in: as the house style says, and the others where they usually stand."""
    present = {clause.kind for clause in tree.walk(clauses)}
    kinds = [level.kind for level in levels if level.kind in present and level.kind in _ORDER]
    for kind in _ORDER:
        if kind in present and kind not in kinds:
            later = _ORDER[_ORDER.index(kind) + 1 :]
            kinds.insert(next((i for i, other in enumerate(kinds) if other in later), len(kinds)), kind)
    return kinds


def _styles(kinds: Sequence[tree.Kind], *, annexes: bool) -> dict[tree.Kind, str]:
    headings = [kind for kind in kinds if kind in HEADINGS]
    prefix, heading = ("Annex ", "Annex Heading") if annexes else ("", "Clause Heading")
    return {
        "annex": "Annex Title",
        **{kind: f"{heading} {depth}" for depth, kind in enumerate(headings, start=1)},
        **{kind: prefix + kind.capitalize() for kind in NUMBERED},
    }


def _segments(
    kinds: Sequence[tree.Kind], levels: Mapping[tree.Kind, Level], *, annexes: bool
) -> dict[tree.Kind, int]:
    """The list of each kind: one whose numbers run on starts a list, in which nothing above restarts it.

    Word could say the same within one list, but LibreOffice does not heed it. In annexes numbers start again
    with each annex, which a list apart could not do.
    """
    segment = 0
    found = {}
    for kind in kinds:
        if kind in levels and levels[kind].runs_on and not annexes:
            segment += 1
        found[kind] = segment
    return found


def _word_labels(
    clauses: tuple[tree.Clause, ...], levels: Mapping[tree.Kind, Level], segments: Mapping[tree.Kind, int]
) -> Iterator[tuple[tree.Clause, str]]:
    """Each clause that gets a numbered style, with the label that Word's way of counting gives it."""
    kinds = list(segments)
    counts: Counter[str] = Counter()
    for clause in tree.walk(clauses):
        if clause.kind not in segments or is_unnumbered(clause):
            continue
        counts[clause.kind] += 1
        for above in kinds[: kinds.index(clause.kind)]:
            if segments[above] == segments[clause.kind] and not counts[above]:
                counts[above] = 1  # a level that is passed over counts as begun
        for below in kinds[kinds.index(clause.kind) + 1 :]:
            if segments[below] == segments[clause.kind]:
                counts[below] = 0
        yield clause, _label(levels.get(clause.kind), counts[clause.kind])


def _label(level: Level | None, number: int) -> str:
    return level.label.format(format_number(number, level.number)) + level.mark if level else ""
