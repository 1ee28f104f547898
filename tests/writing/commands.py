"""Every command that writes, in one table: what stands in the folder before, what is run, what comes of it.

A command that is to be killed and to meet full disks gets a row here, and nothing else.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final

import docx
import pytest
from tests.cli.runner import US, Run
from typer.main import get_command

from treatydraft import api, schemas
from treatydraft.cli import diff
from treatydraft.cli.app import app
from treatydraft.cli.batches import Plan
from treatydraft.cli.replacing import sweep

_TEXT: Final = """Agreement on fish

Article 1

This Agreement is valid for {} years.

Article 2

The Parties shall consult within 24 hours.
"""


@dataclass(frozen=True, slots=True)
class Writing:
    """A command that writes; IN and OUT in its words are the folders of the inputs and of what it writes."""

    name: str
    run: str  # what is killed, or meets the fault
    before: str = ""  # what writes the old files; nothing where the command makes new ones
    copied: str = ""  # a file of the inputs that lies in the folder from the start
    status: int = 0


WRITINGS = (
    Writing(
        "render",
        "render IN/new.yaml --to md,json --out OUT",
        before="render IN/old.yaml --to md,json --out OUT",
    ),
    Writing("render-new", "render IN/new.yaml --to md,txt --out OUT/deep/er"),
    Writing("new", "new fish --party US,UA --out OUT"),
    Writing(
        "spec",
        "read IN/new.txt --to spec --out OUT/fish.yaml --force",
        before="read IN/old.txt --to spec --out OUT/fish.yaml",
        status=1,
    ),
    Writing(
        "read", "read IN/new.txt --out OUT/fish.json --force", before="read IN/old.txt --out OUT/fish.json"
    ),
    Writing("read-new", "read IN/new.txt --out OUT/deep/fish.md"),
    Writing(
        "redline",
        "diff IN/old.docx IN/new.docx --out OUT/fish.docx --force",
        before="diff IN/old.docx IN/old.docx --out OUT/fish.docx",
        status=1,
    ),
    Writing(
        "report",
        "diff IN/old.txt IN/new.txt --out OUT/fish.html --force",
        before="diff IN/old.txt IN/old.txt --out OUT/fish.html",
        status=1,
    ),
    Writing(
        "matrix",
        "matrix IN/old.txt IN/new.txt --out OUT/fish.xlsx --force",
        before="matrix IN/old.txt --out OUT/fish.xlsx",
    ),
    Writing("fix", "lint OUT/slips.yaml --fix --select TD906", copied="slips.yaml"),
    Writing(
        "remarks",
        "lint IN/new.docx --out OUT/fish.docx --force",
        before="lint IN/old.docx --out OUT/fish.docx",
        status=1,
    ),
    Writing(
        "facts",
        "facts IN/new.txt --json --out OUT/fish.json --force",
        before="facts IN/old.txt --json --out OUT/fish.json",
    ),
)


def make_inputs(folder: Path) -> Path:
    """Two versions of one text and of one spec, and a spec with slips that can be mended."""
    folder.mkdir(parents=True)
    spec = US.read_text(encoding="utf-8")
    for name, years, notice in (("old", "ten", "6 months"), ("new", "twelve", "7 months")):
        text = _TEXT.format(years)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.yaml").write_text(spec.replace("6 months", notice), encoding="utf-8")
        document = docx.Document()
        for paragraph in text.split("\n\n"):
            document.add_paragraph(paragraph.strip())
        document.save(str(folder / f"{name}.docx"))
    slips = spec.replace("The Parties intend to cooperate", "The Parties  intend to  cooperate")
    (folder / "slips.yaml").write_text(slips, encoding="utf-8")
    return folder


# Slow, and the same each time.
_SLOW: Final = (
    (Plan, "make"),
    (diff, "_redline"),
    (schemas, "schema"),
    (api, "starter"),
    (api, "spec_of"),
    (api, "check_spec"),
    (api, "lint_job"),
)
_FOUND: dict[str, dict[str, Any]] = {}
_COMMAND: Final = get_command(app)  # made once, which takes longer than most commands here


def remember_what_is_slow(patch: pytest.MonkeyPatch) -> None:
    """Draft, read and compare once only: what is tested comes after that."""
    for owner, name in _SLOW:
        patch.setattr(owner, name, _remembered(getattr(owner, name)))


def _remembered(function: Callable[..., Any]) -> Callable[..., Any]:
    found: dict[str, Any] = _FOUND.setdefault(function.__qualname__, {})

    def remembered(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - of any function
        key = repr((arguments, named))
        if key not in found:
            found[key] = function(*arguments, **named)
        return found[key]

    return remembered


class Stage:
    """A folder that a command writes to, set back to its old files as often as is wanted."""

    def __init__(self, writing: Writing, folder: Path) -> None:
        self.writing = writing
        self._inputs = make_inputs(folder / "in")
        self.out = folder / "out"
        self._kept = folder / "kept"
        self._kept.mkdir()
        if writing.copied:
            shutil.copy(self._inputs / writing.copied, self._kept)
        self.set_back()
        if writing.before:
            self._succeeds(writing.before)
            shutil.rmtree(self._kept)
            shutil.copytree(self.out, self._kept)
        self.old = self._files()
        self._succeeds(writing.run)
        self.new = self._files()
        self.set_back()

    def set_back(self) -> None:
        """Only the old files are there."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self._kept, self.out)

    def run(self) -> Run:
        """Run the command."""
        return self._run(self.writing.run)

    def assert_whole(self) -> str:
        """Each file is the old one or the new one, and there is none beside but our own; which they are."""
        kinds = set()
        for name, data in self._files().items():
            if not name.rpartition("/")[2].startswith(".treatydraft"):
                assert data in (self.old.get(name), self.new.get(name)), f"{name} is neither old nor new"
                kinds.add("new" if data == self.new.get(name) else "old")
        return " and ".join(sorted(kinds)) or "no file yet"

    def assert_new(self) -> None:
        """The files are those of an undisturbed run, and nothing else lies beside them."""
        found = self._files()
        assert sorted(found) == sorted(self.new)
        for name, data in found.items():
            assert data == self.new[name], f"{name} is not the new one"

    def assert_next_run_is_clean(self) -> None:
        """The next run succeeds and leaves nothing of the one before; a new file may be there already."""
        run = self.run()
        if run.status == 2 and not self.writing.before and self._has_all():
            assert "already" in run.err
            self._sweep()
        else:
            assert run.status == self.writing.status, run.err
        self.assert_new()

    def _has_all(self) -> bool:
        return set(self.new) <= set(self._files())

    def _sweep(self) -> None:
        """What the next run of any command in these folders does first."""
        for folder in {self.out, *(path for path in self.out.rglob("*") if path.is_dir())}:
            sweep(folder)

    def _succeeds(self, command: str) -> None:
        run = self._run(command)
        assert run.status in (0, self.writing.status), run.err

    def _run(self, command: str) -> Run:
        out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            _COMMAND(self._words(command))
        return Run(int(ended.value.code or 0), *(_printed(stream) for stream in (out, err)))

    def _words(self, command: str) -> Sequence[str]:
        places = {"IN": str(self._inputs), "OUT": str(self.out)}
        return ["/".join(places.get(part, part) for part in word.split("/")) for word in command.split()]

    def _files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file()
        }


def _printed(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
