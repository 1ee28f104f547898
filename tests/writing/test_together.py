"""Several runs that write to one place at once: each file is whole, and nobody's is lost."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import filelock
import pytest

from treatydraft.cli import outputs, replacing
from treatydraft.cli.outputs import OutputError, write_outputs
from treatydraft.cli.replacing import sweep, write_atomically
from treatydraft.cli.targets import TakenError

DEAD = ".treatydraft-0123456789abcdef.tmp"


def test_one_of_many_makes_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --force nobody replaces what another run has just written, though none was there to be seen."""
    meeting = threading.Barrier(8)

    def met(*_: object) -> None:
        meeting.wait(10)

    monkeypatch.setattr(replacing, "existing", met)  # all have looked before any has written

    def write(data: bytes) -> bytes | None:
        try:
            write_atomically(tmp_path / "a.md", data, new=True)
        except TakenError:
            return None
        return data

    with ThreadPoolExecutor(8) as pool:
        written = [data for data in pool.map(write, [bytes([n]) * 100_000 for n in range(8)]) if data]
    assert written == [(tmp_path / "a.md").read_bytes()]
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_the_last_of_many_that_replace_wins_whole(tmp_path: Path) -> None:
    versions = [bytes([n]) * 100_000 for n in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda data: write_atomically(tmp_path / "a.md", data), versions))
    assert (tmp_path / "a.md").read_bytes() in versions
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_folders_take_turns(tmp_path: Path) -> None:
    versions = [{"a.md": bytes([n]) * 1000, "b.md": bytes([n]) * 1000} for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(lambda files: write_outputs(tmp_path, files, force=False), versions))
    assert {outcome.fate for one in outcomes for outcome in one} == {"written"}
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.md")} in versions


def test_a_run_that_holds_a_folder_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "_WAIT", 0.05)
    with (
        filelock.FileLock(tmp_path / ".treatydraft.lock"),
        pytest.raises(OutputError, match="another run is writing here; try again"),
    ):
        write_outputs(tmp_path, {"a.md": b""}, force=True)
    assert not (tmp_path / "a.md").exists()


class TestSweeping:
    """What killed runs have left is deleted, and what belongs to others is not."""

    def test_of_a_dead_run(self, tmp_path: Path) -> None:
        (tmp_path / DEAD).write_bytes(b"half a dra")
        write_atomically(tmp_path / "a.md", b"")
        assert [path.name for path in tmp_path.iterdir()] == ["a.md"]

    def test_a_run_that_lives_is_left_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fill = replacing._fill

        def slow(handle: int, data: bytes) -> None:
            before = set(tmp_path.iterdir())
            sweep(tmp_path)
            assert set(tmp_path.iterdir()) == before != set()
            fill(handle, data)

        monkeypatch.setattr(replacing, "_fill", slow)
        write_atomically(tmp_path / "a.md", b"whole")
        assert (tmp_path / "a.md").read_bytes() == b"whole"

    def test_a_file_swept_before_it_was_locked_is_made_anew(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lock = replacing._lock
        swept: list[Path] = []

        def late(handle: int, *, wait: bool) -> bool | None:
            if wait and not swept:
                swept.extend(tmp_path.iterdir())
                sweep(tmp_path)
            return lock(handle, wait=wait)

        monkeypatch.setattr(replacing, "_lock", late)
        write_atomically(tmp_path / "a.md", b"whole")
        assert len(swept) == 1
        assert [path.name for path in tmp_path.iterdir()] == ["a.md"]

    @pytest.mark.parametrize(
        "name",
        [
            "a.tmp",
            ".treatydraft-notes.tmp",
            ".treatydraft-0123456789abcdef",
            "x.treatydraft-0123456789abcdef.tmp",
        ],
    )
    def test_other_names_are_not_ours(self, name: str, tmp_path: Path) -> None:
        (tmp_path / name).touch()
        sweep(tmp_path)
        assert (tmp_path / name).exists()

    def test_a_link_with_such_a_name_is_left(self, tmp_path: Path) -> None:
        (tmp_path / "mine").write_bytes(b"mine")
        (tmp_path / DEAD).symlink_to(tmp_path / "mine")
        sweep(tmp_path)
        assert (tmp_path / "mine").read_bytes() == b"mine"

    @pytest.mark.parametrize(("age", "left"), [(0, True), (7200, False)], ids=["fresh", "old"])
    def test_without_locks_age_tells(
        self, age: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, left: bool
    ) -> None:
        monkeypatch.setattr(replacing, "_lock", lambda *_, **__: None)
        (tmp_path / DEAD).touch()
        os.utime(tmp_path / DEAD, (time.time() - age,) * 2)
        sweep(tmp_path)
        assert (tmp_path / DEAD).exists() == left


def test_what_was_written_before_a_failure_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = outputs.write_atomically

    def full(path: Path, data: bytes) -> None:
        if path.name == "c.md":
            raise OutputError.about(path, OSError(28, "No space left on device"))
        write(path, data)

    monkeypatch.setattr(outputs, "write_atomically", full)
    with pytest.raises(OutputError, match=r"c\.md: .*; written before that: 2 of 4 files"):
        write_outputs(tmp_path, dict.fromkeys(["a.md", "b.md", "c.md", "d.md"], b""), force=False)
