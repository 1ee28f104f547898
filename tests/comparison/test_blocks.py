"""Blocks against blocks: every one has one fate, and what is the same stays together."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydraft.comparison.blocks import Alignment, Block, align, likeness
from treatydraft.comparison.runs import heaviest, increasing
from treatydraft.comparison.tokens import words

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "[Reserved]", "The Parties shall consult.", "It enters into force on signature."]
        ),
        st.lists(
            st.sampled_from(
                ["a", "party", "shall", "may", "consult", "fish", "port", "data", "of", "the", "within"]
            ),
            max_size=12,
        ).map(" ".join),
    ),
    max_size=14,
)


def blocks(lines: list[str]) -> list[Block]:
    return [Block(words(line), line) for line in lines]


def aligned(old: list[str], new: list[str]) -> Alignment:
    return align(blocks(old), blocks(new))


@given(LINES, LINES)
def test_each_block_has_one_fate(old: list[str], new: list[str]) -> None:
    found = aligned(old, new)
    olds = Counter([one.old for one in found.matches])
    news = Counter([one.new for one in found.matches])
    for whole, pieces in found.splits.items():
        olds[whole] += 1
        news.update(pieces)
    for whole, pieces in found.merges.items():
        news[whole] += 1
        olds.update(pieces)
    assert set(olds.values()) <= {1}
    assert set(news.values()) <= {1}
    assert set(olds) <= set(range(len(old)))
    assert set(news) <= set(range(len(new)))


@given(LINES, LINES)
def test_what_did_not_move_keeps_its_order(old: list[str], new: list[str]) -> None:
    stay = [one.old for one in aligned(old, new).matches if not one.moved]
    assert stay == sorted(stay)


@given(LINES)
def test_a_list_against_itself_is_all_the_same(lines: list[str]) -> None:
    matches = aligned(lines, lines).matches
    assert [(one.old, one.new, one.similarity) for one in matches] == [(n, n, 1.0) for n in range(len(lines))]


@given(LINES, LINES)
def test_only_what_is_the_same_is_wholly_alike(old: list[str], new: list[str]) -> None:
    for one in aligned(old, new).matches:
        assert (one.similarity == 1) == (old[one.old] == new[one.new])


def test_two_unrelated_long_lists_are_aligned_by_what_is_rare() -> None:
    old = [f"clause about matter{n} and thing{n % 7} of the Parties in year{n}" for n in range(400)]
    new = [f"clause about matter{n} and thing{n % 5} for the Parties in year{n}" for n in range(400, 0, -1)]
    pairs = {(one.old, one.new) for one in aligned(old, new).matches}
    assert len([1 for place, other in pairs if place + other == 400]) >= 380


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("a b c d", "a b c d", 1.0), ("a b c d", "a b x y", 0.5), ("a b", "c d", 0.0), ("", "a", 0.0)],
)
def test_likeness_is_the_share_of_common_words_in_order(old: str, new: str, expected: float) -> None:
    assert likeness(old.split(), new.split()) == pytest.approx(expected)


PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=9)


@given(PAIRS)
def test_the_heaviest_run_is_heaviest(pairs: list[tuple[int, int]]) -> None:
    weights = {pair: 1.0 + (pair[0] * 7 + pair[1] * 3) % 5 for pair in pairs}
    run = heaviest(weights)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(run))
    assert sum(weights[pair] for pair in run) == pytest.approx(_heaviest_by_trying(sorted(weights), weights))


def _heaviest_by_trying(pairs: list[tuple[int, int]], weights: dict[tuple[int, int], float]) -> float:
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        before = [best[one] for one in best if one[0] < pair[0] and one[1] < pair[1]]
        best[pair] = weights[pair] + max(before, default=0.0)
    return max(best.values(), default=0.0)


def test_the_longest_increasing_run() -> None:
    assert increasing([(0, 3), (1, 0), (2, 1), (3, 4), (4, 2)]) == [(1, 0), (2, 1), (4, 2)]
