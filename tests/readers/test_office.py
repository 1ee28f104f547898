"""Other office formats come in by way of LibreOffice; where that fails, a sentence says why."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from tests.word.files import zipped

from treatydraft.limits import raised
from treatydraft.readers.lines import ReadError
from treatydraft.readers.office import to_word

RTF = rb"{\rtf1\ansi Article 1\par {\b Purpose}\par}"
NEEDS_OFFICE = pytest.mark.skipif(
    not (shutil.which("libreoffice") or shutil.which("soffice")), reason="missing tool: libreoffice"
)


@NEEDS_OFFICE
def test_rich_text_becomes_word() -> None:
    paragraphs = docx.Document(io.BytesIO(to_word(RTF, ".rtf"))).paragraphs
    assert [paragraph.text for paragraph in paragraphs if paragraph.text] == ["Article 1", "Purpose"]


@NEEDS_OFFICE
def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(ReadError, match="damaged or protected"):
        to_word(zipped({"content.xml": b"<cut"}), ".odt")


def test_what_is_no_archive_never_reaches_libreoffice() -> None:
    with pytest.raises(ReadError, match="is no text document or is damaged"):
        to_word(b"PK\x03\x04 no archive", ".odt")


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ReadError, match=r"LibreOffice is not installed; save it as \.docx"):
        to_word(RTF, ".rtf")


def test_one_that_does_not_finish_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As LibreOffice is started: by a script that waits for another process.
    program = tmp_path / "libreoffice"
    program.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nsleep 600 &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with raised({"office_seconds": 1}), pytest.raises(ReadError, match="did not finish in 1 seconds"):
        to_word(RTF, ".rtf")
    group = (tmp_path / "pid").read_text().strip()
    running = subprocess.run(["ps", "-o", "stat=", "-g", group], capture_output=True, text=True)
    assert not [state for state in running.stdout.split() if not state.startswith("Z")]


def test_other_suffixes_are_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"\.exe"):
        to_word(RTF, ".exe")
