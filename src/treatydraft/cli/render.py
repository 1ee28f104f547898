"""`treatydraft render`: specs in, drafts out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.reporting import FAILED, FOUND, chosen, fail, faults, folder, say, say_problems

if TYPE_CHECKING:
    from treatydraft.api import Job

_ALL = "all"
_KEPT = {"kept": "a person has edited it", "foreign": "treatydraft did not write it"}
_ENGINES = ("typst", "libreoffice")


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
    plan = _Plan(_formats(to, template), (alternat or "").strip(), template, engine)
    files: dict[str, bytes] = {}
    with faults():
        results = [plan.files(spec) for spec in specs]
        for result in results:
            _add(files, result.files)
        status = max([result.status for result in results] + [_deliver(files, out, check=check, force=force)])
    if status:
        raise typer.Exit(status)


@dataclass(frozen=True, slots=True)
class _Result:
    """The files of one spec, by name; none and a status where it is at fault."""

    files: dict[str, bytes] = field(default_factory=dict)
    status: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is made of each spec."""

    formats: tuple[str, ...]
    alternat: str
    template: Path | None
    pdf_via: str
    told: set[str] = field(default_factory=set)  # the notes that a person has seen

    def files(self, path: Path) -> _Result:
        from treatydraft import api

        try:
            job = api.job(path)
            return _Result(dict(self._files(job)))
        except api.SpecError as error:
            say_problems(error.problems, error.source)
            return _Result(status=FAILED if any(problem.unreadable for problem in error.problems) else FOUND)

    def _files(self, job: "Job") -> Iterator[tuple[str, bytes]]:
        for original in self._originals(job):
            suffix = f".{original.lower()}" if original else ""
            for name in self.formats:
                yield f"{job.spec.id}{suffix}.{name}", self._bytes(job, original, name)

    def _originals(self, job: "Job") -> list[str | None]:
        ids = [party.id for party in job.spec.parties]
        wanted = self.alternat.casefold()
        if wanted == _ALL:
            return [*ids]
        if not wanted:
            return [None]
        found = [one for one in ids if one.casefold() == wanted]
        if not found:
            fail(f"--alternat: {job.name} has no party {self.alternat}; there are {', '.join(ids)}")
        return [found[0]]

    def _bytes(self, job: "Job", original: str | None, to: str) -> bytes:
        if self.template is not None:
            return self._through(job, self.template, original)
        if to == "pdf" and self.pdf_via == _ENGINES[1]:
            return job.pdf_by_office(original)
        return job.render(to, original)

    def _through(self, job: "Job", template: Path, original: str | None) -> bytes:
        filled = job.through(template, original)
        for note in filled.notes:
            if note not in self.told:
                say(f"note: {note}")
                self.told.add(note)
        return filled.data


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


def _deliver(files: dict[str, bytes], out: Path, *, check: bool, force: bool) -> int:
    from treatydraft.cli.outputs import differing, write_outputs

    if check:
        stale = differing(out, files)
        for path in stale:
            say(f"{path}: {'is not what its spec gives now' if path.exists() else 'is missing'}")
        return FOUND if stale else 0
    outcomes = write_outputs(out, files, force=force) if files else []
    for outcome in outcomes:
        if outcome.fate in _KEPT:
            say(f"{outcome.path}: kept, since {_KEPT[outcome.fate]}; --force replaces it")
        else:
            typer.echo(f"{outcome.path}" if outcome.fate == "written" else f"{outcome.path} (unchanged)")
    return FOUND if any(outcome.fate in _KEPT for outcome in outcomes) else 0
