"""Specs and received documents in any mix, as documents: what several commands take."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from treatydraft.cli.reporting import FAILED, FOUND, chosen, fail, faults, say, say_problems
from treatydraft.cli.vocabulary import vocabulary_for

if TYPE_CHECKING:
    from treatydraft.api import Job
    from treatydraft.comparison.compare import Text
    from treatydraft.document import tree
    from treatydraft.linting import Rule, Settings, Stage
    from treatydraft.linting.report import Report

_SPECS = (".yaml", ".yml")
REVISIONS = ("accepted", "rejected", "kept")
STDIN = Path("-")


def documents(files: Sequence[Path], *, revisions: str) -> "Iterator[tuple[Path, tree.Document]]":
    """Each file with the document that it holds or that its spec drafts; a fault ends the command."""
    wanted = chosen("--revisions", revisions, REVISIONS)
    with faults():
        for file in files:
            with spec_faults():
                document = _job(file).draft() if is_spec(file) else received(file, wanted)
            yield file, document


def compared_texts(files: tuple[Path, Path], revisions: str, pack: str) -> "tuple[Text, Text]":
    """Both sides of a comparison."""
    old, new = files
    return _compared_text(old, revisions, pack), _compared_text(new, revisions, pack)


def _compared_text(file: Path, revisions: str, pack: str) -> "Text":
    """One side of a comparison; a spec comes with what it states."""
    from treatydraft.comparison.compare import Text

    if not is_spec(file):
        document = received(file, revisions)
        return Text(document, str(file), vocabulary_for(document, pack))
    from treatydraft.facts import facts_of_spec

    with spec_faults():
        job = _job(file)
        document = job.draft()
        vocabulary = vocabulary_for(document, pack)
        return Text(document, str(file), vocabulary, facts_of_spec(job.spec, vocabulary))


def word_file(file: Path, revisions: str, pack: str) -> bytes:
    """The Word file of one side of a redline: its own, or one that is drafted from what it holds."""
    import sys

    from treatydraft.readers.formats import format_of
    from treatydraft.readers.lines import ReadError

    if is_spec(file):
        with spec_faults():
            return _job(file).render("docx")
    try:
        data = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
        return data if format_of(file.name, data) == "docx" else _drafted(data, file, revisions, pack)
    except ReadError as error:
        fail(f"{file}: {error}")
    except OSError as error:
        fail(f"{file}: the file cannot be read: {(error.strerror or str(error)).lower()}")


def _drafted(data: bytes, file: Path, revisions: str, pack: str) -> bytes:
    """What a file of another format holds, as a Word file."""
    from treatydraft import api
    from treatydraft.packs import find_pack

    document = api.read_bytes(data, file.name, revisions=revisions)
    return api.render(document, "docx", pack=find_pack(document.pack or pack))


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


def linted(
    file: Path, stage: "Stage | None", settings: "Settings", pack: str, rules: "Sequence[Rule]"
) -> "Report":
    """What the rules find in a spec or in a document."""
    from treatydraft import api
    from treatydraft.spec import UnknownPackError

    if is_spec(file):
        with spec_faults():
            return api.lint_job(_job(file), stage=stage, settings=settings, rules=rules)
    document = received(file, "kept")
    try:
        return api.lint_document(document, str(file), pack, stage=stage, settings=settings, rules=rules)
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")


def say_doubts(document: "tree.Document", file: Path, most: int) -> None:
    """What a reader was not sure of, with its place, at most so many lines."""
    doubts = document.received.doubts
    for doubt in doubts[:most]:
        say(f"note: {': '.join(filter(None, (str(file), doubt.place, doubt.message)))}")
    if len(doubts) > most:
        say(f"note: {file}: {len(doubts) - most} more; --to json has all of them")


def is_spec(file: Path) -> bool:
    """Whether a file is a spec, by its name."""
    return file.suffix.lower() in _SPECS


def _job(file: Path) -> "Job":
    from treatydraft import api

    return api.job(file)


@contextmanager
def spec_faults() -> Iterator[None]:
    """Say what is wrong in a spec, with its places, and end the command."""
    from treatydraft import api

    try:
        yield
    except api.SpecError as error:
        say_problems(error.problems, error.source)
        unreadable = any(problem.unreadable for problem in error.problems)
        raise typer.Exit(FAILED if unreadable else FOUND) from None
