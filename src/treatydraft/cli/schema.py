"""`treatydraft schema`: the JSON Schemas of what treatydraft reads and writes."""

import json
from typing import Annotated

import typer

from treatydraft.cli.reporting import chosen, fail

_KINDS = (
    "spec", "document", "facts", "comparison", "matrix", "findings", "errors", "pack", "fields", "vocabulary",
)  # fmt: skip


def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="What to describe: spec, document, facts, comparison, matrix, findings or errors; or a file"
            " of a pack: pack, fields or vocabulary.",
        ),
    ] = "spec",
    *,
    pack: Annotated[
        str, typer.Option("--pack", metavar="NAME", help="The template pack whose specs to describe.")
    ] = "security-agreement",
) -> None:
    """Print a JSON Schema, for editors and for programs.

    It is of draft 2020-12. Every field of a spec stands in it with its meaning and the words that it takes.
    """
    kind = chosen("schema", kind, _KINDS)
    typer.echo(json.dumps(_schema(kind, pack), indent=2, ensure_ascii=False))


def _schema(kind: str, pack: str) -> object:
    from treatydraft.cli.reporting import faults
    from treatydraft.schemas import schema as schema_of
    from treatydraft.spec import UnknownPackError

    with faults():
        try:
            return schema_of(kind, pack=pack)
        except UnknownPackError as error:
            fail(f"--pack: {error}; there are {', '.join(error.known)}")
