"""`treatydraft lint --fix` mends what is ours and safe, and nothing else."""

from pathlib import Path

import docx
import pytest
from tests.cli.runner import treatydraft
from tests.linting.drafts import with_clause

from treatydraft import api

CLAUSE = "[#first] The Parties shall  report each year to the the Council, and publish the report."
MENDED = "The Parties shall report each year to the Council, and publish the report."
SELECT = ("--select", "TD906,TD909")


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A spec with a doubled space and a repeated word."""
    monkeypatch.chdir(tmp_path)
    file = Path("spec.yaml")
    file.write_text(with_clause(CLAUSE), encoding="utf-8")
    return file


def test_a_spec(spec: Path) -> None:
    before = spec.read_text(encoding="utf-8")
    run = treatydraft("lint", spec, "--fix", *SELECT)
    assert run.status == 0
    assert [line.partition(": TD")[0] for line in run.err.splitlines()] == ["mended: spec.yaml:137"] * 2
    after = spec.read_text(encoding="utf-8")
    assert after == before.replace("shall  report", "shall report").replace("the the", "the")


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_the_mark_at_the_beginning_stay(spec: Path, ends: str) -> None:
    text = with_clause(CLAUSE).replace("\n", ends)
    spec.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert treatydraft("lint", spec, "--fix", *SELECT).status == 0
    assert (
        spec.read_bytes()
        == b"\xef\xbb\xbf" + text.replace("shall  ", "shall ").replace("the the", "the").encode()
    )


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_a_draft_of_ours(spec: Path, form: str) -> None:
    """A reader of files joins spaces, so that a repeated word is mended there and a doubled space is not."""
    treatydraft("render", spec, "--to", form, "--out", "drafts")
    file = Path("drafts") / f"us-ukraine-2024.{form}"
    run = treatydraft("lint", file, "--fix", "--select", "TD909")
    assert run.status == 0, run.out
    assert "mended: " in run.err
    words = _words(file)
    assert MENDED in words
    assert "the the" not in words
    assert treatydraft("render", spec, "--to", form, "--out", "drafts").status == 0  # nobody has edited it


def _words(file: Path) -> str:
    if file.suffix != ".docx":
        return " ".join(file.read_text(encoding="utf-8").split())
    paragraphs = docx.Document(str(file)).paragraphs
    return " ".join(" ".join(paragraph.text for paragraph in paragraphs).split())


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_draft_that_somebody_edited_stays(spec: Path, form: str) -> None:
    treatydraft("render", spec, "--to", form, "--out", "drafts")
    file = Path("drafts") / f"us-ukraine-2024.{form}"
    edited = file.read_bytes() + (b"" if form == "docx" else b"\n")
    if form == "docx":
        document = docx.Document(str(file))
        document.save(str(file))
        edited = file.read_bytes()
    else:
        file.write_bytes(edited)
    run = treatydraft("lint", file, "--fix", *SELECT)
    assert (run.status, file.read_bytes()) == (1, edited)
    assert run.err == f"note: {file}: stays as it is, since a person has edited it\n"


@pytest.mark.parametrize(
    ("name", "why"), [("received.docx", "treatydraft did not write it"), ("received.pdf", "only")]
)
def test_what_somebody_else_wrote_stays(spec: Path, name: str, why: str) -> None:
    file = Path(name)
    file.write_bytes(api.job(spec).render(file.suffix[1:]))
    before = file.read_bytes()
    run = treatydraft("lint", file, "--fix", *SELECT)
    assert file.read_bytes() == before
    assert why in run.err


def test_nothing_to_mend(spec: Path) -> None:
    spec.write_text(with_clause(f"[#first] {MENDED}"), encoding="utf-8")
    before = spec.read_bytes()
    run = treatydraft("lint", spec, "--fix", *SELECT)
    assert (run.status, run.err, spec.read_bytes()) == (0, "", before)
