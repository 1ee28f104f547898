"""Units of both sides → what becomes of each, in the order in which the redline has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
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
    return tuple(_with_last(_ordered(found, old, new)))


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


def _with_last(found: list[Step]) -> list[Step]:
    """The steps so that the last paragraph of both sides is one and the same."""
    tail = list(takewhile(lambda step: step.fate in _LONE, reversed(found)))[::-1]
    if not tail:
        return found
    moves = {step.move for step in tail if step.move >= 0}
    steady = [_unmoved(step) if step.move in moves else step for step in found]
    head, tail = steady[: len(steady) - len(tail)], steady[len(steady) - len(tail) :]
    olds = [unit for step in tail for unit in step.old]
    news = [unit for step in tail for unit in step.new]
    if olds and news:
        return [*head, *_ended(tail, olds[-1], news[-1])]
    last = head[-1] if head else Step("deleted")
    if last.fate != "same" or not _are_paragraphs([*last.old, *last.new]):
        return steady
    if _are_paragraphs([*olds, *news]):
        return [*head[:-1], Step("same", (*last.old, *olds), (*last.new, *news))]
    # A table stands between: the paragraph before it cannot go on behind it, so it is written anew.
    lone = [Step("deleted", old=(unit,)) for unit in last.old]
    lone += [Step("inserted", new=(unit,)) for unit in last.new]
    return [*head[:-1], *_ended([*lone, *tail], [*last.old, *olds][-1], [*last.new, *news][-1])]


def _ended(tail: Sequence[Step], old: Unit, new: Unit) -> list[Step]:
    """Lone steps with their last units as one, where both are paragraphs."""
    if not _are_paragraphs([old, new]):
        return list(tail)
    rest = [step for step in tail if step.old != (old,) and step.new != (new,)]
    return [*rest, Step("same", (old,), (new,))]


def _unmoved(step: Step) -> Step:
    """A move as a deletion and an insertion."""
    return Step("deleted" if step.old else "inserted", step.old, step.new) if step.fate in _LONE else step
