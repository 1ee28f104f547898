"""What a citation in a clause may name, and the article of an annex that has no number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from treatydraft.document import tree
from treatydraft.drafting.phrases import merged

_HAS_ARTICLE = re.compile(r"\b(?:the|this|that|an|any|each|its|their)\s$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?]\s)$")  # what stands before the first word of a sentence


def citable(document: tree.Document) -> list[str]:
    """The names by which a clause can be cited."""
    return [*(clause.id for clause in tree.clauses(document)), *_by_name(document)]


def with_targets(document: tree.Document) -> tree.Document:
    """The document with each citation at the id of a clause, and “the” before an annex without a number."""
    annexes = document.annexes
    alone = annexes[0].id if len(annexes) == 1 else ""
    inside = {clause.id for clause in tree.walk(annexes)}
    aimed = _Aimed({clause.id for clause in tree.clauses(document)}, _by_name(document))

    def change(clause: tree.Clause) -> tree.Clause:
        text = tree.map_pieces(clause.text, aimed.piece)
        outside = alone and clause.id not in inside
        return replace(clause, text=tuple(merged(_with_article(text, alone))) if outside else text)

    return tree.map_clauses(document, change)


def _by_name(document: tree.Document) -> dict[str, str]:
    """Clauses by other names: by topic, by the clause that they are part of, by their id in the annex."""
    found: dict[str, str] = {}
    for clause in tree.clauses(document):
        found.setdefault(clause.topic, clause.id)
        # In a group, the clause that a paragraph is part of does not stand in the text by itself.
        found.setdefault(clause.id.rpartition("/")[0], clause.id)
    for annex in document.annexes:
        for clause in tree.walk(annex.children):
            found.setdefault(clause.id.removeprefix(f"{annex.id}/"), clause.id)
    found.pop("", None)
    return found


@dataclass(frozen=True, slots=True)
class _Aimed:
    """Points each citation at a clause that there is, as far as one has that name."""

    ids: set[str]
    by_name: dict[str, str]

    def piece(self, piece: tree.Inline) -> tree.Inline:
        match piece:
            case tree.Reference(target_id=target) if target not in self.ids:
                return tree.Reference(self.by_name.get(target, target))
            case _:
                return piece


def _with_article(pieces: Iterable[tree.Inline], annex: str) -> Iterator[tree.Inline]:
    before = ""
    for piece in pieces:
        named = isinstance(piece, tree.Reference) and f"{piece.target_id}/".startswith(f"{annex}/")
        if named and not _HAS_ARTICLE.search(before):
            yield tree.Text("The " if _BEGINS.search(before) else "the ")
        before = tree.plain((piece,)) or "citation"
        yield piece
