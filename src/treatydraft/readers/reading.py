"""Any file to a document: tell its format, read its lines, recognise the instrument in them."""

# ruff: noqa: PLC0415 - each format loads its own library, and nobody waits for those of the others

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final, Literal, TypeAlias

from treatydraft.document import tree
from treatydraft.limits import current
from treatydraft.look_alikes import mixed, turning
from treatydraft.readers.lines import ReadError, Reading
from treatydraft.readers.recognition import recognise
from treatydraft.readers.recognition.identity import slug

Revisions: TypeAlias = Literal["accepted", "rejected", "kept"]
REVISIONS: Final[tuple[Revisions, ...]] = ("accepted", "rejected", "kept")


def read_document(data: bytes, name: str, *, revisions: Revisions = "accepted") -> tree.Document:
    """The document that a file holds.

    Args:
        data: The file.
        name: What the file is called; its ending helps where the content does not say what it is.
        revisions: How tracked changes are read.

    Raises:
        ReadError: the file is of no format that can be read, is damaged, or holds no text.
    """
    from treatydraft.readers.formats import format_of, misnamed

    kind = format_of(name, data)
    if kind == "json":
        from treatydraft.readers.json_file import read_json

        return read_json(data)
    reading = _lines(kind, data, revisions)
    if len(reading.lines) > (most := current().lines):
        raise ReadError(f"the file has more than {most:,} paragraphs, and no more are read")
    if not any(line.text.strip() for line in reading.lines):
        raise ReadError("the file holds no text")
    if said := misnamed(name, kind):
        reading = replace(reading, doubts=(tree.Doubt("", "", said), *reading.doubts))
    doubts = (*reading.doubts, *_deceits(reading))
    return recognise(replace(reading, doubts=doubts), _identity(name))


def _deceits(reading: Reading) -> Iterator[tree.Doubt]:
    """What makes lines read as something else than they are, one for each line and kind."""
    for line in reading.lines:
        text = line.text
        for found in (next(turning(text), None), next(mixed(text), None)):
            if found is not None:
                yield tree.Doubt(line.place, "", found.message)


def _lines(kind: str, data: bytes, revisions: Revisions) -> Reading:
    match kind:
        case "docx":
            return _word(data, revisions)
        case "pdf":
            from treatydraft.readers.pdf import read_pdf

            return read_pdf(data)
        case "html":
            from treatydraft.readers.html import read_html

            return read_html(data, revisions=revisions)
        case "md":
            from treatydraft.readers.markdown import read_markdown

            return read_markdown(data, revisions=revisions)
        case "txt":
            from treatydraft.readers.text import read_text

            return read_text(data)
        case _:
            from treatydraft.readers.office import to_word

            return replace(_word(to_word(data, f".{kind}"), revisions), format=kind)


def _word(data: bytes, revisions: Revisions) -> Reading:
    from treatydraft.readers.docx import read_docx

    return read_docx(data, revisions=revisions)


def _identity(name: str) -> str:
    """The id of a document that has none of its own: the name of its file."""
    return slug(PurePath(name).stem) or "document"
