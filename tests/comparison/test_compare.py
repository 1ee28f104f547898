"""Two whole texts against each other: what heads the summary, and what is no change."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.comparison.notation import document

from treatydraft import compare, draft, load
from treatydraft.comparison.result import Comparison, Mode, Pair
from treatydraft.document import tree

SPECS = Path(__file__).parents[2] / "specs"
US = SPECS / "us-ukraine-2024.yaml"


def edited(change: Callable[[str], str], spec: Path = US) -> tree.Document:
    """A draft of which a person changed words, so that it says no more where they came from."""

    def plain(clause: tree.Clause) -> tree.Clause:
        text = (tree.Text(change(tree.plain(clause.text))),) if clause.text else ()
        return tree.Clause(
            clause.kind, clause.id, clause.topic, clause.label, clause.heading, text, clause.children
        )

    return tree.map_clauses(draft(load(spec)), plain)


def changed(comparison: Comparison) -> list[Pair]:
    return list(comparison.changed)


def test_a_draft_is_what_its_spec_says() -> None:
    made = compare(US, draft(load(US)))
    assert (made.mode, changed(made)) == ("revision", [])


@pytest.mark.parametrize(
    ("old", "new", "field", "path", "direction"),
    [
        ("24 hours", "72 hours", "consultation.within", "consultation.within", "longer"),
        ("10 years", "5 years", "term.length", "term.length", "shorter"),
        ("6 months", "3 months", "termination.notice", "termination.notice", "shorter"),
        (" shall, at the request", " should, at the request", "obligation", "instrument.register", "weaker"),
        ("mutual written agreement", "decision of either Party", "wording", "term.extension.by", "changed"),
    ],
)
def test_an_edit_by_hand_is_material_and_names_the_field_of_the_spec(
    old: str, new: str, field: str, path: str, direction: str
) -> None:
    made = compare(US, edited(lambda text: text.replace(old, new)))
    told = [(one.field, one.spec_path, one.direction) for pair in changed(made) for one in pair.differences]
    assert {pair.severity for pair in changed(made)} == {"material"}
    assert (field, path, direction) in told


def test_a_clause_that_was_struck_names_the_fields_that_it_was_there_for() -> None:
    drafted = draft(load(US))
    body = tuple(clause for clause in drafted.body if clause.topic != "termination")
    made = compare(US, replace(drafted, body=body))
    paths = {one.spec_path for pair in changed(made) for one in pair.differences}
    assert "termination" in paths


def test_spelling_is_editorial() -> None:
    made = compare(US, edited(lambda text: text.replace("defense", "defence")))
    assert {pair.severity for pair in changed(made)} == {"editorial"}


def test_another_house_style_is_no_other_instrument() -> None:
    spec = load(US)
    british = spec.model_copy(update={"instrument": spec.instrument.model_copy(update={"house_style": "uk"})})
    made = compare(draft(spec), draft(british))
    assert made.mode == "revision"
    assert not [pair for pair in changed(made) if pair.severity == "material"]


def test_two_agreements_stand_clause_beside_clause() -> None:
    made = compare(US, SPECS / "japan-ukraine-2024.yaml", mode="parallel")
    beside = {(pair.old.topic, pair.new.topic) for pair in made.pairs if pair.old and pair.new}
    for topic in ("consultation", "term", "termination", "testimonium", "amendment", "entry-into-force"):
        assert (topic, topic) in beside
    told = [one for pair in made.pairs if pair.topic == "termination" for one in pair.differences]
    assert ("notification", "receipt") in {(one.old, one.new) for one in told}


def test_every_clause_of_both_texts_is_in_the_comparison() -> None:
    drafted = [draft(load(SPECS / f"{name}-ukraine-2024.yaml")) for name in ("us", "japan")]
    modes: tuple[Mode, ...] = ("revision", "parallel")
    for mode in modes:
        made = compare(drafted[0], drafted[1], mode=mode)
        sides = [[pair.old for pair in made.pairs], [pair.new for pair in made.pairs]]
        for found, side in zip(sides, drafted, strict=True):
            wanted = {clause.id for clause in tree.clauses(side) if clause.text or clause.heading}
            assert wanted <= {one.id for one in found if one is not None}


def test_a_clause_moved_into_an_annex_is_a_change_of_substance() -> None:
    old = document("Article 1 # Scope\n  1. Each Party shall keep a register of all of its vessels.\n")
    article = old.body[0]
    new = replace(old, body=(), annexes=(article,))
    made = compare(old, new, mode="revision")
    assert "moved from the body to the annex" in {
        one.message for pair in changed(made) for one in pair.differences
    }


def test_comments_are_not_compared_and_that_is_said() -> None:
    old = document("1. Each Party shall keep a register of its vessels.\n")
    note = tree.Note((tree.Text("why?"),), "comment", "A")
    remarked = tree.map_clauses(
        old,
        lambda one: (
            one if not one.text else tree.Clause(one.kind, one.id, text=(*one.text, note), label=one.label)
        ),
    )
    made = compare(old, remarked)
    assert changed(made) == []
    assert any("1 comment" in note for note in made.notes)
