"""How commands say what went wrong: on stderr, placed, without a traceback."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from treatydraft.spec import Problem

FOUND = 1  # done, and something was found
FAILED = 2  # could not be done


class RefusedError(Exception):
    """An option that does not fit what it is given for."""


def say(message: str) -> None:
    """Print to stderr: stdout is for results."""
    typer.echo(message, err=True)


def say_each(messages: Iterable[str], told: set[str] | None = None) -> None:
    """Print notes to stderr, without those that were told before."""
    for message in messages:
        if told is None or message not in told:
            say(f"note: {message}")
        if told is not None:
            told.add(message)


def hidden_packs(name: str) -> Iterator[str]:
    """For a pack that is found more than once, which one is used and which are hidden by it."""
    from treatydraft.packs import hidden_by, locate

    used = locate(name)
    for one in hidden_by(used):
        yield f"{name} is used from {used.folder}; the one in {one.folder} is hidden by it"


def fail(message: str, status: int = FAILED) -> NoReturn:
    """End the command with a message."""
    say(message)
    raise typer.Exit(status)


def chosen(option: str, word: str, allowed: Sequence[str]) -> str:
    """The word, if it is one of those that an option or argument takes; else the command ends."""
    if word in allowed:
        return word
    from treatydraft.spec import did_you_mean

    hint = did_you_mean(word, tuple(allowed))
    fail(f"{option}: there is no “{word}”; there are {', '.join(allowed)}" + (f" ({hint})" if hint else ""))


def say_problems(problems: "Sequence[Problem]", source: str) -> None:
    """Say what is wrong in a file."""
    for message in told_problems(problems, source):
        say(message)


def told_problems(problems: "Sequence[Problem]", source: str) -> Iterator[str]:
    """What is wrong in a file, each with its line: the first of them where there are very many."""
    from treatydraft.limits import current

    most = current().shown_problems
    for problem in problems[:most]:
        yield problem.render(source) + "\n"
    if len(problems) > most:
        yield f"{problems[0].file}: {len(problems) - most:,} more problems\n"


@contextmanager
def faults() -> Iterator[None]:
    """Turn the errors that users can cause into a message and exit status 2."""
    try:
        yield
    except user_errors() as error:  # looked up only when something was raised
        fail(str(error))


def user_errors() -> tuple[type[Exception], ...]:
    """The errors that users can cause."""
    from treatydraft.api import SettingError
    from treatydraft.cli.targets import OutputError
    from treatydraft.comparison.compare import CompareError
    from treatydraft.packs import PackError
    from treatydraft.readers.lines import ReadError
    from treatydraft.sandbox import TemplateFault
    from treatydraft.word.package import PackageError
    from treatydraft.writers import WriterError

    of_input = CompareError, PackError, ReadError, TemplateFault, PackageError
    return RefusedError, OutputError, SettingError, WriterError, *of_input


def folder(text: str | Path) -> Path:
    """The folder that an option names, or its default."""
    if isinstance(text, str) and not text.strip():
        raise typer.BadParameter("name a folder; “.” is the one where you are")
    return Path(text)
