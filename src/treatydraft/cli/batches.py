"""Draft many specs, one after the other or in several processes, with the same results in the same order."""

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from treatydraft.cli.reporting import FAILED, FOUND, RefusedError, hidden_packs, told_problems, user_errors

if TYPE_CHECKING:
    from treatydraft.api import Job

ALL = "all"
OFFICE = "libreoffice"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one spec: its files by name, and what is to be said."""

    files: dict[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()  # each is said once in a run
    faults: tuple[str, ...] = ()
    status: int = 0
    last: bool = False  # whether the command ends here


@dataclass(frozen=True, slots=True)
class Plan:
    """What is made of each spec."""

    formats: tuple[str, ...]
    alternat: str
    template: Path | None
    pdf_via: str

    @property
    def has_threads(self) -> bool:
        """Whether drafting starts threads in its process."""
        return "pdf" in self.formats and self.pdf_via != OFFICE

    def make(self, path: Path) -> Made:
        """Draft one spec; what a user can cause is in the result and is not raised."""
        from treatydraft import api

        notes: list[str] = []
        try:
            job = api.job(path)
            notes += hidden_packs(job.spec.pack)
            return Made(dict(self._files(job, notes)), tuple(notes))
        except api.SpecError as error:
            problems = tuple(told_problems(error.problems, error.source))
            unreadable = any(problem.unreadable for problem in error.problems)
            return Made(notes=tuple(notes), faults=problems, status=FAILED if unreadable else FOUND)
        except user_errors() as error:
            return Made(notes=tuple(notes), faults=(str(error),), status=FAILED, last=True)

    def _files(self, job: "Job", notes: list[str]) -> Iterator[tuple[str, bytes]]:
        for original in self._originals(job):
            suffix = f".{original.lower()}" if original else ""
            for name in self.formats:
                yield f"{job.spec.id}{suffix}.{name}", self._bytes(job, original, name, notes)

    def _originals(self, job: "Job") -> list[str | None]:
        ids = [party.id for party in job.spec.parties]
        wanted = self.alternat.casefold()
        if wanted == ALL:
            return [*ids]
        if not wanted:
            return [None]
        found = [one for one in ids if one.casefold() == wanted]
        if not found:
            there = ", ".join(ids)
            raise RefusedError(f"--alternat: {job.name} has no party {self.alternat}; there are {there}")
        return [found[0]]

    def _bytes(self, job: "Job", original: str | None, to: str, notes: list[str]) -> bytes:
        if self.template is not None:
            filled = job.through(self.template, original)
            notes += filled.notes
            return filled.data
        if to == "pdf" and self.pdf_via == OFFICE:
            return job.pdf_by_office(original)
        return job.render(to, original)


def made(plan: Plan, specs: Sequence[Path], jobs: int) -> Iterator[Made]:
    """What comes of each spec, in the order of the specs, drafted in so many processes.

    The first is drafted here: it loads the pack and all else that the processes, which are forks, have. The
    engine that sets PDF has threads and cannot be forked; with it, each process begins from nothing.
    """
    first = 0 if plan.has_threads else 1
    jobs = min(jobs, len(specs) - first)
    here = first if jobs > 1 else len(specs)
    yield from map(plan.make, specs[:here])
    if jobs > 1:
        yield from _in_processes(plan, specs[here:], jobs)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _in_processes(plan: Plan, specs: Sequence[Path], jobs: int) -> Iterator[Made]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    forks = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork" if forks else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    try:
        with _no_interrupt():
            results = pool.map(partial(_make, plan), specs)
        yield from results
    except BrokenProcessPool:
        ended = "a process that drafted ended without a result, perhaps for want of memory; try --jobs 1"
        yield Made(faults=(ended,), status=FAILED, last=True)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let an interrupt wait until the processes have begun, which they do with it blocked."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Leave it to the process that waits for results to end this one, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _make(plan: Plan, path: Path) -> Made:
    """Draft one spec; an interrupt ends this work, and what was started for it, but not between two."""
    signal.signal(signal.SIGINT, lambda *_: sys.exit(128 + signal.SIGINT))
    try:
        return plan.make(path)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(FAILED)
