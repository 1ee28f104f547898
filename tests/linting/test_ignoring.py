"""A place is left alone where a comment says so and gives a reason."""

from pathlib import Path

import pytest
from tests.linting.drafts import with_clause
from tests.linting.notation import text_of

from treatydraft import api
from treatydraft.linting import Settings
from treatydraft.linting.report import report

CLAUSE = "[#first] The Parties shall report for six (9) months."
FIGURES = Settings(select=("TD501",))


@pytest.mark.parametrize(
    ("comment", "ignored"),
    [
        ("# treatydraft: ignore TD501 because the annex explains the two numbers", True),
        ("# treatydraft: ignore td501 because the annex explains the two numbers", True),
        ("# treatydraft: ignore words-and-figures because the annex explains it", True),
        ("# treatydraft: ignore TD203, TD5 because the annex explains it", True),
        ("# Treatydraft:ignore TD501 because the annex explains it", True),
        ("# treatydraft: ignore TD501", False),
        ("# treatydraft: ignore TD501 because", False),
        ("# treatydraft: ignore TD502 because the annex explains it", False),
        ("# ignore TD501 because the annex explains it", False),
    ],
)
def test_comment_in_a_spec(tmp_path: Path, comment: str, *, ignored: bool) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(with_clause(CLAUSE, before=comment), encoding="utf-8")
    found = api.lint(file, settings=FIGURES)
    assert (len(found.findings), len(found.ignored)) == ((0, 1) if ignored else (1, 0))


def test_comment_at_the_end_of_a_line(tmp_path: Path) -> None:
    source = with_clause(CLAUSE).replace(
        "title: Bilateral Security Agreement",
        "title: Agreement of ten (9) Articles  # treatydraft: ignore TD501 because it is called so",
    )
    file = tmp_path / "spec.yaml"
    file.write_text(source, encoding="utf-8")
    found = api.lint(file, settings=FIGURES)
    assert [one.field for one in found.findings] == ["clauses[0].text"]
    assert [one.field for one in found.ignored] == ["instrument.title"]


@pytest.mark.parametrize(
    ("comment", "ignored"),
    [
        ("treatydraft: ignore TD501 because both were agreed", ["x/1", "x/2"]),
        ("treatydraft: ignore TD501", []),
        ("Is this right?", []),
    ],
)
def test_comment_in_a_received_file_holds_for_what_stands_below(comment: str, ignored: list[str]) -> None:
    text, _ = text_of(
        f"Article 1 # Reports\n  1. For six (9) months: [[{comment}]]\n    (a) of six (9).\n  2. Six (9)."
    )
    found = report("received.docx", text, FIGURES)
    assert [one.finding.clause for one in found.ignored] == ignored
    assert len(found.findings) == 3 - len(ignored)
