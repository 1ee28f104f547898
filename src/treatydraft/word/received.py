"""What a Word file that was received says, before anybody asks what its paragraphs are."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from treatydraft.word.stylesheet import ParagraphLook, RunLook

Choice: TypeAlias = Literal["accepted", "rejected", "kept"]
ChangeKind: TypeAlias = Literal["inserted", "deleted"]
RemarkKind: TypeAlias = Literal["footnote", "endnote", "comment"]


@dataclass(frozen=True, slots=True)
class Change:
    """Who inserted or deleted words, and when."""

    kind: ChangeKind
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are set alike."""

    text: str
    look: RunLook = field(default_factory=RunLook)
    target: str = ""  # the bookmark to which a field or link makes them point
    changes: tuple[Change, ...] = ()  # tracked ones that are kept, the outermost first


@dataclass(frozen=True, slots=True)
class Remark:
    """A footnote, an endnote or a comment at its place in the text."""

    kind: RemarkKind
    paragraphs: "tuple[Paragraph, ...]"
    author: str = ""
    changes: tuple[Change, ...] = ()


Piece: TypeAlias = Words | Remark


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A cell; tables and rows are counted from 0, columns as the grid of the table has them."""

    table: int
    row: int
    column: int
    cell: int  # in its row, as a person counts


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as Word shows it; also one without words, since it makes a space."""

    pieces: tuple[Piece, ...]
    look: ParagraphLook
    label: str = ""  # the number or bullet that Word prints
    bulleted: bool = False
    bookmarks: tuple[str, ...] = ()
    place: TablePlace | None = None
    text_box: int = -1  # from 0; -1 outside text boxes
    new_page: bool = False  # it begins one
    unread: tuple[str, ...] = ()  # what stands here and is no text


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """The texts of a file."""

    paragraphs: tuple[Paragraph, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    title: str = ""
    unread: tuple[str, ...] = ()  # what the file holds besides and was not read


def plain(pieces: tuple[Piece, ...]) -> str:
    """The words as one string, without remarks."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Words))
