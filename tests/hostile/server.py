"""Runs commands, each in a process of its own that has imported everything already, and measures them.

As a script it reads a command as a line of JSON and prints what became of it as another.
"""

import gc
import io
import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Final

from tests.cli.runner import treatydraft
from tests.hostile.rows import GOOD

SECONDS: Final = 5  # of work: a busy machine changes nothing
MEGABYTES: Final = 500
_MEGABYTE: Final = 2**20
# What no input may make a command do, whatever comes of it.
_REFUSED_EVENTS: Final = ("socket.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "subprocess.Popen")
_WARM: Final = ("render {0} --check", "diff {0} {0}", "facts {0}")


class ReachedOutError(RuntimeError):
    """A command reached for the network or for another program."""


def main() -> None:
    """Answer until there are no more questions."""
    _warm_up()
    gc.collect()
    gc.freeze()  # else each child copies all that is there when it first collects
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps(_measured(question)), flush=True)  # noqa: T201 - this is its answer


def _warm_up() -> None:
    """Import what the commands import, so that no row pays for it."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "good.yaml")
        spec.write_text(GOOD, encoding="utf-8")
        for command in _WARM:
            treatydraft(*command.format(spec).split())


def _measured(question: dict[str, object]) -> dict[str, object]:
    reading, writing = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if not child:
        os.close(reading)
        _answer(question, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, ended, used = os.wait4(child, 0)
    answer = json.loads(said) if said else {"crash": f"ended by {_ending(ended)}", "status": -1}
    return {
        **answer,
        "wall": time.monotonic() - began,
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss // 1024,
    }


def _ending(status: int) -> str:
    return signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"status {status}"


def _answer(question: dict[str, object], pipe: int) -> None:
    """Run the command and end this process."""
    answer: dict[str, object]
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (4 * SECONDS, 4 * SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (8 * MEGABYTES * _MEGABYTE,) * 2)
        os.chdir(str(question["folder"]))
        if not question["uses_office"]:
            sys.addaudithook(_refuse)
        run = treatydraft(*question["arguments"])  # type: ignore[misc]
        answer = {"status": run.status, "out": run.out[-2000:], "err": run.err, "crash": ""}
    except BaseException:  # noqa: BLE001 - whatever it is, the test is to say it
        answer = {"status": -1, "crash": traceback.format_exc()}
    with io.FileIO(pipe, "w") as file:
        data = json.dumps(answer).encode()
        while data:
            data = data[file.write(data) or 0 :]
    os._exit(0)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED_EVENTS):
        raise ReachedOutError(f"{event} {arguments!r}")


if __name__ == "__main__":
    main()
