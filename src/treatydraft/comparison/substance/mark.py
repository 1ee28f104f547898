"""Marks, the things in a sentence that settle what it means, and which mark of one side answers which."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from treatydraft.comparison.substance.bare_words import BareWord, bare_words, covered

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
    by_words: bool = False  # a mark is only missing where its words are: they may just not have been known
    shared: int = 1  # of value, word before and word after, how many two must share to be counterparts


def counterparts(old: Stretch, new: Stretch, field: str, matching: Matching) -> list[Counterparts]:
    """The marks of a field in pairs, and those that only one side has, in order.

    A mark answers one with the same word before or after it, or with the same value. So `shall` answers
    the `may` in the same place, and not the `shall` in another.
    """
    mine, other = lacking(old, new, field, matching), lacking(new, old, field, matching)
    pairs = _by_score(old, new, mine, other, matching.shared) if matching.by_place else []
    scored = {id(mark) for pair in pairs for mark in pair}
    left = [mark for mark in mine if id(mark) not in scored]
    over = [mark for mark in other if id(mark) not in scored]
    pairs += _left_over(old, new, (left, over), field, matching) if matching.pairs else []
    paired = {id(mark) for pair in pairs for mark in pair}
    alone: list[Counterparts] = [(mark, None) for mark in mine if id(mark) not in paired]
    alone += [(None, mark) for mark in other if id(mark) not in paired]
    return [*pairs, *alone]


def lacking(here: Stretch, there: Stretch, field: str, matching: Matching) -> list[Mark]:
    """The marks of a field that may differ; of a list, those that the other side lacks, each once."""
    marks = here.of(field)
    if matching.by_place:
        return marks
    marks = _only_here(marks, there.of(field))
    if not matching.by_words:
        return marks
    text = f" {' '.join(word.key for word in there.words if not word.is_small)} "
    return [mark for mark in marks if f" {_weighty(mark, here)} " not in text]


def _weighty(mark: Mark, stretch: Stretch) -> str:
    words = (word for word in stretch.words if mark.start <= word.start < mark.end)
    return " ".join(word.key for word in words if not word.is_small)


def _only_here(marks: Sequence[Mark], others: Sequence[Mark]) -> list[Mark]:
    """The marks whose value the other side does not have, each value once."""
    known = {_value(mark) for mark in others}
    found = {_value(mark): mark for mark in reversed(marks) if _value(mark) not in known}
    return sorted(found.values(), key=lambda mark: mark.start)


def _value(mark: Mark) -> str:
    """What marks of a list are compared by: case, spelling and signs do not count."""
    return " ".join(word.key for word in bare_words(mark.said))


def _by_score(
    old: Stretch, new: Stretch, mine: Sequence[Mark], other: Sequence[Mark], shared: int
) -> list[Counterparts]:
    """The pairs that share value, word before or word after, those that share most first."""
    contexts, theirs = _contexts(old, mine), _contexts(new, other)
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


def swapped_in(old: Stretch, new: Stretch, field: str) -> tuple[Mark, Mark] | None:
    """The first mark whose place another value has taken, and that one: two names turned round.

    A list in another order is none: `Iceland and Norway` stand in one place.
    """
    mine, other = _placed(old, field), _placed(new, field)
    meeting = [(mark, one) for mark, place in mine for one, its in other if _meet(place, its)]
    staying = {mark.value for mark, one in meeting if mark.value == one.value}
    moved = (pair for pair in meeting if all(mark.value not in staying for mark in pair))
    return min(
        moved,
        key=lambda pair: (pair[0].start + pair[1].start, abs(pair[0].start - pair[1].start)),
        default=None,
    )


def _meet(place: tuple[str, str], other: tuple[str, str]) -> bool:
    return any(bool(word) and word == its for word, its in zip(place, other, strict=True))


def _placed(stretch: Stretch, field: str) -> list[tuple[Mark, tuple[str, str]]]:
    """The marks of a field, each with the words before and after it, over others of its kind and `and`."""
    joined = covered((one.start, one.end) for one in stretch.marks if one.field in (field, "conjunction"))
    rest = Stretch(tuple(word for word in stretch.words if not word.is_in(joined)), ())
    return [(mark, _nearest(rest.words, mark)) for mark in stretch.of(field)]


def _contexts(stretch: Stretch, marks: Sequence[Mark]) -> list[tuple[str, str]]:
    """The nearest words of weight before and after each mark."""
    weighty = [word for word in stretch.words if not word.is_small]
    return [_nearest(weighty, mark) for mark in marks]


def _nearest(words: Sequence[BareWord], mark: Mark) -> tuple[str, str]:
    """The nearest of the words before and after a mark."""
    before = bisect_right(words, mark.start, key=lambda word: word.end) - 1
    after = bisect_left(words, mark.end, key=lambda word: word.start)
    return words[before].key if before >= 0 else "", words[after].key if after < len(words) else ""


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
    theirs = _around(new, other, anchors)
    found: dict[int, int] = {}
    for place, (first, last) in enumerate(_around(old, mine, anchors)):
        for there, (before, after) in enumerate(theirs):
            is_near = (first and first == before) or (last and last == after)
            if is_near and there not in found.values():
                found[place] = there
                break
    return [(mine[place], other[there]) for place, there in found.items()]


def _anchors(old: Stretch, new: Stretch) -> frozenset[str]:
    """The words that both sides have exactly once."""
    mine, other = (Counter(word.key for word in side.words) for side in (old, new))
    return frozenset(key for key, count in mine.items() if count == 1 == other[key])


def _around(stretch: Stretch, marks: Sequence[Mark], anchors: frozenset[str]) -> list[tuple[str, str]]:
    """The nearest anchors before and after each mark."""
    words = [word for word in stretch.words if word.key in anchors]
    return [_nearest(words, mark) for mark in marks]
