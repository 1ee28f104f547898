"""Write a document as PDF, set by Typst: archivable (PDF/A-2a), accessible (PDF/UA-1), repeatable.

`page.typ` says how a page looks. The words reach it as data, so no value can be markup. The fonts are those
inside the engine, so that pages are the same on every machine; where a text needs characters that they lack,
such as Chinese, the fonts of the machine are used too, and where these lack them as well nothing is written.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any, Final, TypeAlias, assert_never

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle
from treatydraft.document.spacing import bind_pieces, bind_spaces
from treatydraft.writers import MissingExtraError, MissingGlyphsError, WriterError
from treatydraft.writers.outline import (
    TOP_LEVEL,
    Entry,
    anchors,
    front,
    is_below,
    is_letter,
    outline,
    with_words,
)

_MOST_TOGETHER: Final = 6  # signatories that fit on one page below the words that they sign

Data: TypeAlias = dict[str, Any]


def write_pdf(document: tree.Document, *, timestamp: datetime) -> bytes:
    """The document as PDF; raises a `WriterError` where this machine cannot set it."""
    moment = timestamp.replace(tzinfo=UTC) if timestamp.tzinfo is None else timestamp.astimezone(UTC)
    inputs = {"document": json.dumps(_Pieces(document).data(document, moment), ensure_ascii=False)}
    try:
        return _set(inputs, moment, ignore_system_fonts=True)
    except MissingGlyphsError:
        return _set(inputs, moment, ignore_system_fonts=False)


def _set(inputs: dict[str, str], moment: datetime, *, ignore_system_fonts: bool) -> bytes:
    try:
        import typst  # noqa: PLC0415 - an optional part
    except ImportError:
        raise MissingExtraError("pdf") from None
    compiler = typst.Compiler(_template(), ignore_system_fonts=ignore_system_fonts, sys_inputs=inputs)
    try:
        pdf = compiler.compile(
            format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=int(moment.timestamp())
        )
    except typst.TypstError as error:
        raise _fault(error.diagnostic) from None
    if not isinstance(pdf, bytes):
        raise WriterError("the engine gave no PDF")
    return pdf


def _fault(diagnostic: str) -> WriterError:
    missing = re.findall(r'the text `"(.+?)"` could not be displayed', diagnostic)
    if missing:
        return MissingGlyphsError(", ".join(dict.fromkeys(missing)))
    return WriterError(f"the PDF could not be set: {diagnostic.strip()}")


@cache
def _template() -> bytes:
    return resources.files("treatydraft.writers").joinpath("page.typ").read_bytes()


class _Pieces:
    """Turns what the tree holds into the data that `page.typ` prints."""

    def __init__(self, document: tree.Document) -> None:
        self._anchors = anchors(document)
        self._style = document.house_style

    def data(self, document: tree.Document, moment: datetime) -> Data:
        """The instrument from its title to its annexes."""
        preamble, closing = document.preamble, document.closing
        blocks = [self._signature(block) for block in closing.signatures]
        return {
            **_properties(document, moment),
            "title": self._inline(document.title),
            "preamble": self._clauses(front(preamble)),
            "body": self._clauses(document.body),
            "testimonium": self._clauses(with_words(closing.testimonium)),
            "signatures": [blocks[place : place + 2] for place in range(0, len(blocks), 2)],
            "together": sum(len(block["signatories"]) for block in blocks) <= _MOST_TOGETHER,
            "annexes": self._clauses(document.annexes),
        }

    def _clauses(self, clauses: tuple[tree.Clause, ...]) -> list[Data]:
        return [self._entry(entry) for entry in outline(clauses)]

    def _entry(self, entry: Entry) -> Data:
        clause = entry.clause
        return {
            "anchor": self._anchors[clause.id],
            "level": max(entry.level - 1, 0),  # the title is no heading in a PDF
            "depth": entry.depth,
            "below": is_below(clause, self._style),
            "centred": clause.kind == "annex" or (self._style.centred and entry.level == TOP_LEVEL),
            "annex": clause.kind == "annex",
            "leads": bool(clause.children),
            "label": bind_spaces(clause.label),
            "heading": bind_spaces(clause.heading),
            "text": self._inline(clause.text),
        }

    def _signature(self, block: tree.SignatureBlock) -> Data:
        signatories = block.signatories or (tree.Signatory(),)
        return {
            "text": self._inline(block.text),
            "signatories": [
                {"name": self._inline(who.name), "office": self._inline(who.office)} for who in signatories
            ],
        }

    def _inline(self, pieces: tuple[tree.Inline, ...]) -> list[Data]:
        return [self._piece(piece) for piece in bind_pieces(pieces)]

    def _piece(self, piece: tree.Inline) -> Data:
        match piece:
            case tree.Text(text=text) | tree.Value(text=text) | tree.Term(text=text, defines=False):
                return {"type": "text", "text": text}
            case tree.Term(text=text):
                return {"type": "strong", "text": text}
            case tree.Reference(target_id=target, text=text):
                if target in self._anchors and text:
                    return {"type": "link", "target": self._anchors[target], "text": text}
                return {"type": "text", "text": text}
            case tree.Emphasis() | tree.Revision() | tree.Note():
                return {"type": _container(piece), "parts": self._inline(piece.parts)}
            case _:
                assert_never(piece)


def _container(piece: tree.Emphasis | tree.Revision | tree.Note) -> str:
    if isinstance(piece, tree.Revision):
        return piece.kind
    return "note" if isinstance(piece, tree.Note) else "emphasis"


def _properties(document: tree.Document, moment: datetime) -> Data:
    """What the file says about itself, and the frame of each page."""
    marking = document.marking
    plain = " ".join(tree.plain(document.title).split())
    language, _, region = document.house_style.locale.replace("_", "-").partition("-")
    return {
        "name": plain or document.short_title.strip() or document.id,
        "short-title": bind_spaces(document.short_title),
        "marking": list(filter(None, map(bind_spaces, (marking.status, marking.notice)))),
        "keywords": list(_keywords(document)),
        "date": {
            part: getattr(moment, part) for part in ("year", "month", "day", "hour", "minute", "second")
        },
        "language": language,
        "region": region or None,
        "paper": _paper(document.house_style),
    }


def _keywords(document: tree.Document) -> Iterator[str]:
    yield from filter(None, (document.form, document.marking.status, document.marking.notice))


def _paper(style: HouseStyle) -> str:
    return "us-letter" if is_letter(style) else "a4"
