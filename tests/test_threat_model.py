"""Each thing that the threat model names is there: the module that stops it and the test that shows it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
ROWS = [
    line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| try", "| ---"))
]
NAMED = re.compile(r"`((?:src|fuzz)/[\w/]+\.py)`")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("row", ROWS)
def test_what_stops_it_and_what_shows_it_are_there(row: str) -> None:
    _, stops, shown = (cell.strip() for cell in row.strip("| ").split(" | "))
    modules, tests = NAMED.findall(stops), TEST.findall(shown)
    assert modules
    assert tests
    assert all((ROOT / module).is_file() for module in modules)
    for file, name in tests:
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_there_are_rows() -> None:
    assert len(ROWS) > 30
