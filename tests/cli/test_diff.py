"""`treatydraft diff` as a person meets it."""

import json
from pathlib import Path

import docx
import jsonschema
import pytest
from tests.cli.runner import JAPAN, US, treatydraft
from tests.reports.redline.marks import side

A = """Agreement on fish

1. Each Party shall keep a register of its vessels.

2. Data are kept for 24 hours.
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.txt"
    file.write_text(A, "utf-8")
    return file


@pytest.fixture
def new(tmp_path: Path) -> Path:
    file = tmp_path / "new.txt"
    file.write_text(A.replace("shall", "should").replace("24", "72"), "utf-8")
    return file


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The Word draft of a spec, in which somebody changed a deadline and an obligation by hand."""
    assert treatydraft("render", US, "--to", "docx", "--out", tmp_path).status == 0
    document = docx.Document(str(tmp_path / "us-ukraine-2024.docx"))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("24\u00a0hours", "72\u00a0hours")
            if "consult immediately" in paragraph.text:
                run.text = run.text.replace("shall", "should")
    document.save(str(tmp_path / "edited.docx"))
    return tmp_path / "edited.docx"


def test_nothing_differs(old: Path) -> None:
    run = treatydraft("diff", old, old)
    assert (run.status, run.err) == (0, "")
    assert "nothing differs" in run.out


def test_what_changed_in_substance_comes_first(old: Path, new: Path) -> None:
    run = treatydraft("diff", old, new)
    assert run.status == 1
    assert run.out.index("obligation weakened: shall → should") < run.out.index("Clause by clause")
    assert "[-shall-]" in run.out
    assert max(map(len, run.out.splitlines())) <= 100


def test_a_draft_edited_by_hand_names_the_fields_of_its_spec(edited: Path) -> None:
    run = treatydraft("diff", US, edited)
    assert run.status == 1
    summary = run.out.partition("Clause by clause")[0]
    for said in ("24 hours → 72 hours", "consultation.within", "shall → should", "instrument.register"):
        assert said in summary
    assert "Article III.1" in summary


def test_a_draft_that_nobody_edited_has_not_drifted(tmp_path: Path) -> None:
    assert treatydraft("render", US, "--to", "docx", "--out", tmp_path).status == 0
    assert treatydraft("diff", US, tmp_path / "us-ukraine-2024.docx").status == 0


def test_json_follows_its_schema() -> None:
    run = treatydraft("diff", US, JAPAN, "--mode", "parallel", "--json")
    made = json.loads(run.out)
    jsonschema.validate(made, json.loads(treatydraft("schema", "comparison").out))
    assert (run.status, made["kind"], made["mode"]) == (1, "comparison", "parallel")


@pytest.mark.parametrize(("form", "says"), [("md", "~~"), ("html", "<ins")])
def test_reports(form: str, says: str, old: Path, new: Path, tmp_path: Path) -> None:
    out = tmp_path / f"report.{form}"
    assert treatydraft("diff", old, new, "--out", out).status == 1
    assert says in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1), (("--only", "material"), 1), (("--only", "editorial"), 0), (("--only", "consequential"), 0),
    ],
)  # fmt: skip
def test_filters_count(options: tuple[str, ...], status: int, old: Path, new: Path) -> None:
    assert treatydraft("diff", old, new, *options).status == status


def test_a_topic_can_be_left_out(edited: Path) -> None:
    assert treatydraft("diff", US, edited, "--ignore", "consultation").status == 0


def test_two_originals_are_one_text(tmp_path: Path) -> None:
    assert treatydraft("render", JAPAN, "--to", "md", "--alternat", "all", "--out", tmp_path).status == 0
    first, second = sorted(tmp_path.glob("*.md"))
    assert treatydraft("diff", first, second).status == 1
    run = treatydraft("diff", first, second, "--originals")
    assert run.status == 0, run.out
    assert "order of parties and languages" in run.out


def test_a_redline_of_two_specs(tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    run = treatydraft("diff", US, JAPAN, "--to", "docx", "--out", out, "--author", "Legal Adviser")
    assert run.status == 1
    assert "checked: accepting all gives NEW, rejecting all OLD" in run.err
    assert side(out.read_bytes(), accepted=True)[-1] == ""
    assert b"Legal Adviser" in _part(out)


def _part(file: Path) -> bytes:
    from tests.word.known_faults.reading import members  # noqa: PLC0415 - beside its only use

    return members(file.read_bytes())["word/document.xml"]


def test_a_redline_of_texts_in_other_formats(old: Path, new: Path, tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    assert treatydraft("diff", old, new, "--out", out).status == 1
    assert "Data are kept for 72\u00a0hours." in side(out.read_bytes(), accepted=True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--to", "docx"), "name one with --out"),
        (("--to", "pdf"), "there is no “pdf”"),
        (("--mode", "paralel"), "parallel"),
        (("--only", "grave"), "there is no “grave”"),
        (("--revisions", "kept"), "there are accepted, rejected"),
        (("--to", "docx", "--out", "x.docx", "--only", "material"), "--only: is for reports"),
        (("--to", "docx", "--out", "x.docx", "--date", "soon"), "write it as 2024-06-13"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], says: str, old: Path, new: Path) -> None:
    run = treatydraft("diff", old, new, *arguments)
    assert (run.status, run.out) == (2, "")
    assert says in run.err


def test_a_file_that_is_not_there(old: Path, tmp_path: Path) -> None:
    run = treatydraft("diff", old, tmp_path / "gone.docx")
    assert run.status == 2
    assert "gone.docx" in run.err


def test_the_files_that_were_compared_are_never_replaced(old: Path, new: Path) -> None:
    run = treatydraft("diff", old, new, "--to", "text", "--out", new, "--force")
    assert run.status == 2
    assert new.read_text("utf-8") != ""
