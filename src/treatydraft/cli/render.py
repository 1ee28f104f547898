"""`treatydraft render`: specs in, drafts out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from treatydraft.cli.batches import OFFICE, Plan, made, processors
from treatydraft.cli.reporting import FOUND, chosen, fail, faults, folder, say

_KEPT = {
    "kept": "since a person has edited it; --force replaces it",
    "foreign": "since treatydraft did not write it; --force replaces it",
    "open": "since it is open in an office program; close it there and try again",
}
_DIFFERS = {
    "missing": "is missing",
    "stale": "is not what its spec gives now: the spec, its pack or treatydraft has changed since",
    "edited": "is not what its spec gives now: a person has edited it",
    "foreign": "is not what its spec gives now: treatydraft did not write it",
}
_ENGINES = ("typst", OFFICE)


def render(  # noqa: PLR0913 - each is an option of the command
    specs: Annotated[
        list[Path],
        typer.Argument(metavar="SPEC", help="Spec files (YAML).", show_default=False, readable=False),
    ],
    *,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMATS",
            help="What to write: docx, md, html, pdf, json, txt, with commas between."
            "  [default: docx,md, or what the template gives]",
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", parser=folder, help="The folder to write to.")
    ] = Path("output"),
    alternat: Annotated[
        str | None,
        typer.Option(
            "--alternat",
            metavar="ID",
            help="Write the original that this party keeps, in which it is named first; “all” for that of"
            " each. Without it the parties stand as in the spec.",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            readable=False,
            help="A Word (docxtpl) or Markdown (Jinja) template of your own, in place of the pack's.",
        ),
    ] = None,
    pdf_via: Annotated[
        str,
        typer.Option(
            "--pdf-via",
            metavar="ENGINE",
            help="What sets PDF: typst, the engine inside, or libreoffice, from the Word draft.",
        ),
    ] = _ENGINES[0],
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            help="In how many processes to draft.  [default: one for each processor]",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; are the files there what the specs give now?")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that a person has edited, too.")
    ] = False,
) -> None:
    """Draft specs and write the files: ID.docx, ID.md and the like.

    With --alternat they are ID.ua.docx and so on; with --template, ID and the ending of the template.

    A file that a person has edited since it was written is kept, and the exit status is 1. A spec that is
    not valid does not keep the others back.

    Example: treatydraft render specs/us-ukraine-2024.yaml --to docx,md --out output
    """
    if alternat is not None and not alternat.strip():
        fail("--alternat: name a party by its id, or “all”")
    engine = chosen("--pdf-via", pdf_via, _ENGINES)
    plan = Plan(_formats(to, template), (alternat or "").strip(), template, engine)
    with faults():
        files, status = _make(plan, specs, jobs or processors())
        sources = [*specs, template] if template else specs
        status = max(status, _check(files, out) if check else _write(files, out, sources, force=force))
    if status:
        raise typer.Exit(status)


def _make(plan: Plan, specs: Sequence[Path], jobs: int) -> tuple[dict[str, bytes], int]:
    """The files of all specs and the highest status, with what is to be said of each spec in turn."""
    files: dict[str, bytes] = {}
    told: set[str] = set()
    status = 0
    for result in made(plan, specs, jobs):
        for note in result.notes:
            if note not in told:
                say(f"note: {note}")
                told.add(note)
        for fault in result.faults:
            say(fault)
        if result.last:
            raise typer.Exit(result.status)
        status = max(status, result.status)
        _add(files, result.files)
    return files, status


def _formats(to: str | None, template: Path | None) -> tuple[str, ...]:
    from treatydraft.writers import WRITERS

    names = _named(to, tuple(WRITERS))
    if template is None:
        return names or ("docx", "md")
    given = template.suffix.lower().removeprefix(".")
    if given not in ("docx", "md"):
        fail(f"--template: {template} is neither .docx nor .md")
    if names and names != (given,):
        fail(f"--template: {template} gives {given} only; leave --to out")
    return (given,)


def _named(to: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats named, each once; none where the option is left out."""
    if to is None:
        return ()
    names = tuple(dict.fromkeys(name.strip().lower() for name in to.split(",") if name.strip()))
    if not names:
        fail(f"--to: name a format; there are {', '.join(known)}")
    return tuple(chosen("--to", name, known) for name in names)


def _add(files: dict[str, bytes], more: dict[str, bytes]) -> None:
    for name, data in more.items():
        if name in files:
            fail(f"two specs would write {name}; give one another id")
        files[name] = data


def _check(files: dict[str, bytes], out: Path) -> int:
    from treatydraft.cli.outputs import differing

    found = differing(out, files)
    for path, difference in found.items():
        say(f"{path}: {_DIFFERS[difference]}")
    return FOUND if found else 0


def _write(files: dict[str, bytes], out: Path, sources: Sequence[Path], *, force: bool) -> int:
    from treatydraft.cli.outputs import write_outputs

    outcomes = write_outputs(out, files, sources=sources, force=force) if files else []
    for outcome in outcomes:
        if outcome.fate in _KEPT:
            say(f"{outcome.path}: kept, {_KEPT[outcome.fate]}")
        else:
            typer.echo(f"{outcome.path}" if outcome.fate == "written" else f"{outcome.path} (unchanged)")
    return FOUND if any(outcome.fate in _KEPT for outcome in outcomes) else 0
