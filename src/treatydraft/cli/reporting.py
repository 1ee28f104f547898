"""How commands say what went wrong: on stderr, placed, without a traceback."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

FOUND = 1  # done, and something was found
FAILED = 2  # could not be done


class RefusedError(Exception):
    """An option that does not fit what it is given for."""


def say(message: str) -> None:
    """Print to stderr: stdout is for results."""
    typer.echo(message, err=True)


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
    from treatydraft.packs import PackError
    from treatydraft.readers.lines import ReadError
    from treatydraft.sandbox import TemplateFault
    from treatydraft.word.package import PackageError
    from treatydraft.writers import WriterError

    ours = RefusedError, OutputError, SettingError
    return *ours, PackError, ReadError, TemplateFault, PackageError, WriterError


def folder(text: str | Path) -> Path:
    """The folder that an option names, or its default."""
    if isinstance(text, str) and not text.strip():
        raise typer.BadParameter("name a folder; “.” is the one where you are")
    return Path(text)
