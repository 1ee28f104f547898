"""A finding is placed where a person finds it: in the line of the spec, or in the paragraph of the file."""

from pathlib import Path

import pytest
from tests.linting.drafts import with_clause

from treatydraft import api
from treatydraft.linting import Settings
from treatydraft.linting.report import Report

FIGURES = Settings(select=("TD501",))
CLAUSE = (
    "[#first] The Parties shall report twice a year.\n\n[#second] Each report shall cover six (9) months."
)


def linted(tmp_path: Path, text: str, name: str = "spec.yaml") -> Report:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return api.lint(file, settings=FIGURES)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (CLAUSE, "six (9)"),
        ("[#first] The Parties shall report\nevery six\n(9) months.", "six\n"),
        ("[#first] It is called “six (9)” here.", "six (9)"),
    ],
    ids=["one-line", "over-two-lines", "in-quotes"],
)
def test_words_of_a_clause_have_their_own_line(tmp_path: Path, clause: str, words: str) -> None:
    source = with_clause(clause)
    [one] = linted(tmp_path, source).findings
    assert one.field == "clauses[0].text"
    assert one.in_spec
    before = source[: source.index(words)]
    assert (one.in_spec.line, one.in_spec.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )
    assert one.in_spec.exact


def test_words_that_stand_twice_are_placed_at_their_field(tmp_path: Path) -> None:
    source = with_clause("[#a] For six (9) months.\n\n[#b] For six (9) months.")
    places = [one.in_spec for one in linted(tmp_path, source).findings]
    line = source[: source.index("    text: |\n      [#a]")].count("\n") + 1
    assert [(place.line, place.exact) for place in places if place] == [(line, None)] * 2


def test_words_of_another_field(tmp_path: Path) -> None:
    source = with_clause("[#first] They shall report.").replace(
        "title: Bilateral Security Agreement", "title: Agreement of ten (9) Articles"
    )
    [one] = linted(tmp_path, source).findings
    assert one.field == "instrument.title"
    assert one.in_spec
    assert one.in_spec.exact


def test_a_received_file_gives_clause_and_paragraph(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(with_clause(CLAUSE), encoding="utf-8")
    received = tmp_path / "received.docx"
    received.write_bytes(api.job(spec).render("docx"))
    [one] = api.lint(received, settings=FIGURES).findings
    assert one.in_spec is None
    assert one.finding.label == "Article IV.2"
    assert one.finding.place.startswith("paragraph ")
    assert one.finding.evidence == "six (9)"


def test_doubled_spaces_of_a_word_file_are_seen(tmp_path: Path) -> None:
    """A reader joins spaces, since they are no part of the text; it says where they stood."""
    spec = tmp_path / "spec.yaml"
    words = "[#first] The Parties shall  report.  They shall\u00a0 meet."
    spec.write_text(with_clause(words), encoding="utf-8")
    received = tmp_path / "received.docx"
    received.write_bytes(api.job(spec).render("docx"))
    found = api.lint(received, settings=Settings(select=("TD906",))).findings
    assert [one.finding.evidence for one in found] == ["shall report", "shall meet"]
