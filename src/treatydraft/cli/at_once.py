"""The same task for two things at once: for the second in a process of its own, where that is safe."""

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO, NoReturn, TypeAlias, TypeVar, cast

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_Task: TypeAlias = Callable[[_Given], _Made]


def both(task: _Task[_Given, _Made], first: _Given, second: _Given) -> tuple[_Made, _Made]:
    """What the task makes of each.

    A task that fails in the other process is done again in this one, which then says what is wrong. So
    nothing depends on whether there is another process.
    """
    if not _can_fork():
        return task(first), task(second)
    reading, writing = os.pipe()
    gc.freeze()  # what is shared with the other process stays shared
    child = os.fork()
    if not child:
        os.close(reading)
        _hand_over(task, second, writing)
    os.close(writing)
    with open(reading, "rb") as answer:  # noqa: PTH123 - a pipe has no path
        try:
            one, other = task(first), _received(answer)
            return one, task(second) if other is None else cast("_Made", other)
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _can_fork() -> bool:
    """Whether a copy of this process is sound, on Linux where one thread runs, and a core is free for it."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _hand_over(task: _Task[_Given, _Made], given: _Given, writing: int) -> NoReturn:
    """The other process, which writes what it made into the pipe and nothing else anywhere."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)
        with open(writing, "wb") as answer:
            answer.write(pickle.dumps(task(given), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


def _received(answer: BinaryIO) -> object:
    """What the other process made; nothing where it failed, or was ended before it had written all."""
    try:
        return pickle.loads(answer.read())  # noqa: S301 - written by this program
    except (EOFError, pickle.UnpicklingError):
        return None
