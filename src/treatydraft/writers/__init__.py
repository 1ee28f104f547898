"""The formats, in one table: each writer turns a document into the bytes of a file.

A writer is pure: it reads no clock and no file of the user, and the same document gives the same bytes. Each
imports its module when it is called, so that nobody waits for libraries that the run does not use.
"""

# ruff: noqa: PLC0415 - what is said above

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from treatydraft.document.tree import Document


@dataclass(frozen=True, slots=True)
class Templates:
    """What a pack gives for the look of its documents."""

    word: bytes
    markdown: str


class WriterError(Exception):
    """A document that cannot be written in this format, on this machine."""


class MissingExtraError(WriterError):
    """A format needs a library that comes with an optional part of the package."""

    def __init__(self, extra: str) -> None:
        super().__init__(f"this format needs an optional part: install treatydraft[{extra}]")
        self.extra = extra


class MissingGlyphsError(WriterError):
    """No font at hand has these characters, and boxes in their place would be another text."""

    def __init__(self, characters: str) -> None:
        super().__init__(
            f"no font at hand can show {characters}; install one that can, or write .docx or .html"
        )
        self.characters = characters


# The time is the one that files carry inside; who has no use for it leaves it.
Writer: TypeAlias = Callable[[Document, Templates, datetime], bytes]


def _docx(document: Document, templates: Templates, timestamp: datetime) -> bytes:
    from treatydraft.writers.docx import write_docx

    return write_docx(document, templates.word, timestamp=timestamp)


def _markdown(document: Document, templates: Templates, _timestamp: datetime) -> bytes:
    from treatydraft.writers.markdown import write_markdown

    return write_markdown(document, templates.markdown).encode()


def _html(document: Document, _templates: Templates, _timestamp: datetime) -> bytes:
    from treatydraft.writers.html import write_html

    return write_html(document).encode()


def _pdf(document: Document, _templates: Templates, timestamp: datetime) -> bytes:
    from treatydraft.writers.pdf import write_pdf

    return write_pdf(document, timestamp=timestamp)


def _json(document: Document, _templates: Templates, _timestamp: datetime) -> bytes:
    from treatydraft.writers.json_file import write_json

    return write_json(document).encode()


def _text(document: Document, _templates: Templates, _timestamp: datetime) -> bytes:
    from treatydraft.writers.text import write_text

    return write_text(document).encode()


WRITERS: Final[dict[str, Writer]] = {
    "docx": _docx,
    "md": _markdown,
    "html": _html,
    "pdf": _pdf,
    "json": _json,
    "txt": _text,
}
