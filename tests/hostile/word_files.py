"""Word files from the other side: bombs, lies, broken parts."""

from typing import Final

from tests.hostile.packages import (
    LOLS,
    MAIN,
    TEXT,
    TYPES,
    changed,
    compound,
    deep,
    doctype,
    encrypted,
    linked,
    lying,
    nameless,
    overlapping,
    received,
    replaced,
    shifted,
    style,
    twice,
    with_parts,
)
from tests.hostile.rows import Row, just
from tests.word.known_faults.ooxml import Xml, cell, p, reference, row, table
from tests.word.known_faults.package import docx, zipped

WORD_FILES: Final[dict[str, Row]] = {
    "good file, so that the others differ in one thing": received("", lambda: docx(TEXT), 0),
    # What is no Word file.
    "nothing": received("r.docx: the file is empty", just(b"")),
    "blanks": received("r.docx: the file is empty", just(b" \n" * 1_000)),
    "picture": received(
        "r.docx: the file is a picture; what can be read is .docx, .pdf, .md, .html, .txt, .json,…",
        just(b"\x89PNG\r\n\x1a\n" + bytes(100)),
    ),
    "noise": received(
        "r.docx: the file is of a kind that is not known; what can be read is .docx, .pdf, .md, .…",
        just(bytes(range(256)) * 100),
    ),
    "head of a zip file and no more": received(
        "r.docx: the file is a Word or zip file that is damaged or cut off; get it again", just(b"PK\x03\x04")
    ),
    "cut at 3,000 bytes": received(
        "r.docx: the file is a Word or zip file that is damaged or cut off; get it again",
        lambda: docx(TEXT)[:3_000],
    ),
    "encrypted": received(
        "r.docx: the file is protected by a password; open it, save it without the password",
        lambda: compound("EncryptionInfo", "EncryptedPackage"),
    ),
    "zip with a password": received("r.docx: the file is encrypted; save it without a password", encrypted),
    "workbook": received(
        "r.docx: the file is a spreadsheet; what can be read is .docx, .pdf, .md, .html, .txt, .j…",
        lambda: zipped({TYPES: b"<Types/>", "xl/workbook.xml": b"<a/>"}),
    ),
    "old workbook": received(
        "r.docx: the file is an old Office file that is no Word document; what can be read is .do…",
        lambda: compound("Workbook"),
    ),
    "zip of something else": received(
        "r.docx: the file is a zip archive of something else; what can be read is .docx, .pdf, .m…",
        lambda: zipped({"a.txt": b"a"}),
    ),
    "empty zip": received(
        "r.docx: the file is of a kind that is not known; what can be read is .docx, .pdf, .md, .…",
        just(b"PK\x05\x06" + bytes(18)),
    ),
    # Bombs and lies.
    "40 MB of blanks": received(
        "r.docx: the file unpacks from 42,317 to 40,006,776 bytes, more than a document needs",
        with_parts({"word/extra.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}),
    ),
    "300 MB in parts of 10 MB": received(
        "r.docx: the file unpacks from 298,250 to 300,006,769 bytes, more than a document needs",
        with_parts({f"word/e{n}.xml": bytes(10_000_000) for n in range(30)}),
        is_long=True,
    ),
    "10,000 parts": received(
        "r.docx: the file holds 10009 parts; at most 4000 are taken",
        with_parts({f"word/e{n}.xml": b"<a/>" for n in range(10_000)}),
    ),
    "sizes that lie": received(
        "r.docx: the file is no Word document or is damaged: Bad CRC-32 for file 'word/extra.xml'", lying
    ),
    "entries that overlap": received(
        "r.docx: the file unpacks from 66,796 to 10,000,000,000 bytes, more than a document needs",
        overlapping,
    ),
    "members before the file": received(
        "r.docx: the file is no Word document or is damaged: negative seek value -1000", shifted
    ),
    "a part twice": received("r.docx: the file holds the part word/document.xml twice", twice),
    "a part twice but for the case": received(
        "r.docx: the file holds the part WORD/DOCUMENT.XML twice", with_parts({"WORD/DOCUMENT.XML": b"<a/>"})
    ),
    "a part without a name": received("r.docx: the file holds a part with the unsafe name ''", nameless),
    "a part that climbs": received(
        "r.docx: the file holds a part with the unsafe name '../../evil.xml'",
        with_parts({"../../evil.xml": b"<a/>"}),
    ),
    "a part with an absolute path": received(
        "r.docx: the file holds a part with the unsafe name '/etc/evil.xml'",
        with_parts({"/etc/evil.xml": b"<a/>"}),
    ),
    "a part with a drive": received(
        "r.docx: the file holds a part with the unsafe name 'C:/evil.xml'",
        with_parts({"C:/evil.xml": b"<a/>"}),
    ),
    "a part with backslashes": received(
        "r.docx: the file holds a part with the unsafe name 'word\\\\..\\\\..\\\\evil.xml'",
        with_parts({"word\\..\\..\\evil.xml": b"<a/>"}),
    ),
    "a zip in the zip": received(
        "", lambda: docx(TEXT, extra={"word/embeddings/a.zip": zipped({"a": bytes(9_000_000)})}), 0
    ),
    # XML.
    "DTD": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype("<!DOCTYPE w>"),
    ),
    "DTD of a file": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype('<!DOCTYPE w SYSTEM "file:///etc/passwd">'),
    ),
    "DTD of the network": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype('<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd">'),
    ),
    "entity of a file": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    ),
    "a billion laughs": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype(f"<!DOCTYPE w [{LOLS}]>"),
    ),
    "DTD in UTF-16": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype("<!DOCTYPE w>", "utf-16", "UTF-16"),
    ),
    "DTD in UTF-16 without a mark": received(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype("<!DOCTYPE w>", "utf-16-be", "UTF-16BE"),
    ),
    "DTD in UTF-32": received(
        "r.docx: the part word/document.xml is in an encoding that no Word file has",
        doctype("<!DOCTYPE w>", "utf-32", "UTF-32"),
    ),
    "DTD in UTF-7": received(
        "r.docx: the part word/document.xml is in an encoding that no Word file has",
        doctype("+ADwAIQ-DOCTYPE w+AD4-", "ascii", "UTF-7"),
    ),
    "DTD in EBCDIC": received(
        "r.docx: the part word/document.xml is in an encoding that no Word file has",
        doctype("<!DOCTYPE w>", "cp037", "IBM037"),
    ),
    "DTD in a relationship": received(
        "r.docx: the part _rels/.rels declares a document type, which no Word file does",
        replaced("_rels/.rels", b"<Rel", b"<!DOCTYPE r><Rel"),
    ),
    "DTD in the list of types": received(
        "r.docx: the part [Content_Types].xml declares a document type, which no Word file does",
        replaced(TYPES, b"<Types", b"<!DOCTYPE t><Types"),
    ),
    "undeclared entity": received(
        "r.docx: the part word/document.xml is not well-formed XML: Entity 'secret' not defined,…",
        replaced(MAIN, b"Article", b"&secret;"),
    ),
    "XInclude of a file": received(
        "",
        replaced(
            MAIN,
            b"<w:body>",
            b'<w:body><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
        ),
        0,
    ),
    "style sheet": received(
        "",
        replaced(MAIN, b"<w:document", b'<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><w:document'),
        0,
    ),
    "XML that is cut": received(
        "r.docx: the part word/document.xml is not well-formed XML: Premature end of data in tag…",
        replaced(MAIN, b"</w:document>", b""),
    ),
    "prefix that stands for nothing": received(
        "r.docx: the part word/document.xml is not well-formed XML: Namespace prefix q on p is no…",
        replaced(MAIN, b"<w:body>", b"<w:body><q:p/>"),
    ),
    "NUL in the XML": received(
        "r.docx: the part word/document.xml is not well-formed XML: Invalid character: Char 0x0 o…",
        replaced(MAIN, b"Article", b"Art\0icle"),
    ),
    "control character in the XML": received(
        "r.docx: the part word/document.xml is not well-formed XML: xmlParseCharRef: invalid xmlC…",
        replaced(MAIN, b"Article", b"Art&#11;icle"),
    ),
    "surrogate in the XML": received(
        "r.docx: the part word/document.xml is not well-formed XML: xmlParseCharRef: invalid xmlC…",
        replaced(MAIN, b"Article", b"Art&#xD800;icle"),
    ),
    "300 elements deep": received(
        "r.docx: the part word/document.xml is nested deeper than any document needs", deep(100)
    ),
    "30,000 elements deep": received(
        "r.docx: the part word/document.xml is nested deeper than any document needs", deep(10_000)
    ),
    "50,000 attributes": received(
        "",
        replaced(MAIN, b"<w:body>", b"<w:body " + b"".join(b'a%d="" ' % n for n in range(50_000)) + b">"),
        0,
    ),
    "a text of 11 MB": received(
        "r.docx: the part word/document.xml is not well-formed XML: Resource limit exceeded: Text…",
        lambda: docx(p("x" * 11_000_000)),
    ),
    # Parts that are missing or lie.
    "no text": received(
        "r.docx: the file has no text part, so it is not a Word document",
        changed(lambda parts: parts.pop(MAIN)),
    ),
    "no list of types": received(
        "r.docx: the file is a zip archive but no Word document", changed(lambda parts: parts.pop(TYPES))
    ),
    "no relationships": received(
        "r.docx: the file has no text part, so it is not a Word document",
        changed(lambda parts: parts.pop("_rels/.rels")),
    ),
    "no styles": received("", changed(lambda parts: parts.pop("word/styles.xml")), 0),
    "no relationships of the text": received(
        "", changed(lambda parts: parts.pop("word/_rels/document.xml.rels")), 0
    ),
    "text that is a picture": received(
        "r.docx: the part word/document.xml is not well-formed XML: Start tag expected, '<' not f…",
        changed(lambda parts: parts.update({MAIN: b"\x89PNG"})),
    ),
    "text that is no document": received(
        "r.docx: the part word/document.xml is not well-formed XML: Opening and ending tag mismat…",
        replaced(MAIN, b"<w:document", b"<w:styles"),
    ),
    "text outside of the file": received(
        "r.docx: the file has no text part, so it is not a Word document",
        replaced("_rels/.rels", b"word/document.xml", b"../../../etc/passwd"),
    ),
    "text on the network": received(
        "r.docx: the file has no text part, so it is not a Word document",
        replaced(
            "_rels/.rels",
            b'Target="word/document.xml"',
            b'Target="http://127.0.0.1:9/d.xml" TargetMode="External"',
        ),
    ),
    "styles that are the text": received(
        "", replaced("word/_rels/document.xml.rels", b"styles.xml", b"document.xml"), 0
    ),
    "relationship to itself": received("", linked("header", "document.xml", external=False), 0),
    "wrong type of the text": received("", replaced(TYPES, b"document.main+xml", b"styles+xml"), 0),
    "styles based on each other": received(
        "",
        replaced(
            "word/styles.xml",
            b"<w:docDefaults>",
            b"%s%s<w:docDefaults>" % (style("A", "B"), style("B", "A")),
        ),
        0,
    ),
    "note that refers to itself": received(
        "",
        lambda: docx(
            TEXT,
            p(reference("footnote", 2)),
            parts={"footnotes": f'<w:footnote w:id="2">{p(reference("footnote", 2))}</w:footnote>'},
        ),
        0,
    ),
    "list level of 10⁹": received(
        "",
        lambda: docx(p("x", properties='<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>')),
        0,
    ),
    "cell over 10⁹ columns": received(
        "",
        lambda: docx(table(row(cell("x", properties='<w:gridSpan w:val="999999999"/>')))),
        0,
    ),
    "size of letters of 10³⁰⁰": received(
        "",
        lambda: docx(Xml(f'<w:p><w:r><w:rPr><w:sz w:val="{"9" * 300}"/></w:rPr><w:t>x</w:t></w:r></w:p>')),
        0,
    ),
}
