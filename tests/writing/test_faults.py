"""Each system call of each command that writes fails once: the old files or the new ones are there, whole."""

import errno
from dataclasses import dataclass

import pytest
from tests.writing.calls import watched
from tests.writing.commands import WRITINGS, Stage, Writing, remember_what_is_slow

SHORT = 0  # no error: the system takes a part of the bytes
MOST = 60  # calls of one name in one command

# What fails, with what; whether the command can go on: where it says nothing, it depends on what was opened.
FAULTS: list[tuple[str, int, bool | None]] = [
    ("open", errno.EACCES, None),
    ("open", errno.ENOSPC, None),  # what a lock tries first may fail, and it goes on
    ("write", errno.ENOSPC, False),
    ("write", errno.EIO, False),
    ("write", SHORT, True),
    ("fsync", errno.EIO, False),
    ("fchmod", errno.EPERM, True),
    ("replace", errno.EACCES, False),
    ("link", errno.EIO, False),
    ("link", errno.EPERM, True),  # a file system without hard links
    ("unlink", errno.EIO, True),
    ("mkdir", errno.EACCES, None),  # of a folder that is there, nobody misses it
    ("scandir", errno.EACCES, True),
    ("close", errno.EIO, None),
    ("flock", errno.ENOLCK, True),  # a file system without locks
]


@dataclass
class Fault:
    """Lets the n-th call of a name fail."""

    call: str
    nth: int
    error: int
    struck: bool = False

    def __call__(self, name: str, count: int) -> bool | None:
        if (name, count) != (self.call, self.nth):
            return None
        self.struck = True
        if self.error == SHORT:
            return True
        raise OSError(self.error, errno.errorcode[self.error])


# Those of one shape make the same calls.
SAMPLED = ("render", "render-new", "new", "read-new", "matrix")
ROWS = [
    pytest.param(writing, id=writing.name, marks=() if writing.name in SAMPLED else pytest.mark.long)
    for writing in WRITINGS
]


@pytest.fixture(scope="module", params=ROWS)
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    writing: Writing = request.param
    return Stage(writing, tmp_path_factory.mktemp(writing.name))


@pytest.mark.parametrize(
    ("call", "error", "goes_on"),
    FAULTS,
    ids=[f"{call}-{errno.errorcode.get(error, 'short')}" for call, error, _ in FAULTS],
)
def test_a_call_fails(
    stage: Stage, call: str, error: int, *, goes_on: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_what_is_slow(monkeypatch)
    for nth in range(1, MOST):
        stage.set_back()
        fault = Fault(call, nth, error)
        with watched(stage.out, fault):
            run = stage.run()
        if not fault.struck:
            return
        if run.status == stage.writing.status:
            assert goes_on is not False, f"{call} {nth} failed and nobody heard of it"
        else:
            assert not goes_on, run.err
            assert run.status == 2
            assert run.err.count("\n") == 1, run.err
            assert str(stage.out) in run.err
            assert ".treatydraft-" not in run.err
        stage.assert_whole()
        stage.assert_next_run_is_clean()
    pytest.fail(f"more than {MOST} calls of {call}")
