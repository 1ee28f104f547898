"""`treatydraft read`: a received document in, its structure out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import REVISIONS, received, say_doubts
from treatydraft.cli.options import DEFAULT_PACK, Force, Out, Revisions
from treatydraft.cli.reporting import chosen, fail, faults
from treatydraft.cli.results import write_result

if TYPE_CHECKING:
    from treatydraft.document import tree

_TEXT = ("json", "md", "html", "txt")
_BINARY = ("docx", "pdf")
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
    out: Out = None,
    revisions: Revisions = "accepted",
    pack: Annotated[
        str, typer.Option("--pack", metavar="NAME", help="The template pack that gives the look.")
    ] = DEFAULT_PACK,
    force: Force = False,
) -> None:
    """Find the structure of a received document.

    Title, preamble and recitals, parts, articles and paragraphs with their labels, signature blocks and
    annexes are found in Word files, PDFs and texts. Whatever is not sure is said on standard error with its
    place, and no words are dropped.

    Example: treatydraft read received.docx --to md
    """
    form = _format(to, out)
    wanted = chosen("--revisions", revisions, REVISIONS)
    if form in _BINARY and out is None:
        fail(f"a {form} file cannot be printed: name one with --out FILE.{form}")
    with faults():
        document = received(file, wanted)
        say_doubts(document, file, _MOST_DOUBTS)
        write_result(_rendered(document, form, pack), out, [file], force=force)


def _format(to: str | None, out: Path | None) -> str:
    if to is None:
        to = out.suffix.lower().removeprefix(".") if out is not None and out.suffix else _TEXT[0]
    return chosen("--to", to, (*_TEXT, *_BINARY))


def _rendered(document: "tree.Document", form: str, pack: str) -> bytes:
    from treatydraft import api
    from treatydraft.packs import find_pack
    from treatydraft.spec import UnknownPackError

    try:
        return api.render(document, form, pack=find_pack(document.pack or pack))
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")
