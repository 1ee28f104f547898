"""Write a document as plain text that reads well in a mail."""

import textwrap
from collections.abc import Iterator
from typing import Final, assert_never

from treatydraft.document import tree
from treatydraft.document.house_style import HouseStyle
from treatydraft.writers.outline import TOP_LEVEL, Entry, Notes, front, is_below, outline, with_words

_WIDTH: Final = 78
_STEP: Final = 4  # columns by which each level of running text is set in, and the least room for a label
_SIGNATURE_LINE: Final = "_" * 30


def write_text(document: tree.Document) -> str:
    """The whole document in lines of at most 78 columns; a longer word has a line of its own."""
    return "\n\n".join(filter(None, _Pieces(document.house_style).parts(document))) + "\n"


class _Pieces:
    """Turns what the tree holds into lines and keeps the footnotes on the way."""

    def __init__(self, style: HouseStyle) -> None:
        self._style = style
        self._notes = Notes(self._inline)

    def parts(self, document: tree.Document) -> Iterator[str]:
        """The document from top to bottom, each part to be followed by an empty line."""
        preamble, closing = document.preamble, document.closing
        yield from map(_wrap, (document.marking.notice, document.marking.status))
        yield _title(self._inline(document.title))
        yield from self._clauses(front(preamble))
        yield from self._clauses((*document.body, *with_words(closing.testimonium)))
        yield from map(self._signature, closing.signatures)
        for annex in document.annexes:
            yield "-" * _WIDTH
            yield from self._clauses((annex,))
        if self._notes.texts:
            yield "Notes"
            yield from (_wrap(text, f"[{number}]") for number, text in enumerate(self._notes.texts, start=1))

    def _clauses(self, clauses: tuple[tree.Clause, ...]) -> Iterator[str]:
        for entry in outline(clauses):
            if entry.level:
                yield self._heading(entry)
            text = self._inline(entry.clause.text)
            if text or not entry.level:
                yield _wrap(text, "" if entry.level else entry.clause.label, entry.depth * _STEP)

    def _heading(self, entry: Entry) -> str:
        clause, top = entry.clause, entry.level == TOP_LEVEL
        below = is_below(clause, self._style)
        lines = [clause.label, clause.heading] if below else [f"{clause.label} {clause.heading}".strip(" ")]
        # A top heading has two empty lines above it, so that the eye finds it.
        return "\n" * top + "\n".join(map(_centre if top and self._style.centred else _wrap, lines))

    def _signature(self, block: tree.SignatureBlock) -> str:
        lines = [_wrap(self._inline(block.text))]
        for who in block.signatories or (tree.Signatory(),):
            signed = (self._inline(who.name), self._inline(who.office))
            lines += ["", "", _SIGNATURE_LINE, *map(_wrap, filter(None, signed))]
        return "\n".join(lines)

    def _inline(self, pieces: tuple[tree.Inline, ...]) -> str:
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: tree.Inline) -> str:
        match piece:
            case (
                tree.Text(text=text)
                | tree.Value(text=text)
                | tree.Term(text=text)
                | tree.Reference(text=text)
            ):
                return text
            case tree.Emphasis(parts=parts) | tree.Revision(kind="inserted", parts=parts):
                return self._inline(parts)
            case tree.Revision():  # plain text has no mark for it, and the words are no longer read
                return ""
            case tree.Note(parts=parts):
                return f"[{self._notes.add(parts)}]"
            case _:
                assert_never(piece)


def _title(title: str) -> str:
    lines = _centre(title)
    return f"{lines}\n\n{_centre('=' * min(len(title), _WIDTH // 2))}" if title else ""


def _centre(text: str) -> str:
    # Narrower than the page, so that a long title breaks in the middle of the page and not at its edge.
    lines = textwrap.wrap(text, _WIDTH - 18, break_long_words=False, break_on_hyphens=False)
    return "\n".join(line.center(_WIDTH).rstrip(" ") for line in lines)


def _wrap(text: str, label: str = "", indent: int = 0) -> str:
    """Fill lines, with the label hanging to the left of them."""
    hanging = label.ljust(_STEP - 1) + " " if label else ""
    return (
        textwrap.fill(
            text,
            _WIDTH,
            initial_indent=" " * indent + hanging,
            subsequent_indent=" " * (indent + len(hanging)),
            break_long_words=False,
            break_on_hyphens=False,
        )
        or " " * indent + label
    )
