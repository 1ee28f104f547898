"""How commands say what went wrong: on stderr, placed, without a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

FOUND = 1  # done, and something was found
FAILED = 2  # could not be done


def say(message: str) -> None:
    """Print to stderr: stdout is for results."""
    typer.echo(message, err=True)


def fail(message: str, status: int = FAILED) -> NoReturn:
    """End the command with a message."""
    say(message)
    raise typer.Exit(status)


@contextmanager
def faults() -> Iterator[None]:
    """Turn the errors that users can cause into a message and exit status 2."""
    from treatydraft.cli.outputs import OutputError
    from treatydraft.packs import PackError
    from treatydraft.sandbox import TemplateFault
    from treatydraft.word.package import PackageError
    from treatydraft.writers import WriterError

    try:
        yield
    except (OutputError, PackError, TemplateFault, PackageError, WriterError) as error:
        fail(str(error))
