"""Specs and received documents in any mix, as documents: what several commands take."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from treatydraft.cli.reporting import FAILED, FOUND, chosen, fail, faults, say

if TYPE_CHECKING:
    from treatydraft.document import tree

_SPECS = (".yaml", ".yml")
REVISIONS = ("accepted", "rejected", "kept")
STDIN = Path("-")


def documents(files: Sequence[Path], *, revisions: str) -> "Iterator[tuple[Path, tree.Document]]":
    """Each file with the document that it holds or that its spec drafts; a fault ends the command."""
    wanted = chosen("--revisions", revisions, REVISIONS)
    with faults():
        for file in files:
            yield file, _drafted(file) if file.suffix.lower() in _SPECS else received(file, wanted)


def received(file: Path, revisions: str) -> "tree.Document":
    """The document in a file that somebody else wrote, `-` for standard input."""
    import sys

    from treatydraft import api
    from treatydraft.readers.lines import ReadError

    try:
        if file == STDIN:
            return api.read_bytes(sys.stdin.buffer.read(), "standard input", revisions=revisions)
        return api.read(file, revisions=revisions)
    except ReadError as error:
        fail(f"{file}: {error}")
    except OSError as error:
        fail(f"{file}: the file cannot be read: {(error.strerror or str(error)).lower()}")


def say_doubts(document: "tree.Document", file: Path, most: int) -> None:
    """What a reader was not sure of, with its place, at most so many lines."""
    doubts = document.received.doubts
    for doubt in doubts[:most]:
        say(f"note: {': '.join(filter(None, (str(file), doubt.place, doubt.message)))}")
    if len(doubts) > most:
        say(f"note: {file}: {len(doubts) - most} more; --to json has all of them")


def _drafted(file: Path) -> "tree.Document":
    from treatydraft import api

    try:
        return api.job(file).draft()
    except api.SpecError as error:
        for problem in error.problems:
            say(problem.render(error.source) + "\n")
        unreadable = any(problem.unreadable for problem in error.problems)
        raise typer.Exit(FAILED if unreadable else FOUND) from None
