"""What `make fuzz` runs for minutes, for a moment, with the same inputs each time."""

from random import Random

import pytest
from fuzz.targets import TARGETS


@pytest.mark.parametrize("count", [4, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", TARGETS)
def test_mutated_inputs_are_read_or_refused(name: str, count: int) -> None:
    random = Random(f"{name} {count}")  # noqa: S311 - the same each time
    results = [TARGETS[name].survives(TARGETS[name].input(random)) for _ in range(count)]
    assert len(results) == count


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_mutated_can_be_read(name: str) -> None:
    assert all(TARGETS[name].survives(seed) for seed in set(TARGETS[name].seeds()))
