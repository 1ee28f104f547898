"""Small pairs of texts, each with what is moved, split, merged, renumbered and reworded in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.comparison.notation import document

from treatydraft.comparison.pairing import linked
from treatydraft.comparison.result import Pair, Words
from treatydraft.comparison.revision import revision_links
from treatydraft.comparison.units import units

CASES = Path(__file__).parent / "kinds.txt"
CASE = re.compile(r"## (.*)\n((?:.*\n)*?)---\n((?:.*\n)*?)=>\n((?:(?!## ).*\n?)*)")


def cases() -> Iterator[tuple[str, str, str, str]]:
    for name, old, new, expected in CASE.findall(CASES.read_text("utf-8")):
        yield name, old, new, expected.strip()


def pairs(old: str, new: str) -> list[Pair]:
    olds, news = units(document(old, "old")), units(document(new, "new"))
    return [one.pair for one in linked(revision_links(olds, news), olds, news)]


def shown(pair: Pair) -> str:
    """`reworded: 3 → 3 “…”; material: …`, empty where nothing is to be said."""
    if pair.kinds == ("unchanged",) and not pair.differences:
        return ""
    places = " → ".join(side.place if side else "–" for side in (pair.old, pair.new))
    words = f" “{''.join(map(marked, pair.words))}”" if "reworded" in pair.kinds else ""
    notes = "".join(f"; {one.severity}: {one.message}" for one in pair.differences)
    return f"{', '.join(pair.kinds)}: {places}{words}{notes}"


def marked(run: Words) -> str:
    if run.op == "equal":
        return run.new
    return (f"[-{run.old}-]" if run.old else "") + (f"{{+{run.new}+}}" if run.new else "")


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in cases()], ids=[c[0] for c in cases()]
)
def test_what_changed_is_told_by_its_kind(old: str, new: str, expected: str) -> None:
    assert "\n".join(filter(None, map(shown, pairs(old, new)))) == expected


def test_there_are_many_cases() -> None:
    assert len(list(cases())) >= 40
