"""The instrument as a tree: what drafting builds, every writer prints and every reader recovers.

Start here. A `Document` holds the parts of an instrument in the order in which they are printed; a
`Clause` is one node of it; the text of a clause is a tuple of inline pieces. Nothing here reads files or
knows a format.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, assert_never

from treatydraft.document.house_style import HouseStyle
from treatydraft.document.kinds import Kind as Kind  # noqa: PLC0414 - `tree.Kind` is how others name it

Register: TypeAlias = Literal["binding", "political"]
NoteKind: TypeAlias = Literal["footnote", "endnote", "comment"]
RevisionKind: TypeAlias = Literal["inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the pack or of a received file."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """Words that come from one field of the spec, so that a later edit can be traced back to it."""

    spec_path: str
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term; `defines` is true where the text says what it means."""

    name: str
    text: str
    defines: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation of another clause by its id; `text` is what the house style prints, empty until resolved."""

    target_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart, as the participle of a recital is."""

    parts: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at this place, or what somebody remarked there in a file that was received."""

    parts: "tuple[Inline, ...]"
    kind: NoteKind = "footnote"
    author: str = ""  # of a comment


@dataclass(frozen=True, slots=True)
class Revision:
    """Words that a received file holds as a tracked change: inserted, or deleted and no longer read."""

    kind: RevisionKind
    parts: "tuple[Inline, ...]"
    author: str = ""
    date: str = ""  # as the file gives it


Inline: TypeAlias = Text | Value | Term | Reference | Emphasis | Note | Revision


@dataclass(frozen=True, slots=True)
class Clause:
    """One node of the instrument: the unit that is numbered, cross-referenced, linted and compared.

    A clause with a heading has no text of its own: its text is an unlabelled paragraph below it.
    """

    kind: Kind
    id: str  # stable, such as `consultation/called-by`; never the number
    topic: str = ""  # what it is about, a dotted name of the pack's vocabulary
    label: str = ""  # what the house style prints before it, punctuation included: `Article II:`, `4.`, `(a)`
    heading: str = ""
    text: tuple[Inline, ...] = ()
    children: "tuple[Clause, ...]" = ()
    confidence: float = 1.0  # from 0 to 1: how sure a reader is of the kind and place; drafts are sure


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who signs for a party; either line may be empty."""

    name: tuple[Inline, ...] = ()
    office: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where one party signs; without signatories the block has a line only."""

    id: str
    party_id: str
    text: tuple[Inline, ...]  # `For Ukraine:`
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the instrument names it, in the order of this original."""

    id: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Preamble:
    """Who concludes the instrument, why, and the words that lead into the body."""

    opening: Clause  # empty where the recitals begin at once
    recitals: tuple[Clause, ...]
    enacting: Clause  # an unlabelled paragraph; empty where a text has none
    heading: str = ""  # `Preamble`, where that is printed


@dataclass(frozen=True, slots=True)
class Closing:
    """Where, when and in what languages it is done, and who signs."""

    testimonium: Clause  # its paragraphs are its children
    signatures: tuple[SignatureBlock, ...]


@dataclass(frozen=True, slots=True)
class Marking:
    """What stands in the header of each page besides the short title, and in the properties of the file."""

    status: str = ""  # `Draft, version 2, June 13, 2024`; empty for a text that is ready for signature
    notice: str = ""  # that the wording is not the authentic text, where that is so
    date: str = ""  # ISO day of the instrument, empty where it has none yet


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a reader is not sure of, and where."""

    place: str  # in the received file: `paragraph 12`, `page 3`
    clause_id: str  # the clause that it became; empty where it became none
    message: str


@dataclass(frozen=True, slots=True)
class Received:
    """What came with a received file and is no part of the agreed text."""

    format: str = ""  # `docx`, `pdf` …; empty for a text that was drafted
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()  # page numbers too
    remainder: tuple[str, ...] = ()  # lines that stand outside the instrument
    doubts: tuple[Doubt, ...] = ()
    # Where clauses stand in the file, by their ids: `paragraph 12`. It is of the file and not of the text.
    places: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    # By the ids of their clauses, words of the file between which more than one space stood: `shall report`.
    doubled_spaces: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """An instrument: title, preamble, body, closing and annexes."""

    id: str
    form: str  # `agreement`, `accord` … as in the spec
    register: Register
    title: tuple[Inline, ...]
    short_title: str
    parties: tuple[Party, ...]
    preamble: Preamble
    body: tuple[Clause, ...]
    closing: Closing
    annexes: tuple[Clause, ...] = ()
    house_style: HouseStyle = field(default_factory=HouseStyle)
    marking: Marking = field(default_factory=Marking)
    pack: str = ""  # the template pack that drafted it; empty for a text that was received
    received: Received = Received()


def plain(pieces: tuple[Inline, ...]) -> str:
    """The words of inline pieces as one string; notes and what was deleted are not part of the sentence."""
    return "".join(map(_plain_piece, pieces))


def _plain_piece(piece: Inline) -> str:
    match piece:
        case Text(text=text) | Value(text=text) | Term(text=text) | Reference(text=text):
            return text
        case Emphasis(parts=parts) | Revision(kind="inserted", parts=parts):
            return plain(parts)
        case Note() | Revision():
            return ""
        case _:
            assert_never(piece)


def leaves(pieces: tuple[Inline, ...]) -> Iterator[Inline]:
    """The pieces of a sentence, those inside emphasis and inside what was inserted one by one."""
    for piece in pieces:
        match piece:
            case Emphasis(parts=parts) | Revision(kind="inserted", parts=parts):
                yield from leaves(parts)
            case _:
                yield piece


def walk(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Every clause of a forest, each before its children."""
    for clause in clauses:
        yield clause
        yield from walk(clause.children)


def clauses(document: Document) -> Iterator[Clause]:
    """Every clause of the document, in the order in which it is printed (signature blocks are no clauses)."""
    yield document.preamble.opening
    yield from walk(document.preamble.recitals)
    yield document.preamble.enacting
    yield from walk(document.body)
    yield from walk((document.closing.testimonium,))
    yield from walk(document.annexes)


def map_clauses(document: Document, change: Callable[[Clause], Clause]) -> Document:
    """The document with every clause changed, each before its children."""

    def deep(clause: Clause) -> Clause:
        changed = change(clause)
        return replace(changed, children=tuple(map(deep, changed.children)))

    preamble, closing = document.preamble, document.closing
    return replace(
        document,
        preamble=replace(
            preamble,
            opening=deep(preamble.opening),
            recitals=tuple(map(deep, preamble.recitals)),
            enacting=deep(preamble.enacting),
        ),
        body=tuple(map(deep, document.body)),
        closing=replace(closing, testimonium=deep(closing.testimonium)),
        annexes=tuple(map(deep, document.annexes)),
    )


def map_pieces(pieces: tuple[Inline, ...], change: Callable[[Inline], Inline]) -> tuple[Inline, ...]:
    """The pieces, those inside emphasis and notes too, each changed."""
    return tuple(_map_piece(piece, change) for piece in pieces)


def _map_piece(piece: Inline, change: Callable[[Inline], Inline]) -> Inline:
    match piece:
        case Emphasis() | Note() | Revision():
            return replace(piece, parts=map_pieces(piece.parts, change))
        case _:
            return change(piece)
