"""Write a document as CommonMark, laid out by the Markdown template of a pack.

The template gets a simple context (see `context`) and prints plain values and `Markdown`. What is plain is
escaped when it is printed, so a template can print any word of a spec; what is `Markdown` is ours already.

Labels are text, never the markers of a Markdown list: a renderer would number anew, and a clause that some
renderer calls `1.` in place of `4.` is another clause. Nested clauses stand in bulleted lists.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final, assert_never

from jinja2 import Template
from markupsafe import Markup

from treatydraft.document import tree
from treatydraft.sandbox import Sandbox, compiled, rendered, sandbox
from treatydraft.writers.outline import Entry, Notes, anchors, front, is_below, outline, with_words

_NAME: Final = "agreement.md"
CONTEXT: Final = (  # the names that a template can use
    *("title", "short_title", "form", "register", "parties", "marking", "preamble", "body", "testimonium"),
    *("signatures", "signature_rows", "annexes", "notes"),
)


class Markdown(str):
    """Text that is Markdown already and is printed as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One clause as a template prints it; the blocks of its children follow it."""

    kind: tree.Kind
    id: str
    topic: str
    anchor: Markdown
    level: int  # of the heading, 2 to 6; 0 where the clause is no heading
    below: bool  # whether the heading stands on a line of its own below the label
    marks: Markdown  # `##` for level 2
    depth: int  # how many clauses with words of their own it lies under
    bullet: Markdown  # what opens the first line of a nested clause: `- `
    indent: Markdown  # what opens its other lines, as wide as the bullet
    label: str
    heading: str
    text: Markdown


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, as a template prints it."""

    name: Markdown
    office: Markdown


@dataclass(frozen=True, slots=True)
class Signature:
    """Where one party signs, as a template prints it."""

    party_id: str
    text: Markdown
    signatories: tuple[Signatory, ...]


def write_markdown(document: tree.Document, template: str) -> str:
    """Print the document through a template; raises `TemplateFault` where the template is wrong."""
    return printed(rendered(_compiled(template), context(document), _NAME))


def environment(filters: Mapping[str, Callable[..., object]]) -> Sandbox:
    """The sandbox for Markdown templates: what they print is escaped unless it is `Markdown`."""
    # Jinja's own escaping only marks what macros and blocks return as printed; `_printable` does the work.
    return sandbox(filters, finalize=_printable, autoescape=True)


def printed(text: str) -> str:
    """A rendered template without the empty lines that its conditions leave behind."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def context(document: tree.Document) -> dict[str, object]:
    """What a Markdown template knows about a document."""
    pieces = _Pieces(document)
    preamble, closing = document.preamble, document.closing
    # In the order of the document, since footnotes are numbered as they are met.
    title = pieces.line(document.title)
    opening = pieces.blocks(front(preamble))
    body = pieces.blocks(document.body)
    testimonium = pieces.blocks(with_words(closing.testimonium))
    signatures = [pieces.signature(block) for block in closing.signatures]
    annexes = [pieces.blocks((annex,)) for annex in document.annexes]
    return {
        "title": title,
        "short_title": document.short_title,
        "form": document.form,
        "register": document.register,
        "parties": document.parties,
        "marking": document.marking,
        "preamble": opening,
        "body": body,
        "testimonium": testimonium,
        "signatures": signatures,
        "signature_rows": list(_signature_rows(signatures)),
        "annexes": annexes,
        "notes": [Markdown(text) for text in pieces.notes.texts],
    }


@lru_cache(maxsize=8)
def _compiled(template: str) -> Template:
    return compiled(environment({}), template, _NAME)


def _printable(value: object) -> object:
    if isinstance(value, Markdown):
        return Markup(value)  # noqa: S704 - Markdown of ours, escaped piece by piece
    return value if isinstance(value, Markup) else Markup(escape(str(value)))  # noqa: S704 - escaped here


# --- Escaping ---------------------------------------------------------------------------------------------

# What CommonMark, GitHub's tables, strikethrough and formulas, and links without marks take for markup. An
# ampersand or an exclamation mark at the end may meet its other half in the next piece.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~$#]|&(?=[#\w]|$)|!(?=\[|$)|:(?=//)|(?<=\bwww)\.")
_LINE_BREAKS: Final = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_OPENS_BLOCK: Final = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:]))")


def escape(text: str) -> Markdown:
    r"""Words as Markdown that prints exactly these words, wherever in a line they stand.

    >>> print(escape("1. Sons & <Daughters> &amp; 5 * 3"), escape("- x"), escape(" y "))
    1\. Sons & \<Daughters\> \&amp; 5 \* 3 \- x &#32;y&#32;
    """
    return _line(_escape_inside(text))


def _escape_inside(text: str) -> str:
    return _LINE_BREAKS.sub(lambda found: _entity(found[0]), _MARKUP.sub(r"\\\g<0>", text))


def _line(markdown: str) -> Markdown:
    """Keep the beginning of a line from opening a block, and the spaces at its ends from being dropped."""
    markdown = _OPENS_BLOCK.sub(r"\1\\", markdown)
    if markdown[-1:].isspace():
        markdown = markdown[:-1] + _entity(markdown[-1])
    if markdown[:1].isspace():
        markdown = _entity(markdown[0]) + markdown[1:]
    return Markdown(markdown)


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


# --- Inline pieces ----------------------------------------------------------------------------------------


class _Pieces:
    """Turns what the tree holds into Markdown and keeps the footnotes on the way."""

    def __init__(self, document: tree.Document) -> None:
        self.notes = Notes(self.line)
        self._anchors = anchors(document)
        self._house_style = document.house_style

    def blocks(self, clauses: tuple[tree.Clause, ...]) -> list[Block]:
        return [self._block(entry) for entry in outline(clauses)]

    def _block(self, entry: Entry) -> Block:
        clause, depth = entry.clause, entry.depth
        return Block(
            kind=clause.kind,
            id=clause.id,
            topic=clause.topic,
            anchor=Markdown(self._anchors[clause.id]),
            level=entry.level,
            below=is_below(clause, self._house_style),
            marks=Markdown("#" * entry.level),
            depth=depth,
            bullet=Markdown("  " * (depth - 1) + "- " if depth else ""),
            indent=Markdown("  " * depth),
            label=clause.label,
            heading=clause.heading,
            text=self.line(clause.text),
        )

    def signature(self, block: tree.SignatureBlock) -> Signature:
        signatories = tuple(
            Signatory(self.line(who.name), self.line(who.office)) for who in block.signatories
        )
        return Signature(block.party_id, self.line(block.text), signatories)

    def line(self, pieces: tuple[tree.Inline, ...]) -> Markdown:
        return _line(self._inline(pieces, nested=False))

    def _inline(self, pieces: tuple[tree.Inline, ...], *, nested: bool) -> str:
        written = ""
        for place, piece in enumerate(pieces):
            after = tree.plain(pieces[place + 1 :])[:1]
            written += self._piece(piece, _Around(written[-1:], after, nested=nested))
        return written

    def _piece(self, piece: tree.Inline, around: "_Around") -> str:
        match piece:
            case tree.Text(text=text) | tree.Value(text=text) | tree.Term(text=text, defines=False):
                return _escape_inside(text)
            case tree.Term(text=text):  # bold where it is defined and nowhere else
                return _set_apart(_escape_inside(text), around, _STRONG)
            case tree.Reference(target_id=target, text=text):
                return f"[{_escape_inside(text)}](#{self._anchors.get(target, '')})"
            case tree.Emphasis(parts=parts):
                return _set_apart(self._inline(parts, nested=True), around, _EMPHASIS)
            case tree.Revision(kind=kind, parts=parts):
                tag = "ins" if kind == "inserted" else "del"
                return f"<{tag}>{self._inline(parts, nested=True)}</{tag}>"
            case tree.Note(parts=parts):
                number = self.notes.add(parts)
                return f'<sup><a id="call-{number}"></a>[{number}](#note-{number})</sup>'
            case _:
                assert_never(piece)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands beside a piece: the last character written before it and the first word after it."""

    before: str
    after: str
    nested: bool


_STRONG: Final = ("**", "strong")
_EMPHASIS: Final = ("*", "em")


def _set_apart(markdown: str, around: _Around, style: tuple[str, str]) -> str:
    """Mark with asterisks where CommonMark reads them for certain, else with tags."""
    asterisks, tag = style
    opens = _is_word(markdown[:1]) or (_is_mark(markdown[:1]) and not around.before.strip())
    closes = _is_word(markdown[-1:]) or (_is_mark(markdown[-1:]) and around.after in _ENDS_WORD)
    if opens and closes and not around.nested and around.before != "*":
        return f"{asterisks}{markdown}{asterisks}"
    return f"<{tag}>{markdown}</{tag}>"


_ENDS_WORD: Final = " .,;:)”’"  # nothing at all ends a word too, and is in every string


def _is_word(character: str) -> bool:
    return character.isalnum()


def _is_mark(character: str) -> bool:
    return bool(character.strip()) and not character.isalnum()


# --- Signatures -------------------------------------------------------------------------------------------

_SIGNATURE_LINE: Final = Markdown("_" * 24)


def _signature_rows(signatures: list[Signature]) -> Iterator[tuple[Markdown, ...]]:
    """The rows of a table with a column for each party, below the words that name it."""
    return zip_longest(*map(_signature_cells, signatures), fillvalue=Markdown())


def _signature_cells(signature: Signature) -> list[Markdown]:
    if not signature.signatories:
        return [_SIGNATURE_LINE]
    return [cell for who in signature.signatories for cell in (_SIGNATURE_LINE, who.name, who.office)]
