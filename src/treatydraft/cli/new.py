"""`treatydraft new`: a commented starter spec."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from treatydraft.cli.reporting import fail, faults


def new(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of the spec, such as us-ukraine; the file is ID.yaml.",
            show_default=False,
        ),
    ],
    *,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party",
            metavar="CODE",
            help="A party by its ISO code, such as UA, or an id of your own; give two or more.",
        ),
    ] = None,
    pack: Annotated[str, typer.Option("--pack", help="The template pack.")] = "security-agreement",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write to.")] = Path(
        "specs"
    ),
) -> None:
    """Write a commented starter spec that validates, to be filled in.

    Example: `treatydraft new us-ukraine --party US --party UA`
    """
    parties = party or _asked()
    if len(parties) < 2:  # noqa: PLR2004 - an agreement has two sides
        fail("an instrument has two parties or more; give each with --party, as in --party US --party UA")
    with faults():
        written = _write(identity, pack, parties, out)
    for path in written:
        typer.echo(path)


def _asked() -> list[str]:
    """The parties, asked for where a person sits at a terminal."""
    if not sys.stdin.isatty():
        return []
    answer: str = typer.prompt("The parties by their ISO codes, such as US UA")
    return answer.replace(",", " ").split()


def _write(identity: str, pack: str, parties: list[str], out: Path) -> list[Path]:
    from treatydraft import api
    from treatydraft.cli.outputs import OutputError, write_atomically

    path = out / f"{identity}.yaml"
    files = {path: _starter(identity, pack, parties)}
    if os.path.lexists(path):
        fail(f"{path}: exists already; choose another id or delete it first")
    schema = out / api.schema_file(pack)
    if not schema.exists():
        files[schema] = json.dumps(api.schema("spec", pack=pack), indent=2, ensure_ascii=False) + "\n"
    for file, text in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(file, text.encode())
        except OSError as error:
            raise OutputError(f"{file}: cannot be written: {error.strerror}") from None
    return list(files)


def _starter(identity: str, pack: str, parties: list[str]) -> str:
    from treatydraft import api
    from treatydraft.spec import UnknownPackError

    try:
        return api.starter(identity, parties, pack=pack)
    except UnknownPackError as error:
        fail(f"{error}; there are {', '.join(error.known)}")
    except ValueError as error:
        fail(str(error))
