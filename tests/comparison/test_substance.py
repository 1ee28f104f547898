"""Each row of substance.yaml: what a clause and its counterpart say differently, in both directions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML
from tests.comparison.saying import MIRRORED, said, short, words

from treatydraft.comparison.substance import graded

ROWS: Final = YAML(typ="safe").load((Path(__file__).parent / "substance.yaml").read_text(encoding="utf-8"))


def test_there_are_rows_and_many_of_them_are_near_misses() -> None:
    assert len(ROWS) >= 130
    assert sum("says" not in row for row in ROWS) >= 60


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['old']} → {row['new']}")
def test_a_row_says(row: Mapping[str, Any]) -> None:
    found = said(row["old"], row["new"], row.get("cites", ()))
    assert sorted(map(short, found)) == sorted(_expected(row))
    severity = graded(found, words(row["old"], row["new"]), row["old"], row["new"])
    assert severity == row.get("severity", "material" if "says" in row else "editorial")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['new']} → {row['old']}")
def test_sides_swapped_mirror_the_directions(row: Mapping[str, Any]) -> None:
    found = said(row["new"], row["old"], row.get("cites", ()))
    mirrored = [(field, new, old, MIRRORED[one]) for field, old, new, one in _expected(row)]
    assert sorted(map(short, found)) == sorted(mirrored)


@pytest.mark.parametrize("text", sorted({row[side] for row in ROWS for side in ("old", "new")}))
def test_a_text_says_what_it_says_itself(text: str) -> None:
    assert said(text, text) == ()
    assert graded((), words(text, text), text, text) == "none"


def _expected(row: Mapping[str, Any]) -> list[tuple[str, str, str, Any]]:
    return [(field, _value(old), _value(new), one) for field, old, new, one in row.get("says", ())]


def _value(text: str) -> str:
    return "" if text == "-" else text
