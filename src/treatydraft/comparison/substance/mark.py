"""Marks, the things in a sentence that settle what it means, and which mark of one side answers which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from treatydraft.comparison.substance.bare_words import BareWord

Counterparts: TypeAlias = tuple["Mark | None", "Mark | None"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One typed thing; marks of no field are words that mean nothing, and citations of clauses."""

    field: str
    value: str
    start: int
    end: int
    words: str
    bound: str = ""  # of a measure: `at least`, `up to`, `about`, `by`
    by: frozenset[str] = frozenset()  # of an obligation: the parties who owe it
    is_future: bool = False  # of an obligation: it says what holds anyway

    @property
    def said(self) -> str:
        """The value with its bound."""
        return f"{self.bound} {self.value}".lstrip()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The corresponding sentences of one side: their bare words and their marks, in order."""

    words: tuple[BareWord, ...]
    marks: tuple[Mark, ...]

    def of(self, field: str) -> list[Mark]:
        """Its marks of one field."""
        return [mark for mark in self.marks if mark.field == field]


@dataclass(frozen=True, slots=True)
class Matching:
    """How the marks of a field find one another."""

    by_place: bool = True  # where they stand counts; else only what they say: a list in any order
    alone: bool = True  # the only one on each side are counterparts wherever they stand
    pairs: bool = True  # one may stand for another at all
    shared: int = 1  # of value, word before and word after, how many two must share to be counterparts


def counterparts(old: Stretch, new: Stretch, field: str, matching: Matching) -> list[Counterparts]:
    """The marks of a field in pairs, and those that only one side has, in order.

    A mark answers one with the same word before or after it, or with the same value. So `shall` answers
    the `may` in the same place, and not the `shall` in another.
    """
    mine, other = old.of(field), new.of(field)
    if not matching.by_place:
        mine, other = _only_here(mine, other), _only_here(other, mine)
    pairs = _by_score(old, new, mine, other, matching.shared) if matching.by_place else []
    left = [mark for mark in mine if all(mark is not one for one, _ in pairs)]
    over = [mark for mark in other if all(mark is not one for _, one in pairs)]
    pairs += _left_over(old, new, (left, over), field, matching) if matching.pairs else []
    paired = [mark for pair in pairs for mark in pair]
    alone: list[Counterparts] = [(mark, None) for mark in mine if not _is_among(mark, paired)]
    alone += [(None, mark) for mark in other if not _is_among(mark, paired)]
    return [*pairs, *alone]


def _is_among(mark: Mark, others: Sequence[Mark | None]) -> bool:
    return any(mark is other for other in others)


def _only_here(marks: Sequence[Mark], others: Sequence[Mark]) -> list[Mark]:
    """The marks whose value the other side does not have, each value once."""
    known = {mark.said.casefold() for mark in others}
    found = {mark.said.casefold(): mark for mark in reversed(marks) if mark.said.casefold() not in known}
    return sorted(found.values(), key=lambda mark: mark.start)


def _by_score(
    old: Stretch, new: Stretch, mine: Sequence[Mark], other: Sequence[Mark], shared: int
) -> list[Counterparts]:
    """The pairs that share value, word before or word after, those that share most first."""
    contexts = [_context(old, mark) for mark in mine]
    theirs = [_context(new, mark) for mark in other]
    scored = sorted(
        (-_score(mark, one, contexts[place], theirs[there]), abs(place - there), place + there, place, there)
        for place, mark in enumerate(mine)
        for there, one in enumerate(other)
    )
    taken: set[int] = set()
    found: dict[int, int] = {}
    for score, _, _, place, there in scored:
        if -score >= shared and place not in found and there not in taken:
            found[place] = there
            taken.add(there)
    return [(mine[place], other[there]) for place, there in sorted(found.items())]


def _score(mark: Mark, other: Mark, context: tuple[str, str], theirs: tuple[str, str]) -> int:
    same = sum(bool(mine) and mine == its for mine, its in zip(context, theirs, strict=True))
    return (mark.said == other.said) + same


def _context(stretch: Stretch, mark: Mark) -> tuple[str, str]:
    """The nearest word of weight before and after a mark."""
    before = next(
        (one.key for one in reversed(stretch.words) if one.end <= mark.start and not one.is_small), ""
    )
    after = next((one.key for one in stretch.words if one.start >= mark.end and not one.is_small), "")
    return before, after


def _left_over(
    old: Stretch, new: Stretch, left: tuple[Sequence[Mark], Sequence[Mark]], field: str, matching: Matching
) -> list[Counterparts]:
    """The pairs among the marks that share nothing themselves: those between the same words."""
    mine, other = left
    only = not matching.by_place or len(old.of(field)) == 1 == len(new.of(field))
    if matching.alone and only and len(mine) == 1 == len(other):
        return [(mine[0], other[0])]
    if not mine or not other:
        return []
    anchors = _anchors(old, new)
    places = [(_around(old, mark, anchors), mark) for mark in mine]
    found: list[Counterparts] = []
    rest = list(other)
    for (first, last), mark in places:
        for one in rest:
            before, after = _around(new, one, anchors)
            if (first and first == before) or (last and last == after):
                found.append((mark, one))
                rest.remove(one)
                break
    return found


def _anchors(old: Stretch, new: Stretch) -> frozenset[str]:
    """The words that both sides have exactly once."""
    mine, other = ([word.key for word in side.words] for side in (old, new))
    return frozenset(key for key in mine if mine.count(key) == 1 == other.count(key))


def _around(stretch: Stretch, mark: Mark, anchors: frozenset[str]) -> tuple[str, str]:
    """The nearest anchors before and after a mark."""
    before = (one.key for one in reversed(stretch.words) if one.end <= mark.start and one.key in anchors)
    after = (one.key for one in stretch.words if one.start >= mark.end and one.key in anchors)
    return next(before, ""), next(after, "")
