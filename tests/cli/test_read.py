"""`treatydraft read` as a person meets it: results on stdout, doubts on stderr, statuses, files kept."""

import json
from pathlib import Path

import docx
import pytest
from tests.cli.runner import SPECS, US, treatydraft
from tests.documents import american

import treatydraft as td
from treatydraft.document.json_form import from_json
from treatydraft.packs import find_pack
from treatydraft.word.package import open_package

TEXT = """Agreement on fish

Norway and Iceland,

Have agreed as follows:

Article 1: Scope

This Agreement concerns fish.

Article 2: Term

1. It is valid for ten years.

2. It can be extended.
"""


@pytest.fixture
def received(tmp_path: Path) -> Path:
    file = tmp_path / "received.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_structure_comes_as_json(received: Path) -> None:
    run = treatydraft("read", received)
    document = from_json(json.loads(run.out))
    assert run.status == 0
    assert [(clause.label, clause.heading) for clause in document.body] == [
        ("Article 1:", "Scope"),
        ("Article 2:", "Term"),
    ]


@pytest.mark.parametrize(("form", "shows"), [("md", "## Article 1: Scope"), ("txt", "Article 1: Scope")])
def test_structure_comes_as_text(received: Path, form: str, shows: str) -> None:
    run = treatydraft("read", received, "--to", form)
    assert (run.status, shows in run.out) == (0, True)


def test_structure_comes_as_word_file(received: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out.docx"
    assert treatydraft("read", received, "--out", out).status == 0
    words = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert "This Agreement concerns fish." in words


def test_word_file_cannot_be_printed(received: Path) -> None:
    run = treatydraft("read", received, "--to", "docx")
    assert (run.status, run.out) == (2, "")
    assert "--out FILE.docx" in run.err


def test_doubts_are_said_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "received.txt"
    file.write_text("Agreement\n\nFish and ships\n\n1. Fish are shared.\n", "utf-8")
    run = treatydraft("read", file)
    assert run.status == 0
    assert "“Fish and ships” is taken as a heading because of its form alone" in run.err
    assert "line" in run.err


def test_file_that_is_there_is_kept(received: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("mine", "utf-8")
    run = treatydraft("read", received, "--out", out)
    assert (run.status, out.read_text("utf-8")) == (2, "mine")
    assert "is there already" in run.err
    assert treatydraft("read", received, "--out", out, "--force").status == 0
    assert "# Agreement on fish" in out.read_text("utf-8")


def test_file_that_was_read_is_never_replaced(received: Path) -> None:
    run = treatydraft("read", received, "--to", "txt", "--out", received, "--force")
    assert (run.status, received.read_text("utf-8")) == (2, TEXT)
    assert "is the file that was read" in run.err


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", b"", "the file is empty"),
        ("a.docx", td.render(american(), "docx", pack=find_pack("security-agreement"))[:900], "cut off"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.pdf", b"%PDF-1.7\nnothing", "damaged"),
        ("a.txt", b" \n \n", "empty"),
        ("a.html", b"<html><body><script>x</script></body></html>", "holds no text"),
        ("a.json", b'{"treatydraft": 1, "kind": "facts"}', "no document"),
        ("a.json", b"{", "JSON"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "picture"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    run = treatydraft("read", file)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"{file}: ")
    assert message in run.err
    assert run.err.count("\n") == 1


def test_missing_file_and_folder_are_said(tmp_path: Path) -> None:
    assert "no such file" in treatydraft("read", tmp_path / "none.docx").err
    assert "is a directory" in treatydraft("read", tmp_path).err


def test_word_file_with_another_ending_is_read_and_said(tmp_path: Path) -> None:
    file = tmp_path / "draft.pdf"
    file.write_bytes(td.render(american(), "docx", pack=find_pack("security-agreement")))
    run = treatydraft("read", file)
    assert run.status == 0
    assert "named .pdf but holds .docx" in run.err


def test_macros_are_left_out_and_said(tmp_path: Path) -> None:
    package = open_package(td.render(american(), "docx", pack=find_pack("security-agreement")))
    relation = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    kind = "application/vnd.ms-office.vbaProject"
    package.add("word/vbaProject.bin", b"x", kind, relation, package.main())
    file = tmp_path / "draft.docm"
    file.write_bytes(package.write())
    run = treatydraft("read", file)
    assert run.status == 0
    assert "macros" in run.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "doc"], "--to: there is no “doc”"),
        (["--revisions", "accept"], "--revisions: there is no “accept”"),
        (["--pack", "none", "--to", "md"], "none"),
    ],
)
def test_wrong_options_are_named(received: Path, arguments: list[str], message: str) -> None:
    run = treatydraft("read", received, *arguments)
    assert run.status == 2
    assert message in run.err


def test_draft_that_was_rendered_reads_back(tmp_path: Path) -> None:
    assert treatydraft("render", US, "--to", "docx", "--out", tmp_path).status == 0
    run = treatydraft("read", tmp_path / "us-ukraine-2024.docx")
    assert (run.status, run.err) == (0, "")
    assert from_json(json.loads(run.out)).body[0].label == "Article I:"


# --- A draft spec -----------------------------------------------------------------------------------------


def test_draft_spec_names_the_fields_to_fill_in(tmp_path: Path, received: Path) -> None:
    out = tmp_path / "new" / "fish.yaml"
    run = treatydraft("read", received, "--out", out)
    text = out.read_text("utf-8")
    assert (run.status, run.out) == (1, "")
    assert "length: 10 years" in text
    assert "# received.txt" not in text
    assert "read from received.txt" in text
    place = next(number for number, line in enumerate(text.splitlines(), 1) if "house_style: TODO" in line)
    assert f"{out}:{place}:16: instrument.house_style: this is still to be filled in" in run.err
    assert "each named above with its line" in run.err
    assert "Traceback" not in run.err


def test_draft_spec_is_printed(received: Path) -> None:
    run = treatydraft("read", received, "--to", "spec")
    assert run.status == 1
    assert run.out.startswith("# yaml-language-server: $schema=schemas/security-agreement.schema.json\n")
    assert "standard output:" in run.err


def test_draft_spec_of_a_draft_is_valid(tmp_path: Path) -> None:
    spec = SPECS / "norway-ukraine-2024.yaml"
    assert treatydraft("render", spec, "--to", "docx", "--out", tmp_path).status == 0
    out = tmp_path / "again.yaml"
    run = treatydraft("read", tmp_path / "norway-ukraine-2024.docx", "--out", out)
    assert (run.status, run.err) == (0, "")
    assert treatydraft("validate", out).status == 0
    again = treatydraft("render", out, "--to", "md", "--out", tmp_path)
    assert again.status == 0, again.err


def test_draft_spec_that_is_there_is_kept(received: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    out.write_text("mine", "utf-8")
    run = treatydraft("read", received, "--out", out)
    assert (run.status, out.read_text("utf-8")) == (2, "mine")
    assert treatydraft("read", received, "--to", "spec", "--pack", "none").status == 2
