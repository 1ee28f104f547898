"""`treatydraft read`: a received document in, its structure out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydraft.cli.documents import REVISIONS, STDIN, received, say_doubts
from treatydraft.cli.formats import asked_format
from treatydraft.cli.options import DEFAULT_PACK, Force, Out, Revisions
from treatydraft.cli.reporting import FOUND, chosen, fail, faults, say_problems
from treatydraft.cli.results import write_result

if TYPE_CHECKING:
    from treatydraft.document import tree

_TEXT = ("json", "md", "html", "txt", "spec")
_SPEC = "spec"
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
            help="What to write: json, md, html, txt, docx, pdf, or spec: a draft spec in YAML, with TODO"
            " where the text does not say.  [default: json, or what --out ends in]",
        ),
    ] = None,
    out: Out = None,
    revisions: Revisions = "accepted",
    pack: Annotated[
        str,
        typer.Option(
            "--pack", metavar="NAME", help="The template pack that gives the look, or the fields of the spec."
        ),
    ] = DEFAULT_PACK,
    force: Force = False,
) -> None:
    """Find the structure of a received document.

    Title, preamble and recitals, parts, articles and paragraphs with their labels, signature blocks and
    annexes are found in Word files, PDFs and texts. Whatever is not sure is said on standard error with its
    place, and no words are dropped.

    With --to spec, exit status 1 says that the spec is written and a person must fill in the fields named.

    Example: treatydraft read received.docx --to md
    """
    form = asked_format(to, out, (*_TEXT, *_BINARY), binary=_BINARY)
    wanted = chosen("--revisions", revisions, REVISIONS)
    with faults():
        document = received(file, wanted)
        say_doubts(document, file, _MOST_DOUBTS)
        if form == _SPEC:
            _write_spec(document, file, document.pack or pack, out, force=force)
        else:
            write_result(_rendered(document, form, pack), out, [file], force=force)


def _write_spec(document: "tree.Document", file: Path, pack: str, out: Path | None, *, force: bool) -> None:
    """Write a draft spec and say which of its fields a person must fill in; the command then ends with 1."""
    from treatydraft import api
    from treatydraft.spec import UnknownPackError

    source = "standard input" if file == STDIN else file.name
    try:
        text = api.spec_of(document, pack=pack, source=source, path=str(out or ""))
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")
    write_result(text.encode(), out, [file], force=force)
    if problems := api.check_spec(text, str(out or "standard output")):
        say_problems(problems, text)
        fail(f"to be filled in or put right: {len(problems)}, each named above with its line", FOUND)


def _rendered(document: "tree.Document", form: str, pack: str) -> bytes:
    from treatydraft import api
    from treatydraft.packs import find_pack
    from treatydraft.spec import UnknownPackError

    try:
        return api.render(document, form, pack=find_pack(document.pack or pack))
    except UnknownPackError as error:
        fail(f"--pack: {error}; there are {', '.join(error.known)}")
