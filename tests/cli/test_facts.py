"""`treatydraft facts` as a person meets it, on specs and on received files alike."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.runner import JAPAN, US, treatydraft

TEXT = """Agreement on fish between Norway and Iceland

Norway and Iceland,

Have agreed as follows:

Article 1: Term

This Agreement shall remain in force for ten years from its entry into force.

Article 2: Termination

Either Party may terminate this Agreement by giving six months' written notice.
"""


@pytest.fixture
def received(tmp_path: Path) -> Path:
    file = tmp_path / "received.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_facts_come_with_clause_and_words(received: Path) -> None:
    run = treatydraft("facts", received)
    assert run.status == 0
    lines = [line.split() for line in run.out.splitlines() if "term.length" in line]
    assert lines == [
        ["term.length", "10", "years", "Article", "1", "“remain", "in", "force", "for", "ten", "years”"]
    ]


def test_what_is_not_stated_is_not_shown(received: Path) -> None:
    assert "consultation" not in treatydraft("facts", received).out


def test_json_follows_its_schema(received: Path) -> None:
    run = treatydraft("facts", received, "--json")
    result = json.loads(run.out)
    jsonschema.validate(result, json.loads(treatydraft("schema", "facts").out))
    assert [fact["value"] for fact in result["facts"]["termination.notice"]] == ["6 months"]


def test_several_files_are_results(received: Path) -> None:
    result = json.loads(treatydraft("facts", US, received, JAPAN, "--to", "json").out)
    assert result["kind"] == "results"
    assert [one["id"] for one in result["results"]] == ["us-ukraine-2024", "received", "japan-ukraine-2024"]


def test_a_field_can_be_asked_for() -> None:
    result = json.loads(treatydraft("facts", US, "--json", "--field", "consultation.within").out)
    assert list(result["facts"]) == ["consultation.within"]
    assert result["facts"]["consultation.within"][0]["value"] == "24 hours"


def test_faults_are_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("treatydraft: 1\nid: x\n", "utf-8")
    run = treatydraft("facts", broken)
    assert (run.status, run.out) == (1, "")
    assert "broken.yaml" in run.err
    assert treatydraft("facts", tmp_path / "none.docx").status == 2
    assert treatydraft("facts", US, "--pack", "none").status == 0  # a draft knows its pack
    assert treatydraft("facts", US, "--to", "xml").status == 2
