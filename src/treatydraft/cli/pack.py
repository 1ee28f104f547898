"""`treatydraft pack`: the templates that drafts are made with."""

import json
from pathlib import Path
from typing import Annotated

import typer

from treatydraft.cli.reporting import FOUND, fail, faults, say

app = typer.Typer(
    help="Template packs and templates of your own.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("check")
def check(
    template: Annotated[
        Path, typer.Argument(metavar="FILE.docx", help="A Word template.", show_default=False)
    ],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the values it needs as a JSON Schema.")
    ] = False,
) -> None:
    """Say which values a Word template needs, and everything that is wrong in its tags.

    Exit status 1 when something is wrong, 2 when the file is refused or cannot be read.
    """
    from treatydraft import api

    with faults():
        try:
            found = api.inspect(template)
        except OSError as error:
            fail(f"{template}: the file cannot be read: {error.strerror}")
    typer.echo(
        json.dumps(found.needs.schema, indent=2, ensure_ascii=False)
        if as_json
        else _listed(found.needs.paths)
    )
    for note in found.notes:
        say(f"note: {note}")
    for fault in found.faults:
        say(str(fault))
    if found.faults:
        raise typer.Exit(FOUND)


def _listed(paths: tuple[str, ...]) -> str:
    return "\n".join(paths)
