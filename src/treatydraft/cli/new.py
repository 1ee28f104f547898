"""`treatydraft new`: a commented starter spec."""

import os
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
    parties = party or []
    if len(parties) < 2:  # noqa: PLR2004 - an agreement has two sides
        fail("an instrument has two parties or more; give each with --party, as in --party US --party UA")
    with faults():
        path = _write(identity, pack, parties, out)
    typer.echo(path)


def _write(identity: str, pack: str, parties: list[str], out: Path) -> Path:
    from treatydraft import api
    from treatydraft.cli.outputs import OutputError, write_atomically
    from treatydraft.spec import UnknownPackError

    path = out / f"{identity}.yaml"
    if os.path.lexists(path):
        fail(f"{path}: exists already; choose another id or delete it first")
    try:
        text = api.starter(identity, parties, pack=pack)
    except UnknownPackError as error:
        fail(f"{error}; there are {', '.join(error.known)}")
    except ValueError as error:
        fail(str(error))
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode())
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
    return path
