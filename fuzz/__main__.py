"""Run the targets: `python -m fuzz SECONDS [TARGET …]`; each input that fails is kept in `fuzz/found/`."""

import faulthandler
import hashlib
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from types import FrameType
from typing import Final

from fuzz.targets import TARGETS, Target

FOUND: Final = Path(__file__).parent / "found"
_HANGS: Final = 20  # seconds of one input
_SECONDS: Final = 600.0


class HungError(BaseException):
    """An input that does not end; no `except Exception` may swallow it."""


def main(arguments: list[str]) -> int:
    """The exit status: 1 where anything failed."""
    seconds = float(arguments[0]) if arguments else _SECONDS
    names = arguments[1:] or list(TARGETS)
    failures = [_fuzzed(name, TARGETS[name], seconds) for name in names]
    return int(any(failures))


def _fuzzed(name: str, target: Target, seconds: float) -> int:
    """How many kinds of failures a target has."""
    seed = time.time_ns()
    random, counts, failures = Random(seed), Counter[str](), dict[str, str]()
    target.seeds()
    FOUND.mkdir(exist_ok=True)
    current = FOUND / f"{name}-current"
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = target.input(random)
        current.write_bytes(data)  # is left there where a library hangs and the process must be ended
        said = _tried(target, data, counts)
        if said and said not in failures:
            failures[said] = _kept(name, data)
            print(f"{name}: {failures[said]}\n{said}", flush=True)
    current.unlink(missing_ok=True)
    print(
        f"{name}: {counts.total():,} executions in {seconds:g} s: {counts['read']:,} read,"
        f" {counts['refused']:,} refused, {counts['failed']:,} failed in {len(failures)} ways; seed {seed}",
        flush=True,
    )
    return len(failures)


def _tried(target: Target, data: bytes, counts: Counter[str]) -> str:
    """The last lines of the traceback, by which failures are told apart; empty where nothing failed."""
    signal.signal(signal.SIGALRM, _hung)
    signal.alarm(_HANGS)
    faulthandler.dump_traceback_later(2 * _HANGS, exit=True)
    try:
        counts["read" if target.survives(data) else "refused"] += 1
    except (Exception, HungError) as error:  # noqa: BLE001 - that is what is sought
        counts["failed"] += 1
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        return f"{type(error).__name__}: " + " < ".join(
            f"{f.name} {Path(f.filename).name}:{f.lineno}" for f in frames
        )
    finally:
        signal.alarm(0)
        faulthandler.cancel_dump_traceback_later()
    return ""


def _hung(_signal: int, _frame: FrameType | None) -> None:
    raise HungError


def _kept(name: str, data: bytes) -> str:
    path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
