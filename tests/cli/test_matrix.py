"""`treatydraft matrix` as a person meets it."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.runner import JAPAN, US, treatydraft


@pytest.fixture
def fish(tmp_path: Path) -> Path:
    file = tmp_path / "fish.txt"
    file.write_text("Agreement on fish\n\nThis Agreement is valid for ten years.\n", "utf-8")
    return file


def test_specs_and_documents_mix(tmp_path: Path) -> None:
    assert treatydraft("render", US, "--to", "docx", "--out", tmp_path).status == 0
    run = treatydraft(
        "matrix", JAPAN, tmp_path / "us-ukraine-2024.docx", "--rows", "consultation.within,term"
    )
    assert run.status == 0
    assert "japan-ukraine-2024  24 hours" in run.out
    assert "us-ukraine-2024     24 hours" in run.out
    assert max(map(len, run.out.splitlines())) <= 120


def test_json_follows_its_schema() -> None:
    made = json.loads(treatydraft("matrix", US, JAPAN, "--to", "json").out)
    jsonschema.validate(made, json.loads(treatydraft("schema", "matrix").out))
    assert [column["id"] for column in made["columns"]] == ["us-ukraine-2024", "japan-ukraine-2024"]


@pytest.mark.parametrize(("rows", "shows"), [("areas", "demining"), ("topics", "termination")])
def test_areas_and_topics_are_rows(rows: str, shows: str) -> None:
    made = json.loads(treatydraft("matrix", US, JAPAN, "--rows", rows, "--to", "json").out)
    row = next(row for row in made["rows"] if row["name"] == shows)
    assert all(cell["values"] for cell in row["cells"][:1])


@pytest.mark.parametrize("form", ["md", "html", "csv", "xlsx", "json", "txt"])
def test_form_follows_the_name_of_the_file(tmp_path: Path, fish: Path, form: str) -> None:
    out = tmp_path / f"matrix.{form}"
    assert treatydraft("matrix", fish, "--out", out).status == 0
    assert out.stat().st_size > 20


def test_file_that_is_there_is_kept(tmp_path: Path, fish: Path) -> None:
    out = tmp_path / "matrix.md"
    out.write_text("mine", "utf-8")
    assert treatydraft("matrix", fish, "--out", out).status == 2
    assert out.read_text("utf-8") == "mine"
    assert treatydraft("matrix", fish, "--out", out, "--force").status == 0
    assert treatydraft("matrix", fish, "--out", fish, "--to", "md", "--force").status == 2


def test_faults_are_said(tmp_path: Path) -> None:
    run = treatydraft("matrix", US, "--rows", "quota")
    assert run.status == 2
    assert "--rows: none of these agreements states quota; there are amendment.by" in run.err
    assert "xlsx file cannot be printed" in treatydraft("matrix", US, "--to", "xlsx").err
    assert treatydraft("matrix", tmp_path / "none.pdf").status == 2
