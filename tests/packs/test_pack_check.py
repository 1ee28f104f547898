"""`pack check` finds each planted fault at its place, and none in the shipped packs."""

import io
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from tests.packs.planted import PACK, TEXTS, WORDS, Planted

from treatydraft.checking import Finding, check_pack, check_word
from treatydraft.packs import pack_names
from treatydraft.packs.location import shipped_packs
from treatydraft.writers.docx import CONTEXT, STYLES


def _batches() -> Iterator[tuple[Planted, ...]]:
    """The faults of texts, of each file at most one, so that many are found by one check."""
    alone = [one for one in TEXTS if one.file == "fields.yaml"]  # without fields, none is looked for
    yield from ((one,) for one in alone)
    waiting = [one for one in TEXTS if one not in alone]
    while waiting:
        batch = tuple({one.file: one for one in reversed(waiting)}.values())
        waiting = [one for one in waiting if one not in batch]
        yield batch


BATCHES: Final = tuple(_batches())


@cache
def _checked(batch: tuple[Planted, ...]) -> tuple[tuple[Finding, ...], Mapping[str, list[str]]]:
    """What is found in a pack with these faults, and the lines of its files."""
    with TemporaryDirectory() as temporary:
        folder = Path(shutil.copytree(shipped_packs() / PACK, Path(temporary) / PACK))
        for planted in batch:
            path = folder / planted.file
            before = path.read_text(encoding="utf-8")
            assert planted.old in before
            path.write_text(before.replace(planted.old, planted.new, 1), encoding="utf-8")
        files = {
            path.relative_to(folder).as_posix(): path
            for path in folder.rglob("*.*")
            if path.suffix != ".docx"
        }
        lines = {name: path.read_text(encoding="utf-8").splitlines() for name, path in files.items()}
        return check_pack(folder), lines


@pytest.mark.parametrize("name", pack_names())
def test_the_shipped_packs_have_no_fault(name: str) -> None:
    assert [str(found) for found in check_pack(shipped_packs() / name)] == []


def test_a_pack_of_another_family_has_no_fault(tmp_path: Path) -> None:
    folder = shutil.copytree(Path(__file__).parent / "fisheries", tmp_path / "fisheries")
    for name in ("agreement.docx", "agreement.md"):
        shutil.copy(shipped_packs() / PACK / name, folder)
    assert [str(found) for found in check_pack(folder)] == []


def test_there_are_more_than_thirty_faults() -> None:
    assert len({fault.name for fault in (*TEXTS, *WORDS)}) == len(TEXTS) + len(WORDS) > 30


@pytest.mark.parametrize("planted", TEXTS, ids=lambda planted: planted.name)
def test_a_fault_of_a_text_is_found_on_its_line(planted: Planted) -> None:
    findings, lines = _checked(next(batch for batch in BATCHES if planted in batch))
    file = planted.reported or planted.file
    found = _one([one for one in findings if one.file == file], planted)
    assert planted.at in "".join(lines[file][found.line - 1 : found.line])
    assert 1 <= found.line <= len(lines[file]) + 1


@pytest.mark.parametrize("planted", WORDS, ids=lambda planted: planted.name)
def test_a_fault_of_a_word_file_is_found_at_its_place(planted: Planted) -> None:
    source = _changed((shipped_packs() / PACK / "agreement.docx").read_bytes(), planted)
    _, findings = check_word(source, "agreement.docx", CONTEXT, needed=STYLES, strict=True)
    found = _one(findings, planted)
    assert planted.at in f"{found.place}, {found.message}"


def _one(findings: Sequence[Finding], planted: Planted) -> Finding:
    """The finding that must be there."""
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


@pytest.mark.parametrize("content", ["", "[a]", "name: [", "phrases:\nwords: 5\nnumbers: [a]\norder: {}\n"])
def test_a_manifest_that_is_none_is_a_fault_and_no_crash(content: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(content, encoding="utf-8")
    (tmp_path / "clauses").mkdir()
    clause = '---\ntopic: title\n---\n{{ w.this }} {{ "x" | phrased }}\n'
    (tmp_path / "clauses" / "title.md").write_text(clause, encoding="utf-8")
    found = {(one.file, one.severity) for one in check_pack(tmp_path)}
    assert {("pack.yaml", "fault"), ("agreement.docx", "fault"), ("agreement.md", "fault")} <= found
