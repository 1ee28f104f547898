"""What a Word template is filled with, as plain values that know no XML: lines, lists and properties."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

ListFormat: TypeAlias = Literal["decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "none"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one character style, named as Word's user sees it; a tab or a line break is kept."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The number of the paragraph that has a bookmark: a REF field, showing `text` until it is updated."""

    bookmark: str
    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at this place."""

    pieces: "tuple[Piece, ...]"


Piece: TypeAlias = Run | NumberOf | Footnote


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one paragraph and the bookmark that stands around them."""

    pieces: tuple[Piece, ...] = ()
    bookmark: str = ""

    def __bool__(self) -> bool:
        return bool(self.pieces or self.bookmark)


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a multilevel list: the paragraphs of `style` get `text` with the number in place of `{}`.

    A level starts again after each higher one, or only after the level `restart` (from 1; 0 for never).
    """

    style: str
    format: ListFormat
    text: str
    suffix: Literal["tab", "space", "nothing"] = "tab"
    restart: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself."""

    title: str = ""
    subject: str = ""
    category: str = ""
    status: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a house style changes in a template; the same look of the same template is made once."""

    lists: tuple[tuple[ListLevel, ...], ...] = ()
    unnumbered: tuple[str, ...] = ()  # styles that the template numbers and this file does not
    alignment: tuple[tuple[str, Literal["left", "center"]], ...] = ()  # by style
    language: str = "en-GB"
    paper: Literal["a4", "letter"] = "a4"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All that goes into one Word file besides its template."""

    context: Mapping[str, object]  # what the template sees; a `Line` prints as runs
    look: Look = field(default_factory=Look)
    properties: Properties = field(default_factory=Properties)
