"""The markup of a Word part, piece by piece: cut runs, revisions, fields, notes, boxes, drawings, controls.

A bare string is text as a person types it; whatever is markup is an `Xml`.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

SCHEMAS: Final = "http://schemas.openxmlformats.org/"
NAMESPACES: Final = {
    "w": f"{SCHEMAS}wordprocessingml/2006/main",
    "r": f"{SCHEMAS}officeDocument/2006/relationships",
    "wp": f"{SCHEMAS}drawingml/2006/wordprocessingDrawing",
    "a": f"{SCHEMAS}drawingml/2006/main",
    "pic": f"{SCHEMAS}drawingml/2006/picture",
    "mc": f"{SCHEMAS}markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "cp": f"{SCHEMAS}package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "vt": f"{SCHEMAS}officeDocument/2006/docPropsVTypes",
    "cu": f"{SCHEMAS}officeDocument/2006/custom-properties",
}
_BY = 'w:author="A" w:date="2024-06-13T00:00:00Z"'


class Xml(str):
    """Markup, as against text."""

    __slots__ = ()

    def __add__(self, more: str) -> "Xml":
        return Xml(str(self) + more)


def joined(pieces: Iterable[str]) -> Xml:
    """These pieces, each text in a run of its own."""
    return Xml("".join(piece if isinstance(piece, Xml) else run(piece) for piece in pieces))


# --- Text -------------------------------------------------------------------------------------------------


def run(text: str, look: str = "") -> Xml:
    """A run; `look` is the content of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return Xml(f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def bold(text: str) -> Xml:
    return run(text, "<w:b/>")


def italic(text: str) -> Xml:
    return run(text, "<w:i/>")


def p(*pieces: str, style: str = "", properties: str = "", attributes: str = "") -> Xml:
    """A paragraph."""
    styled = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    inside = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return Xml(f"<w:p {attributes}>{inside}{joined(pieces)}</w:p>".replace("<w:p >", "<w:p>"))


def ps(*texts: str) -> Xml:
    """A paragraph for each text."""
    return Xml("".join(map(p, texts)))


def numbered(*pieces: str, list_id: int = 1, level: int = 0) -> Xml:
    """A paragraph that Word numbers."""
    return p(
        *pieces,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


PROOF_START: Final = Xml('<w:proofErr w:type="spellStart"/>')
PROOF_END: Final = Xml('<w:proofErr w:type="spellEnd"/>')
PAGE_RENDERED: Final = Xml("<w:r><w:lastRenderedPageBreak/></w:r>")
TAB: Final = Xml("<w:r><w:tab/></w:r>")
BREAK: Final = Xml("<w:r><w:br/></w:r>")


# --- Ranges -----------------------------------------------------------------------------------------------


def bookmark_start(name: str, number: int = 1) -> Xml:
    return Xml(f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>')


def bookmark_end(number: int = 1) -> Xml:
    return Xml(f'<w:bookmarkEnd w:id="{number}"/>')


def bookmarked(name: str, *pieces: str, number: int = 1) -> Xml:
    return Xml(bookmark_start(name, number) + joined(pieces) + bookmark_end(number))


def comment_start(number: int = 1) -> Xml:
    return Xml(f'<w:commentRangeStart w:id="{number}"/>')


def comment_end(number: int = 1) -> Xml:
    """The end of a commented range and the mark of the comment."""
    return Xml(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>',
    )


def inserted(*pieces: str, number: int = 90) -> Xml:
    return Xml(f'<w:ins w:id="{number}" {_BY}>{joined(pieces)}</w:ins>')


def deleted(text: str, number: int = 91) -> Xml:
    words = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return Xml(f'<w:del w:id="{number}" {_BY}>{words}</w:del>')


def hyperlink(*pieces: str, link: str = "link1") -> Xml:
    return Xml(f'<w:hyperlink r:id="{link}">{joined(pieces)}</w:hyperlink>')


def smart_tag(*pieces: str) -> Xml:
    return Xml(f'<w:smartTag w:uri="urn:x" w:element="place">{joined(pieces)}</w:smartTag>')


def control(*pieces: str, number: int = 7001, tag: str = "field") -> Xml:
    """A content control around runs."""
    return Xml(_control(joined(pieces), number, tag))


def control_block(*blocks: Xml, number: int = 7002, tag: str = "block") -> Xml:
    """A content control around paragraphs."""
    return Xml(_control("".join(blocks), number, tag))


def _control(content: str, number: int, tag: str) -> str:
    properties = f'<w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


# --- Fields -----------------------------------------------------------------------------------------------


def field_mark(kind: str, attributes: str = "") -> Xml:
    return Xml(f'<w:r><w:fldChar w:fldCharType="{kind}"{attributes}/></w:r>')


def field_code(code: str) -> Xml:
    return Xml(f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>')


def field(code: str, *shown: str) -> Xml:
    """A field as Word writes it, with what it shows until it is updated."""
    pieces = (field_mark("begin"), field_code(code), field_mark("separate"), *shown, field_mark("end"))
    return joined(pieces)


def simple_field(code: str, *shown: str) -> Xml:
    return Xml(f"<w:fldSimple w:instr={quoteattr(code)}>{joined(shown)}</w:fldSimple>")


# --- Tables -----------------------------------------------------------------------------------------------


def cell(*content: str, properties: str = "") -> Xml:
    """A cell of paragraphs; text becomes one paragraph."""
    blocks = "".join(piece if isinstance(piece, Xml) else p(piece) for piece in content)
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{blocks}</w:tc>')


def row(*cells: str) -> Xml:
    """A row; text becomes a cell."""
    return Xml(f"<w:tr>{''.join(c if isinstance(c, Xml) else cell(c) for c in cells)}</w:tr>")


def table(*rows: Xml, columns: int = 2) -> Xml:
    grid = '<w:gridCol w:w="2000"/>' * columns
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return Xml(f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


# --- Notes, boxes, pictures -------------------------------------------------------------------------------


def reference(kind: str, number: int = 1) -> Xml:
    """The mark of a `footnote`, an `endnote` or a `comment` in the text."""
    return Xml(f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')


def notes(kind: str, *contents: Xml) -> str:
    """The notes of a part, numbered from 1, each by its paragraphs."""
    return "".join([*_separators(kind), *(_note(kind, n, text) for n, text in enumerate(contents, 1))])


def _separators(kind: str) -> list[str]:
    if kind == "comment":
        return []
    return [
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    ]


def _note(kind: str, number: int, content: Xml) -> str:
    by = f' {_BY} w:initials="A"' if kind == "comment" else ""
    return f'<w:{kind} w:id="{number}"{by}>{content}</w:{kind}>'


def text_box(*blocks: Xml, name: str = "box1") -> Xml:
    """A text box of the old kind, which every reader of Word files knows."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    shape = f'<v:shape id="{name}" style="width:100pt;height:50pt"><v:textbox>{content}</v:textbox></v:shape>'
    return Xml(f"<w:r><w:pict>{shape}</w:pict></w:r>")


def new_text_box(*blocks: Xml, number: int = 41) -> Xml:
    """A text box as Word writes it today: twice, for new and for old readers."""
    content = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>'
    )
    drawing = _inline(shape, NAMESPACES["wps"], number)
    old = text_box(*blocks, name=f"box{number}").removeprefix("<w:r>").removesuffix("</w:r>")
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return Xml(f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")


def picture(number: int, link: str = "image1") -> Xml:
    """A picture of the template's own."""
    named = f'<pic:nvPicPr><pic:cNvPr id="{number}" name="P"/><pic:cNvPicPr/></pic:nvPicPr>'
    filled = f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    shape = (
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    inside = f"<pic:pic>{named}{filled}{shape}</pic:pic>"
    return Xml(f"<w:r>{_inline(inside, NAMESPACES['pic'], number)}</w:r>")


def _inline(inside: str, kind: str, number: int) -> str:
    graphic = f'<a:graphic><a:graphicData uri="{kind}">{inside}</a:graphicData></a:graphic>'
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{number}" name="D{number}"/><wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing>'
    )


def png() -> bytes:
    """The smallest picture."""
    pixels = zlib.compress(b"\0\xff\xff\xff")
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
