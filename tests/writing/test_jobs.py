"""`render --jobs` in several processes says, writes and ends as in one, and ends when it is told to."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.runner import JAPAN, US, Run, treatydraft

COMMAND = [sys.executable, "-m", "treatydraft", "render"]


@pytest.fixture
def specs(tmp_path: Path) -> list[Path]:
    """Good specs, one that is not valid, one that is missing, and one that cannot be drafted, in turn."""
    good, invalid, missing, lunar = (tmp_path / f"{name}.yaml" for name in ("a", "b", "c", "d"))
    good.write_text(US.read_text(encoding="utf-8").replace("us-ukraine-2024", "a", 1), encoding="utf-8")
    invalid.write_text("treatydraft: 1\n", encoding="utf-8")
    lunar.write_text(
        US.read_text(encoding="utf-8").replace("house_style: us", "house_style: lunar"), encoding="utf-8"
    )
    return [invalid, US, missing, JAPAN, lunar, good]


def _run(out: Path, *arguments: object) -> Run:
    words = [*COMMAND, *map(str, arguments), "--to", "md", "--out", str(out)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120)
    return Run(done.returncode, done.stdout.replace(str(out), "OUT"), done.stderr.replace(str(out), "OUT"))


def test_the_same_in_the_same_order(specs: list[Path], tmp_path: Path) -> None:
    template = tmp_path / "note.md"
    template.write_text("{{ spec.id }}", encoding="utf-8")  # there is a note on it, said once
    runs, files = {}, {}
    for jobs in (1, 3):
        out = tmp_path / str(jobs)
        runs[jobs] = _run(out, *specs, "--jobs", jobs, "--template", template)
        files[jobs] = {path.name: path.read_bytes() for path in out.iterdir()}
    assert runs[1] == runs[3]
    assert files[1] == files[3]
    assert runs[1].status == 2
    assert [word for word in ("b.yaml", "note:", "c.yaml", "lunar") if word in runs[1].err]
    assert runs[1].err.count("note:") == 1
    assert runs[1].out.split() == [
        f"OUT/{name}.md" for name in ("us-ukraine-2024", "japan-ukraine-2024", "a")
    ]


def test_what_ends_the_command_comes_after_what_was_said_before(specs: list[Path], tmp_path: Path) -> None:
    run = _run(tmp_path / "out", *specs, "--jobs", 3, "--alternat", "JP")
    assert run.status == 2
    assert run.err.index("b.yaml") < run.err.index("--alternat: ")
    assert "c.yaml" not in run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("jobs", "expected"), [("0", "should be greater than or equal to 1"), ("x", "should be a valid integer")]
)
def test_refused(jobs: str, expected: str) -> None:
    run = treatydraft("render", US, "--jobs", jobs)
    assert run.status == 2
    assert expected in run.err


class TestInterrupted:
    """Ctrl-C, or the end of the run that waits, ends all processes without a word and nothing is written."""

    @pytest.fixture
    def running(self, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
        specs = [str(US)] * 40  # far more than there is time for
        process = subprocess.Popen(
            [*COMMAND, *specs, "--jobs", "2", "--out", str(tmp_path / "out")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        _wait(lambda: len(_children(process.pid)) == 2)
        yield process
        process.kill()
        process.communicate()

    def test_by_the_terminal(self, running: subprocess.Popen[bytes], tmp_path: Path) -> None:
        os.killpg(running.pid, signal.SIGINT)
        assert running.communicate(timeout=60) == (b"", b"")
        assert running.returncode == 130
        assert not (tmp_path / "out").exists()

    def test_in_one_process(self, running: subprocess.Popen[bytes], tmp_path: Path) -> None:
        os.kill(_children(running.pid)[1], signal.SIGKILL)
        assert running.communicate(timeout=60) == (
            b"",
            b"a process that drafted ended without a result, perhaps for want of memory; try --jobs 1\n",
        )
        assert running.returncode == 2
        assert not (tmp_path / "out").exists()

    def test_by_a_kill(self, running: subprocess.Popen[bytes]) -> None:
        children = _children(running.pid)
        running.kill()
        running.communicate(timeout=60)
        _wait(lambda: not any(map(_is_running, children)))


def _children(process: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _is_running(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def _wait(until: object) -> None:
    deadline = time.monotonic() + 60
    while not until():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.02)


class TestCheck:
    """`--check` names each file that is not what its spec gives now, and says why."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        spec = tmp_path / "spec.yaml"
        spec.write_bytes(US.read_bytes())
        assert treatydraft("render", spec, "--to", "md,txt,json,html", "--out", tmp_path / "out").status == 0
        return tmp_path

    def test_each_reason(self, folder: Path) -> None:
        spec, out = folder / "spec.yaml", folder / "out"
        spec.write_text(spec.read_text(encoding="utf-8").replace("6 months", "7 months"), encoding="utf-8")
        (out / "us-ukraine-2024.txt").write_text("edited", encoding="utf-8")
        (out / "us-ukraine-2024.json").unlink()
        (out / "us-ukraine-2024.pdf").write_bytes(b"%PDF")
        before = {path: path.read_bytes() for path in out.iterdir()}
        run = treatydraft("render", spec, "--to", "md,txt,json,pdf", "--out", out, "--check")
        name, stale = out / "us-ukraine-2024", "is not what its spec gives now:"
        assert run.status == 1
        assert run.err.splitlines() == [
            f"{name}.md: {stale} the spec, its pack or treatydraft has changed since",
            f"{name}.txt: {stale} a person has edited it",
            f"{name}.json: is missing",
            f"{name}.pdf: {stale} treatydraft did not write it",
        ]
        assert {path: path.read_bytes() for path in out.iterdir()} == before

    def test_nothing_to_say(self, folder: Path) -> None:
        run = treatydraft("render", folder / "spec.yaml", "--to", "md", "--out", folder / "out", "--check")
        assert (run.status, run.out, run.err) == (0, "", "")

    def test_no_folder_is_made(self, folder: Path) -> None:
        run = treatydraft("render", folder / "spec.yaml", "--to", "md", "--out", folder / "none", "--check")
        assert run.status == 1
        assert not (folder / "none").exists()

    def test_a_spec_that_cannot_be_read(self, folder: Path) -> None:
        run = treatydraft("render", folder / "no.yaml", "--to", "md", "--out", folder / "out", "--check")
        assert run.status == 2

    def test_a_file_that_cannot_be_read(self, folder: Path) -> None:
        (folder / "out" / "us-ukraine-2024.md").unlink()
        (folder / "out" / "us-ukraine-2024.md").symlink_to("us-ukraine-2024.txt")
        run = treatydraft("render", folder / "spec.yaml", "--to", "md", "--out", folder / "out", "--check")
        assert run.status == 2
        assert "is a link" in run.err
