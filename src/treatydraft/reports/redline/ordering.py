"""Units of both sides → what becomes of each, in the order in which the redline has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Final, Literal, TypeAlias

from treatydraft.comparison.blocks import Alignment, align
from treatydraft.comparison.runs import increasing
from treatydraft.reports.redline.units import Unit

Fate: TypeAlias = Literal["same", "deleted", "inserted", "moved from", "moved to"]
_Places: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]  # old units and new ones
_LONE: Final = ("deleted", "inserted", "moved from", "moved to")


@dataclass(frozen=True, slots=True)
class Step:
    """Old and new units in one place: one beside one, one beside its pieces, or one alone."""

    fate: Fate
    old: tuple[Unit, ...] = ()
    new: tuple[Unit, ...] = ()
    move: int = -1  # the number that both ends of a move have


def steps(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Step, ...]:
    """The steps; together they have every unit of both sides once.

    A text ends with a paragraph that stays: what is deleted or inserted behind it is done before its mark.
    """
    found = align([unit.block for unit in old], [unit.block for unit in new])
    return tuple(_settled(_ordered(found, old, new)))


def _ordered(found: Alignment, old: Sequence[Unit], new: Sequence[Unit]) -> list[Step]:
    """The steps in the order of the new units, the deleted ones after those that stood before them."""
    together: list[_Places] = [((one.old,), (one.new,)) for one in found.matches if not one.moved]
    together += [((whole,), pieces) for whole, pieces in found.splits.items()]
    together += [(pieces, (whole,)) for whole, pieces in found.merges.items()]
    beside: dict[int, Step] = {}  # by the first new unit
    after: dict[int, int] = {}  # old unit → the new unit behind which the next deleted one stands
    for olds, news in _in_order(together):
        step = Step("same", tuple(old[place] for place in olds), tuple(new[place] for place in news))
        if _go_together(step):
            beside[news[0]] = step
            after |= dict.fromkeys(olds, news[-1])
    gone: dict[int, Step] = {}
    for number, one in enumerate(found.matches):
        if one.moved and _is_movable(old[one.old]) and _is_movable(new[one.new]):
            beside[one.new] = Step("moved to", new=(new[one.new],), move=number)
            gone[one.old] = Step("moved from", old=(old[one.old],), move=number)
    return list(_woven(beside, gone, after, old, new))


def _in_order(together: Sequence[_Places]) -> Iterator[_Places]:
    """Those that keep their order: a paragraph that was moved and split is written anew."""
    by_first = {(olds[0], news[0]): (olds, news) for olds, news in together}
    yield from (by_first[pair] for pair in increasing(sorted(by_first)))


def _go_together(step: Step) -> bool:
    if len(step.old) == len(step.new) == 1:
        one, other = step.old[0], step.new[0]
        return one.kind == other.kind and one.ends_section == other.ends_section
    return _are_paragraphs([*step.old, *step.new])


def _woven(
    beside: dict[int, Step],
    gone: dict[int, Step],
    after: dict[int, int],
    old: Sequence[Unit],
    new: Sequence[Unit],
) -> Iterator[Step]:
    behind: dict[int, list[Step]] = {}
    last = -1
    for place, unit in enumerate(old):
        if place in after:
            last = max(last, after[place])
        else:
            behind.setdefault(last, []).append(gone.get(place, Step("deleted", old=(unit,))))
    yield from behind.get(-1, ())
    place = 0
    while place < len(new):
        step = beside.get(place, Step("inserted", new=(new[place],)))
        yield step
        for passed in range(place, place + len(step.new)):
            yield from behind.get(passed, ())
        place += len(step.new)


def _is_movable(unit: Unit) -> bool:
    return unit.kind == "paragraph" and not unit.ends_section and bool(unit.text.strip())


def _are_paragraphs(units: Sequence[Unit]) -> bool:
    return all(unit.kind == "paragraph" and not unit.ends_section for unit in units)


def _settled(found: Sequence[Step]) -> list[Step]:
    """The steps so that paragraphs which end a text or stand before a table share their mark.

    The last paragraph of a text cannot go, nor does Word join one with a table. So what is deleted or
    inserted there is done before the mark of a paragraph that stays, and is not moved.
    """
    ordered = list(_interleaved(found))
    moves = {step.move for tail in _tails(ordered) for step in tail if step.move >= 0}
    steady = [_unmoved(step) if step.move in moves else step for step in ordered]
    settled: list[Step] = []
    for step in steady:
        if not _is_plain(step):
            settled = _closed(settled)
        settled.append(step)
    return _ended(_closed(settled))


def _interleaved(found: Sequence[Step]) -> Iterator[Step]:
    """The steps with the paragraphs of both sides first wherever several stand alone."""
    for lone, group in groupby(found, key=lambda step: step.fate in _LONE):
        run = list(group)
        if not lone:
            yield from run
            continue
        sides = [step for step in run if step.old], [step for step in run if step.new]
        leading = [list(takewhile(_is_plain, side)) for side in sides]
        yield from (step for side in leading for step in side)
        yield from (step for side, first in zip(sides, leading, strict=True) for step in side[len(first) :])


def _tails(found: Sequence[Step]) -> Iterator[list[Step]]:
    """The lone paragraphs before each table, and at the end whatever stands alone."""
    for place, step in enumerate(found):
        if not _is_plain(step):
            yield _tail(found[:place])
    yield list(takewhile(lambda step: step.fate in _LONE, reversed(found)))


def _tail(found: Sequence[Step]) -> list[Step]:
    return list(takewhile(lambda step: step.fate in _LONE and _is_plain(step), reversed(found)))[::-1]


def _is_plain(step: Step) -> bool:
    return _are_paragraphs([*step.old, *step.new])


def _closed(found: list[Step]) -> list[Step]:
    """The steps before a table, or all of them, their last paragraph the same on both sides."""
    tail = _tail(found)
    if not tail:
        return found
    head = found[: len(found) - len(tail)]
    olds = [unit for step in tail for unit in step.old]
    news = [unit for step in tail for unit in step.new]
    if olds and news:
        return [*head, *_sharing(tail, olds[-1], news[-1])]
    if head and head[-1].fate == "same" and _is_plain(head[-1]):
        last = head[-1]
        return [*head[:-1], Step("same", (*last.old, *olds), (*last.new, *news))]
    return found


def _ended(found: list[Step]) -> list[Step]:
    """The steps of a whole text, where a table stands before a last paragraph that only one side has."""
    tail = list(takewhile(lambda step: step.fate in _LONE, reversed(found)))[::-1]
    head = found[: len(found) - len(tail)]
    olds = [unit for step in tail for unit in step.old]
    news = [unit for step in tail for unit in step.new]
    if olds and news:
        return [*head, *_sharing(tail, olds[-1], news[-1])]
    if not tail or not head or head[-1].fate != "same" or not _is_plain(head[-1]):
        return found
    # The paragraph before the table cannot go on behind it, so it is written anew.
    last = head[-1]
    lone = [Step("deleted", old=(unit,)) for unit in last.old]
    lone += [Step("inserted", new=(unit,)) for unit in last.new]
    return [*head[:-1], *_sharing([*lone, *tail], [*last.old, *olds][-1], [*last.new, *news][-1])]


def _sharing(tail: Sequence[Step], old: Unit, new: Unit) -> list[Step]:
    """Lone steps with the last units of both sides as one, where these are paragraphs."""
    if not _are_paragraphs([old, new]):
        return list(tail)
    rest = [step for step in tail if step.old != (old,) and step.new != (new,)]
    return [*rest, Step("same", (old,), (new,))]


def _unmoved(step: Step) -> Step:
    """A move as a deletion and an insertion."""
    return Step("deleted" if step.old else "inserted", step.old, step.new) if step.fate in _LONE else step
