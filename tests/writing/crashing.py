"""Kill commands that write, again and again: `python -m tests.writing.crashing FOLDER KILLS SEED NAME…`.

It runs in a process of its own, with one thread, whose forks are the runs that are killed. Each kill is
followed by a look at what is there and by a run that nobody disturbs. What was found is printed as JSON.
"""

import gc
import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.writing.calls import watched
from tests.writing.commands import WRITINGS, Stage, remember_what_is_slow

_MANY = 100  # kills; with fewer, a sample of the rest is taken too
_AT_EACH_CALL = ("render", "matrix")  # one that writes a folder, and one that writes a file
_TRIES = 20  # for one kill: a run may have ended before it is killed


class Crashes:
    """The kills of one command."""

    def __init__(self, stage: Stage, chance: random.Random, run: Callable[[], object]) -> None:
        self._stage, self._chance, self._run = stage, chance, run
        self._first, self._whole = _first_write_and_whole(stage, run)
        self.found: Counter[str] = Counter()

    def at_each_call(self) -> None:
        """Let the process die before its first system call about the folder, its second, and so on."""
        nth = 1
        while _died(_forked(partial(self._die_at, nth))):
            self._look("at a call")
            nth += 1

    def at_random(self, kills: int) -> None:
        """Kill so many runs, half of them at any time, half of them once the writing has begun."""
        for kill in range(kills):
            until = self._kill_writing if kill % 2 else self._kill_any_time
            if not any(until() for _ in range(_TRIES)):
                raise AssertionError("runs end before they can be killed")
            self._look("at random")

    def _die_at(self, nth: int) -> None:
        """Die before the n-th call; every other write takes a part of the bytes, so that files can be cut."""
        calls = 0

        def die(name: str, count: int) -> bool:
            nonlocal calls
            calls += 1
            if calls == nth:
                os.kill(os.getpid(), signal.SIGKILL)
            return name == "write" and count % 2 == 1

        with watched(self._stage.out, die):
            self._stage.run()

    def _kill_any_time(self) -> bool:
        child = _forked(self._run)
        time.sleep(self._chance.uniform(0, self._whole))
        return self._killed(child)

    def _kill_writing(self) -> bool:
        reading, writing = os.pipe()

        def begun(*_: object) -> bool:
            os.write(writing, b".")
            return False

        def run() -> None:
            with watched(self._stage.out, begun):
                self._stage.run()

        child = _forked(run)
        os.close(writing)
        select.select([reading], [], [])
        rest = self._whole - self._first
        time.sleep(max(0.0, self._chance.uniform(-rest, rest)))  # at once every second time: it may be short
        os.close(reading)
        return self._killed(child)

    def _killed(self, child: int) -> bool:
        os.kill(child, signal.SIGKILL)
        if _died(child):
            return True
        self._stage.set_back()
        return False

    def _look(self, when: str) -> None:
        self.found[when] += 1
        self.found[self._stage.assert_whole()] += 1
        self.found["left a temporary file"] += any(self._stage.out.rglob(".treatydraft-*"))
        self._stage.assert_next_run_is_clean()
        self._stage.set_back()


def _first_write_and_whole(stage: Stage, run: Callable[[], object]) -> tuple[float, float]:
    """After how many seconds the first call is made, and the last, in a run that has loaded all it needs."""
    run()
    stage.set_back()
    begun = time.perf_counter()
    calls: list[float] = []

    def note(*_: object) -> bool:
        calls.append(time.perf_counter() - begun)
        return False

    with watched(stage.out, note):
        run()
    stage.set_back()
    return calls[0], calls[-1]


def _forked(run: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    gc.disable()  # it would touch, and so copy, all that the fork shares
    try:
        run()
    finally:
        os._exit(0)


def _died(child: int) -> bool:
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(folder: str, kills: str, seed: str, *names: str) -> None:
    """Kill each of these commands; with few kills, what is slow about them has been done before."""
    is_sample = int(kills) < _MANY
    for writing in WRITINGS:
        if writing.name in names:
            stage = Stage(writing, Path(folder) / writing.name)
            patch = pytest.MonkeyPatch()
            remember_what_is_slow(patch)
            run = stage.run if is_sample else partial(_slowly, stage, patch)
            crashes = Crashes(stage, random.Random(seed), run)  # noqa: S311
            if not is_sample or writing.name in _AT_EACH_CALL:
                crashes.at_each_call()
            crashes.at_random(int(kills))
            sys.stdout.write(json.dumps({"name": writing.name, **crashes.found}) + "\n")


def _slowly(stage: Stage, patch: pytest.MonkeyPatch) -> None:
    """Run a command with all that is slow about it."""
    patch.undo()
    stage.run()
    remember_what_is_slow(patch)


if __name__ == "__main__":
    main(*sys.argv[1:])
