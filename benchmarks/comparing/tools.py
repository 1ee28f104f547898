"""The tools that compare two Word files: ours, and the peers that are installed, each as a command."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from comparing import office

Command: TypeAlias = Callable[[Path, Path, Path], Sequence[str]]
_DOCXODUS: Final = """\
import sys
from pathlib import Path
from python_redlines.engines import DocxodusEngine
older, newer, out = map(Path, sys.argv[1:])
out.write_bytes(DocxodusEngine().run_redline("bench", older, newer)[0])
"""
_VERSION: Final = "import sys, importlib.metadata; print(importlib.metadata.version(sys.argv[1]))"


@dataclass(frozen=True, slots=True)
class Tool:
    """What makes one file out of two."""

    name: str
    command: Command


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that is not installed."""

    name: str
    reason: str


def own(form: str) -> Tool:
    """Our command, for a redline or a report."""

    def command(old: Path, new: Path, out: Path) -> Sequence[str]:
        return [
            sys.executable, "-m", "treatydraft", "diff", str(old), str(new), "--to", form, "--out", str(out)
        ]  # fmt: skip

    return Tool(f"treatydraft diff --to {form}", command)


def peers(folder: Path | None, scratch: Path) -> list[Tool | Missing]:
    """The peers, those that are not installed with the reason.

    Args:
        folder: A virtual environment that has those in Python.
        scratch: Where LibreOffice's profile is made.
    """
    return [*(_installed(folder, package, command) for package, command in _PEERS.items()), _office(scratch)]


def _installed(folder: Path | None, package: str, command: Callable[[Path], Command]) -> Tool | Missing:
    if folder is None:
        return Missing(package, "no folder of peers was named: --peers or TREATYDRAFT_PEERS")
    asked = subprocess.run(  # noqa: S603 - the Python that the caller named
        [str(_python(folder)), "-c", _VERSION, package], capture_output=True, text=True, check=False
    )
    if asked.returncode:
        return Missing(package, f"not installed in {folder}")
    return Tool(f"{package} {asked.stdout.strip()}", command(folder))


def _python(folder: Path) -> Path:
    return folder / "bin" / "python"


def _trackdiff(folder: Path) -> Command:
    return lambda old, new, out: [str(folder / "bin" / "docx-trackdiff"), str(old), str(new), str(out)]


def _docxodus(folder: Path) -> Command:
    return lambda old, new, out: [str(_python(folder)), "-c", _DOCXODUS, str(old), str(new), str(out)]


def _redline(folder: Path) -> Command:
    program = str(folder / "bin" / "docx-redline")
    return lambda old, new, out: [program, "compare", str(old), str(new), "-o", str(out)]


def _jubarte(folder: Path) -> Command:
    program = str(folder / "bin" / "jubarte-redlines")
    return lambda old, new, out: [program, "compare", str(old), str(new), "-o", str(out)]


_PEERS: Final[dict[str, Callable[[Path], Command]]] = {
    "docx-trackdiff": _trackdiff,
    "python-redlines-docxodus": _docxodus,
    "docx-redline": _redline,
    "jubarte-redlines": _jubarte,
}


def _office(scratch: Path) -> Tool | Missing:
    program = shutil.which("libreoffice") or shutil.which("soffice")
    if program is None:
        return Missing("LibreOffice", "not installed")
    profile = scratch / "profile"
    office.make_profile(program, profile)
    return Tool("LibreOffice", lambda old, new, out: office.command(program, profile, old, new, out))
