"""The commands, in one table, and what happens when one of them cannot go on."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from treatydraft.cli import new, render, schema, validate

app = typer.Typer(
    name="treatydraft",
    help="A compiler for international agreements: from a short spec to a structured draft.",
    epilog=(
        "Exit status: 0 done and clean; 1 done, and something was found (an invalid spec, an output kept"
        " because a person edited it); 2 could not be done."
    ),
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new")(new.new)
app.command("validate")(validate.validate)
app.command("render")(render.render)
app.command("schema")(schema.schema)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"treatydraft {version('treatydraft')}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # and not what a test or a notebook has put in its place
            stream.reconfigure(encoding="utf-8")
