"""Pieces of text that templates pass around and print without losing where each came from.

A template's output is one string, in which each printed value stands as a marker: an opaque word that no
Markdown rule can touch. After the structure is read, the markers turn back into inline pieces, so a value
can never be taken for markup and always remembers its spec field.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any, Self, assert_never

from treatydraft.document import tree
from treatydraft.language import grammar

# Specs and clause files cannot hold control characters, so these two never occur in text.
_START, _END = "\x02", "\x03"
_MARKER = re.compile(f"{_START}([0-9a-f]*){_END}")
_PIECES: dict[str, type[tree.Text | tree.Value | tree.Term | tree.Reference]] = {
    piece.__name__: piece for piece in (tree.Text, tree.Value, tree.Term, tree.Reference)
}


class Phrase:
    """Inline pieces as one value in a template."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Iterable[tree.Inline]) -> None:
        self.pieces = tuple(pieces)

    def __str__(self) -> str:
        return tree.plain(self.pieces)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self.pieces == other.pieces

    def __hash__(self) -> int:
        return hash(self.pieces)

    def __add__(self, other: "Phrase | str") -> "Phrase":
        return Phrase((*self.pieces, *phrase(other).pieces))


class Field(str):
    """A scalar of the spec: compares as it was written, prints as the house style wants it."""

    __slots__ = ("path", "printed", "raw")

    path: str
    raw: object
    printed: str

    def __new__(cls, written: str, path: str, raw: object, printed: str) -> Self:
        """A field at `path` whose typed value is `raw`."""
        field = super().__new__(cls, written)
        field.path = path
        field.raw = raw
        field.printed = printed
        return field

    def __str__(self) -> str:
        return self.printed


def phrase(value: object) -> Phrase:
    """Any printable value as a phrase; raises `TypeError` for one that has no text."""
    match value:
        case Phrase():
            return value
        case Field():
            return Phrase((tree.Value(value.path, value.printed),))
        case str() if _START in value:
            return Phrase(unmarked(value))
        case str():
            return Phrase((tree.Text(value),) if value else ())
        case int() if not isinstance(value, bool):
            return Phrase((tree.Text(str(value)),))
        case _:
            message = f"{type(value).__name__} has no text of its own; print one of its fields"
            raise TypeError(message)


def joined(phrases: Iterable[Phrase], separators: Iterable[str]) -> Phrase:
    """Phrases with text between them; there is one separator fewer than phrases."""
    pieces: list[tree.Inline] = []
    between = iter(separators)
    for part in phrases:
        if pieces:
            pieces.append(tree.Text(next(between)))
        pieces.extend(part.pieces)
    return Phrase(pieces)


def merged(pieces: Iterable[tree.Inline]) -> Iterator[tree.Inline]:
    """Neighbours of plain text or of one field as one piece."""
    last: tree.Inline | None = None
    for piece in pieces:
        match last, piece:
            case tree.Text(text=before), tree.Text(text=after):
                last = tree.Text(before + after)
            case tree.Value(spec_path=path, text=before), tree.Value(spec_path=same, text=after) if (
                path == same
            ):
                last = tree.Value(path, before + after)
            case None, _:
                last = piece
            case _:
                assert last is not None  # noqa: S101 - the case above took None
                yield last
                last = piece
    if last is not None:
        yield last


def capitalised(value: Phrase) -> Phrase:
    """The phrase with a capital first letter, as at the start of a sentence."""
    if not value.pieces:
        return value
    first, *rest = value.pieces
    return Phrase((_with_text(first, grammar.capital(tree.plain((first,)))), *rest))


def _with_text(piece: tree.Inline, text: str) -> tree.Inline:
    match piece:
        case tree.Text():
            return tree.Text(text)
        case tree.Value(spec_path=path):
            return tree.Value(path, text)
        case tree.Term(name=name, defines=defines):
            return tree.Term(name, text, defines)
        case tree.Reference() | tree.Emphasis() | tree.Note() | tree.Revision():
            return piece
        case _:
            assert_never(piece)


def marked(value: object) -> str:
    """What a template prints for a value: a marker for each piece, in the order of the text."""
    if isinstance(value, str) and not isinstance(value, Field) and _START in value:
        return value  # the output of a block that was kept in a variable
    return "".join(map(_mark, phrase(value).pieces))


def _mark(piece: tree.Inline) -> str:
    if isinstance(piece, tree.Emphasis | tree.Note | tree.Revision):
        message = "emphasis belongs to the text of a clause file, not to a value"
        raise TypeError(message)
    data = json.dumps([type(piece).__name__, asdict(piece)])
    return f"{_START}{data.encode().hex()}{_END}"


def unmarked(text: str, literal: Callable[[str], tree.Inline] = tree.Text) -> Iterator[tree.Inline]:
    """Text with markers as inline pieces; `literal` makes a piece of what stands between them."""
    position = 0
    for marker in _MARKER.finditer(text):
        if marker.start() > position:
            yield literal(text[position : marker.start()])
        name, fields = _decoded(marker[1])
        yield _PIECES[name](**fields)
        position = marker.end()
    if position < len(text):
        yield literal(text[position:])


def _decoded(code: str) -> tuple[str, dict[str, Any]]:
    name, fields = json.loads(bytes.fromhex(code))
    return name, fields


def unmarked_text(text: str) -> str:
    """Text with markers as plain words."""
    return tree.plain(tuple(unmarked(text)))
