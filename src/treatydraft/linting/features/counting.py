"""Clauses that stand side by side → the runs in which their labels count them, and the faults of a run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from treatydraft.document import tree
from treatydraft.document.house_style import NumberFormat
from treatydraft.document.labels import Label, read_label
from treatydraft.document.numbering import format_number

FaultKind: TypeAlias = Literal["repeat", "gap", "order", "restart"]

_MANY: Final = 4096  # labels of one text
_PRINTED: Final[tuple[NumberFormat, ...]] = ("lower-letter", "upper-letter", "lower-roman", "upper-roman")


@dataclass(frozen=True, slots=True)
class Counted:
    """A clause with the number that its label says."""

    clause: tree.Clause
    number: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one number of a run."""

    kind: FaultKind
    at: int  # in the run
    missing: tuple[int, ...] = ()  # the numbers that are left out before it


@lru_cache(maxsize=_MANY)
def label_of(label: str) -> Label | None:
    """What a label says; none for one that counts nothing, or a number put between two others: `5 bis`."""
    found = read_label(label) if label else None
    if found is None or not found.readings or any(map(str.isalnum, found.shape.partition("{}")[2])):
        return None
    return found


def family(label: Label) -> str:
    """The kind of its numbers, with what stands before the last of several: `lower`, `digits 2`."""
    number = label.number
    if number[0].isdecimal():
        return f"digits {number.rpartition('.')[0]}".rstrip()
    return "upper" if number.isupper() else "lower"


def runs(siblings: Sequence[tree.Clause]) -> Iterator[tuple[Counted, ...]]:
    """The runs of numbers among clauses that stand side by side.

    Numbers of one kind run on past clauses without a label, and past a label of another style that goes on
    counting; a clause without a label may lead into numbers that begin again.
    """
    held: dict[str, list[tuple[tree.Clause, Label]]] = {}
    led = False
    for clause in siblings:
        label = label_of(clause.label)
        if label is None:
            led = True
            continue
        key = family(label)
        before = held.get(key)
        if before and label.is_first and (led or before[-1][1].shape != label.shape):
            yield _counted(held.pop(key))
        held.setdefault(key, []).append((clause, label))
        led = False
    yield from map(_counted, held.values())


def _counted(run: Sequence[tuple[tree.Clause, Label]]) -> tuple[Counted, ...]:
    """The clauses with their numbers; a letter of another alphabet counts on from the one before it."""
    style = _style([label for _, label in run])
    counted: list[Counted] = []
    for clause, label in run:
        after = counted[-1].number + 1 if counted else 1
        numbers = (reading.number for reading in label.readings if reading.style == style)
        counted.append(Counted(clause, next(numbers, after)))
    return tuple(counted)


def _style(labels: Sequence[Label]) -> str:
    """The style in which most of the labels can be read, and in which they best follow one another."""
    styles = dict.fromkeys(reading.style for label in labels for reading in label.readings)
    return max(styles, key=lambda style: _fit(style, labels))


def _fit(style: str, labels: Sequence[Label]) -> tuple[int, int]:
    numbers = [one.number for label in labels for one in label.readings if one.style == style]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers), steps


def faults(numbers: Sequence[int], first: int = 1) -> Iterator[Fault]:
    """What is wrong with numbers that should count on from the first."""
    seen: set[int] = set()
    expected = first
    for at, number in enumerate(numbers):
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        if number == expected:
            expected += 1
        elif number in seen or number < first:
            if number == 1 and following == 2 and expected > 2:  # noqa: PLR2004 - after more than one number
                yield Fault("restart", at)
                seen, expected, first = set(), 2, 1
            else:
                yield Fault("repeat" if number in seen else "order", at)
                expected += following == expected + 1  # the number was meant to be the one that follows
        elif following == expected + 1 and number > expected:
            yield Fault("gap", at, (expected,))
            expected += 1
            continue
        elif set(range(expected, number)) <= set(numbers[at + 1 : at + 1 + number - expected]):
            yield Fault("order", at)
        else:
            yield Fault("gap", at, tuple(range(expected, number)))
            expected = number + 1
        seen.add(number)
        while expected in seen:
            expected += 1


# --- Runs of a whole text ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """A run of numbers with the number at which it should begin."""

    counted: tuple[Counted, ...]
    first: int
    begins_again: bool = False  # where the text otherwise counts on


def faulty(runs_of_text: Sequence[Run], *kinds: FaultKind) -> Iterator[tuple[Run, Fault]]:
    """The faults of these kinds in runs."""
    for run in runs_of_text:
        for fault in faults([one.number for one in run.counted], run.first):
            if fault.kind in kinds:
                yield run, fault


def all_runs(document: tree.Document) -> Iterator[Run]:
    """The runs of the body and of each annex, and that of the annexes themselves."""
    for run in runs(document.annexes):
        yield Run(run, 1)
    for forest in (document.body, *(annex.children for annex in document.annexes)):
        by_key: dict[tuple[str, str, str], list[tuple[tuple[Counted, ...], str]]] = {}
        for run, unit in _runs_below(forest, ""):
            by_key.setdefault(_key(run[0].clause), []).append((run, unit))
        for together in by_key.values():
            yield from _joined(together)


def _runs_below(siblings: Sequence[tree.Clause], unit: str) -> Iterator[tuple[tuple[Counted, ...], str]]:
    """The runs below a clause in the order of the page, each with the labelled clause that it stands in.

    Below a heading without a label, numbers begin again in one text and count on in another.
    """
    own = {run[0].clause.id: run for run in runs(siblings) if run}
    for clause in siblings:
        if clause.id in own:
            yield own[clause.id], unit
        yield from _runs_below(clause.children, clause.id if clause.label else unit)


def _key(clause: tree.Clause) -> tuple[str, str, str]:
    label = label_of(clause.label)
    return (clause.kind, label.shape, family(label)) if label else (clause.kind, "", "")


def _joined(together: Sequence[tuple[tuple[Counted, ...], str]]) -> Iterator[Run]:
    """The runs of one kind, told where each should begin: at one, or where the last ended."""
    ends = [run[-1].number for run, _ in together]
    firsts = [run[0].number for run, _ in together]
    going_on = sum(first == end + 1 > 1 for end, first in zip(ends, firsts[1:], strict=False))
    counts_on = going_on > firsts[1:].count(1)
    end, place = 0, ""
    for run, unit in together:
        continues = counts_on or (unit == place and run[0].number == end + 1)
        again = counts_on and end > 0 and run[0].number == 1
        yield Run(run, end + 1 if continues and not again else 1, again)
        end, place = max(one.number for one in run), unit


def shown(numbers: Sequence[int], like: Counted) -> str:
    """Numbers in the style in which a label counts: `3`, `c and d`, `iv to vii`."""
    style = _printed_style(like)
    printed = [format_number(number, style) for number in numbers]
    if len(printed) > 2:  # noqa: PLR2004 - more than both ends
        return f"{printed[0]} to {printed[-1]}"
    return " and ".join(printed)


def _printed_style(counted: Counted) -> NumberFormat:
    label = label_of(counted.clause.label)
    styles = [one.style for one in label.readings if one.number == counted.number] if label else []
    return next((known for known in _PRINTED if known in styles), "decimal")
