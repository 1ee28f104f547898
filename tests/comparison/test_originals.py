"""Two originals of one agreement differ in the order of parties and languages, and in nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.comparison.revisions import compared

from treatydraft import draft, load
from treatydraft.comparison.originals import as_originals, one_order
from treatydraft.comparison.result import Comparison
from treatydraft.document import tree

SPECS = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))
NAMES = ("the Republic of Arcadia", "Arcadia", "Borduria")


def originals(spec: Path) -> tuple[tree.Document, tree.Document]:
    loaded = load(spec)
    first, second = (party.id for party in loaded.parties[:2])
    return draft(loaded, alternat=first), draft(loaded, alternat=second)


def as_one(old: tree.Document, new: tree.Document) -> Comparison:
    return as_originals(compared(old, new), (old, new))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_the_originals_of_every_spec_are_one_text(spec: Path) -> None:
    old, new = originals(spec)
    assert compared(old, new).changed
    assert as_one(old, new).changed == ()


def _shorter(text: str) -> str:
    return text.replace("six", "three").replace("6 months", "3 months").replace("10 years", "5 years")


def _softer(text: str) -> str:
    return text.replace(" shall ", " should ").replace(" will ", " may ")


@pytest.mark.parametrize("change", [_shorter, _softer])
@pytest.mark.parametrize("spec", SPECS[-1:], ids=lambda spec: spec.stem)
def test_whatever_else_differs_is_told(spec: Path, change: Callable[[str], str]) -> None:
    old, new = originals(spec)

    def edited(clause: tree.Clause) -> tree.Clause:
        text = tree.Text(change(tree.plain(clause.text)))
        return tree.Clause(
            clause.kind, clause.id, clause.topic, clause.label, clause.heading, (text,), clause.children
        )

    changed = as_one(old, tree.map_clauses(new, edited)).changed
    assert changed
    assert all(pair.new is not None and pair.new.kind != "title" for pair in changed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("between Arcadia and Borduria", "between Borduria and Arcadia"),
        ("The Republic of Arcadia and Borduria", "Borduria and the Republic of Arcadia"),
        (
            "The Republic of Arcadia (hereinafter “Arcadia”) and Borduria (hereinafter “the Parties”)",
            "Borduria (hereinafter “the Parties”) and the Republic of Arcadia (hereinafter “Arcadia”)",
        ),
        ("in the English and French languages", "in the French and English languages"),
        ("in English, French and Dutch", "in Dutch, English and French"),
    ],
)
def test_lists_of_parties_and_languages_have_one_order(one: str, other: str) -> None:
    assert one_order(one, NAMES) == one_order(other, NAMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Arcadia shall assist Borduria", "Borduria shall assist Arcadia"),
        ("Arcadia and Borduria may act", "Arcadia or Borduria may act"),
        ("the English text prevails over the French one", "the French text prevails over the English one"),
    ],
)
def test_other_orders_mean_something(one: str, other: str) -> None:
    assert one_order(one, NAMES) != one_order(other, NAMES)
