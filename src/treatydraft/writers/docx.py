"""Write a document as a Word file: a template's look, numbers and references that Word keeps up to date."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, TypeAlias, assert_never

from treatydraft.document import tree
from treatydraft.document.numbering import Number, annex_levels, citations_of
from treatydraft.document.spacing import NO_BREAK, bind_pieces, bind_spaces
from treatydraft.language.grammar import capital, listed
from treatydraft.word.manuscript import (
    Footnote,
    Line,
    Look,
    Manuscript,
    NumberOf,
    Piece,
    Properties,
    Run,
)
from treatydraft.writers import WriterError
from treatydraft.writers.docx_numbering import (
    NUMBERED,
    Family,
    Rank,
    heading_style,
    is_unnumbered,
    numbered_styles,
)
from treatydraft.writers.outline import is_letter

TEMPLATE_NAME = "agreement.docx"

_Block: TypeAlias = dict[str, object]
_SHOWN: Final[dict[str, dict[str, object]]] = {"style": {}, "words": {}}
_BLOCKS: Final[dict[str, dict[str, object]]] = {**_SHOWN, "leads": {}}
_SIGNER: Final[dict[str, object]] = {"name": {}, "office": {}}
# The names that a template of a pack can use, nested, and the styles that it must have.
CONTEXT: Final[dict[str, dict[str, object]]] = {
    "title": {},
    "short_title": {},
    "marking": {},
    "preamble": {**_SHOWN},
    "body": {**_BLOCKS},
    "testimonium": {**_SHOWN},
    "signatures": {"parties": {}, "left": _SIGNER, "right": _SIGNER},
    "annexes": {**_BLOCKS},
}
STYLES: Final = (
    *("Title", "Preamble Opening", "Recital", "Enacting Words", "Clause Text", "Paragraph Text"),
    *("Subparagraph Text", "Item Text", "Testimonium", "Testimonium Text", "Testimonium Last"),
    *("Signature Party", "Signature Line", "Signature Name", "Signature Office", "Emphasis", "Defined Term"),
    *numbered_styles(),
)


def write_docx(document: tree.Document, template: bytes, *, timestamp: datetime) -> bytes:
    """The Word file of a numbered document; the same document, template and timestamp give the same bytes.

    Raises `word.package.PackageError` or `sandbox.TemplateFault` where the template is at fault.
    """
    from treatydraft.word.assembly import assemble  # noqa: PLC0415 - lxml loads slowly

    return assemble(manuscript(document), template, TEMPLATE_NAME, timestamp)


def manuscript(document: tree.Document) -> Manuscript:
    """What the template is filled with."""
    style = document.house_style
    body = Family.of(document.body, style.levels, style, annexes=False)
    levels = annex_levels(style, len(document.annexes))
    annexes = Family.of(document.annexes, levels, style, annexes=True)
    return Manuscript(
        context=_context(document, body, annexes),
        look=Look(
            lists=(*body.lists(), *annexes.lists()),
            unnumbered=numbered_styles(),
            alignment=(("Clause Heading 1", "center" if style.centred else "left"),),
            language=style.locale,
            paper="letter" if is_letter(style) else "a4",
        ),
        properties=_properties(document),
    )


def _properties(document: tree.Document) -> Properties:
    form = document.form.replace("-", " ")
    parties = [party.name for party in document.parties]
    between = f" between {listed(parties, serial_comma=document.house_style.serial_comma)}" if parties else ""
    return Properties(
        title=tree.plain(document.title),
        subject=f"{capital(form)}{between}",
        category=form,
        status=document.marking.status,
        description=document.marking.notice,
    )


# --- Blocks -----------------------------------------------------------------------------------------------


def _context(document: tree.Document, body: Family, annexes: Family) -> dict[str, object]:
    words = _Words(document, body, annexes)
    return {
        "title": words.line(document.title, ""),
        "short_title": bind_spaces(document.short_title),
        "marking": [bind_spaces(text) for text in (document.marking.status, document.marking.notice) if text],
        "preamble": list(_preamble(document.preamble, words)),
        "body": list(_blocks(document.body, body, words, "Clause Text")),
        "testimonium": list(_testimonium(document.closing.testimonium, words)),
        "signatures": list(_signatures(document.closing.signatures, words)),
        "annexes": list(_blocks(document.annexes, annexes, words, "Clause Text")),
    }


def _preamble(preamble: tree.Preamble, words: "_Words") -> Iterator[_Block]:
    if preamble.heading:
        yield _block("Preamble Opening", Line((Run(preamble.heading, "Defined Term"),)))
    for style, clauses in (
        ("Preamble Opening", (preamble.opening,)),
        ("Recital", preamble.recitals),
        ("Enacting Words", (preamble.enacting,)),
    ):
        for clause in tree.walk(clauses):
            yield from _unnumbered(clause, words, style)


def _testimonium(testimonium: tree.Clause, words: "_Words") -> Iterator[_Block]:
    """The first paragraph stays with the second and the last with the signatures; a page may end between."""
    blocks = [
        block for clause in tree.walk((testimonium,)) for block in _unnumbered(clause, words, "Testimonium")
    ]
    for position, block in enumerate(blocks):
        last = position == len(blocks) - 1
        style = "Testimonium" if position == 0 else "Testimonium Last" if last else "Testimonium Text"
        yield {**block, "style": style}


def _block(style: str, line: Line) -> _Block:
    return {"style": style, "words": line}


def _blocks(
    clauses: Sequence[tree.Clause], family: Family, words: "_Words", text_style: str
) -> Iterator[_Block]:
    for clause in clauses:
        leads = bool(clause.children)  # so that a template can keep it on one page with what it leads to
        yield from ({**block, "leads": leads} for block in _clause(clause, family, words, text_style))
        inner = f"{clause.kind.capitalize()} Text" if clause.kind in NUMBERED and clause.label else text_style
        yield from _blocks(clause.children, family, words, inner)


def _clause(clause: tree.Clause, family: Family, words: "_Words", text_style: str) -> Iterator[_Block]:
    rank = family.ranks.get(clause.kind)
    if rank is None or is_unnumbered(clause):
        yield from _unnumbered(clause, words, text_style)
    elif clause.kind in NUMBERED:
        yield _numbered(clause, rank, words)
    else:
        yield from _headed(clause, rank, words)


def _unnumbered(clause: tree.Clause, words: "_Words", style: str) -> Iterator[_Block]:
    """A clause outside the numbers, with its heading and its label typed where a received text has them."""
    typed = " ".join(filter(None, (clause.label, clause.heading)))
    before = (tree.Text(f"{typed} "),) if typed else ()
    if line := words.line((*before, *clause.text), clause.id):
        yield _block(style, line)


def _numbered(clause: tree.Clause, rank: Rank, words: "_Words") -> _Block:
    text = clause.text if not clause.heading else (tree.Text(clause.heading), *_spaced(clause.text))
    has_heading_style = clause.heading and not clause.text and clause.kind != "item"
    style = heading_style(rank.style) if has_heading_style else rank.style
    return _block(style, words.line(text, clause.id, before=_typed(clause, rank, "\t")))


def _spaced(text: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    return (tree.Text(" "), *text) if text else ()


def _headed(clause: tree.Clause, rank: Rank, words: "_Words") -> Iterator[_Block]:
    if clause.label or clause.heading:
        gap = _gap(clause, rank)
        heading = (tree.Text(clause.heading),) if clause.heading else ()
        yield _block(rank.style, words.line(heading, clause.id, before=_typed(clause, rank, gap)))
    if clause.text:
        marked = "" if clause.label or clause.heading else clause.id
        yield _block("Clause Text", words.line(clause.text, clause.id, bookmarked=marked))


def _gap(clause: tree.Clause, rank: Rank) -> str:
    """What stands between label and heading; a mere space would not tell `Part I` from `Defence`."""
    if not (clause.label and clause.heading):
        return ""
    if rank.below:
        return "\n"
    return " " if clause.label.endswith((".", ":")) else "\N{EM SPACE}"


def _typed(clause: tree.Clause, rank: Rank, gap: str) -> str:
    """What stands in the paragraph before its words: all of the label, or what Word's number leaves over."""
    if not rank.automatic:
        return bind_spaces(clause.label) + gap if clause.label else ""
    return f":{gap}" if rank.has_colon else gap.strip(" \t")  # Word sets a space or a tab after its number


def _signatures(blocks: Sequence[tree.SignatureBlock], words: "_Words") -> Iterator[_Block]:
    """The rows of the table: two parties side by side, then the lines on which they sign."""
    for position in range(0, len(blocks), 2):
        pair = blocks[position : position + 2]
        yield _row([words.line(block.text, "") for block in pair], Line(), parties=True)
        signers = [[_signer(signatory, words) for signatory in _signatories(block)] for block in pair]
        for line in range(max(map(len, signers))):
            yield _row(
                [column[line] if line < len(column) else None for column in signers], None, parties=False
            )


def _row(cells: Sequence[object], empty: object, *, parties: bool) -> _Block:
    left, right = (*cells, empty)[:2]
    return {"parties": parties, "left": left, "right": right}


def _signatories(block: tree.SignatureBlock) -> tuple[tree.Signatory, ...]:
    return block.signatories or (tree.Signatory(),)


def _signer(signatory: tree.Signatory, words: "_Words") -> _Block:
    return {"name": words.line(signatory.name, ""), "office": words.line(signatory.office, "")}


# --- Words ------------------------------------------------------------------------------------------------


class _Words:
    """Turns inline pieces into what a Word file prints, references into fields that follow their clause."""

    def __init__(self, document: tree.Document, body: Family, annexes: Family) -> None:
        self._cite = citations_of(document)
        self._followed = {
            clause.id
            for clauses, family in ((document.body, body), (document.annexes, annexes))
            for clause in tree.walk(clauses)
            if clause.label and clause.kind in family.ranks and family.ranks[clause.kind].is_followed
        }
        self._targets = frozenset(self._find_targets(document))

    def line(
        self,
        text: tuple[tree.Inline, ...],
        clause_id: str,
        *,
        before: str = "",
        bookmarked: str | None = None,
    ) -> Line:
        """A paragraph; `before` stands in front of its words, and its bookmark is that of the clause."""
        marked = clause_id if bookmarked is None else bookmarked
        pieces = (*((Run(before),) if before else ()), *self._pieces(bind_pieces(text), clause_id, ""))
        return Line(pieces, _bookmark(marked) if marked in self._targets else "")

    def _pieces(self, text: tuple[tree.Inline, ...], clause_id: str, style: str) -> Iterator[Piece]:
        for piece in text:
            match piece:
                case tree.Text(text=words) | tree.Value(text=words):
                    yield Run(words, style)
                case tree.Term(text=words, defines=defines):
                    yield Run(words, "Defined Term" if defines else style)
                case tree.Reference():
                    yield from self._reference(piece, clause_id, style)
                case tree.Emphasis(parts=parts):
                    yield from self._pieces(parts, clause_id, "Emphasis")
                case tree.Revision():
                    raise WriterError(
                        "kept revisions cannot be written as a Word file yet; read the file with --revisions"
                        " accepted or rejected, or write json, md or html"
                    )
                case tree.Note(parts=parts):
                    yield Footnote(tuple(_without_notes(self._pieces(parts, clause_id, ""))))
                case _:
                    assert_never(piece)

    def _reference(self, reference: tree.Reference, clause_id: str, style: str) -> Iterator[Piece]:
        cited = self._cite(reference.target_id, clause_id)
        words = [part if isinstance(part, str) else part.text for part in cited]
        if "".join(words) != reference.text.replace(NO_BREAK, " "):
            yield Run(reference.text, style)  # a received text cites in its own way
            return
        start = 0
        for part, word in zip(cited, words, strict=True):
            bound = reference.text[start : start + len(word)]
            start += len(word)
            if isinstance(part, Number) and part.target_id in self._followed:
                yield NumberOf(_bookmark(part.target_id), bound, style)
            else:
                yield Run(bound, style)

    def _find_targets(self, document: tree.Document) -> Iterator[str]:
        for clause in tree.clauses(document):
            for reference in _references(clause.text):
                yield reference.target_id
                for part in self._cite(reference.target_id, clause.id):
                    if isinstance(part, Number):
                        yield part.target_id


def _without_notes(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces, with a note in brackets: Word has no notes to a note."""
    for piece in pieces:
        if isinstance(piece, Footnote):
            yield from (Run(" ("), *piece.pieces, Run(")"))
        else:
            yield piece


def _references(text: tuple[tree.Inline, ...]) -> Iterator[tree.Reference]:
    for piece in text:
        if isinstance(piece, tree.Reference):
            yield piece
        elif isinstance(piece, tree.Emphasis | tree.Note):
            yield from _references(piece.parts)


def _bookmark(clause_id: str) -> str:
    """A name that Word hides from its users, the same for the same clause in every file."""
    return f"_Ref{hashlib.sha256(clause_id.encode()).hexdigest()[:16]}"
