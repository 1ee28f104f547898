"""The matching that weighs most is found, whatever the weights."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from treatydraft.comparison.matching import Pair, heaviest_matching

_PLACES = st.integers(0, 4)
_WEIGHTS = st.dictionaries(st.tuples(_PLACES, _PLACES), st.integers(-20, 100).map(lambda one: one / 100))


@given(_WEIGHTS)
def test_no_other_matching_weighs_more(weights: dict[Pair, float]) -> None:
    found = heaviest_matching(weights)
    assert len({first for first, _ in found}) == len({second for _, second in found}) == len(found)
    assert all(weights[pair] > 0 for pair in found)
    best = max(
        sum(max(0.0, weights.get((first, second), 0.0)) for first, second in enumerate(order))
        for order in permutations(range(5))
    )
    assert abs(sum(weights[pair] for pair in found) - best) < 1e-9
