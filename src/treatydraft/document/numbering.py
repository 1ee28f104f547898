"""Give every clause its label and every reference its words, once, so that all writers agree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle, Level, NumberFormat

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class UnknownTargetError(ValueError):
    """A reference points to a clause that the document does not have."""

    def __init__(self, target_id: str, source_id: str) -> None:
        super().__init__(f"clause {source_id!r} refers to {target_id!r}, which the document does not have")
        self.target_id = target_id
        self.source_id = source_id


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a clause inside a citation: Word prints it as a field that follows its target."""

    target_id: str
    text: str  # `Article II`, `3`, `(a)`: what a REF field to the clause prints


Citation = tuple[str | Number, ...]


def numbered(document: tree.Document) -> tree.Document:
    """The same document with labels and the text of references filled in.

    Raises `UnknownTargetError` where a reference points nowhere.
    """
    style = document.house_style
    labelled = replace(
        document,
        body=_label_forest(document.body, style.levels, style),
        annexes=_label_annexes(document.annexes, style),
    )
    citations = _Citations(labelled)
    return tree.map_clauses(labelled, citations.resolve)


def citation(document: tree.Document, target_id: str, source_id: str) -> Citation:
    """How the clause `source_id` of a numbered document cites `target_id`, piece by piece."""
    return _Citations(document).cite(target_id, source_id)


def citations_of(document: tree.Document) -> Callable[[str, str], Citation]:
    """The function `citation` for one document, for who asks it about many clauses."""
    return _Citations(document).cite


def format_number(number: int, style: NumberFormat) -> str:
    """A number from 1 as Word prints it; letters past z repeat: aa, bb.

    >>> [format_number(n, "upper-roman") for n in (4, 9, 14)]
    ['IV', 'IX', 'XIV']
    >>> [format_number(n, "lower-letter") for n in (1, 26, 27, 53)]
    ['a', 'z', 'aa', 'aaa']
    """
    match style:
        case "decimal":
            return str(number)
        case "upper-roman":
            return _roman(number).upper()
        case "lower-roman":
            return _roman(number)
        case "upper-letter":
            return _letters(number).upper()
        case "lower-letter":
            return _letters(number)
        case "none":
            return ""
        case _:
            assert_never(style)


def level_for(kind: str, levels: tuple[Level, ...]) -> Level | None:
    """The level of a house style that numbers clauses of this kind."""
    return next((level for level in levels if level.kind == kind), None)


def annex_levels(style: HouseStyle, annexes: int) -> tuple[Level, ...]:
    """The levels inside annexes; one annex alone carries no number: `Annex`."""
    if annexes != 1:
        return style.annex_levels
    return tuple(
        replace(
            level,
            number="none",
            label=level.label.replace("{}", "").strip(),
            cite=level.cite.replace("{}", "").strip(),
        )
        if level.kind == "annex"
        else level
        for level in style.annex_levels
    )


def _roman(number: int) -> str:
    digits = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def _letters(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _label_forest(
    clauses: tuple[tree.Clause, ...], levels: tuple[Level, ...], style: HouseStyle
) -> tuple[tree.Clause, ...]:
    running: dict[str, int] = {}
    return _label_siblings(clauses, levels, style, running)


def _label_annexes(annexes: tuple[tree.Clause, ...], style: HouseStyle) -> tuple[tree.Clause, ...]:
    levels = annex_levels(style, len(annexes))
    counts = {"annex": 0}
    labelled = []
    for annex in annexes:
        label = _next_label(annex, levels, counts, counts)
        inside = _label_siblings(annex.children, levels, style, {})
        labelled.append(replace(annex, label=label, children=inside))
    return tuple(labelled)


def _label_siblings(
    clauses: tuple[tree.Clause, ...], levels: tuple[Level, ...], style: HouseStyle, running: dict[str, int]
) -> tuple[tree.Clause, ...]:
    fresh: dict[str, int] = {}
    labelled = []
    for clause in clauses:
        label = "" if _stands_alone(clause, clauses, style) else _next_label(clause, levels, fresh, running)
        children = _label_siblings(clause.children, levels, style, running)
        labelled.append(replace(clause, label=label, children=children))
    return tuple(labelled)


def _stands_alone(clause: tree.Clause, siblings: tuple[tree.Clause, ...], style: HouseStyle) -> bool:
    if clause.kind != "paragraph" or style.number_lone_paragraph:
        return False
    return sum(sibling.kind == "paragraph" for sibling in siblings) == 1


def _next_label(
    clause: tree.Clause, levels: tuple[Level, ...], fresh: dict[str, int], running: dict[str, int]
) -> str:
    level = level_for(clause.kind, levels)
    if level is None:
        return ""
    counts = running if level.runs_on else fresh
    counts[clause.kind] = counts.get(clause.kind, 0) + 1
    return level.label.replace("{}", format_number(counts[clause.kind], level.number)) + level.mark


class _Citations:
    """The way from the top of the document to each clause, from which citations are made."""

    def __init__(self, document: tree.Document) -> None:
        style = document.house_style
        self._paths: dict[str, tuple[tree.Clause, ...]] = {}
        self._levels: dict[str, Level | None] = {}
        for clauses, levels in (
            (document.body, style.levels),
            (document.annexes, annex_levels(style, len(document.annexes))),
        ):
            for path in _paths(clauses, ()):
                self._paths[path[-1].id] = path
                self._levels[path[-1].id] = level_for(path[-1].kind, levels)
        self._unit = style.unit

    def resolve(self, clause: tree.Clause) -> tree.Clause:
        return replace(
            clause, text=tree.map_pieces(clause.text, lambda piece: self._resolved(piece, clause.id))
        )

    def _resolved(self, piece: tree.Inline, source_id: str) -> tree.Inline:
        if not isinstance(piece, tree.Reference):
            return piece
        cited = self.cite(piece.target_id, source_id)
        words = "".join(part if isinstance(part, str) else part.text for part in cited)
        return tree.Reference(piece.target_id, words)

    def cite(self, target_id: str, source_id: str) -> Citation:
        if target_id not in self._paths:
            raise UnknownTargetError(target_id, source_id)
        path = self._paths[target_id]
        unit = self._unit_on(path)
        if unit is None or unit.id not in {clause.id for clause in self._paths.get(source_id, ())}:
            return tuple(self._pieces(path, within=False)) or (_heading_on(path),)
        below = tuple(self._pieces(path[path.index(unit) + 1 :], within=True))
        this = f"this {'Annex' if unit.kind == 'annex' else self._unit}"
        return (*below, f" of {this}") if below else (this,)

    def _unit_on(self, path: tuple[tree.Clause, ...]) -> tree.Clause | None:
        """The clause on this path that calls itself `this Article`; it need not be the topmost one."""
        return next((clause for clause in path if clause.kind == "annex" or self._is_unit(clause)), None)

    def _is_unit(self, clause: tree.Clause) -> bool:
        level = self._levels[clause.id]
        return level is not None and self._unit in level.cite

    def _pieces(self, path: tuple[tree.Clause, ...], *, within: bool) -> Iterator[str | Number]:
        for position, clause in enumerate(clause for clause in path if clause.label):
            level = self._levels[clause.id]
            if level is None:
                continue
            pattern = level.cite_within if within and position == 0 else level.cite
            number = clause.label.removesuffix(level.mark) if level.mark else clause.label
            yield from _cited(pattern, level, number, clause.id)


def _cited(pattern: str, level: Level, number: str, target_id: str) -> Iterator[str | Number]:
    """Split `, paragraph {}` into its words and the number that follows the target.

    What the label prints around the number belongs to the field: with the label `Article {}` the citation
    `Article {}` is all field, with the label `({})` the citation `({})` is too. A citation that prints the
    number otherwise than the label does, `Art. {}`, is words only.
    """
    before, found, after = pattern.partition(level.label or "{}")
    if found:
        yield from (piece for piece in (before, Number(target_id, number), after) if piece)
    elif pattern:
        opening, _, closing = level.label.partition("{}")
        yield pattern.replace("{}", number.removeprefix(opening).removesuffix(closing))


def _heading_on(path: tuple[tree.Clause, ...]) -> str:
    """How a text without numbers is cited: by the heading nearest to the target."""
    return next((f"“{clause.heading}”" for clause in reversed(path) if clause.heading), "")


def _paths(
    clauses: tuple[tree.Clause, ...], above: tuple[tree.Clause, ...]
) -> Iterator[tuple[tree.Clause, ...]]:
    for clause in clauses:
        path = (*above, clause)
        yield path
        yield from _paths(clause.children, path)
