"""The commands, in one table, and what happens when one of them cannot go on."""

import re
import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from treatydraft.cli import diff, facts, lint, matrix, new, pack, read, render, schema, validate
from treatydraft.cli.reporting import fail
from treatydraft.limits import VARIABLE, LimitsError, current


class _Command(TyperCommand):
    """A command whose help names arguments and not their types in Python."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - typer's context, of a class that it keeps for itself
        """The help as typer lays it out, with blanks in place of types."""
        return _TYPE.sub(lambda found: " " * len(found[0]), super().get_help(ctx))


_TYPE = re.compile(r" <[\w\[\]]+>")

app = typer.Typer(
    name="treatydraft",
    help="A compiler for international agreements: from a short spec to a structured draft.",
    epilog=(
        "Exit status: 0 done and clean; 1 done, and something was found (a spec that is not valid, texts"
        " that differ, a file kept because a person edited it); 2 could not be done."
    ),
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: no colours to switch off, and nothing to load for it
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("new", cls=_Command)(new.new)
app.command("validate", cls=_Command)(validate.validate)
app.command("render", cls=_Command)(render.render)
app.command("read", cls=_Command)(read.read)
app.command("facts", cls=_Command)(facts.facts)
app.command("diff", cls=_Command)(diff.diff)
app.command("lint", cls=_Command)(lint.lint)
app.command("matrix", cls=_Command)(matrix.matrix)
app.command("schema", cls=_Command)(schema.schema)
app.add_typer(pack.app, name="pack")


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
    try:
        current()
    except LimitsError as error:
        fail(f"{VARIABLE}: {error}")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # and not what a test or a notebook has put in its place
            stream.reconfigure(encoding="utf-8")
