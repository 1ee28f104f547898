"""Each hostile input ends as its row says, with one line that says why, in little time and memory."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
from tests.hostile.office_files import REACHING
from tests.hostile.rows import Row
from tests.hostile.server import MEGABYTES, SECONDS
from tests.hostile.specs import SPECS
from tests.hostile.template_files import TEMPLATE_FILES
from tests.hostile.templates import TEMPLATES
from tests.hostile.texts import TEXTS
from tests.hostile.word_files import WORD_FILES

ROOT: Final = Path(__file__).parents[2]
TABLES: Final = {
    "spec": SPECS,
    "template": TEMPLATES | TEMPLATE_FILES,
    "word": WORD_FILES | REACHING,
    "text": TEXTS,
}
ROWS: Final[dict[str, Row]] = {
    f"{kind}: {name}": row for kind, table in TABLES.items() for name, row in table.items()
}
# What nobody would want to see on a terminal: a traceback, an object of the interpreter, a control character.
_UNSIGHTLY: Final = re.compile(r"Traceback|<class|object at 0x|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")

Run: TypeAlias = Callable[[Row, Path], dict[str, Any]]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Run the command of a row in a folder, in a process of its own."""
    command = [sys.executable, "-m", "tests.hostile.server"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdin
        assert server.stdout
        asked, answered = server.stdin, server.stdout

        def ask(row: Row, folder: Path) -> dict[str, Any]:
            question = {"folder": str(folder), "arguments": row.arguments(), "uses_office": row.uses_office}
            print(json.dumps(question), file=asked, flush=True)
            return dict(json.loads(answered.readline()))

        yield ask
        asked.close()


def test_there_are_more_than_eighty() -> None:
    assert len(ROWS) > 80


def _marked(place: int, name: str) -> Any:  # noqa: ANN401 - pytest keeps the class of a parameter for itself
    """The name of a row; `make test` runs each third of those that are quick, and `make test-long` all."""
    is_long = ROWS[name].is_long or place % 3
    return pytest.param(name, marks=[pytest.mark.long] if is_long else [])


@pytest.mark.parametrize("name", [_marked(place, name) for place, name in enumerate(ROWS)])
def test_a_hostile_input_ends_as_its_row_says(name: str, run: Run, tmp_path: Path) -> None:
    row = ROWS[name]
    row.write(tmp_path)
    before = _contents(tmp_path)
    answer = run(row, tmp_path)
    assert answer["crash"] == ""
    assert (answer["status"], said(answer["err"], row.says)) == (row.status, True), answer["err"]
    assert not _UNSIGHTLY.search(answer["err"])
    assert answer["seconds"] < SECONDS
    assert answer["megabytes"] < MEGABYTES
    if row.status == 2:  # it could not be done
        assert _contents(tmp_path) == before


REAL: Final = (
    "spec: alias bomb of 12 levels",
    "template: escape in a footnote",
    "word: sizes that lie",
    "text: page of 20,000 elements deep",
)


@pytest.mark.parametrize("name", REAL)
def test_a_process_of_a_person_ends_the_same_way(name: str, tmp_path: Path) -> None:
    """With as much memory as a row may take, and what Python itself reserves beside."""
    row = ROWS[name]
    row.write(tmp_path)
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({MEGABYTES * 2**20},) * 2)"
    start = f"{limits}; from treatydraft.cli import main; main()"
    command = [sys.executable, "-c", start, *row.arguments()]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=60, encoding="utf-8"
    )
    assert (done.returncode, said(done.stderr, row.says)) == (row.status, True), done.stderr


def said(err: str, line: str) -> bool:
    """Whether this is one of the lines; `…` stands for anything."""
    pattern = ".*".join(map(re.escape, line.split("…")))
    return not line or any(re.fullmatch(pattern, one) for one in err.splitlines())


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
