"""Words that changed in a text that a spec drafted → the fields of the spec that no longer hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from treatydraft.comparison.result import Difference, Direction, Severity, Words
from treatydraft.comparison.substance import differences
from treatydraft.comparison.units import Unit
from treatydraft.document import tree

_REGISTER: Final = "instrument.register"  # the field that chooses the word for an obligation
_NAMING: Final = ("parties", "references")  # fields that are named all over a text, which settle no clause


@dataclass(frozen=True, slots=True)
class Drift:
    """A value of the spec that the other text does not have in this place."""

    spec_path: str
    value: str  # as the spec's text has it
    instead: str  # what stands there in the other text, empty where nothing does


def drifted(unit: Unit, words: Sequence[Words], *, is_old: bool) -> tuple[Drift, ...]:
    """The values of a drafted clause that its counterpart changed, each once.

    Args:
        unit: The clause that was drafted.
        words: Its words against those of its counterpart.
        is_old: Whether the drafted clause is the older of the two.
    """
    runs = list(_runs(words, is_old=is_old))
    found = []
    for start, end, path, text in _values(unit):
        instead = "".join(_instead(runs, start, end)).strip()
        if instead != text.strip():
            found.append(Drift(path, text, instead))
    return tuple(dict.fromkeys(found))


def dropped(unit: Unit) -> tuple[str, ...]:
    """The fields of the spec that a drafted clause was there for, when it is gone: `consultation`, `term`."""
    paths = (path.partition(".")[0].partition("[")[0] for _, _, path, _ in _values(unit))
    return tuple(dict.fromkeys(path for path in paths if path not in _NAMING))


def with_spec_paths(differences: Sequence[Difference], drifts: Sequence[Drift]) -> tuple[Difference, ...]:
    """The differences, each with the field that it breaks, and the broken fields of which none speaks."""
    placed = [_placed(difference, drifts) for difference in differences]
    told = {difference.spec_path for difference in placed}
    rest = (_as_difference(drift) for drift in drifts if drift.spec_path not in told)
    return (*placed, *rest)


def _placed(difference: Difference, drifts: Sequence[Drift]) -> Difference:
    if difference.spec_path:
        return difference
    for drift in drifts:
        if _speaks_of(difference, drift):
            return replace(difference, spec_path=drift.spec_path)
    return replace(difference, spec_path=_REGISTER) if difference.field == "obligation" else difference


def _speaks_of(difference: Difference, drift: Drift) -> bool:
    words = (difference.old_words or difference.old).casefold()
    value = drift.value.casefold()
    return bool(words) and (words in value or value in words)


def _as_difference(drift: Drift) -> Difference:
    path, value, instead = drift.spec_path, drift.value, drift.instead
    message = f"{path}: {value} → {instead}" if instead else f"{path}: {value} is not there"
    severity: Severity = "material" if not instead or differences(value, instead) else "editorial"
    direction: Direction = "changed" if instead else "dropped"
    return Difference(path, value, instead, direction, severity, message, value, instead, path)


@dataclass(frozen=True, slots=True)
class _Run:
    """Drafted words, where they stand, and what stands there in the other text."""

    start: int
    own: str
    other: str
    is_equal: bool


def _runs(words: Sequence[Words], *, is_old: bool) -> Iterator[_Run]:
    at = 0
    for run in words:
        own, other = (run.old, run.new) if is_old else (run.new, run.old)
        yield _Run(at, own, other, run.op == "equal")
        at += len(own)


def _instead(runs: Sequence[_Run], start: int, end: int) -> Iterator[str]:
    """What stands in the other text where the drafted one has the words from start to end."""
    for run in runs:
        last = run.start + len(run.own)
        if run.is_equal:
            yield run.own[max(0, start - run.start) : max(0, end - run.start)]
        elif run.start < end and start < last:
            yield run.other


def _values(unit: Unit) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, field and words of each value; neighbours of one field are one."""
    at = len(unit.side.heading) + 1 if unit.side.heading and unit.side.plain else len(unit.side.heading)
    placed = []
    for piece in tree.leaves(unit.text):
        words = tree.plain((piece,))
        placed.append((at, at + len(words), getattr(piece, "spec_path", ""), words))
        at += len(words)
    for path, group in groupby(placed, key=lambda one: one[2]):
        same = list(group)
        text = "".join(words for *_, words in same)
        if path and text:
            yield same[0][0], same[-1][1], path, text
