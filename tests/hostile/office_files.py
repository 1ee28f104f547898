"""Word files that reach out or are large, and OpenDocument before LibreOffice sees it."""

from typing import Final

from tests.hostile.packages import (
    MAIN,
    TEXT,
    diff_with,
    doctype,
    facts_of,
    grid,
    linked,
    odt,
    office,
    received,
    replaced,
    with_parts,
)
from tests.hostile.rows import Row, just
from tests.word.known_faults.ooxml import Xml, field, p, simple_field
from tests.word.known_faults.package import Link, docx

REACHING: Final[dict[str, Row]] = {
    # What reaches out: never fetched, and said.
    "attached template": received(
        "note: r.docx: the file: the file uses 'http://127.0.0.1:9/a.dotm' (attachedTemplate), wh…",
        linked("attachedTemplate", "http://127.0.0.1:9/a.dotm"),
        0,
    ),
    "remote picture": received(
        "note: r.docx: the file: the file uses 'http://127.0.0.1:9/a.png' (image), which was not…",
        linked("image", "http://127.0.0.1:9/a.png"),
        0,
    ),
    "picture on a share": received(
        "note: r.docx: the file: the file uses 'file://server/share/a.png' (image), which was not…",
        linked("image", "file://server/share/a.png"),
        0,
    ),
    "linked object": received(
        "note: r.docx: the file: the file uses 'file:///etc/passwd' (oleObject), which was not fe…",
        linked("oleObject", "file:///etc/passwd"),
        0,
    ),
    "embedded object": received(
        "note: r.docx: the file: the embedded objects of the file were not read",
        linked("oleObject", "embeddings/a.bin", external=False),
        0,
    ),
    "embedded workbook": received(
        "note: r.docx: the file: the embedded files of the file were not read",
        linked("package", "embeddings/a.xlsx", external=False),
        0,
    ),
    "part in HTML": received(
        "note: r.docx: the file: the parts in another format of the file were not read",
        linked("aFChunk", "a.html", external=False),
        0,
    ),
    "macros": received(
        "note: r.docx: the file: the macros of the file were not read",
        lambda: docx(
            TEXT,
            links={"document": {"m": Link("vbaProject", "vbaProject.bin")}},
            extra={"word/vbaProject.bin": b"x"},
        ),
        0,
    ),
    "DDEAUTO": received(
        "note: r.docx: the file: the file has a field DDEAUTO, and what it reads was not fetched",
        lambda: docx(TEXT, p(field(' DDEAUTO c:\\\\cmd.exe "/k calc" ', "x"))),
        0,
    ),
    "INCLUDETEXT in small letters": received(
        "note: r.docx: the file: the file has a field INCLUDETEXT, and what it reads was not fetched",
        lambda: docx(TEXT, p(simple_field('includetext "/etc/passwd"', "x"))),
        0,
    ),
    # How large.
    "a paragraph of 5 MB": received("", lambda: docx(TEXT, p("word " * 1_000_000)), 0),
    "10,000 empty paragraphs": received("", lambda: docx(TEXT, *[p()] * 10_000), 0),
    "2,000,000 elements": received(
        "r.docx: the text of the file has 2,000,086 elements, and an agreement has at most 250,000",
        lambda: docx(TEXT, Xml("<w:p/>" * 2_000_000)),
    ),
    "a table of 50 × 50": received("", lambda: docx(TEXT, grid(50)), 0),
    "a table of 100 × 100": received("", lambda: docx(TEXT, grid(100)), 0, is_long=True),
    "1,000,000 attributes": received(
        "r.docx: the text of the file has 1,000,145 attributes, and an agreement has at most 1,00…",
        replaced(MAIN, b"<w:body>", b"<w:body " + b"".join(b"a%d='' " % n for n in range(1_000_001)) + b">"),
    ),
    "facts of a bomb": facts_of(
        "r.docx: the file unpacks from 42,304 to 40,006,769 bytes, more than a document needs",
        with_parts({"word/extra.xml": b" " * 40_000_000}),
    ),
    "facts of a DTD": facts_of(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype("<!DOCTYPE w>"),
    ),
    "diff with a bomb": diff_with(
        "r.docx: the file unpacks from 42,304 to 40,006,769 bytes, more than a document needs",
        with_parts({"word/extra.xml": b" " * 40_000_000}),
    ),
    "diff with a DTD": diff_with(
        "r.docx: the part word/document.xml declares a document type, which no Word file does",
        doctype("<!DOCTYPE w>"),
    ),
    "redline of a file that reaches out": received(
        "note: as in the newer file, Word loads 'http://127.0.0.1:9/a.dotm' (attachedTemplate) from outside",
        linked("attachedTemplate", "http://127.0.0.1:9/a.dotm"),
        1,
        "diff good.yaml r.docx --to docx --out red.docx",
    ),
    # OpenDocument, old Word and rich text, before LibreOffice sees them.
    "OpenDocument: 40 MB": office(
        "r.odt: the file unpacks from 39,141 to 40,000,039 bytes, more than a document needs",
        odt(b" " * 40_000_000),
    ),
    "OpenDocument: 10,000 parts": office(
        "r.odt: the file holds 10002 parts; at most 4000 are taken",
        odt(b"<a/>", more={f"p{n}.xml": b"<a/>" for n in range(10_000)}),
    ),
    "OpenDocument: part that climbs": office(
        "r.odt: the file holds a part with the unsafe name '../../evil'",
        odt(b"<a/>", more={"../../evil": b"x"}),
    ),
    "OpenDocument: DTD": office(
        "r.odt: the part content.xml declares a document type, which no text file does",
        odt(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ),
    "OpenDocument: cut": office(
        "r.odt: the file is a Word or zip file that is damaged or cut off; get it again",
        lambda: odt(b"<a/>")()[:-30],
    ),
    "flat OpenDocument: DTD": office(
        "r.fodt: the part content declares a document type, which no text file does",
        just(
            b'<?xml version="1.0"?><!DOCTYPE o [<!ENTITY a "b">]>'
            b'<o xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&a;</o>'
        ),
        name="r.fodt",
    ),
}
