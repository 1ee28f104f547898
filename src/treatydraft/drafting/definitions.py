"""Short names that the text goes on to use are defined where they stand first; the others are not."""

import re
from dataclasses import replace
from typing import Final

from treatydraft.document import tree

_OPENS: Final = re.compile(r" \(hereinafter “(?:the )?\Z")
_CLOSES: Final = "”)"
_IN_FULL: Final = re.compile(r"\.(?:name|title)\Z")


def without_unused(document: tree.Document) -> tree.Document:
    """The document without the definitions of short names, ` (hereinafter “France”)`, that it never uses."""
    words = _words(document)

    def change(clause: tree.Clause) -> tree.Clause:
        text = clause.text
        for place, piece in enumerate(text):
            if isinstance(piece, tree.Term) and piece.defines and not _is_used(piece.text, words):
                text = _without(text, place)
        return replace(clause, text=tuple(one for one in text if one != tree.Text("")))

    return tree.map_clauses(document, change)


def _words(document: tree.Document) -> str:
    """All words of the text, with a sign for a definition and for a name in full: neither is a use."""
    clauses = (_without_names(clause.text) for clause in tree.clauses(document))
    headings = (clause.heading for clause in tree.clauses(document))
    return "\n".join((_without_names(document.title), *clauses, *headings))


def _without_names(text: tuple[tree.Inline, ...]) -> str:
    return "".join("§" if _is_name(piece) else tree.plain((piece,)) for piece in tree.leaves(text))


def _is_name(piece: tree.Inline) -> bool:
    match piece:
        case tree.Term(defines=defines):
            return defines
        case tree.Value(spec_path=path):
            return _IN_FULL.search(path) is not None
        case _:
            return False


def _is_used(term: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", words) is not None


def _without(text: tuple[tree.Inline, ...], place: int) -> tuple[tree.Inline, ...]:
    """The pieces without the definition at a place, where it stands in brackets of its own."""
    if not 0 < place < len(text) - 1:
        return text
    before, after = text[place - 1], text[place + 1]
    if not isinstance(before, tree.Text) or not isinstance(after, tree.Text):
        return text
    opened = _OPENS.search(before.text)
    if opened is None or not after.text.startswith(_CLOSES):
        return text
    kept = (
        tree.Text(before.text[: opened.start()]),
        tree.Text(""),
        tree.Text(after.text.removeprefix(_CLOSES)),
    )
    return (*text[: place - 1], *kept, *text[place + 2 :])
