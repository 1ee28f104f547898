"""`treatydraft new`: a commented starter spec."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from treatydraft.cli.reporting import fail, faults, folder, say


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
            help="A party by its ISO code, such as UA, by its name, or by an id of your own in capitals."
            " Two or more: --party US --party UA, or --party US,UA.",
        ),
    ] = None,
    pack: Annotated[
        str,
        typer.Option(
            "--pack",
            metavar="NAME",
            help="The template pack: the family of instruments whose clauses and fields the spec uses.",
        ),
    ] = "security-agreement",
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", parser=folder, help="The folder to write to.")
    ] = Path("specs"),
) -> None:
    """Write a commented starter spec that validates, to be filled in.

    It begins as a political memorandum of understanding; its comments say what else it can be. The JSON
    Schema beside it is for editors, which complete and check specs with it.

    Example: treatydraft new us-ukraine --party US --party UA
    """
    with faults():
        parties = _codes(party or _asked())
        written = _write(identity, pack, parties, out)
    for path in written:
        typer.echo(path)
    if len(written) > 1:
        say(f"{written[-1]} is for editors, which complete and check specs with it")


def _asked() -> list[str]:
    """The parties, asked for where a person sits at a terminal."""
    if not sys.stdin.isatty():
        return []
    answer: str = typer.prompt("The parties by their ISO codes, such as US UA")
    return answer.split(",") if "," in answer else answer.split()


def _codes(written: list[str]) -> list[str]:
    """The ids of the parties, told apart at commas; a person is told what a name was taken for."""
    from treatydraft.spec import RefusedError, party_code

    codes: list[str] = []
    for name in filter(None, (one.strip() for text in written for one in text.split(","))):
        try:
            code, note = party_code(name)
        except RefusedError as error:
            fail(f"--party: {_refusal(error)}")
        if note:
            say(note)
        codes.append(code)
    if len(codes) < 2:  # noqa: PLR2004 - an agreement has two sides
        fail("an instrument has two parties or more; give each with --party, as in --party US --party UA")
    return codes


def _write(identity: str, pack: str, parties: list[str], out: Path) -> list[Path]:
    """Write the spec, and the schema of its pack where there is none, which goes first: a spec needs it."""
    from treatydraft import api
    from treatydraft.cli.outputs import make_folder, write_atomically
    from treatydraft.schemas import schema

    path = out / f"{identity}.yaml"
    starter = _starter(identity, pack, parties, path)
    if os.path.lexists(path):
        fail(f"{path}: exists already; choose another id or delete it first")
    beside = out / api.schema_file(pack)
    make_folder(out)
    make_folder(beside.parent)
    made = _write_schema(beside, json.dumps(schema("spec", pack=pack), indent=2, ensure_ascii=False))
    write_atomically(path, starter.encode(), new=True)
    return [path, beside] if made else [path]


def _write_schema(path: Path, text: str) -> bool:
    """Whether it was written, and not there already, perhaps from another run of this moment."""
    from treatydraft.cli.outputs import write_atomically
    from treatydraft.cli.targets import TakenError, ordinary

    if ordinary(path):
        return False
    try:
        write_atomically(path, f"{text}\n".encode(), new=True)
    except TakenError:
        return False
    return True


def _starter(identity: str, pack: str, parties: list[str], path: Path) -> str:
    from treatydraft import api
    from treatydraft.spec import RefusedError, UnknownPackError

    try:
        return api.starter(identity, parties, pack=pack, path=str(path))
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")
    except RefusedError as error:
        fail(_refusal(error))


def _refusal(error: object) -> str:
    hint = getattr(error, "hint", None)
    return f"{error}; {hint}" if hint else str(error)
