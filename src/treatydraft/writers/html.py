"""Write a document as one HTML file that needs nothing beside it, reads well and prints well."""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources
from itertools import groupby
from typing import assert_never

from treatydraft.document import tree
from treatydraft.document.spacing import bind_pieces, bind_spaces
from treatydraft.writers.outline import (
    TOP_LEVEL,
    Notes,
    anchors,
    front,
    is_below,
    is_heading,
    is_letter,
    next_level,
    outline,
    with_words,
)


def write_html(document: tree.Document) -> str:
    """The document as a page without scripts, whose only style is its own."""
    style = _stylesheet() + _page_rules(document)
    main = "".join(_Pieces(document).main(document))
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{_words(document.house_style.locale)}">',
        "<head>",
        *_head(document, style),
        "</head>",
        f'<body class="{"centred" if document.house_style.centred else "flush"}">',
        '<a class="skip" href="#main">Skip to the text</a>',
        *_marking(document),
        *_contents(document),
        f'<main id="main">\n{main}</main>',
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def _words(text: str) -> str:
    return escape(bind_spaces(text))


def _head(document: tree.Document, style: str) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    if document.marking.date:
        yield f'<meta name="dcterms.date" content="{_words(document.marking.date)}">'
    yield f"<title>{_words(document.short_title or tree.plain(document.title) or document.id)}</title>"
    yield f"<style>{style}</style>"


def _marking(document: tree.Document) -> Iterator[str]:
    marking = document.marking
    yield '<header class="marking">'
    yield f"<p>{_words(document.short_title)}</p>"
    if marking.status:
        yield f'<p class="status">{_words(marking.status)}</p>'
    if marking.notice:
        yield f'<p class="notice">{_words(marking.notice)}</p>'
    yield "</header>"


def _contents(document: tree.Document) -> Iterator[str]:
    """The headings as links, folded so that the text comes first."""
    named = anchors(document)
    headings = [entry.clause for entry in outline((*document.body, *document.annexes)) if entry.level]
    if headings:
        yield '<nav aria-label="Contents"><details><summary>Contents</summary>\n<ol>'
        for clause in headings:
            words = " ".join(filter(None, (clause.label, clause.heading)))
            yield f'<li><a href="#{named[clause.id]}">{_words(words)}</a></li>'
        yield "</ol>\n</details></nav>"


class _Pieces:
    """Turns what the tree holds into elements and keeps the footnotes on the way."""

    def __init__(self, document: tree.Document) -> None:
        self._notes = Notes(self._inline)
        self._anchors = anchors(document)
        self._style = document.house_style

    def main(self, document: tree.Document) -> Iterator[str]:
        """The instrument from its title to the footnotes."""
        preamble, closing = document.preamble, document.closing
        yield f"<h1>{self._inline(document.title)}</h1>\n"
        yield '<section class="preamble" aria-label="Preamble">\n'
        yield from self._clauses(front(preamble), TOP_LEVEL)
        yield "</section>\n"
        yield from self._clauses(document.body, TOP_LEVEL)
        yield '<section class="closing" aria-label="Signatures">\n'
        yield from self._clauses(with_words(closing.testimonium), TOP_LEVEL)
        yield from self._signatures(closing.signatures)
        yield "</section>\n"
        yield from self._clauses(document.annexes, TOP_LEVEL)
        yield from self._endnotes()

    def _clauses(self, clauses: tuple[tree.Clause, ...], level: int) -> Iterator[str]:
        for kind, group in groupby(clauses, _form):
            if kind == "section":
                yield from (self._section(clause, level) for clause in group)
            elif kind == "numbered":
                items = "".join(self._item(clause, level) for clause in group)
                yield f'<ol class="clauses" role="list">\n{items}</ol>\n'
            else:
                yield from (self._unnumbered(clause, level) for clause in group)

    def _section(self, clause: tree.Clause, level: int) -> str:
        name = "annex" if clause.kind == "annex" else "division"
        parts = [f"<span>{_words(part)}</span>" for part in (clause.label, clause.heading) if part]
        below = ' class="below"' if is_below(clause, self._style) else ""
        text = f"<p>{self._inline(clause.text)}</p>\n" if clause.text else ""
        inside = "".join(self._clauses(clause.children, next_level(level)))
        return (
            f'<section class="{name}" id="{self._anchors[clause.id]}">\n'
            f"<h{level}{below}>{' '.join(parts)}</h{level}>\n{text}{inside}</section>\n"
        )

    def _item(self, clause: tree.Clause, level: int) -> str:
        text = self._inline(clause.text)  # before its children, since notes are numbered as they are met
        inside = "".join(self._clauses(clause.children, level))
        return (
            f'<li id="{self._anchors[clause.id]}"><span class="label">{_words(clause.label)}</span> '
            f"<div><p>{text}</p>\n{inside}</div></li>\n"
        )

    def _unnumbered(self, clause: tree.Clause, level: int) -> str:
        place = f'id="{self._anchors[clause.id]}"'
        text = self._inline(clause.text)
        inside = "".join(self._clauses(clause.children, level))
        if not text:  # a clause that only holds others
            return f"<div {place}>\n{inside}</div>\n"
        return f"<p {place}>{text}</p>\n" + (f'<div class="under">\n{inside}</div>\n' if inside else "")

    def _signatures(self, blocks: tuple[tree.SignatureBlock, ...]) -> Iterator[str]:
        if blocks:
            yield '<div class="signatures">\n'
            yield from map(self._signature, blocks)
            yield "</div>\n"

    def _signature(self, block: tree.SignatureBlock) -> str:
        lines = [f"<p>{self._inline(block.text)}</p>"]
        for who in block.signatories or (tree.Signatory(),):
            lines.append(f'<p class="line">{self._inline(who.name)}</p>')
            lines.append(f"<p>{self._inline(who.office)}</p>")
        return f'<div class="signature">{"".join(lines)}</div>\n'

    def _endnotes(self) -> Iterator[str]:
        if self._notes.texts:
            yield '<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n'
            yield '<h2 id="notes">Notes</h2>\n<ol>\n'
            for number, text in enumerate(self._notes.texts, start=1):
                back = f'<a href="#call-{number}" role="doc-backlink" aria-label="Back to the text">↩</a>'
                yield f'<li id="note-{number}"><p>{text} {back}</p></li>\n'
            yield "</ol>\n</section>\n"

    def _inline(self, pieces: tuple[tree.Inline, ...]) -> str:
        return "".join(map(self._piece, bind_pieces(pieces)))

    def _piece(self, piece: tree.Inline) -> str:
        match piece:
            case tree.Text(text=text) | tree.Value(text=text) | tree.Term(text=text, defines=False):
                return escape(text)
            case tree.Term(text=text):  # set apart where it is defined and nowhere else
                return f"<dfn><strong>{escape(text)}</strong></dfn>"
            case tree.Reference(target_id=target, text=text):
                return f'<a href="#{self._anchors.get(target, "main")}">{escape(text)}</a>'
            case tree.Emphasis(parts=parts):
                return f"<em>{self._inline(parts)}</em>"
            case tree.Revision(kind=kind, parts=parts):
                tag = "ins" if kind == "inserted" else "del"
                return f"<{tag}>{self._inline(parts)}</{tag}>"
            case tree.Note(parts=parts):
                return self._call(self._notes.add(parts))
            case _:
                assert_never(piece)

    def _call(self, number: int) -> str:
        name = f'id="call-{number}" role="doc-noteref" aria-label="Note {number}"'
        return f'<sup><a href="#note-{number}" {name}>{number}</a></sup>'


def _form(clause: tree.Clause) -> str:
    if is_heading(clause):
        return "section"
    return "numbered" if clause.label else "unnumbered"


# --- Style ------------------------------------------------------------------------------------------------


@cache
def _stylesheet() -> str:
    return resources.files("treatydraft.writers").joinpath("page.css").read_text(encoding="utf-8")


def _page_rules(document: tree.Document) -> str:
    """Paper, and on each printed page what the header and the footer of the Word file say."""
    marking = document.marking
    size = "letter" if is_letter(document.house_style) else "A4"
    right = " · ".join(filter(None, (marking.status, marking.notice)))
    return f"""
@page {{
  size: {size};
  margin: 25mm 25mm 22mm;
  @top-left {{ content: {_css_string(document.short_title)}; font: 9pt serif; }}
  @top-right {{ content: {_css_string(right)}; font: italic 9pt serif; }}
  @bottom-center {{ content: "Page " counter(page) " of " counter(pages); font: 9pt serif; }}
}}
/* The first page has all this above the title. */
@page :first {{
  @top-left {{ content: none; }}
  @top-right {{ content: none; }}
}}
"""


def _css_string(text: str) -> str:
    """A string of CSS, in which no character can end the string or the style element."""
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
