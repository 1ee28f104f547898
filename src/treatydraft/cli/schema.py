"""`treatydraft schema`: the JSON Schemas of what treatydraft reads and writes."""

import json
from typing import Annotated, Literal

import typer

from treatydraft.cli.reporting import fail, faults


def schema(
    kind: Annotated[Literal["spec", "document", "errors"], typer.Argument(help="What to describe.")] = "spec",
    *,
    pack: Annotated[
        str, typer.Option("--pack", help="The pack whose fields a spec has beside the core's.")
    ] = "security-agreement",
) -> None:
    """Print a JSON Schema (draft 2020-12), for editors and for programs that check what they exchange."""
    typer.echo(json.dumps(_schema(kind, pack), indent=2, ensure_ascii=False))


def _schema(kind: str, pack: str) -> object:
    from treatydraft import api
    from treatydraft.spec import UnknownPackError

    with faults():
        try:
            return api.schema(kind, pack=pack)
        except UnknownPackError as error:
            fail(f"{error}; there are {', '.join(error.known)}")
