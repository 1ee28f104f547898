"""What is written reads back as the same document: its structure, labels, words, references and ids."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from tests.documents import EXAMPLES

import treatydraft as td
from treatydraft.api import read_bytes
from treatydraft.document import tree
from treatydraft.packs import find_pack

SPECS: Final = Path(__file__).parents[2] / "specs"
WITH_IDS: Final = ("md", "html", "json")


def _drafted(path: Path) -> tree.Document:
    return td.draft(td.load(path))


DOCUMENTS: Final[dict[str, Callable[[], tree.Document]]] = {
    **EXAMPLES,
    **{path.stem: partial(_drafted, path) for path in sorted(SPECS.glob("*.yaml"))},
}


@pytest.mark.parametrize("form", ["docx", "md", "html", "json"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_written_reads_back(name: str, form: str) -> None:
    document = DOCUMENTS[name]()
    data = td.render(document, form, pack=find_pack(document.pack or "security-agreement"))
    again = read_bytes(data, f"{document.id}.{form}")
    ids = form in WITH_IDS
    assert list(_said(again, ids=ids)) == list(_said(document, ids=ids))
    assert list(_cited(again)) == list(_cited(document))


def _said(document: tree.Document, *, ids: bool) -> Iterator[tuple[object, ...]]:
    """What a reader can see of a document, and the ids where the format carries them."""
    preamble, closing = document.preamble, document.closing
    yield "title", _words(document.title)
    yield "preamble", preamble.heading
    for clauses in (
        (preamble.opening, *preamble.recitals, preamble.enacting),
        document.body,
        (closing.testimonium,),
        document.annexes,
    ):
        yield from _clauses(clauses, 0, ids=ids)
    for block in closing.signatures:
        signers = [(_words(signer.name), _words(signer.office)) for signer in block.signatories]
        yield "signature", _words(block.text), signers


def _clauses(clauses: tuple[tree.Clause, ...], depth: int, *, ids: bool) -> Iterator[tuple[object, ...]]:
    for clause in clauses:
        identity = clause.id if ids else ""
        yield depth, clause.kind, clause.label, clause.heading, _words(clause.text), _notes(clause), identity
        yield from _clauses(clause.children, depth + 1, ids=ids)


def _cited(document: tree.Document) -> Iterator[tuple[int, str, int]]:
    """Each reference by the places of both clauses, since a Word file keeps no ids."""
    clauses = [one for one in tree.clauses(document) if one.text or one.heading or one.label]
    places = {clause.id: place for place, clause in enumerate(clauses)}
    for clause in clauses:
        for reference in _references(clause.text):
            yield places[clause.id], _words((reference,)), places[reference.target_id]


def _references(pieces: tuple[tree.Inline, ...]) -> Iterator[tree.Reference]:
    for piece in pieces:
        if isinstance(piece, tree.Reference):
            yield piece
        elif isinstance(piece, tree.Emphasis | tree.Note):
            yield from _references(piece.parts)


def _words(pieces: tuple[tree.Inline, ...]) -> str:
    return tree.plain(pieces).replace("\N{NO-BREAK SPACE}", " ")


def _notes(clause: tree.Clause) -> list[str]:
    return [_words(piece.parts) for piece in clause.text if isinstance(piece, tree.Note)]
