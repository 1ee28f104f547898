"""Weights of pairs → the pairs that together weigh most, each member in one of them or in none.

Shortest augmenting paths over the pairs that have a weight, after Jonker and Volgenant: each new member of
the first list takes the best partner, and those that lose theirs find another as long as the sum grows. A
search ends as soon as it reaches a member without partner, so that the cost stays low where few compete.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TypeAlias

Pair: TypeAlias = tuple[int, int]


def heaviest_matching(weights: Mapping[Pair, float]) -> list[Pair]:
    """The pairs of the matching with the greatest sum; only pairs with a weight above nothing are taken.

    >>> heaviest_matching({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7, (2, 1): -0.1})
    [(0, 1), (1, 0)]
    """
    edges: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for (first, second), weight in sorted(weights.items()):
        if weight > 0:
            edges[first].append((second, -weight))
    matching = _Matching(edges)
    for first in edges:
        edges[first].append((_nobody(first), 0.0))
        matching.add(first)
    return sorted((first, second) for second, first in matching.partners.items() if second >= 0)


def _nobody(first: int) -> int:
    """The partner that stands for staying alone: each has its own."""
    return -1 - first


@dataclass(slots=True)
class _Matching:
    """A matching that is the best among those that were added, with the prices that prove it."""

    edges: Mapping[int, list[tuple[int, float]]]  # for the first their partners with what each costs
    partners: dict[int, int] = field(default_factory=dict)  # of the second
    prices: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))  # of the second
    paid: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))  # by the first

    def add(self, start: int) -> None:
        """Give one more of the first list a partner, and others another one where that is cheaper."""
        search = _Search(self, start)
        end = search.run()
        search.pay(end)
        second, taken = end, -1
        while taken != start:
            taken = search.come_from[second]
            left = search.held[taken] if taken != start else second
            self.partners[second] = taken
            second = left


@dataclass(slots=True)
class _Search:
    """The cheapest way from a member of the first list to one of the second that is free."""

    matching: _Matching
    start: int
    costs: dict[int, float] = field(default_factory=dict)  # to reach each of the second
    come_from: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)  # the partner that each of the first had
    done: list[int] = field(default_factory=list)

    def run(self) -> int:
        """The free one that is reached first."""
        matching = self.matching
        heap: list[tuple[float, int]] = []
        first, reached, closed = self.start, 0.0, set[int]()
        while True:
            for second, cost in matching.edges[first]:
                total = reached + cost - matching.paid[first] - matching.prices[second]
                if second not in closed and total < self.costs.get(second, float("inf")):
                    self.costs[second] = total
                    self.come_from[second] = first
                    heappush(heap, (total, second))
            reached, second = heappop(heap)
            while second in closed:
                reached, second = heappop(heap)
            closed.add(second)
            if second not in matching.partners:
                return second
            self.done.append(second)
            first = matching.partners[second]
            self.held[first] = second

    def pay(self, end: int) -> None:
        """Raise the prices by what the way has cost, so that no other is cheaper."""
        matching, whole = self.matching, self.costs[end]
        matching.paid[self.start] += whole
        for second in self.done:
            matching.paid[matching.partners[second]] += whole - self.costs[second]
            matching.prices[second] -= whole - self.costs[second]
