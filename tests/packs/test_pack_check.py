"""`pack check` finds each fault that is planted into a shipped pack, at its place, and none where there is none."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.packs.planted import PACK, TEXTS, WORDS, Planted

from treatydraft.checking import Finding, check_pack
from treatydraft.packs import pack_names
from treatydraft.packs.location import shipped_packs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pack, to be broken."""
    return Path(shutil.copytree(shipped_packs() / PACK, tmp_path / PACK))


@pytest.mark.parametrize("name", pack_names())
def test_the_shipped_packs_have_no_fault(name: str) -> None:
    assert [str(found) for found in check_pack(shipped_packs() / name)] == []


def test_there_are_more_than_thirty_faults() -> None:
    assert len({fault.name for fault in (*TEXTS, *WORDS)}) == len(TEXTS) + len(WORDS) > 30


@pytest.mark.parametrize("planted", TEXTS, ids=lambda planted: planted.name)
def test_a_fault_of_a_text_is_found_on_its_line(planted: Planted, folder: Path) -> None:
    path = folder / planted.file
    before = path.read_text(encoding="utf-8")
    assert planted.old in before
    path.write_text(before.replace(planted.old, planted.new, 1), encoding="utf-8")
    found = _one(check_pack(folder), planted)
    assert found.file == (planted.reported or planted.file)
    lines = (folder / found.file).read_text(encoding="utf-8").splitlines()
    assert 1 <= found.line <= len(lines) + 1
    assert planted.at in lines[found.line - 1 : found.line][:1].__str__()


@pytest.mark.parametrize("planted", WORDS, ids=lambda planted: planted.name)
def test_a_fault_of_a_word_file_is_found_at_its_place(planted: Planted, folder: Path) -> None:
    path = folder / "agreement.docx"
    path.write_bytes(_changed(path.read_bytes(), planted))
    found = _one(check_pack(folder), planted)
    assert found.file == "agreement.docx"
    assert planted.at in f"{found.place}, {found.message}"


def _one(findings: tuple[Finding, ...], planted: Planted) -> Finding:
    """The finding that must be there; nothing else may be called a fault of another file."""
    fitting = [
        one for one in findings if one.code == planted.code and planted.says in f"{one.message} {one.hint}"
    ]
    assert fitting, list(map(str, findings))
    assert {one.severity for one in fitting} == {"fault"}
    return next((one for one in fitting if planted.at and planted.at in one.place), fitting[0])


def _changed(source: bytes, planted: Planted) -> bytes:
    """The Word file with the words of one part changed."""
    archive = zipfile.ZipFile(io.BytesIO(source))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as changed:
        for name in archive.namelist():
            data = archive.read(name)
            if name == planted.file:
                assert planted.old.encode() in data
                data = data.replace(planted.old.encode(), planted.new.encode(), 1)
            changed.writestr(name, data)
    return buffer.getvalue()
