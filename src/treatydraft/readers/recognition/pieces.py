"""Cut, join and tidy inline pieces."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from treatydraft.document import tree

_SPACE: Final = re.compile(r"\s+")
_BREAK: Final = re.compile(r"\n")
_AHEAD: Final = 40  # characters that tell a label


def trimmed(pieces: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    r"""The same words with single spaces and none at the ends; the tree keeps plain spaces.

    >>> trimmed((tree.Text(" Article\u00a05 \\n of"), tree.Text(" it ")))
    (tree.Text(text='Article 5 of it'),)
    """
    spaced = list(_spaced(pieces, [True]))
    return merged(_ended(spaced))


def merged(pieces: Sequence[tree.Inline]) -> tuple[tree.Inline, ...]:
    """Neighbouring texts as one, and nothing empty."""
    return tuple(_merged(pieces))


def dropped(pieces: tuple[tree.Inline, ...], length: int) -> tuple[tree.Inline, ...]:
    """The pieces without their first characters; notes on what is dropped stay."""
    return tuple(_dropped(pieces, [length]))


def has_words(pieces: tuple[tree.Inline, ...]) -> bool:
    """Whether a letter or a digit stands in them, be it in a note or in what was deleted."""
    return any(
        has_words(piece.parts)
        if isinstance(piece, tree.Emphasis | tree.Note | tree.Revision)
        else any(map(str.isalnum, piece.text))
        for piece in pieces
    )


def beside_words(pieces: tuple[tree.Inline, ...]) -> tuple[tree.Note | tree.Revision, ...]:
    """The notes and what was deleted, for a place that holds plain words."""
    return tuple(_beside(pieces))


def cut_where(
    pieces: tuple[tree.Inline, ...], begins: Callable[[str], bool]
) -> Iterator[tuple[tree.Inline, ...]]:
    """The pieces cut before each line break of a top piece whose rest, with the break, begins something."""
    held: list[tree.Inline] = []
    for place, piece in enumerate(pieces):
        if not isinstance(piece, tree.Text) or "\n" not in piece.text:
            held.append(piece)
            continue
        after = tree.plain(pieces[place + 1 :])[:_AHEAD]
        start = 0
        for found in _BREAK.finditer(piece.text):
            if begins(piece.text[found.start() : found.start() + _AHEAD] + after):
                yield (*held, *words(piece.text[start : found.start()]))
                held, start = [], found.start()
        held += words(piece.text[start:])
    yield tuple(held)


def words(text: str) -> tuple[tree.Inline, ...]:
    """A string as pieces; none for an empty one."""
    return (tree.Text(text),) if text else ()


def _beside(pieces: tuple[tree.Inline, ...]) -> Iterator[tree.Note | tree.Revision]:
    for piece in pieces:
        if isinstance(piece, tree.Note) or (isinstance(piece, tree.Revision) and piece.kind == "deleted"):
            yield piece
        elif isinstance(piece, tree.Emphasis | tree.Revision):
            yield from _beside(piece.parts)


def _spaced(pieces: tuple[tree.Inline, ...], after_space: list[bool]) -> Iterator[tree.Inline]:
    """Collapse white space; `after_space` holds whether the words so far end in one."""
    for piece in pieces:
        match piece:
            case tree.Note() | tree.Revision(kind="deleted"):
                yield replace(piece, parts=trimmed(piece.parts))
            case tree.Emphasis() | tree.Revision():
                yield replace(piece, parts=tuple(_spaced(piece.parts, after_space)))
            case _:
                text = _SPACE.sub(" ", piece.text)
                if after_space[0]:
                    text = text.removeprefix(" ")
                if text:
                    after_space[0] = text.endswith(" ")
                    yield replace(piece, text=text)


def _ended(pieces: list[tree.Inline]) -> list[tree.Inline]:
    """Without the space at the end, which may stand before a note."""
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if isinstance(piece, tree.Note) or (isinstance(piece, tree.Revision) and piece.kind == "deleted"):
            continue
        if isinstance(piece, tree.Emphasis | tree.Revision):
            pieces[place] = replace(piece, parts=tuple(_ended(list(piece.parts))))
        else:
            pieces[place] = replace(piece, text=piece.text.removesuffix(" "))
        break
    return pieces


def _merged(pieces: Sequence[tree.Inline]) -> Iterator[tree.Inline]:
    held = ""
    for piece in pieces:
        if isinstance(piece, tree.Text):
            held += piece.text
            continue
        if held:
            yield tree.Text(held)
            held = ""
        if not isinstance(piece, tree.Emphasis) or piece.parts:
            yield piece
    if held:
        yield tree.Text(held)


def _dropped(pieces: tuple[tree.Inline, ...], left: list[int]) -> Iterator[tree.Inline]:
    for piece in pieces:
        match piece:
            case tree.Note() | tree.Revision(kind="deleted"):
                yield piece
            case tree.Emphasis() | tree.Revision():
                parts = tuple(_dropped(piece.parts, left))
                if parts:
                    yield replace(piece, parts=parts)
            case _:
                cut = min(left[0], len(piece.text))
                left[0] -= cut
                if cut < len(piece.text):
                    yield replace(piece, text=piece.text[cut:])
