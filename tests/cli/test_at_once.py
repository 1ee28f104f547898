"""The second of two tasks may be done in another process, and nothing depends on that."""

import os

import pytest

from treatydraft.cli import at_once

HERE = os.getpid()


@pytest.mark.parametrize("forks", [True, False])
def test_both_are_done(monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    monkeypatch.setattr(at_once, "_can_fork", lambda: forks)
    assert at_once.both(str.upper, "old", "new") == ("OLD", "NEW")


def test_the_second_is_done_in_another_process_and_again_here_where_it_fails_there(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def task(given: str) -> str:
        if given == "new" and os.getpid() != HERE:
            os.write(2, b"a message that nobody sees\n")
            raise SystemExit(given)
        return f"{given} {os.getpid() == HERE}"

    monkeypatch.setattr(at_once, "_can_fork", lambda: True)
    assert at_once.both(task, "old", "new") == ("old True", "new True")
    assert at_once.both(task, "old", "newer") == ("old True", "newer False")
    assert capfd.readouterr().err == ""


def test_a_first_task_that_fails_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_once, "_can_fork", lambda: True)
    with pytest.raises(ZeroDivisionError):
        at_once.both(lambda given: 1 / given, 0, 1)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
