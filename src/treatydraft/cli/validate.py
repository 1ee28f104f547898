"""`treatydraft validate`: is a spec what it must be, and where not."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.reporting import FAILED, FOUND, faults, hidden_packs, say, say_each, say_problems

if TYPE_CHECKING:
    from treatydraft.api import SpecError


def validate(
    specs: Annotated[
        list[Path],
        typer.Argument(metavar="SPEC", help="Spec files (YAML).", show_default=False, readable=False),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the errors as JSON on stdout.")] = False,
) -> None:
    """Check specs and say all that is wrong, each in its place.

    Exit status 1 when a spec was read and is not valid; 2 when a file could not be read as a spec at all:
    it is missing or closed to you, no UTF-8, no YAML, or YAML with tabs, tags or aliases.
    """
    told: set[str] = set()
    errors = [error for spec in specs if (error := _error(spec, told))]
    problems = [problem for error in errors for problem in error.problems]
    if as_json:
        found = {"treatydraft": 1, "kind": "errors", "errors": [problem.to_json() for problem in problems]}
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        _print(errors, len(specs))
    if problems:
        raise typer.Exit(FAILED if any(problem.unreadable for problem in problems) else FOUND)


def _error(path: Path, told: set[str]) -> "SpecError | None":
    from treatydraft.api import SpecError, job

    with faults():
        try:
            found = job(path)
            say_each(hidden_packs(found.spec.pack), told)
            found.draft()  # what a pack has not shows when it is drafted
        except SpecError as error:
            return error
    return None


def _print(errors: "list[SpecError]", checked: int) -> None:
    for error in errors:
        say_problems(error.problems, error.source)
    count = sum(len(error.problems) for error in errors)
    if count:
        say(f"{_counted(count, 'error')} in {_counted(len(errors), 'file')} of {checked}")
    else:
        say(f"{_counted(checked, 'spec')} valid")


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
