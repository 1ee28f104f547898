"""`treatydraft read`: a received document in, its structure out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.reporting import chosen, fail, faults, say

if TYPE_CHECKING:
    from treatydraft.document import tree

_STDIN = Path("-")
_TEXT = ("json", "md", "html", "txt")
_BINARY = ("docx", "pdf")
_REVISIONS = ("accepted", "rejected", "kept")
_MOST_DOUBTS = 20  # lines on the screen; the JSON has all of them


def read(  # noqa: PLR0913 - each is an option of the command
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="What was received: .docx, .pdf, .md, .html, .txt or .json; .odt, .doc and .rtf where"
            " LibreOffice is installed. “-” is standard input.",
            show_default=False,
            readable=False,
        ),
    ],
    *,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="What to write: json, md, html, txt, docx or pdf.  [default: json, or what --out ends in]",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to write; else standard output.")
    ] = None,
    revisions: Annotated[
        str, typer.Option("--revisions", metavar="HOW", help="Tracked changes: accepted, rejected or kept.")
    ] = _REVISIONS[0],
    pack: Annotated[
        str, typer.Option("--pack", metavar="NAME", help="The template pack that gives the look.")
    ] = "security-agreement",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
) -> None:
    """Find the structure of a received document.

    Title, preamble and recitals, parts, articles and paragraphs with their labels, signature blocks and
    annexes are found in Word files, PDFs and texts. Whatever is not sure is said on standard error with its
    place, and no words are dropped.

    Example: treatydraft read received.docx --to md
    """
    form = _format(to, out)
    wanted = chosen("--revisions", revisions, _REVISIONS)
    if form in _BINARY and out is None:
        fail(f"a {form} file cannot be printed: name one with --out FILE.{form}")
    with faults():
        document = _document(file, wanted)
        _say_doubts(document, file)
        data = _rendered(document, form, pack)
        if out is None:
            sys.stdout.buffer.write(data)
        else:
            _write(out, data, file, force=force)


def _format(to: str | None, out: Path | None) -> str:
    if to is None:
        to = out.suffix.lower().removeprefix(".") if out is not None and out.suffix else _TEXT[0]
    return chosen("--to", to, (*_TEXT, *_BINARY))


def _document(file: Path, revisions: str) -> "tree.Document":
    from treatydraft import api
    from treatydraft.readers.lines import ReadError

    try:
        if file == _STDIN:
            return api.read_bytes(sys.stdin.buffer.read(), "standard input", revisions=revisions)
        return api.read(file, revisions=revisions)
    except ReadError as error:
        fail(f"{file}: {error}")
    except OSError as error:
        fail(f"{file}: the file cannot be read: {(error.strerror or str(error)).lower()}")


def _say_doubts(document: "tree.Document", file: Path) -> None:
    doubts = document.received.doubts
    for doubt in doubts[:_MOST_DOUBTS]:
        say(f"note: {': '.join(filter(None, (str(file), doubt.place, doubt.message)))}")
    if len(doubts) > _MOST_DOUBTS:
        say(f"note: {file}: {len(doubts) - _MOST_DOUBTS} more; --to json has all of them")


def _rendered(document: "tree.Document", form: str, pack: str) -> bytes:
    from treatydraft import api
    from treatydraft.packs import find_pack
    from treatydraft.spec import UnknownPackError

    try:
        return api.render(document, form, pack=find_pack(document.pack or pack))
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")


def _write(out: Path, data: bytes, file: Path, *, force: bool) -> None:
    from treatydraft.cli.outputs import make_folder, write_atomically

    if out.exists() and (not force or (file.exists() and out.samefile(file))):
        reason = "is the file that was read" if file.exists() and out.samefile(file) else "is there already"
        fail(f"{out}: {reason}; name another file" + ("" if force else ", or replace it with --force"))
    make_folder(out.parent)
    write_atomically(out, data)
