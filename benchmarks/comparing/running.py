"""Run a command in a process of its own → its wall time, from before it starts, and its peak memory.

The file is also the small program that does it: the peak that a system reports for a process is at least what
its parent held when it started, and this program holds little.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 600  # after which a tool is not waited for
_KIB = 1 if sys.platform.startswith("linux") else 1024  # what the peak is told in


@dataclass(frozen=True, slots=True)
class Run:
    """How one run went."""

    seconds: float
    mebibytes: float
    said: str  # the last line that it printed


def run(command: Sequence[str]) -> Run:
    """One run of a command."""
    # As what is installed runs: with its bytecode at hand, whatever this shell says of keeping it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.NamedTemporaryFile() as log:
        measured = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-I", "-S", __file__, log.name, *command],
            env=environment,
            capture_output=True,
            check=True,
            text=True,
        )
        seconds, kibibytes = json.loads(measured.stdout)
        lines = Path(log.name).read_text("utf-8", "replace").strip().splitlines()
    return Run(seconds, kibibytes / 1024, lines[-1] if lines else "")


def best(command: Sequence[str], out: Path, times: int) -> Run:
    """The fastest of some runs that make a file; the first that makes none where there is one."""
    runs: list[Run] = []
    for _ in range(times):
        out.unlink(missing_ok=True)
        runs.append(run(command))
        if not out.exists():
            return runs[-1]
    return min(runs, key=lambda one: one.seconds)


def _main(log: str, *command: str) -> None:
    with Path(log).open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        watch = threading.Timer(_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
        watch.start()
        _, _, usage = os.wait4(process.pid, 0)
        watch.cancel()
        seconds = time.perf_counter() - start
    print(json.dumps([seconds, usage.ru_maxrss / _KIB]))


if __name__ == "__main__":
    _main(*sys.argv[1:])
