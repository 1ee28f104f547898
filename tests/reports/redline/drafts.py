"""Random documents with tables, notes, lists, fields and the like, and random edits of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from hypothesis import strategies as st
from tests.word.known_faults import ooxml
from tests.word.known_faults.ooxml import Xml
from tests.word.known_faults.package import IMAGE, Link, docx, section, section_end

_SAID: Final = (
    "the Parties shall consult within twenty-four hours of an attack and should meet in Zagora every year"
    " Article 5(2) EUR 1,250,000 “Party” of of the the a a. ; , – naïve Угода сторін 協定"
)
WORDS: Final = tuple(_SAID.split())
LOOKS: Final = ("", "", "", "<w:b/>", "<w:i/>", '<w:rStyle w:val="Strong"/>', '<w:b/><w:sz w:val="28"/>')
STYLES: Final = ("", "", "", "Heading1", "Heading2", "Item")
SETTINGS: Final = (
    "", "", "", '<w:jc w:val="center"/>', '<w:keepNext/><w:spacing w:after="120"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
)  # fmt: skip
KINDS: Final = (
    "words", "words", "words", "words", "words", "tab", "break", "hyphen", "note", "endnote", "field", "link",
    "bookmark", "control", "picture", "box", "symbol", "simple field", "comment",
)  # fmt: skip
LINKS: Final = {
    "link1": Link("hyperlink", "https://x.test/", external=True),
    "link2": Link("hyperlink", "https://y.test/", external=True),
    "image1": IMAGE,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run, or what stands among runs."""

    kind: str
    text: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its pieces."""

    pieces: tuple[Piece, ...] = ()
    style: str = ""
    settings: str = ""
    ends_section: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its rows of cells."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """A content control around paragraphs."""

    blocks: tuple[Paragraph, ...]


Block: TypeAlias = Paragraph | Table | Control


@dataclass(frozen=True, slots=True)
class Draft:
    """A document."""

    blocks: tuple[Block, ...]
    header: str = ""
    margin: int = 1440
    sheet: str = "usual"


# --- Styles and lists -----------------------------------------------------------------------------------


def _style(kind: str, identity: str, name: str, more: str = "", default: str = "") -> str:
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'
    )


def stylesheet(
    normal: str = "", heading: str = "<w:rPr><w:b/></w:rPr>", strong: str = "<w:b/>", item: str = "1"
) -> str:
    """The styles that documents use, in some look; `item` is the list of the style for items."""
    usual = ' w:default="1"'
    based = '<w:basedOn w:val="Normal"/>'
    numbered = f'<w:pPr><w:numPr><w:numId w:val="{item}"/></w:numPr></w:pPr>'
    return "".join(
        (
            "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>",
            _style("paragraph", "Normal", "Normal", normal, usual),
            _style("character", "Strong", "Strong", f"<w:rPr>{strong}</w:rPr>"),
            _style("paragraph", "Heading1", "heading 1", based + heading),
            _style("paragraph", "Heading2", "heading 2", '<w:basedOn w:val="Heading1"/>'),
            _style("paragraph", "Item", "Item", based + numbered),
        )
    )


def lists(*forms: tuple[str, str], legal: str = "") -> str:
    """A list for each of these formats of numbers and texts, numbered from 1."""
    levels = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/></w:lvl>'
    definitions = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels.format(0, form, '', text)}{levels.format(1, 'lowerLetter', legal, '(%2)')}</w:abstractNum>"
        for number, (form, text) in enumerate(forms)
    )
    numbers = (
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(forms))
    )
    return "".join((*definitions, *numbers))


SHEETS: Final[dict[str, Mapping[str, str]]] = {
    "usual": {},
    "other headings": {"styles": stylesheet(heading="<w:rPr><w:i/></w:rPr>")},
    "another default": {"styles": stylesheet(normal='<w:pPr><w:spacing w:after="200"/></w:pPr>')},
    "a default for tables": {
        "styles": stylesheet()
        + _style(
            "table",
            "TableNormal",
            "Normal Table",
            '<w:tblPr><w:tblInd w:w="90" w:type="dxa"/></w:tblPr>',
            ' w:default="1"',
        )
    },
    "another emphasis": {"styles": stylesheet(strong="<w:i/>")},
    "legal numbers": {"numbering": lists(("decimal", "%1."), ("upperRoman", "%1)"), legal="<w:isLgl/>")},
    "lists the other way round": {"numbering": lists(("upperRoman", "%1)"), ("decimal", "%1."))},
    "another list of items": {"styles": stylesheet(item="2")},
    "renamed styles": {"styles": stylesheet().replace('"Heading1"', '"berschrift1"')},
    "a style is missing": {"styles": stylesheet().replace('w:styleId="Heading1"', 'w:styleId="Other"')},
}


# --- Documents ------------------------------------------------------------------------------------------

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
pieces = st.builds(Piece, st.sampled_from(KINDS), phrases, st.sampled_from(LOOKS))
paragraphs = st.builds(
    Paragraph,
    st.lists(pieces, max_size=4).map(tuple),
    st.sampled_from(STYLES),
    st.sampled_from(SETTINGS),
    st.sampled_from((False,) * 15 + (True,)),
)
_inner = paragraphs.map(lambda paragraph: replace(paragraph, ends_section=False))
_cells = st.lists(_inner, min_size=1, max_size=2).map(tuple)
tables = st.builds(
    Table,
    st.integers(1, 3).flatmap(
        lambda columns: st.lists(st.tuples(*[_cells] * columns), min_size=1, max_size=3).map(tuple)
    ),
    st.booleans(),
)
controls = st.builds(Control, st.lists(_inner, min_size=1, max_size=2).map(tuple))
blocks = st.one_of(paragraphs, paragraphs, paragraphs, paragraphs, tables, controls)
sheets = st.one_of(st.just("usual"), st.sampled_from(sorted(SHEETS)))
drafts = st.builds(
    Draft,
    st.lists(blocks, max_size=8).map(tuple),
    st.sampled_from(("", "Draft", "Draft of May")),
    sheet=sheets,
)


# --- Edits ----------------------------------------------------------------------------------------------


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Draft, Draft]:
    """A document and the same after some edits."""
    old = draw(drafts)
    new = list(old.blocks)
    for _ in range(draw(st.integers(0, 5))):
        _edit(draw, new)
    header = draw(st.sampled_from((old.header, old.header, "Draft of June", "")))
    margin = draw(st.sampled_from((old.margin, old.margin, 1000)))
    sheet = draw(st.one_of(st.just(old.sheet), sheets))
    return old, Draft(tuple(new), header, margin, sheet)


def _edit(draw: st.DrawFn, draft: list[Block]) -> None:
    place = draw(st.integers(0, len(draft)))
    action = draw(
        st.sampled_from(("insert", "delete", "move", "split", "merge", "change", "change", "change"))
    )
    if action == "insert" or place == len(draft):
        draft.insert(place, draw(blocks))
    elif action == "delete":
        del draft[place]
    elif action == "move":
        block = draft.pop(place)
        draft.insert(draw(st.integers(0, len(draft))), block)
    elif action == "split":
        block = draft[place]
        if isinstance(block, Paragraph) and len(block.pieces) > 1:
            draft[place : place + 1] = [
                replace(block, pieces=block.pieces[:1], ends_section=False),
                replace(block, pieces=block.pieces[1:]),
            ]
    elif action == "merge" and place + 1 < len(draft):
        one, other = draft[place : place + 2]
        if isinstance(one, Paragraph) and isinstance(other, Paragraph):
            draft[place : place + 2] = [replace(other, pieces=one.pieces + other.pieces)]
    else:
        draft[place] = _changed(draw, draft[place])


def _changed(draw: st.DrawFn, block: Block) -> Block:
    match block:
        case Paragraph():
            return _changed_paragraph(draw, block)
        case Table():
            return _changed_table(draw, block)
        case Control():
            inner: list[Block] = list(block.blocks)
            place = draw(st.integers(0, len(inner) - 1))
            inner[place] = _changed_paragraph(draw, block.blocks[place])
            return Control(tuple(one for one in inner if isinstance(one, Paragraph)))


def _changed_paragraph(draw: st.DrawFn, block: Paragraph) -> Paragraph:
    action = draw(st.sampled_from(("piece", "piece", "piece", "style", "settings", "insert", "delete")))
    found = list(block.pieces)
    place = draw(st.integers(0, len(found)))
    if action == "style":
        return replace(block, style=draw(st.sampled_from(STYLES)))
    if action == "settings":
        return replace(block, settings=draw(st.sampled_from(SETTINGS)))
    if action == "insert" or place == len(found):
        found.insert(place, draw(pieces))
    elif action == "delete":
        del found[place]
    else:
        found[place] = _changed_piece(draw, found[place])
    return replace(block, pieces=tuple(found))


def _changed_piece(draw: st.DrawFn, piece: Piece) -> Piece:
    if draw(st.booleans()):
        return replace(piece, look=draw(st.sampled_from(LOOKS)))
    words = piece.text.split(" ")
    place = draw(st.integers(0, len(words) - 1))
    words[place] = draw(st.sampled_from(WORDS))
    return replace(piece, text=" ".join(words))


def _changed_table(draw: st.DrawFn, block: Table) -> Table:
    rows = list(block.rows)
    place = draw(st.integers(0, len(rows) - 1))
    match draw(st.sampled_from(("row", "gone", "cell", "cell", "column", "shade"))):
        case "row":
            rows.insert(place, tuple(draw(_cells) for _ in rows[0]))
        case "gone" if len(rows) > 1:
            del rows[place]
        case "column":
            rows = [(*row, draw(_cells)) for row in rows]
        case "shade":
            return replace(block, shaded=not block.shaded)
        case _:
            row = list(rows[place])
            column = draw(st.integers(0, len(row) - 1))
            first, *rest = row[column]
            row[column] = (_changed_paragraph(draw, first), *rest)
            rows[place] = tuple(row)
    return replace(block, rows=tuple(rows))


# --- Files ----------------------------------------------------------------------------------------------


def written(draft: Draft) -> bytes:
    """The document as a Word file."""
    return _Writer().write(draft)


class _Writer:
    def __init__(self) -> None:
        self.notes: dict[str, list[Xml]] = {"footnote": [], "endnote": [], "comment": []}
        self._last = 100
        self._bookmarks: set[str] = set()

    def write(self, draft: Draft) -> bytes:
        body = [self._block(block) for block in draft.blocks] + [ooxml.p("Done in duplicate.")]
        if draft.sheet == "renamed styles":
            body = [Xml(block.replace('"Heading1"', '"berschrift1"')) for block in body]
        parts = dict(SHEETS[draft.sheet])
        for kind, contents in self.notes.items():
            if contents:
                parts[f"{kind}s"] = ooxml.notes(kind, *contents)
        if draft.header:
            parts["header1"] = ooxml.p(draft.header)
        last = section("header1" if draft.header else "").replace('w:top="1440"', f'w:top="{draft.margin}"')
        return docx(*body, parts=parts, last=Xml(last), links={"document": LINKS})

    def _block(self, block: Block) -> Xml:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Table():
                rows = [ooxml.row(*(self._cell(cell, block) for cell in row)) for row in block.rows]
                return ooxml.table(*rows, columns=len(block.rows[0]))
            case Control():
                inner = map(self._paragraph, block.blocks)
                return ooxml.control_block(*inner, number=self._number())

    def _cell(self, content: Sequence[Paragraph], table: Table) -> Xml:
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>' if table.shaded else ""
        return ooxml.cell(*map(self._paragraph, content), properties=shade)

    def _paragraph(self, block: Paragraph) -> Xml:
        settings = block.settings
        if block.ends_section:
            settings += section_end(section()).removeprefix("<w:p><w:pPr>").removesuffix("</w:pPr></w:p>")
        return ooxml.p(*map(self._piece, block.pieces), style=block.style, properties=settings)

    def _piece(self, piece: Piece) -> Xml:
        run = ooxml.run(piece.text, piece.look)
        number = self._number()
        made: dict[str, Callable[[], Xml]] = {
            "tab": lambda: ooxml.TAB,
            "break": lambda: ooxml.BREAK,
            "hyphen": lambda: Xml("<w:r><w:noBreakHyphen/></w:r>"),
            "symbol": lambda: Xml('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
            "note": lambda: self._remark("footnote", piece.text),
            "endnote": lambda: self._remark("endnote", piece.text),
            "comment": lambda: self._remark("comment", piece.text),
            "field": lambda: ooxml.field(" REF _Ref1 \\h ", run),
            "simple field": lambda: ooxml.simple_field(" PAGE ", run),
            "link": lambda: ooxml.hyperlink(run, link="link1" if len(piece.text) % 2 else "link2"),
            "control": lambda: ooxml.control(run, number=number),
            "picture": lambda: ooxml.picture(number),
            "box": lambda: ooxml.text_box(ooxml.p(run), name=f"box{number}"),
            "bookmark": lambda: self._bookmark(piece, run, number),
        }
        return made.get(piece.kind, lambda: run)()

    def _remark(self, kind: str, text: str) -> Xml:
        self.notes[kind].append(ooxml.p(text) + (ooxml.p() if len(text) % 3 == 0 else ""))
        return ooxml.reference(kind, len(self.notes[kind]))

    def _bookmark(self, piece: Piece, run: Xml, number: int) -> Xml:
        name = f"_Ref{sum(map(ord, piece.text)) % 50}"
        if name in self._bookmarks:
            return run
        self._bookmarks.add(name)
        return ooxml.bookmarked(name, run, number=number)

    def _number(self) -> int:
        self._last += 1
        return self._last
