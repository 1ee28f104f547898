"""`render`: what it writes, what it keeps, what it refuses."""

import contextlib
import hashlib
import io
import json
import os
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from tests.cli.runner import JAPAN, US, Run, close, treatydraft

from treatydraft.cli import outputs
from treatydraft.drafting.marking import NOT_AUTHENTIC
from treatydraft.writers import WRITERS


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if not path.name.startswith(".")
    }


def test_the_main_job(tmp_path: Path) -> None:
    run = treatydraft("render", US, JAPAN, "--to", "docx,md", "--out", tmp_path)
    names = ["us-ukraine-2024.docx", "us-ukraine-2024.md", "japan-ukraine-2024.docx", "japan-ukraine-2024.md"]
    assert (run.status, run.out.split(), run.err) == (0, [str(tmp_path / name) for name in names], "")
    assert set(_hashes(tmp_path)) == set(names)


@pytest.mark.parametrize("to", sorted(WRITERS))
def test_same_input_same_bytes(to: str, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert treatydraft("render", JAPAN, "--to", to, "--out", tmp_path / folder).status == 0
    assert _hashes(tmp_path / "one") == _hashes(tmp_path / "two")


def test_again_changes_nothing(tmp_path: Path) -> None:
    treatydraft("render", US, "--to", "txt", "--out", tmp_path)
    written = (tmp_path / "us-ukraine-2024.txt").stat().st_mtime_ns
    run = treatydraft("render", US, "--to", "txt", "--out", tmp_path)
    assert run.status == 0
    assert "(unchanged)" in run.out
    assert (tmp_path / "us-ukraine-2024.txt").stat().st_mtime_ns == written


def test_every_original(tmp_path: Path) -> None:
    assert treatydraft("render", US, "--to", "txt", "--alternat", "all", "--out", tmp_path).status == 0
    assert set(_hashes(tmp_path)) == {"us-ukraine-2024.ua.txt", "us-ukraine-2024.us.txt"}
    words = " ".join((tmp_path / "us-ukraine-2024.us.txt").read_text().split())
    assert "Agreement between the United States of America and Ukraine" in words


class TestEditedFiles:
    """A file that a person has edited is kept; the others are written."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        treatydraft("render", US, JAPAN, "--to", "md", "--out", tmp_path)
        (tmp_path / "us-ukraine-2024.md").write_text("edited", encoding="utf-8")
        (tmp_path / "japan-ukraine-2024.md").unlink()
        return tmp_path

    def test_kept(self, folder: Path) -> None:
        run = treatydraft("render", US, JAPAN, "--to", "md", "--out", folder)
        assert run.status == 1
        assert "us-ukraine-2024.md: kept, since a person has edited it" in run.err
        assert "--force" in run.err
        assert (folder / "us-ukraine-2024.md").read_text() == "edited"
        assert (folder / "japan-ukraine-2024.md").exists()

    def test_forced(self, folder: Path) -> None:
        assert treatydraft("render", US, "--to", "md", "--out", folder, "--force").status == 0
        assert (folder / "us-ukraine-2024.md").read_text() != "edited"
        assert treatydraft("render", US, "--to", "md", "--out", folder).status == 0

    def test_one_that_was_never_ours(self, tmp_path: Path) -> None:
        (tmp_path / "us-ukraine-2024.md").write_text("somebody's", encoding="utf-8")
        run = treatydraft("render", US, "--to", "md", "--out", tmp_path)
        assert run.status == 1
        assert "kept, since treatydraft did not write it; --force replaces it" in run.err
        assert (tmp_path / "us-ukraine-2024.md").read_text() == "somebody's"

    def test_without_the_ledger_all_are_kept(self, folder: Path) -> None:
        (folder / outputs.LEDGER).write_text("damaged", encoding="utf-8")
        assert treatydraft("render", US, "--to", "md", "--out", folder).status == 1


class TestCheck:
    def test_clean(self, tmp_path: Path) -> None:
        treatydraft("render", US, "--to", "md,json", "--out", tmp_path)
        assert treatydraft("render", US, "--to", "md,json", "--out", tmp_path, "--check").status == 0

    def test_stale_and_missing(self, tmp_path: Path) -> None:
        treatydraft("render", US, "--to", "md", "--out", tmp_path)
        (tmp_path / "us-ukraine-2024.md").write_text("edited", encoding="utf-8")
        before = _hashes(tmp_path)
        run = treatydraft("render", US, "--to", "md,json", "--out", tmp_path, "--check")
        assert run.status == 1
        assert "us-ukraine-2024.md: is not what its spec gives now" in run.err
        assert "us-ukraine-2024.json: is missing" in run.err
        assert _hashes(tmp_path) == before


def test_an_invalid_spec_does_not_keep_the_others_back(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("treatydraft: 1\n", encoding="utf-8")
    run = treatydraft("render", bad, US, "--to", "txt", "--out", tmp_path / "out")
    assert run.status == 1
    assert "bad.yaml:1" in run.err
    assert set(_hashes(tmp_path / "out")) == {"us-ukraine-2024.txt"}


def test_what_cannot_be_drafted_has_a_place(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(US.read_text().replace("house_style: us", "house_style: lunar"), encoding="utf-8")
    run = treatydraft("render", spec, "--out", tmp_path / "out")
    assert run.status == 1
    assert "spec.yaml:15:16: instrument.house_style: the pack has no house style “lunar”" in run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (
            ["--to", "doc"],
            2,
            "--to: there is no “doc”; there are docx, md, html, pdf, json, txt (did you mean",
        ),
        (["--to", ""], 2, "--to: name a format"),
        (["--to", ", ,"], 2, "--to: name a format"),
        (["--out", ""], 2, "name a folder"),
        (["--alternat", ""], 2, "--alternat: name a party"),
        (["--alternat", "FR"], 2, "us-ukraine-2024.yaml has no party FR; there are UA, US\n"),
        (["--pdf-via", "word"], 2, "--pdf-via: there is no “word”; there are typst, libreoffice"),
        (["--template", "missing.docx"], 2, "missing.docx: the file cannot be read"),
        (["--template", "letter.odt"], 2, "letter.odt is neither .docx nor .md"),
        (["--template", "a.md", "--to", "docx"], 2, "gives md only"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_refused(arguments: list[str], status: int, words: str, tmp_path: Path) -> None:
    run = treatydraft("render", US, "--out", tmp_path / "out", *arguments)
    assert run.status == status
    assert words in run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["file", "file/out"])
def test_a_file_in_place_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = treatydraft("render", US, "--to", "txt", "--out", tmp_path / name)
    assert run.status == 2
    assert run.err == f"{tmp_path / 'file'}: is a file, and a folder is needed there\n"


@pytest.mark.parametrize(("command", "place"), [("render", ""), ("new", "schemas")])
def test_a_folder_that_is_closed_is_named_as_its_user_knows_it(
    command: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file = os.open

    def closed(path: os.PathLike[str], flags: int, *rest: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return open_file(path, flags, *rest)

    monkeypatch.setattr(os, "open", closed)
    arguments = [US, "--to", "txt"] if command == "render" else ["a", "--party", "US,UA"]
    run = treatydraft(command, *arguments, "--out", tmp_path)
    assert run.status == 2
    assert run.err == f"{tmp_path / place}: cannot be written: Permission denied\n"


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "us-ukraine-2024.txt").mkdir()
    run = treatydraft("render", US, "--to", "txt", "--out", tmp_path)
    assert run.status == 2
    assert run.err == f"{tmp_path / 'us-ukraine-2024.txt'}: is a folder, and a file is needed there\n"


def test_a_spec_that_is_closed_does_not_keep_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed.yaml"
    closed.write_bytes(US.read_bytes())
    close(closed, monkeypatch)
    run = treatydraft("render", closed, JAPAN, "--to", "txt", "--out", tmp_path / "out")
    assert run.status == 2
    assert run.err == f"{closed}: the file cannot be read: permission denied\n\n"
    assert set(_hashes(tmp_path / "out")) == {"japan-ukraine-2024.txt"}


@pytest.mark.parametrize("written", ["ua", "Ua", "UA"])
def test_alternat_in_small_letters(written: str, tmp_path: Path) -> None:
    assert treatydraft("render", US, "--to", "txt", "--alternat", written, "--out", tmp_path).status == 0
    assert set(_hashes(tmp_path)) == {"us-ukraine-2024.ua.txt"}


def test_a_disk_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    treatydraft("render", US, "--to", "md", "--out", tmp_path)
    old = (tmp_path / "us-ukraine-2024.md").read_bytes()
    spec = tmp_path / "spec.yaml"
    spec.write_text(US.read_text().replace("6 months", "7 months"), encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = treatydraft("render", spec, "--to", "md", "--out", tmp_path)
    assert run.status == 2
    assert "No space left on device" in run.err
    assert (tmp_path / "us-ukraine-2024.md").read_bytes() == old
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


def test_the_ledger_knows_a_file_however_far_a_killed_run_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that stops after any of its writes leaves nothing that the next run takes for a person's."""
    spec = tmp_path / "spec.yaml"
    spec.write_text(US.read_text().replace("6 months", "7 months"), encoding="utf-8")
    write = outputs.write_atomically
    for stop in range(1, 4):
        out = tmp_path / str(stop)
        treatydraft("render", US, "--to", "txt", "--out", out)
        left = iter(range(stop))

        def killed(path: Path, data: bytes, left: object = left) -> None:
            write(path, data)
            if next(left, None) is None:  # type: ignore[call-overload]
                raise KeyboardInterrupt

        monkeypatch.setattr(outputs, "write_atomically", killed)
        with contextlib.suppress(KeyboardInterrupt):  # the last of the writes is no more interrupted
            outputs.write_outputs(out, {"us-ukraine-2024.txt": b"new"}, force=False)
        monkeypatch.setattr(outputs, "write_atomically", write)
        assert treatydraft("render", spec, "--to", "txt", "--out", out).status == 0


class TestOwnTemplates:
    """`--template` takes any docxtpl or Jinja template."""

    def _word(self, folder: Path, *paragraphs: str) -> Path:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        path = folder / "letter.docx"
        document.save(str(path))
        return path

    def test_word(self, tmp_path: Path) -> None:
        template = self._word(
            tmp_path,
            "{{ spec.instrument.title }} of {{ parties | full_names | listed }}, for {{ spec.term.length }}",
            "{%p for clause in document.body %}",
            "{{ clause.label }} {{ clause.heading }}",
            "{%p endfor %}",
        )
        run = treatydraft("render", US, "--template", template, "--out", tmp_path)
        assert run.status == 0, run.err
        made = docx.Document(io.BytesIO((tmp_path / "us-ukraine-2024.docx").read_bytes()))
        words = [paragraph.text for paragraph in made.paragraphs]
        assert (
            words[0]
            == "Bilateral Security Agreement of Ukraine and the United States of America, for 10 years"
        )
        assert words[1] == "Article I: Purpose"

    def test_markdown_escapes_what_it_prints(self, tmp_path: Path) -> None:
        spec = tmp_path / "spec.yaml"
        spec.write_text(
            US.read_text().replace("title: Bilateral", "title: '*Bi* <b> # lateral"), encoding="utf-8"
        )
        spec.write_text(
            spec.read_text().replace("Security Agreement\n", "Security Agreement'\n", 1), encoding="utf-8"
        )
        template = tmp_path / "note.md"
        template.write_text("# {{ spec.instrument.title }}\n", encoding="utf-8")
        run = treatydraft("render", spec, "--template", template, "--out", tmp_path / "out")
        assert run.status == 0, run.err
        assert (tmp_path / "out" / "us-ukraine-2024.md").read_text().startswith(r"# \*Bi\* \<b\> \# lateral")

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{{ spec.titel }}", "'titel' is not known here"),
            ("{{ documnt }}", "did you mean 'document'?"),
            ("{% for x in parties %}", "note.md:1"),
            ("{{ ''.__class__ }}", "not allowed in a template: access to attribute '__class__'"),
            ("{{ spec.id.upper() }}", "not allowed in a template"),
            ("\n{% include 'x.md' %}", "note.md:2: a template of your own stands alone: include"),
            ("{% extends 'x.md' %}", "note.md:1: a template of your own stands alone"),
            ("{% import 'x.md' as x %}", "note.md:1: a template of your own stands alone"),
        ],
    )
    def test_faults_have_a_place(self, text: str, words: str, tmp_path: Path) -> None:
        template = tmp_path / "note.md"
        template.write_text(text, encoding="utf-8")
        run = treatydraft("render", US, "--template", template, "--out", tmp_path / "out")
        assert run.status == 2
        assert words in run.err
        assert "Traceback" not in run.err
        assert not (tmp_path / "out").exists()

    def test_a_fault_in_a_word_template_names_its_paragraph(self, tmp_path: Path) -> None:
        template = self._word(tmp_path, "Fine.", "Dear {{ spec.nobody }},")
        run = treatydraft("render", US, "--template", template, "--out", tmp_path / "out")
        assert run.status == 2
        assert "Dear {{ spec.nobody }}" in run.err


class TestNotesOnOwnTemplates:
    """What a template lets go unsaid is said to the person who renders it."""

    def _render(self, folder: Path, text: str, spec: Path = US) -> tuple[Run, str]:
        template = folder / "note.md"
        template.write_text(text, encoding="utf-8")
        run = treatydraft("render", spec, "--template", template, "--out", folder / "out")
        assert run.status == 0, run.err
        return run, next((folder / "out").glob("*.md")).read_text(encoding="utf-8")

    def _render_word(self, folder: Path, *paragraphs: str, spec: Path = US) -> tuple[Run, DocxDocument]:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        template = folder / "letter.docx"
        document.save(str(template))
        run = treatydraft("render", spec, "--template", template, "--out", folder / "out")
        assert run.status == 0, run.err
        return run, docx.Document(io.BytesIO(next((folder / "out").glob("*.docx")).read_bytes()))

    def test_no_notice(self, tmp_path: Path) -> None:
        run, _ = self._render(tmp_path, "{{ spec.id }}")
        assert run.err == (
            "note: note.md: this does not show that it is not the authentic text;"
            " print {{ notice }}, best in a header\n"
        )

    def test_notice_shown(self, tmp_path: Path) -> None:
        run, text = self._render(tmp_path, "{{ notice }}")
        assert (run.err, text) == ("", f"{NOT_AUTHENTIC}\n")

    def test_no_tag(self, tmp_path: Path) -> None:
        run, _ = self._render(tmp_path, f"{NOT_AUTHENTIC}\n")
        assert "note.md: there is no tag in this template" in run.err

    def test_each_note_once(self, tmp_path: Path) -> None:
        template = tmp_path / "note.md"
        template.write_text("plain", encoding="utf-8")
        run = treatydraft("render", US, "--template", template, "--alternat", "all", "--out", tmp_path)
        assert run.err.count("there is no tag") == 1

    def test_a_draft_of_ones_own_needs_no_notice(self, tmp_path: Path) -> None:
        treatydraft("new", "a", "--party", "US,UA", "--out", tmp_path)
        run, text = self._render(tmp_path, "{{ status }}|{{ notice }}", tmp_path / "a.yaml")
        assert (run.err, text) == ("", "Draft|\n")
        run, document = self._render_word(tmp_path, "{{ spec.id }}", spec=tmp_path / "a.yaml")
        assert (run.err, document.core_properties.comments) == ("", "generated by python-docx")

    def test_word_has_the_notice_in_its_properties_at_least(self, tmp_path: Path) -> None:
        run, document = self._render_word(tmp_path, "{{ spec.id }}")
        assert document.core_properties.comments.startswith(NOT_AUTHENTIC)
        assert "letter.docx: this does not show that it is not the authentic text" in run.err

    def test_word_shows_the_notice(self, tmp_path: Path) -> None:
        run, document = self._render_word(tmp_path, "{{ notice }}")
        assert run.err == ""
        assert document.paragraphs[0].text == NOT_AUTHENTIC

    def test_word_without_a_tag(self, tmp_path: Path) -> None:
        run, _ = self._render_word(tmp_path, NOT_AUTHENTIC)
        assert "letter.docx: there is no tag in this template" in run.err

    def test_same_input_same_bytes(self, tmp_path: Path) -> None:
        folders = [tmp_path / "one", tmp_path / "two"]
        for folder in folders:
            folder.mkdir()
            self._render_word(folder, "{{ spec.id }}")
        assert _hashes(folders[0] / "out") == _hashes(folders[1] / "out")

    def test_a_file_that_is_refused_is_named(self, tmp_path: Path) -> None:
        template = tmp_path / "letter.docx"
        template.write_text("no zip", encoding="utf-8")
        run = treatydraft("render", US, "--template", template, "--out", tmp_path / "out")
        assert run.status == 2
        assert run.err.startswith("letter.docx: the file is no Word document")


def test_the_json_is_the_document(tmp_path: Path) -> None:
    treatydraft("render", US, "--to", "json", "--out", tmp_path)
    data = json.loads((tmp_path / "us-ukraine-2024.json").read_text())
    assert (data["treatydraft"], data["kind"], data["body"][0]["label"]) == (1, "document", "Article I:")


def test_pdf_by_libreoffice(tmp_path: Path, libreoffice: object) -> None:
    assert libreoffice
    run = treatydraft("render", US, "--to", "pdf", "--pdf-via", "libreoffice", "--out", tmp_path)
    assert run.status == 0, run.err
    assert (tmp_path / "us-ukraine-2024.pdf").read_bytes().startswith(b"%PDF")


def test_pdf_by_libreoffice_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    run = treatydraft("render", US, "--to", "pdf", "--pdf-via", "libreoffice", "--out", tmp_path / "out")
    assert run.status == 2
    assert "LibreOffice is not installed" in run.err
