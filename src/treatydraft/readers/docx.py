"""Read a Word file as lines.

Body paragraphs are counted as a person does: those with words, outside tables and text boxes, from 1.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Final, Literal, NamedTuple

from treatydraft.document import tree
from treatydraft.readers.lines import Cell, Line, Look, ReadError, Reading
from treatydraft.word.package import PackageError
from treatydraft.word.received import Change, Paragraph, Piece, ReceivedFile, Remark, Words
from treatydraft.word.reception import receive

_TAB: Final = 36.0  # points from one tab stop to the next, where a file sets none
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLEAR: Final = 4.0  # points more than usual that make a space stand out


def read_docx(data: bytes, *, revisions: Literal["accepted", "rejected", "kept"] = "accepted") -> Reading:
    """The lines of a Word file; raises `ReadError` where it is none, holds no text or is made to do harm."""
    try:
        received = receive(data, revisions)
    except PackageError as error:
        raise ReadError(str(error)) from None
    lines, doubts = _lines(received)
    if not lines and not received.headers and not received.footers:
        raise ReadError(
            "the file holds no text; if its pages are pictures, a program must recognise their letters first"
        )
    return Reading(
        format="docx",
        lines=tuple(lines),
        headers=received.headers,
        footers=received.footers,
        title=received.title,
        language=_language(received),
        doubts=(*(tree.Doubt("the file", "", message) for message in received.unread), *doubts),
    )


@dataclass(slots=True)
class _Margin:
    """What stands before the next line."""

    paragraphs: int = 0
    is_gap: bool = False
    above: Paragraph | None = None
    anchors: list[str] = field(default_factory=list)


def _lines(received: ReceivedFile) -> tuple[list[Line], list[tree.Doubt]]:
    usual = _usual_space(received.paragraphs)
    lines: list[Line] = []
    doubts: list[tree.Doubt] = []
    margin = _Margin()
    for paragraph in received.paragraphs:
        is_line = _is_line(paragraph)
        if is_line and paragraph.place is None and paragraph.text_box < 0:
            margin.paragraphs += 1
        place = _place(paragraph, margin.paragraphs)
        doubts += (tree.Doubt(place, "", message) for message in _doubts(paragraph))
        margin.anchors += paragraph.bookmarks
        if not is_line:
            margin.is_gap = margin.is_gap or not paragraph.unread
            continue
        is_gap = margin.is_gap or paragraph.new_page or _space(margin.above, paragraph) >= usual + _CLEAR
        lines.append(_line(paragraph, place, tuple(margin.anchors), after_gap=is_gap and bool(lines)))
        margin.is_gap, margin.above, margin.anchors = False, paragraph, []
    if margin.anchors and lines:
        lines[-1] = replace(lines[-1], anchors=(*lines[-1].anchors, *margin.anchors))
    return lines, doubts


def _is_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph says something: words, a remark, or a number that stands alone."""
    has_words = any(isinstance(piece, Remark) or piece.text.strip() for piece in paragraph.pieces)
    return has_words or (bool(paragraph.label) and not paragraph.bulleted)


def _usual_space(paragraphs: Sequence[Paragraph]) -> float:
    """The space before most paragraphs."""
    spaces = Counter(
        _space(above, below) for above, below in pairwise(paragraphs) if _is_line(above) and _is_line(below)
    )
    return max(spaces, key=lambda space: (spaces[space], -space), default=0.0)


def _space(above: Paragraph | None, below: Paragraph) -> float:
    """The space that Word sets between two paragraphs."""
    if above is None:
        return below.look.before
    is_alike = above.look.style_id == below.look.style_id
    after = 0.0 if is_alike and above.look.joins_alike else above.look.after
    before = 0.0 if is_alike and below.look.joins_alike else below.look.before
    return max(after, before)


def _place(paragraph: Paragraph, number: int) -> str:
    if paragraph.place is not None:
        at = paragraph.place
        return f"table {at.table + 1}, row {at.row + 1}, cell {at.cell + 1}"
    if paragraph.text_box >= 0:
        return f"text box {paragraph.text_box + 1}"
    return f"paragraph {max(number, 1)}"


def _doubts(paragraph: Paragraph) -> Iterator[str]:
    hidden = "".join(
        piece.text for piece in paragraph.pieces if isinstance(piece, Words) and piece.look.hidden
    ).strip()
    if hidden:
        yield f"Word hides “{hidden[:60]}”, which is read here"
    for what in paragraph.unread:
        yield f"{what} stands here and was not read"


def _line(paragraph: Paragraph, place: str, anchors: tuple[str, ...], *, after_gap: bool) -> Line:
    pieces, tabs = _trimmed(paragraph.pieces)
    words = [piece for piece in pieces if isinstance(piece, Words)]
    look = _look(paragraph, words, tabs, after_gap=after_gap)
    at = paragraph.place
    return Line(
        pieces=tuple(_inlines(pieces, look)),
        place=place,
        label=paragraph.label,
        depth=(paragraph.look.level or 0) if paragraph.label else -1,
        heading=paragraph.look.heading,
        cell=None if at is None else Cell(at.table, at.row, at.column),
        anchors=anchors,
        look=look,
    )


def _trimmed(pieces: Sequence[Piece]) -> tuple[list[Piece], int]:
    """The pieces without the white space around them, and how many tabs that begins with."""
    kept = list(pieces)
    tabs = 0
    for place, piece in enumerate(kept):
        if isinstance(piece, Words):
            stripped = piece.text.lstrip()
            tabs += piece.text[: len(piece.text) - len(stripped)].count("\t")
            kept[place] = replace(piece, text=stripped)
            if stripped:
                break
    for place in reversed(range(len(kept))):
        piece = kept[place]
        if isinstance(piece, Words):
            kept[place] = replace(piece, text=piece.text.rstrip())
            if piece.text.strip():
                break
    return [piece for piece in kept if isinstance(piece, Remark) or piece.text], tabs


def _look(paragraph: Paragraph, words: Sequence[Words], tabs: int, *, after_gap: bool) -> Look:
    visible = [piece for piece in words if piece.text.strip()]
    sizes: Counter[float] = Counter()
    for piece in visible:
        sizes[piece.look.size] += len(piece.text)
    look = paragraph.look
    return Look(
        style=look.style,
        bold=_all(visible, "bold"),
        italic=_all(visible, "italic"),
        underlined=_all(visible, "underlined"),
        capitals=_is_in_capitals(visible),
        centred=look.centred,
        size=max(sizes, key=lambda size: (sizes[size], size), default=0.0),
        indent=look.left,
        first=look.first + tabs * _TAB,
        after_gap=after_gap,
    )


def _all(words: Sequence[Words], attribute: str) -> bool:
    return bool(words) and all(getattr(piece.look, attribute) for piece in words)


def _is_in_capitals(words: Sequence[Words]) -> bool:
    text = "".join(piece.text.upper() if piece.look.capitals else piece.text for piece in words)
    return text != text.lower() and text == text.upper()


def _inlines(pieces: Sequence[Piece], look: Look) -> Iterator[tree.Inline]:
    for change, group in groupby(pieces, lambda piece: piece.changes[:1]):
        inside = [replace(piece, changes=piece.changes[1:]) for piece in group]
        if change:
            yield _revision(change[0], tuple(_inlines(inside, look)))
        else:
            yield from _unchanged(inside, look)


def _revision(change: Change, parts: tuple[tree.Inline, ...]) -> tree.Revision:
    return tree.Revision(change.kind, parts, change.author, change.date)


def _unchanged(pieces: Sequence[Piece], look: Look) -> Iterator[tree.Inline]:
    keys = [_key(piece, look) for piece in pieces]
    _settle_blanks(pieces, keys)
    for key, group in groupby(zip(keys, pieces, strict=True), lambda pair: pair[0]):
        alike = [piece for _, piece in group]
        if key is None:
            yield from (_note(piece) for piece in alike if isinstance(piece, Remark))
            continue
        text = "".join(piece.text for piece in alike if isinstance(piece, Words))
        inline = tree.Reference(key.target, text) if key.target else tree.Text(text)
        yield tree.Emphasis((inline,)) if key.is_apart else inline


class _Key(NamedTuple):
    """What words have in common that become one piece."""

    target: str
    is_apart: bool


def _key(piece: Piece, look: Look) -> _Key | None:
    if isinstance(piece, Remark):
        return None
    is_apart = (piece.look.bold and not look.bold) or (piece.look.italic and not look.italic)
    return _Key(piece.target, is_apart)


def _settle_blanks(pieces: Sequence[Piece], keys: list[_Key | None]) -> None:
    """A blank looks like the words around it where these look alike, and like the line elsewhere."""
    words = [place for place, piece in enumerate(pieces) if isinstance(piece, Remark) or piece.text.strip()]
    for before, after in pairwise((-1, *words, len(pieces))):
        around = keys[before] if before >= 0 and after < len(pieces) and keys[before] == keys[after] else None
        for place in range(before + 1, after):
            key = keys[place]
            keys[place] = around or (key and _Key(key.target, is_apart=False))


def _note(remark: Remark) -> tree.Note:
    parts: list[tree.Inline] = []
    for paragraph in filter(_is_line, remark.paragraphs):
        line = _line(paragraph, "", (), after_gap=False)
        lead = ("\n" if parts else "") + (f"{line.label} " if line.label else "")
        parts += [*((tree.Text(lead),) if lead else ()), *line.pieces]
    return tree.Note(tuple(parts), remark.kind, remark.author)


def _language(received: ReceivedFile) -> str:
    letters: Counter[str] = Counter()
    for paragraph in received.paragraphs:
        for piece in paragraph.pieces:
            if isinstance(piece, Words):
                is_east_asian = _EAST_ASIAN.search(piece.text) is not None
                letters[piece.look.east_asian if is_east_asian else piece.look.language] += len(piece.text)
    letters.pop("", None)
    return max(letters, key=lambda language: letters[language], default="")
