"""All words of a document and of a reading, so that none can be lost on the way."""

import re
from collections import Counter
from collections.abc import Iterator

from treatydraft.document import tree
from treatydraft.readers.lines import Reading


def words_of_document(document: tree.Document) -> Counter[str]:
    """Every word that stands anywhere in it: labels, headings, texts, notes, names, headers."""
    return _counted(_texts(document))


def words_of_reading(reading: Reading, *, labels: bool = False) -> Counter[str]:
    """Every word of the lines, with what the program counts if asked for, and of what stands beside them."""
    numbers = (line.label for line in reading.lines if labels)
    lines = (text for line in reading.lines for text in _inline(line.pieces))
    return _counted((*numbers, *lines, *reading.headers, *reading.footers))


def _counted(texts: Iterator[str] | tuple[str, ...]) -> Counter[str]:
    # Words and no marks: a mark may end a label or begin a text. An `o` is a bullet, which gives way to the
    # number behind it.
    found = (word for text in texts for word in re.findall(r"\w+", text.replace("_", " ")))
    return Counter(word for word in found if word != "o")


def _texts(document: tree.Document) -> Iterator[str]:
    preamble, closing, received = document.preamble, document.closing, document.received
    yield from _inline(document.title)
    yield preamble.heading
    for clause in tree.clauses(document):
        yield from (clause.label, clause.heading)
        yield from _inline(clause.text)
    for block in closing.signatures:
        yield from _inline(block.text)
        for signer in block.signatories:
            yield from (*_inline(signer.name), *_inline(signer.office))
    yield from (*received.headers, *received.footers, *received.remainder)


def _inline(pieces: tuple[tree.Inline, ...]) -> Iterator[str]:
    """The words of pieces as they run, then those of notes and of what was deleted."""
    yield tree.plain(pieces)
    yield from _beside(pieces)


def _beside(pieces: tuple[tree.Inline, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, tree.Note) or (isinstance(piece, tree.Revision) and piece.kind == "deleted"):
            yield from _inline(piece.parts)
        elif isinstance(piece, tree.Emphasis | tree.Revision):
            yield from _beside(piece.parts)
