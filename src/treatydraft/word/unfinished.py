"""What is open while a text of a Word file is walked: a paragraph, what holds it, the tables around it."""

from dataclasses import dataclass, field

from lxml import etree

from treatydraft.word.fields import Fields
from treatydraft.word.received import Piece, Remark, TablePlace
from treatydraft.word.stylesheet import ParagraphLook


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that is being read."""

    look: ParagraphLook = field(default_factory=ParagraphLook)
    pieces: list[Piece] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    has_words: bool = False
    joins: bool = False  # the next paragraph goes on where this one ends
    new_page: bool = False
    is_mark_hidden: bool = False
    former_label: str | None = None  # where changes are rejected

    @property
    def says_something(self) -> bool:
        """Whether it would be missed."""
        return self.has_words or bool(self.unread) or any(isinstance(piece, Remark) for piece in self.pieces)

    def carry(self, earlier: "OpenParagraph") -> None:
        """Begin with what the paragraph before it, whose mark is gone, left to it."""
        self.pieces, self.bookmarks, self.unread = earlier.pieces, earlier.bookmarks, earlier.unread
        self.has_words = earlier.has_words


@dataclass(slots=True)
class OpenContainer:
    """What holds paragraphs of its own: the text, a cell or a text box."""

    place: TablePlace | None = None
    text_box: int = -1
    fields: Fields = field(default_factory=Fields)
    carried: OpenParagraph | None = None  # a paragraph that goes on in the next one


@dataclass(slots=True)
class OpenTable:
    """A table, and how far its rows and cells are counted."""

    number: int
    row: int = -1
    column: int = 0
    cell: int = 0
