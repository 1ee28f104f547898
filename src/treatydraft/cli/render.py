"""`treatydraft render`: specs in, drafts out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from treatydraft.cli.reporting import FAILED, FOUND, fail, faults, say

if TYPE_CHECKING:
    from treatydraft.api import Job

_ALL = "all"
_OFFICE = "libreoffice"


def render(  # noqa: PLR0913 - each is an option of the command
    specs: Annotated[
        list[Path], typer.Argument(metavar="SPEC", help="Spec files (YAML).", show_default=False)
    ],
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMATS",
            help="What to write: docx, md, html, pdf, json, txt, with commas between.",
        ),
    ] = "",
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write to.")] = Path(
        "output"
    ),
    alternat: Annotated[
        str,
        typer.Option(
            "--alternat",
            metavar="ID",
            help="The original of this party, which names it first; 'all' for every original.",
        ),
    ] = "",
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FILE", help="A Word (docxtpl) or Markdown (Jinja) template of your own."
        ),
    ] = None,
    pdf_via: Annotated[
        Literal["typst", "libreoffice"],
        typer.Option(
            "--pdf-via", help="What sets PDF: the engine inside, or LibreOffice from the Word draft."
        ),
    ] = "typst",
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; are the files there what the specs give now?")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that a person has edited, too.")
    ] = False,
) -> None:
    """Draft specs and write ID.docx, ID.md and the like; with --alternat, ID.ua.docx.

    A file that a person has edited since it was written is kept, and the exit status is 1.
    Without --to, Word and Markdown are written, or what the template gives.

    Example: `treatydraft render specs/us-ukraine-2024.yaml --to docx,md --out output`
    """
    plan = _Plan(_formats(to, template), alternat, template, pdf_via)
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

    def files(self, path: Path) -> _Result:
        from treatydraft import api

        try:
            job = api.job(path)
            return _Result(dict(self._files(job)))
        except api.SpecError as error:
            for problem in error.problems:
                say(problem.render(error.source) + "\n")
            return _Result(status=FAILED if any(problem.unreadable for problem in error.problems) else FOUND)

    def _files(self, job: "Job") -> Iterator[tuple[str, bytes]]:
        for original in self._originals(job):
            suffix = f".{original.lower()}" if original else ""
            for name in self.formats:
                yield f"{job.spec.id}{suffix}.{name}", self._bytes(job, original, name)

    def _originals(self, job: "Job") -> list[str | None]:
        if self.alternat == _ALL:
            return [party.id for party in job.spec.parties]
        return [self.alternat or None]

    def _bytes(self, job: "Job", original: str | None, to: str) -> bytes:
        if self.template is not None:
            return job.through(self.template, original)
        if to == "pdf" and self.pdf_via == _OFFICE:
            return job.pdf_by_office(original)
        return job.render(to, original)


def _formats(to: str, template: Path | None) -> tuple[str, ...]:
    from treatydraft.writers import WRITERS

    names = tuple(dict.fromkeys(name.strip().lower() for name in to.split(",") if name.strip()))
    if unknown := [name for name in names if name not in WRITERS]:
        fail(f"--to: no format {unknown[0]!r}; there are {', '.join(WRITERS)}")
    if template is None:
        return names or ("docx", "md")
    given = template.suffix.lower().removeprefix(".")
    if given not in ("docx", "md"):
        fail(f"--template: {template} is neither .docx nor .md")
    if names and names != (given,):
        fail(f"--template: {template} gives {given} only; leave --to out")
    return (given,)


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
        if outcome.fate == "kept":
            say(f"{outcome.path}: kept, since a person has edited it; --force replaces it")
        else:
            typer.echo(f"{outcome.path}" if outcome.fate == "written" else f"{outcome.path} (unchanged)")
    return FOUND if any(outcome.fate == "kept" for outcome in outcomes) else 0
