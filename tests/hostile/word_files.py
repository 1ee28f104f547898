"""Word and OpenDocument files from the other side: bombs, lies, broken parts, and what reaches out."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from tests.hostile.rows import Maker, Row, just
from tests.word.known_faults.ooxml import Xml, cell, field, p, reference, row, simple_field, table
from tests.word.known_faults.package import Link, docx, zipped

TEXT: Final = p("Article 1. The Parties shall cooperate.")
_MAIN: Final = "word/document.xml"
_TYPES: Final = "[Content_Types].xml"
_ODT: Final = b"application/vnd.oasis.opendocument.text"


def _row(
    says: str, make: Maker, status: int = 2, command: str = "read r.docx", *, is_long: bool = False
) -> Row:
    return Row(command, {"r.docx": make}, status, says, is_long)


def _facts(says: str, make: Maker, status: int = 2) -> Row:
    return _row(says, make, status, "facts r.docx")


def _diff(says: str, make: Maker, status: int = 2) -> Row:
    return _row(says, make, status, "diff r.docx good.yaml")


def _with(parts: dict[str, bytes]) -> Maker:
    """A sound file with these parts beside the others."""
    return lambda: docx(TEXT, extra=parts)


def _changed(change: Callable[[dict[str, bytes]], object]) -> Maker:
    """A sound file whose parts were changed."""

    def make() -> bytes:
        with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        return zipped(parts)

    return make


def _replaced(part: str, old: bytes, new: bytes) -> Maker:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return _changed(change)


def _linked(kind: str, target: str, *, external: bool = True) -> Maker:
    return lambda: docx(TEXT, links={"document": {"link1": Link(kind, target, external=external)}})


def _raw_zip(members: list[tuple[str, bytes, int]]) -> bytes:
    """An archive whose members are said to have another size than they have."""
    pieces, directory = b"", b""
    for name, content, size in members:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        shared = struct.pack(
            "<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(content), len(packed), size, len(name), 0
        )
        directory += (
            b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, len(pieces))
        )
        directory += name.encode()
        pieces += b"PK\x03\x04" + shared + name.encode() + packed
    count = len(members)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(pieces), 0)
    return pieces + directory + end


def _lying() -> bytes:
    """A text of 60 MB whose headers say that it has 1,000 bytes."""
    with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
        members = [(name, archive.read(name), len(archive.read(name))) for name in archive.namelist()]
    return _raw_zip([*members, ("word/extra.xml", b"<a>" + b" " * 60_000_000 + b"</a>", 1_000)])


def _twice() -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
        members = [(name, archive.read(name), len(archive.read(name))) for name in archive.namelist()]
    return _raw_zip([*members, (_MAIN, b"<other/>", 8)])


def _overlapping() -> bytes:
    """A thousand entries of the directory that all point to one member of ten megabytes."""
    content = b" " * 10_000_000
    first = _raw_zip([("word/a0.xml", content, len(content))])
    start = first.index(b"PK\x01\x02")
    entry = first[start : first.rindex(b"PK\x05\x06")]
    entries = b"".join(entry.replace(b"word/a0.xml", b"word/%04d.x" % n) for n in range(1_000))
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(entries), start, 0)
    return first[:start] + entries + end


def _encrypted() -> bytes:
    data = bytearray(docx(TEXT))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _compound(*names: str) -> bytes:
    """The head of an old Office file with these names in it."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + b"".join(name.encode("utf-16-le") for name in names)
    )


def _doctype(declared: str, code: str = "utf-8", said: str = "UTF-8") -> Maker:
    def change(parts: dict[str, bytes]) -> None:
        xml = parts[_MAIN].decode()
        parts[_MAIN] = f'<?xml version="1.0" encoding="{said}"?>{declared}{xml}'.encode(code)

    return _changed(change)


_LOLS: Final = '<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


def _odt(content: bytes, *, more: dict[str, bytes] | None = None) -> Maker:
    def make() -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype"), _ODT)
            archive.writestr("content.xml", content)
            for name, data in (more or {}).items():
                archive.writestr(name, data)
        return buffer.getvalue()

    return make


def _office(says: str, make: Maker, status: int = 2, name: str = "r.odt") -> Row:
    return Row(f"read {name}", {name: make}, status, says)


def _deep(depth: int) -> Maker:
    return lambda: docx(Xml("<w:tbl><w:tr><w:tc>" * depth + TEXT + "</w:tc></w:tr></w:tbl>" * depth))


def _table(size: int) -> Xml:
    return table(*[row(*["x"] * size)] * size, columns=size)


def _style(name: str, base: str) -> bytes:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'.encode()


WORD_FILES: Final[dict[str, Row]] = {
    "good file, so that the others differ in one thing": _row("", lambda: docx(TEXT), 0),
    # What is no Word file.
    "nothing": _row("r.docx: the file is empty", just(b"")),
    "blanks": _row("r.docx: the file is empty", just(b" \n" * 1_000)),
    "picture": _row(
        "r.docx: the file is a picture; what can be read is .docx, .pdf, .md, .html, .txt, .json,…",
        just(b"\x89PNG\r\n\x1a\n" + bytes(100)),
    ),
    "noise": _row(
        "r.docx: the file is of a kind that is not known; what can be read is .docx, .pdf, .md, .…",
        just(bytes(range(256)) * 100),
    ),
    "head of a zip file and no more": _row(
        "r.docx: the file is a Word or zip file that is damaged or cut off; get it again", just(b"PK\x03\x04")
    ),
    "cut at 3,000 bytes": _row(
        "r.docx: the file is a Word or zip file that is damaged or cut off; get it again",
        lambda: docx(TEXT)[:3_000],
    ),
    "encrypted": _row(
        "r.docx: the file is protected by a password; open it, save it without the password",
        lambda: _compound("EncryptionInfo", "EncryptedPackage"),
    ),
    "zip with a password": _row("r.docx: the file is encrypted; save it without a password", _encrypted),
    "workbook": _row(
        "r.docx: the file is a spreadsheet; what can be read is .docx, .pdf, .md, .html, .txt, .j…",
        lambda: zipped({_TYPES: b"<Types/>", "xl/workbook.xml": b"<a/>"}),
    ),
    "old workbook": _row(
        "r.docx: the file is an old Office file that is no Word document; what can be read is .do…",
        lambda: _compound("Workbook"),
    ),
    "zip of something else": _row(
        "r.docx: the file is a zip archive of something else; what can be read is .docx, .pdf, .m…",
        lambda: zipped({"a.txt": b"a"}),
    ),
    "empty zip": _row(
        "r.docx: the file is of a kind that is not known; what can be read is .docx, .pdf, .md, .…",
        just(b"PK\x05\x06" + bytes(18)),
    ),
    # Bombs and lies.
    "40 MB of blanks": _row(
        "r.docx: the file unpacks from 42,317 to 40,006,776 bytes, more than a document needs",
        _with({"word/extra.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}),
    ),
    "300 MB in parts of 10 MB": _row(
        "r.docx: the file unpacks from 298,250 to 300,006,769 bytes, more than a document needs",
        _with({f"word/e{n}.xml": bytes(10_000_000) for n in range(30)}),
        is_long=True,
    ),
    "10,000 parts": _row(
        "r.docx: the file holds 10009 parts; at most 4000 are taken",
        _with({f"word/e{n}.xml": b"<a/>" for n in range(10_000)}),
    ),
    "sizes that lie": _row(
        "r.docx: the file is no Word document or is damaged: Bad CRC-32 for file 'word/extra.xml'", _lying
    ),
    "entries that overlap": _row(
        "r.docx: the file unpacks from 66,796 to 10,000,000,000 bytes, more than a document needs",
        _overlapping,
    ),
    "a part twice": _row("r.docx: the file holds the part word/document.xml twice", _twice),
    "a part twice but for the case": _row(
        "r.docx: the file holds the part WORD/DOCUMENT.XML twice", _with({"WORD/DOCUMENT.XML": b"<a/>"})
    ),
    "a part that climbs": _row(
        "r.docx: the file holds a part with the unsafe name '../../evil.xml'",
        _with({"../../evil.xml": b"<a/>"}),
    ),
    "a part with an absolute path": _row(
        "r.docx: the file holds a part with the unsafe name '/etc/evil.xml'",
        _with({"/etc/evil.xml": b"<a/>"}),
    ),
    "a part with a drive": _row(
        "r.docx: the file holds a part with the unsafe name 'C:/evil.xml'", _with({"C:/evil.xml": b"<a/>"})
    ),
    "a part with backslashes": _row(
        "r.docx: the file holds a part with the unsafe name 'word\\\\..\\\\..\\\\evil.xml'",
        _with({"word\\..\\..\\evil.xml": b"<a/>"}),
    ),
    "a zip in the zip": _row(
        "", lambda: docx(TEXT, extra={"word/embeddings/a.zip": zipped({"a": bytes(9_000_000)})}), 0
    ),
    # XML.
    "DTD": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype("<!DOCTYPE w>"),
    ),
    "DTD of a file": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype('<!DOCTYPE w SYSTEM "file:///etc/passwd">'),
    ),
    "DTD of the network": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype('<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd">'),
    ),
    "entity of a file": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    ),
    "a billion laughs": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype(f"<!DOCTYPE w [{_LOLS}]>"),
    ),
    "DTD in UTF-16": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype("<!DOCTYPE w>", "utf-16", "UTF-16"),
    ),
    "DTD in UTF-16 without a mark": _row(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype("<!DOCTYPE w>", "utf-16-be", "UTF-16BE"),
    ),
    "DTD in UTF-32": _row(
        "r.docx: the part word/document.xml is in an encoding that no Word file has",
        _doctype("<!DOCTYPE w>", "utf-32", "UTF-32"),
    ),
    "DTD in UTF-7": _row(
        "r.docx: the part word/document.xml is in an encoding that no Word file has",
        _doctype("+ADwAIQ-DOCTYPE w+AD4-", "ascii", "UTF-7"),
    ),
    "DTD in EBCDIC": _row(
        "r.docx: the part word/document.xml is in an encoding that no Word file has",
        _doctype("<!DOCTYPE w>", "cp037", "IBM037"),
    ),
    "DTD in a relationship": _row(
        "r.docx: the part _rels/.rels declares a document type, which no Word file does",
        _replaced("_rels/.rels", b"<Rel", b"<!DOCTYPE r><Rel"),
    ),
    "DTD in the list of types": _row(
        "r.docx: the part [Content_Types].xml declares a document type, which no Word file does",
        _replaced(_TYPES, b"<Types", b"<!DOCTYPE t><Types"),
    ),
    "undeclared entity": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Entity 'secret' not defined,…",
        _replaced(_MAIN, b"Article", b"&secret;"),
    ),
    "XInclude of a file": _row(
        "",
        _replaced(
            _MAIN,
            b"<w:body>",
            b'<w:body><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
        ),
        0,
    ),
    "style sheet": _row(
        "",
        _replaced(_MAIN, b"<w:document", b'<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><w:document'),
        0,
    ),
    "XML that is cut": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Premature end of data in tag…",
        _replaced(_MAIN, b"</w:document>", b""),
    ),
    "prefix that stands for nothing": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Namespace prefix q on p is no…",
        _replaced(_MAIN, b"<w:body>", b"<w:body><q:p/>"),
    ),
    "NUL in the XML": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Invalid character: Char 0x0 o…",
        _replaced(_MAIN, b"Article", b"Art\0icle"),
    ),
    "control character in the XML": _row(
        "r.docx: the part word/document.xml is not well-formed XML: xmlParseCharRef: invalid xmlC…",
        _replaced(_MAIN, b"Article", b"Art&#11;icle"),
    ),
    "surrogate in the XML": _row(
        "r.docx: the part word/document.xml is not well-formed XML: xmlParseCharRef: invalid xmlC…",
        _replaced(_MAIN, b"Article", b"Art&#xD800;icle"),
    ),
    "300 elements deep": _row(
        "r.docx: the part word/document.xml is nested deeper than any document needs", _deep(100)
    ),
    "30,000 elements deep": _row(
        "r.docx: the part word/document.xml is nested deeper than any document needs", _deep(10_000)
    ),
    "50,000 attributes": _row(
        "",
        _replaced(_MAIN, b"<w:body>", b"<w:body " + b"".join(b'a%d="" ' % n for n in range(50_000)) + b">"),
        0,
    ),
    "a text of 11 MB": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Resource limit exceeded: Text…",
        lambda: docx(p("x" * 11_000_000)),
    ),
    # Parts that are missing or lie.
    "no text": _row(
        "r.docx: the file has no text part, so it is not a Word document",
        _changed(lambda parts: parts.pop(_MAIN)),
    ),
    "no list of types": _row(
        "r.docx: the file is a zip archive but no Word document", _changed(lambda parts: parts.pop(_TYPES))
    ),
    "no relationships": _row(
        "r.docx: the file has no text part, so it is not a Word document",
        _changed(lambda parts: parts.pop("_rels/.rels")),
    ),
    "no styles": _row("", _changed(lambda parts: parts.pop("word/styles.xml")), 0),
    "no relationships of the text": _row(
        "", _changed(lambda parts: parts.pop("word/_rels/document.xml.rels")), 0
    ),
    "text that is a picture": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Start tag expected, '<' not f…",
        _changed(lambda parts: parts.update({_MAIN: b"\x89PNG"})),
    ),
    "text that is no document": _row(
        "r.docx: the part word/document.xml is not well-formed XML: Opening and ending tag mismat…",
        _replaced(_MAIN, b"<w:document", b"<w:styles"),
    ),
    "text outside of the file": _row(
        "r.docx: the file has no text part, so it is not a Word document",
        _replaced("_rels/.rels", b"word/document.xml", b"../../../etc/passwd"),
    ),
    "text on the network": _row(
        "r.docx: the file has no text part, so it is not a Word document",
        _replaced(
            "_rels/.rels",
            b'Target="word/document.xml"',
            b'Target="http://127.0.0.1:9/d.xml" TargetMode="External"',
        ),
    ),
    "styles that are the text": _row(
        "", _replaced("word/_rels/document.xml.rels", b"styles.xml", b"document.xml"), 0
    ),
    "relationship to itself": _row("", _linked("header", "document.xml", external=False), 0),
    "wrong type of the text": _row("", _replaced(_TYPES, b"document.main+xml", b"styles+xml"), 0),
    "styles based on each other": _row(
        "",
        _replaced(
            "word/styles.xml",
            b"<w:docDefaults>",
            b"%s%s<w:docDefaults>" % (_style("A", "B"), _style("B", "A")),
        ),
        0,
    ),
    "note that refers to itself": _row(
        "",
        lambda: docx(
            TEXT,
            p(reference("footnote", 2)),
            parts={"footnotes": f'<w:footnote w:id="2">{p(reference("footnote", 2))}</w:footnote>'},
        ),
        0,
    ),
    "list level of 10⁹": _row(
        "",
        lambda: docx(p("x", properties='<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>')),
        0,
    ),
    "cell over 10⁹ columns": _row(
        "",
        lambda: docx(table(row(cell("x", properties='<w:gridSpan w:val="999999999"/>')))),
        0,
    ),
    "size of letters of 10³⁰⁰": _row(
        "",
        lambda: docx(Xml(f'<w:p><w:r><w:rPr><w:sz w:val="{"9" * 300}"/></w:rPr><w:t>x</w:t></w:r></w:p>')),
        0,
    ),
    # What reaches out: never fetched, and said.
    "attached template": _row(
        "note: r.docx: the file: the file uses 'http://127.0.0.1:9/a.dotm' (attachedTemplate), wh…",
        _linked("attachedTemplate", "http://127.0.0.1:9/a.dotm"),
        0,
    ),
    "remote picture": _row(
        "note: r.docx: the file: the file uses 'http://127.0.0.1:9/a.png' (image), which was not…",
        _linked("image", "http://127.0.0.1:9/a.png"),
        0,
    ),
    "picture on a share": _row(
        "note: r.docx: the file: the file uses 'file://server/share/a.png' (image), which was not…",
        _linked("image", "file://server/share/a.png"),
        0,
    ),
    "linked object": _row(
        "note: r.docx: the file: the file uses 'file:///etc/passwd' (oleObject), which was not fe…",
        _linked("oleObject", "file:///etc/passwd"),
        0,
    ),
    "embedded object": _row(
        "note: r.docx: the file: the embedded objects of the file were not read",
        _linked("oleObject", "embeddings/a.bin", external=False),
        0,
    ),
    "embedded workbook": _row(
        "note: r.docx: the file: the embedded files of the file were not read",
        _linked("package", "embeddings/a.xlsx", external=False),
        0,
    ),
    "part in HTML": _row(
        "note: r.docx: the file: the parts in another format of the file were not read",
        _linked("aFChunk", "a.html", external=False),
        0,
    ),
    "macros": _row(
        "note: r.docx: the file: the macros of the file were not read",
        lambda: docx(
            TEXT,
            links={"document": {"m": Link("vbaProject", "vbaProject.bin")}},
            extra={"word/vbaProject.bin": b"x"},
        ),
        0,
    ),
    "DDEAUTO": _row(
        "note: r.docx: the file: the file has a field DDEAUTO, and what it reads was not fetched",
        lambda: docx(TEXT, p(field(' DDEAUTO c:\\\\cmd.exe "/k calc" ', "x"))),
        0,
    ),
    "INCLUDETEXT in small letters": _row(
        "note: r.docx: the file: the file has a field INCLUDETEXT, and what it reads was not fetched",
        lambda: docx(TEXT, p(simple_field('includetext "/etc/passwd"', "x"))),
        0,
    ),
    # How large.
    "a paragraph of 5 MB": _row("", lambda: docx(TEXT, p("word " * 1_000_000)), 0),
    "10,000 empty paragraphs": _row("", lambda: docx(TEXT, *[p()] * 10_000), 0),
    "2,000,000 elements": _row(
        "r.docx: the text of the file has 2,000,086 elements, and an agreement has at most 250,000",
        lambda: docx(TEXT, Xml("<w:p/>" * 2_000_000)),
    ),
    "a table of 50 × 50": _row("", lambda: docx(TEXT, _table(50)), 0),
    "a table of 100 × 100": _row("", lambda: docx(TEXT, _table(100)), 0, is_long=True),
    "1,000,000 attributes": _row(
        "r.docx: the text of the file has 1,000,145 attributes, and an agreement has at most 1,00…",
        _replaced(
            _MAIN, b"<w:body>", b"<w:body " + b"".join(b"a%d='' " % n for n in range(1_000_001)) + b">"
        ),
    ),
    "facts of a bomb": _facts(
        "r.docx: the file unpacks from 42,304 to 40,006,769 bytes, more than a document needs",
        _with({"word/extra.xml": b" " * 40_000_000}),
    ),
    "facts of a DTD": _facts(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype("<!DOCTYPE w>"),
    ),
    "diff with a bomb": _diff(
        "r.docx: the file unpacks from 42,304 to 40,006,769 bytes, more than a document needs",
        _with({"word/extra.xml": b" " * 40_000_000}),
    ),
    "diff with a DTD": _diff(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        _doctype("<!DOCTYPE w>"),
    ),
    "redline of a file that reaches out": _row(
        "note: as in the newer file, Word loads 'http://127.0.0.1:9/a.dotm' (attachedTemplate) from outside",
        _linked("attachedTemplate", "http://127.0.0.1:9/a.dotm"),
        1,
        "diff good.yaml r.docx --to docx --out red.docx",
    ),
    # OpenDocument, old Word and rich text, before LibreOffice sees them.
    "OpenDocument: 40 MB": _office(
        "r.odt: the file unpacks from 39,141 to 40,000,039 bytes, more than a document needs",
        _odt(b" " * 40_000_000),
    ),
    "OpenDocument: 10,000 parts": _office(
        "r.odt: the file holds 10002 parts; at most 4000 are taken",
        _odt(b"<a/>", more={f"p{n}.xml": b"<a/>" for n in range(10_000)}),
    ),
    "OpenDocument: part that climbs": _office(
        "r.odt: the file holds a part with the unsafe name '../../evil'",
        _odt(b"<a/>", more={"../../evil": b"x"}),
    ),
    "OpenDocument: DTD": _office(
        "r.odt: the part content.xml declares a document type, which no text file does",
        _odt(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ),
    "OpenDocument: cut": _office(
        "r.odt: the file is a Word or zip file that is damaged or cut off; get it again",
        lambda: _odt(b"<a/>")()[:-30],
    ),
    "flat OpenDocument: DTD": _office(
        "r.fodt: the part content declares a document type, which no text file does",
        just(
            b'<?xml version="1.0"?><!DOCTYPE o [<!ENTITY a "b">]>'
            b'<o xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&a;</o>'
        ),
        name="r.fodt",
    ),
}
