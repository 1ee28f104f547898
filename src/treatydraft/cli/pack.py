"""`treatydraft pack`: the templates that drafts are made with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli import pack_output
from treatydraft.cli.reporting import FOUND, fail, faults, hidden_packs, say, say_each

if TYPE_CHECKING:
    from treatydraft.checking import Finding
    from treatydraft.packs import Found
    from treatydraft.word.compiling import Inspected

app = typer.Typer(
    help="Template packs and templates of your own.", no_args_is_help=True, rich_markup_mode=None
)
_WORD = "agreement.docx"


@app.command("list")
def list_packs(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the packs as JSON.")] = False,
) -> None:
    """List the packs that can be used, and where each was found.

    Packs are looked for in templates/ of the current folder and of those above it up to the one with
    treatydraft.toml, in the user's data folder, in installed packages, and last among the shipped ones.

    Example: treatydraft pack list
    """
    from treatydraft.packs import found_packs, locate

    used = [locate(name) for name in dict.fromkeys(sorted(found.name for found in found_packs()))]
    typer.echo(pack_output.listed(used, as_json=as_json))
    for one in used:
        say_each(hidden_packs(one.name))


@app.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="PACK", help="The name of a pack.", show_default=False)],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print what it offers as JSON.")] = False,
) -> None:
    """Print what a pack offers: fields, clauses with their topics, house styles, vocabulary, formats.

    Example: treatydraft pack show security-agreement
    """
    from treatydraft import api

    found = _located(name)
    with faults():
        offer = api.offer(found.name)
    typer.echo(pack_output.offered(offer, as_json=as_json))


@app.command("new")
def new(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="The name of the pack, such as fisheries.", show_default=False),
    ],
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder in which the pack's own is made.")
    ] = Path("templates"),
) -> None:
    """Write a small pack that renders at once, with a Word template of its own, to go on from.

    Example: treatydraft pack new fisheries
    """
    from treatydraft import api
    from treatydraft.cli.outputs import make_folder, write_atomically

    try:
        files = api.new_pack(name)
    except ValueError as error:
        fail(str(error))
    folder = out / name
    if folder.exists():
        fail(f"{folder}: is there already; choose another name, or delete it")
    with faults():
        for file, content in files.items():
            make_folder((folder / file).parent)
            write_atomically(folder / file, content)
    typer.echo(folder)
    say(f"now: treatydraft new ID --pack {name} --party … --party …, and treatydraft pack check {folder}")


@app.command("check")
def check(
    target: Annotated[
        str,
        typer.Argument(
            metavar="PACK|FILE.docx",
            help="A pack by its name or folder, or a Word template.",
            show_default=False,
        ),
    ],
    *,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Rewrite the Word template so that plain docxtpl reads its tags too."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON on stdout.")] = False,
) -> None:
    """Say all that is wrong in a pack, or in a Word template and which values that needs.

    A fault has its file and line, or its part, paragraph and cell in Word. Notes say what is harmless here
    and what only plain docxtpl would get wrong; --fix heals split tags and typographic quotes for it.

    Exit status 1 when something is wrong, 2 when the file is refused or cannot be read.

    Example: treatydraft pack check templates/fisheries
    """
    if target.lower().endswith(".docx"):
        path = Path(target)
        _heal(path, fix=fix)
        needed, findings = _inspected(path)
    else:
        folder = _folder(target)
        _heal(folder / _WORD, fix=fix)
        needed, findings = None, _checked(folder)
    if as_json:
        typer.echo(pack_output.findings_json(findings, needed))
    else:
        if needed is not None:
            typer.echo("\n".join(needed.needs.paths))
        for finding in findings:
            say(str(finding))
    count = sum(finding.severity == "fault" for finding in findings)
    if needed is None and not as_json:
        say(f"{count} fault{'' if count == 1 else 's'} in {target}")
    if count:
        raise typer.Exit(FOUND)


def _checked(folder: Path) -> "tuple[Finding, ...]":
    from treatydraft.checking import check_pack

    with faults():
        return check_pack(folder)


def _inspected(path: Path) -> "tuple[Inspected, tuple[Finding, ...]]":
    from treatydraft import api

    with faults():
        try:
            return api.check_template(path)
        except OSError as error:
            fail(f"{path}: the file cannot be read: {error.strerror}")


def _heal(path: Path, *, fix: bool) -> None:
    """Rewrite a Word template for plain docxtpl, where that is asked for and changes anything."""
    if not fix:
        return
    from treatydraft.cli.outputs import write_atomically
    from treatydraft.word.healing import healed

    with faults():
        try:
            content, count = healed(path.read_bytes())
        except OSError as error:
            fail(f"{path}: the file cannot be read: {error.strerror}")
        if count:
            write_atomically(path, content)
    say(f"{path}: {count} tag{'' if count == 1 else 's'} healed")


def _folder(target: str) -> Path:
    """The folder of a pack: one that is named by its path, else that of a name."""
    path = Path(target)
    if path.is_dir():
        return path
    if path.parent != Path():
        fail(f"{target}: there is no such folder")
    return _located(target).folder


def _located(name: str) -> "Found":
    from treatydraft.packs import locate
    from treatydraft.spec import UnknownPackError

    try:
        found = locate(name)
    except UnknownPackError as error:
        fail(f"{error}; there are {', '.join(error.known)}")
    say_each(hidden_packs(name))
    return found
