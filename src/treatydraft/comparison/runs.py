"""Pairs of places in two lists → the longest or heaviest of them that keep their order."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Pair: TypeAlias = tuple[int, int]


def increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs of which both members grow; the pairs come ordered by the first."""
    tails: list[int] = []  # the smallest second member with which a run of each length ends
    ends: list[int] = []
    before: list[int] = []
    for place, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [second]
        ends[length : length + 1] = [place]
    run: list[Pair] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        run.append(pairs[place])
        place = before[place]
    return run[::-1]


def heaviest(weights: Mapping[Pair, float]) -> list[Pair]:
    """The run of pairs of which both members grow that together weighs most.

    In O(n log n), with a tree of prefix maxima.

    >>> heaviest({(0, 0): 1.0, (1, 2): 1.5, (2, 1): 2.0, (3, 3): 1.0})
    [(0, 0), (2, 1), (3, 3)]
    """
    # Of one place in the first list the later partner comes first, so that it is never put upon the earlier.
    pairs = sorted(weights, key=lambda pair: (pair[0], -pair[1]))
    best = _PrefixMaxima(max((second for _, second in pairs), default=0) + 1)
    before: list[int] = []
    for place, pair in enumerate(pairs):
        weight, last = best.below(pair[1])
        before.append(last)
        best.put(pair[1], weight + weights[pair], place)
    run: list[Pair] = []
    place = best.below(best.size)[1]
    while place >= 0:
        run.append(pairs[place])
        place = before[place]
    return run[::-1]


class _PrefixMaxima:
    """The greatest weight that was put below a place, and what it belongs to: a Fenwick tree."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        found = (0.0, -1)
        while place > 0:
            found = max(found, self._best[place], key=lambda one: one[0])
            place -= place & -place
        return found

    def put(self, place: int, weight: float, owner: int) -> None:
        place += 1
        while place <= self.size:
            if weight > self._best[place][0]:
                self._best[place] = (weight, owner)
            place += place & -place
