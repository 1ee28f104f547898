"""What the reader of each format gives: the paragraphs of a file as they look, before one says what they are.

The structure is recognised from these lines alone, so that a heading is a heading for the same reasons in
Word, PDF, HTML and Markdown.
"""

from dataclasses import dataclass, field

from treatydraft.document import tree


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a line stands in a table, each counted from 0; a table inside a cell is read after its words."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set. Whatever a format cannot say is left at its default."""

    style: str = ""  # the name of its style, tag or class, in lower case: `heading 1`, `recital`
    bold: bool = False  # all its words
    italic: bool = False  # all its words
    underlined: bool = False  # all its words
    capitals: bool = False  # all its letters, whether typed so or set so
    centred: bool = False
    size: float = 0.0  # of its letters, in points
    indent: float = 0.0  # of its block from the left edge of the text, in points
    first: float = 0.0  # of its first line from that block, in points; negative where it hangs
    after_gap: bool = False  # an empty line or a clear space stands before it


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a file.

    Its words carry no automatic number, which stands in `label`; a typed one is still among them. A line
    break inside it is a newline and a tab is a tab. Italic or bold words among others are `Emphasis`; a
    footnote or comment is a `Note`; a link or field that points into the same file is a `Reference` whose
    target is an anchor.
    """

    pieces: tuple[tree.Inline, ...]
    place: str  # `paragraph 12`, `page 3, line 4`: how a person finds it in the file
    label: str = ""  # the number or bullet that the program prints: `Article II:`, `4.`, `(a)`, `•`
    depth: int = -1  # the level of the list that numbers it, from 0; -1 outside lists
    heading: int = 0  # as its style or mark-up says: 1 is the topmost; 0 for no heading
    cell: Cell | None = None
    anchors: tuple[str, ...] = ()  # names by which links find this line
    look: Look = field(default_factory=Look)

    @property
    def text(self) -> str:
        """Its words as one string."""
        return tree.plain(self.pieces)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as lines, with what stands beside its text."""

    format: str  # `docx`, `pdf` …
    lines: tuple[Line, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()  # page numbers too
    title: str = ""  # as the properties of the file say
    language: str = ""  # of most of the text, as the file says: `en-GB`; empty where it does not
    doubts: tuple[tree.Doubt, ...] = ()  # what this reader is not sure of


class ReadError(ValueError):
    """Why a file cannot be read, as one sentence, with what to do."""
