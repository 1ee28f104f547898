"""Each row of substance.yaml: what a clause and its counterpart say differently, in both directions."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from treatydraft.comparison.edits import edits
from treatydraft.comparison.result import Difference, Words
from treatydraft.comparison.substance import differences, graded
from treatydraft.comparison.tokens import tokens
from treatydraft.document import tree
from treatydraft.facts import vocabulary_of
from treatydraft.packs import find_pack

ROWS: Final = YAML(typ="safe").load((Path(__file__).parent / "substance.yaml").read_text(encoding="utf-8"))
VOCABULARY: Final = vocabulary_of(find_pack("security-agreement").vocabulary)
PARTIES: Final = (
    tree.Party("RU-R", "the Republic of Ruritania", "Ruritania"),
    tree.Party("IS", "Iceland", "Iceland"),
)
MIRRORED: Final = {
    "stronger": "weaker",
    "longer": "shorter",
    "more": "less",
    "earlier": "later",
    "wider": "narrower",
    "added": "dropped",
    "changed": "changed",
}
MIRRORED_BACK: Final = MIRRORED | {other: one for one, other in MIRRORED.items()}


def test_there_are_rows_and_half_of_them_are_near_misses() -> None:
    quiet = [row for row in ROWS if "says" not in row]
    assert len(ROWS) >= 90
    assert len(quiet) >= 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['old']} → {row['new']}")
def test_a_row_says(row: Mapping[str, Any]) -> None:
    found = said(row["old"], row["new"], row.get("cites", ()))
    assert sorted(map(short, found)) == sorted(expected(row))
    severity = graded(found, words(row["old"], row["new"]), row["old"], row["new"])
    assert severity == row.get("severity", "material" if "says" in row else "editorial")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['new']} → {row['old']}")
def test_sides_swapped_mirror_the_directions(row: Mapping[str, Any]) -> None:
    found = said(row["new"], row["old"], row.get("cites", ()))
    mirrored = [(field, new, old, MIRRORED_BACK[one]) for field, old, new, one in expected(row)]
    assert sorted(map(short, found)) == sorted(mirrored)


@pytest.mark.parametrize("text", sorted({row[side] for row in ROWS for side in ("old", "new")}))
def test_a_text_says_what_it_says_itself(text: str) -> None:
    assert said(text, text) == ()
    assert graded((), words(text, text), text, text) == "none"


def said(old: str, new: str, cites: Sequence[str] = ()) -> tuple[Difference, ...]:
    return differences(
        old, new, words(old, new), vocabulary=VOCABULARY, parties=(PARTIES, PARTIES), leave_out=cites
    )


def words(old: str, new: str) -> tuple[Words, ...]:
    mine, other = tokens(old), tokens(new)
    return tuple(
        Words(
            edit.op,
            "".join(mine[edit.old_start : edit.old_end]),
            "".join(other[edit.new_start : edit.new_end]),
        )
        for edit in edits(mine, other)
    )


def short(one: Difference) -> tuple[str, str, str, str]:
    return one.field, one.old, one.new, one.direction


def expected(row: Mapping[str, Any]) -> list[tuple[str, str, str, str]]:
    return [
        (field, _value(old), _value(new), direction) for field, old, new, direction in row.get("says", ())
    ]


def _value(text: str) -> str:
    return "" if text == "-" else text
