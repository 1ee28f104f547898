"""The format of a result: which one is asked for, JSON, and what a terminal takes of width and colour."""

import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from treatydraft.cli.reporting import chosen, fail

_WIDTH = 100  # columns where the terminal does not say
_ENDINGS = {"txt": "text", "yml": "spec", "yaml": "spec"}  # formats whose files end otherwise


def asked_format(
    to: str | None, out: Path | None, formats: Sequence[str], *, binary: Sequence[str] = ()
) -> str:
    """The format that `--to` names, else what the file ends in, else the first.

    An unknown one ends the command.

    Args:
        to: What `--to` says.
        out: The file for the result.
        formats: Those that the command knows; the first is for what is printed.
        binary: Those that cannot be printed, and want a file.
    """
    if to is None:
        ending = out.suffix.lower().removeprefix(".") if out is not None else ""
        named = _ENDINGS.get(ending, ending)
        to = named if named in formats else ending or formats[0]
    form = chosen("--to", to, formats)
    if form in binary and out is None:
        article = "an" if form == "xlsx" else "a"
        fail(f"{article} {form} file cannot be printed: name one with --out FILE.{form}")
    return form


def json_bytes(data: object) -> bytes:
    """What is printed as JSON."""
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()


def json_results(results: Sequence[Mapping[str, object]]) -> bytes:
    """The one result, or all of them as one."""
    many = {"treatydraft": 1, "kind": "results", "results": list(results)}
    return json_bytes(results[0] if len(results) == 1 else many)


def screen_width(otherwise: int = _WIDTH) -> int:
    """How many columns a line may have; in a pipe it is always the same."""
    return shutil.get_terminal_size((otherwise, 24)).columns if sys.stdout.isatty() else otherwise


def has_colour() -> bool:
    """Colour is for people, who may say that they want none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
