"""What stands beside the text of a Word file, where each line stands in it, and files that are not read."""

from datetime import UTC, datetime
from typing import Final

import pytest
from tests.readers.body import drawn, p, r, table
from tests.readers.line_words import shown
from tests.word.files import AGREEMENT, external, template, zipped

from treatydraft.document import tree
from treatydraft.readers.docx import read_docx
from treatydraft.readers.lines import Cell, ReadError
from treatydraft.word import properties
from treatydraft.word.manuscript import Properties
from treatydraft.word.package import open_package


def note(number: int) -> str:
    return r(f'<w:footnoteReference w:id="{number}"/>')


_NOTES: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="1">'
    f"{p(r('<w:footnoteRef/>'), ' See ', r('Annex', look='<w:i/>'))}{p('And more.')}</w:footnote>"
    f'<w:footnote w:id="2">{p("Round", note(2))}</w:footnote>'
    f'<w:footnote w:id="3">{p("Forgotten")}</w:footnote>'
)


def test_notes_stand_where_the_text_refers_to_them() -> None:
    reading = read_docx(
        template(p("One", note(1), " two") + p("Three", note(2)), parts={"footnotes": _NOTES})
    )
    assert shown(reading) == ["One{footnote: See *Annex*\nAnd more.} two", "Three{footnote: Round}"]
    assert reading.lines[0].text == "One two"
    assert [doubt.message for doubt in reading.doubts] == [
        "a footnote stands nowhere in the text: “Forgotten”"
    ]


def test_endnotes_are_notes() -> None:
    parts = {"endnotes": f'<w:endnote w:id="1">{p("End")}</w:endnote>'}
    body = p("One", r('<w:endnoteReference w:id="1"/>'))
    assert shown(read_docx(template(body, parts=parts))) == ["One{endnote: End}"]


def test_comments_are_notes_with_their_author() -> None:
    parts = {"comments": f'<w:comment w:id="0" w:author="B. Reader">{p("Why?")}</w:comment>'}
    body = p(
        '<w:commentRangeStart w:id="0"/>',
        "One",
        '<w:commentRangeEnd w:id="0"/>',
        r('<w:commentReference w:id="0"/>'),
    )
    assert shown(read_docx(template(body, parts=parts))) == ["One{comment by B. Reader: Why?}"]


def test_headers_and_footers_stand_beside_the_text() -> None:
    links = "".join(
        f'<w:{kind}Reference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'w:type="default" r:id="{name}"/>'
        for kind, name in (("header", "p1"), ("header", "p0"), ("header", "p2"), ("footer", "p3"))
    )
    parts = {
        "header1": p("Second"), "header2": p("First") + p("line"), "header3": p("Second"), "footer1": p("3"),
    }  # fmt: skip
    reading = read_docx(template(p("One", look=f"<w:sectPr>{links}</w:sectPr>"), parts=parts))
    assert (reading.headers, reading.footers) == (("First\nline", "Second"), ("3",))
    assert shown(reading) == ["One"]


def test_bookmarks_are_anchors_of_the_line_in_which_they_begin() -> None:
    def bookmark(name: str) -> str:
        return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'

    body = (
        p(bookmark("_Ref1"), "One")
        + bookmark("between")
        + p(bookmark("empty"))
        + p("Two", bookmark("_GoBack")),
        p(bookmark("last")),
    )
    assert [line.anchors for line in read_docx(template(*body)).lines] == [
        ("_Ref1",),
        ("between", "empty", "last"),
    ]


def test_places_are_those_that_a_person_counts() -> None:
    body = p("a") + p() + p("b", r(drawn(p("c")))) + table((p("d"), p("e") + table((p("f"),)))) + p("g")
    reading = read_docx(template(body))
    assert [(line.place, line.cell) for line in reading.lines] == [
        ("paragraph 1", None),
        ("paragraph 2", None),
        ("text box 1", None),
        ("table 1, row 1, cell 1", Cell(0, 0, 0)),
        ("table 1, row 1, cell 2", Cell(0, 0, 1)),
        ("table 2, row 1, cell 1", Cell(1, 0, 0)),
        ("paragraph 3", None),
    ]


def test_columns_are_those_of_the_grid() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("a")}</w:tc>'
    low = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p()}</w:tc><w:tc>{p('c')}</w:tc>"
    rows = (
        f"<w:tr>{wide}<w:tc>{p('b')}</w:tc></w:tr>",
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{low}</w:tr>',
    )
    lines = read_docx(template(f"<w:tbl>{''.join(rows)}</w:tbl>")).lines
    assert [line.cell for line in lines] == [Cell(0, 0, 0), Cell(0, 0, 2), Cell(0, 1, 2)]


def test_a_number_alone_is_a_line_and_a_bullet_alone_is_none() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate((("decimal", "Article %1"), ("bullet", "–")))
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = "".join(
        p(text, look=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>')
        for text, place in (("", 0), ("Words", 1), ("", 1), ("", 0))
    )
    reading = read_docx(template(body, parts={"numbering": numbering}))
    assert shown(reading) == ["Article 1|", "–|Words", "Article 2|"]
    assert [line.depth for line in reading.lines] == [0, 1, 0]


def test_title_and_language_are_those_of_the_file() -> None:
    core = properties.core(Properties(title="An Accord"), "en", datetime(2024, 6, 13, tzinfo=UTC))
    package = open_package(
        template(p(r("Some words", look='<w:lang w:val="en-GB"/>'), r("mot", look='<w:lang w:val="fr-FR"/>')))
    )
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    package.add("docProps/core.xml", core, "application/xml", relation)
    reading = read_docx(package.write())
    assert (reading.format, reading.title, reading.language) == ("docx", "An Accord", "en-GB")


LANGUAGES: Final = {
    "的协定": "ja-JP",
    "words": "en-GB",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_the_language_is_that_of_the_script(text: str) -> None:
    look = '<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
    assert read_docx(template(p(r(text, look=look)))).language == LANGUAGES[text]
    assert read_docx(template(p(r("اتفاق", look=f"<w:rtl/>{look}")))).language == "ar-SA"


DOUBTS: Final = {
    "hidden words": (
        p("One ", r("two", look="<w:vanish/>")),
        tree.Doubt("paragraph 1", "", "Word hides “two”, which is read here"),
    ),
    "another document": (
        p("One") + '<w:altChunk r:id="x1"/>' + p("Two"),
        tree.Doubt("paragraph 1", "", "a part in another format stands here and was not read"),
    ),
    "a subdocument": (
        p("One", '<w:subDoc r:id="x1"/>'),
        tree.Doubt("paragraph 1", "", "a document of its own stands here and was not read"),
    ),
    "a number that Word computes": (
        p(
            r('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> LISTNUM </w:instrText>"),
            r('<w:fldChar w:fldCharType="end"/>'),
            "One",
        ),
        tree.Doubt("paragraph 1", "", "a number that only Word computes stands here and was not read"),
    ),
}


@pytest.mark.parametrize("case", DOUBTS)
def test_what_is_not_read_is_said(case: str) -> None:
    body, doubt = DOUBTS[case]
    assert read_docx(template(body)).doubts == (doubt,)


def test_macros_are_left_and_said() -> None:
    link = (
        '<Relationship Id="m1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/>'
    )
    data = template(p("One"), links=link, extra={"word/vbaProject.bin": b"\x00"})
    assert [doubt.message for doubt in read_docx(data).doubts] == ["the macros of the file were not read"]


def test_what_lies_outside_the_file_is_not_fetched_and_said() -> None:
    data = template(p("One"), links=external("attachedTemplate", "https://example.org/t.dotm"))
    (doubt,) = read_docx(data).doubts
    assert (
        doubt.message
        == "the file uses 'https://example.org/t.dotm' (attachedTemplate), which was not fetched"
    )


def test_a_strict_file_is_read() -> None:
    package = open_package(template(p("One", r("two", look="<w:b/>"))))
    strict = package.content("word/document.xml").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    package.replace("word/document.xml", strict)
    assert shown(read_docx(package.write())) == ["One*two*"]


def _sheet() -> bytes:
    package = open_package(template(p("One")))
    package.replace("word/document.xml", b'<workbook xmlns="urn:sheet"/>')
    return package.write()


def _deep(depth: int) -> bytes:
    return template("<w:tbl><w:tr><w:tc>" * depth + p("One") + "</w:tc></w:tr></w:tbl>" * depth)


BAD: Final = {
    "empty": (b"", "the file is empty"),
    "a PDF": (b"%PDF-1.7\n", "the file is no Word document or is damaged"),
    "cut off": (AGREEMENT.read_bytes()[:3000], "the file is no Word document or is damaged"),
    "with a password": (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
        "the file is encrypted or in the old",
    ),
    "another archive": (zipped({"a.txt": b"a"}), "the file is a zip archive but no Word document"),
    "a workbook": (_sheet(), "the file is an Office file but no Word document"),
    "no words": (template(p()), "the file holds no text"),
    "XML that is cut off": (template("<w:p>"), "is not well-formed XML"),
    "a document type": (
        zipped({"[Content_Types].xml": b"<!DOCTYPE x><Types/>"}),
        "declares a document type",
    ),
    "tables in a thousand tables": (_deep(1000), "is nested deeper than any document needs"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_in_one_sentence(case: str) -> None:
    data, message = BAD[case]
    with pytest.raises(ReadError, match=message):
        read_docx(data)


@pytest.mark.parametrize("depth", [10, 80])
def test_tables_in_tables_are_read(depth: int) -> None:
    assert shown(read_docx(_deep(depth))) == ["One"]


def test_changes_in_changes_are_read() -> None:
    opened = "".join(f'<w:{kind} w:id="1" w:author="A">' for kind in ("ins", "del") * 100)
    closed = "".join(f"</w:{kind}>" for kind in ("del", "ins") * 100)
    reading = read_docx(template(f"<w:p>{opened}{r('One')}{closed}</w:p>"), revisions="kept")
    assert shown(reading) == ["+-One-+"]
