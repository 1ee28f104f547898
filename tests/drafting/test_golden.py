"""Each spec in golden/ and in specs/ beside the outline of what is drafted from it."""

from pathlib import Path

import pytest
from tests.outlines import outline

from treatydraft import draft, load

GOLDEN = Path(__file__).parent / "golden"
SHIPPED = Path(__file__).parents[2] / "specs"
SPECS = sorted([*GOLDEN.glob("*.yaml"), *SHIPPED.glob("*.yaml")])


def test_there_are_golden_specs() -> None:
    assert len(SPECS) > 2


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_drafted_as_expected(path: Path, *, accept: bool) -> None:
    actual = outline(draft(load(path)))
    expected = GOLDEN / f"{path.stem}.txt"
    if accept:
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")
