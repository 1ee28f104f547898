"""Tables of contents: their entries are the headings of the rendered text, and no range is left open."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from lxml import etree
from tests.word import files

from treatydraft.word import markup
from treatydraft.word.check import faults
from treatydraft.word.contents import Outline, fill_contents
from treatydraft.word.package import Package, open_package

MAIN = "word/document.xml"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{rest}</w:style>'
    for identity, name, rest in (
        ("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("H2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Own", "Clause Heading", '<w:basedOn w:val="H2"/>'),
        ("Body", "Body", ""),
        ("T1", "toc 1", ""),
        ("T2", "toc 2", ""),
    )
)


def _paragraph(style: str, inside: str, rest: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{rest}</w:pPr>{inside}</w:p>'


def _heading(style: str, text: str) -> str:
    return _paragraph(style, f"<w:r><w:t>{text}</w:t></w:r>")


def _sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _open(code: str) -> str:
    return f"{_sign('begin')}<w:r><w:instrText> TOC {code} </w:instrText></w:r>{_sign('separate')}"


def _short(code: str = '\\o "1-2" \\h') -> str:
    """A table in one paragraph, as a person makes who has not updated it."""
    return _paragraph("T1", f"{_open(code)}<w:r><w:t>Update me</w:t></w:r>{_sign('end')}")


OLD = _sign("begin") + "<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>" + _sign("end")
LONG = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent>"
    + _paragraph("Body", "<w:r><w:t>Contents</w:t></w:r>")
    + _paragraph("T1", _open('\\o "1-2" \\h') + OLD, '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>')
    + _paragraph("T2", OLD + '<w:bookmarkStart w:id="9" w:name="kept"/>')
    + f'<w:p>{_sign("end")}<w:bookmarkEnd w:id="9"/></w:p></w:sdtContent></w:sdt>'
)
HEADINGS = (
    _heading("H1", "One") + _heading("Body", "words") + _heading("Own", "One &amp; a") + _heading("H2", "b")
)


def _filled(*body: str) -> Package:
    package = open_package(files.template(*body, parts={"styles": STYLES}))
    assert fill_contents(package.tree(MAIN), Outline.of(package))
    return package


def _entries(package: Package) -> list[tuple[str, str]]:
    """The style and the words of each entry."""
    found = []
    for paragraph in package.tree(MAIN).iter(markup.name("w:p")):
        style = markup.value(next(paragraph.iter(markup.name("w:pStyle")), None))
        if style in {"T1", "T2"}:
            found.append((style, "".join(text.text or "" for text in paragraph.iter(markup.name("w:t")))))
    return found


TABLES = {
    "one paragraph": _short(),
    "content control": LONG,
    "short field": '<w:p><w:fldSimple w:instr="TOC \\o &quot;1-2&quot; \\h"/></w:p>',
    "field over paragraphs": _paragraph("T1", _open('\\o "1-2" \\h')) + _paragraph("T2", OLD + _sign("end")),
}


@pytest.mark.parametrize("case", TABLES)
def test_each_kind_of_table_gets_its_entries(case: str) -> None:
    package = _filled(TABLES[case], HEADINGS)
    assert _entries(package) == [("T1", "One"), ("T2", "b")]
    assert faults(package.write()) == ()
    signs = package.tree(MAIN).iter(markup.name("w:fldChar"))
    assert [markup.value(sign, "w:dirty") for sign in signs if markup.value(sign, "w:dirty")] == ["true"]


def test_entries_look_like_those_of_the_template_and_ranges_stay_paired() -> None:
    package = _filled(LONG, HEADINGS)
    first = next(p for p in package.tree(MAIN).iter(markup.name("w:p")) if _style(p) == "T1")
    assert len(list(first.iter(markup.name("w:tabs")))) == 1
    assert files.texts(package.write())[0] == "Contents"
    assert "kept" in {
        markup.value(m, "w:name") for m in package.tree(MAIN).iter(markup.name("w:bookmarkStart"))
    }


def _style(paragraph: etree._Element) -> str:
    return markup.value(next(paragraph.iter(markup.name("w:pStyle")), None))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('\\o "1-1"', ["One"]),
        ("\\u", ["One", "One & a", "b"]),
        ('\\o "1-1" \\u', ["One"]),
        ('\\t "Clause Heading,1"', ["One & a"]),
        ('\\o "2-2" \\t "Clause Heading;1;Body;2"', ["words", "One & a", "b"]),
        ("", ["One", "b"]),
    ],
)
def test_the_code_says_what_is_listed(code: str, words: list[str]) -> None:
    assert [text for _, text in _entries(_filled(_short(code), HEADINGS))] == words


def test_an_outline_level_of_a_paragraph_counts() -> None:
    own = _paragraph("Body", "<w:r><w:t>Own</w:t></w:r>", '<w:outlineLvl w:val="1"/>')
    assert _entries(_filled(_short('\\o "1-3" \\u'), own)) == [("T2", "Own")]


def test_entries_lead_to_their_headings() -> None:
    root = _filled(_short(), HEADINGS).tree(MAIN)
    marks = [markup.value(mark, "w:name") for mark in root.iter(markup.name("w:bookmarkStart"))]
    assert [markup.value(link, "w:anchor") for link in root.iter(markup.name("w:hyperlink"))] == marks
    assert [text.text for text in root.iter(markup.name("w:instrText"))][1:] == [
        f" PAGEREF {m} \\h " for m in marks
    ]


def test_entries_need_no_links_and_no_pages() -> None:
    root = _filled(_short('\\o "1-2" \\n'), HEADINGS).tree(MAIN)
    assert not list(root.iter(markup.name("w:hyperlink"), markup.name("w:tab")))


def test_a_text_without_headings_keeps_an_empty_table() -> None:
    for table in TABLES.values():
        package = _filled(table, _heading("Body", "words"))
        assert faults(package.write()) == ()
        assert {text for _, text in _entries(package)} <= {""}


def test_filling_again_gives_the_same_entries() -> None:
    package = _filled(LONG, HEADINGS)
    once = package.content(MAIN)
    assert fill_contents(package.tree(MAIN), Outline.of(package))
    assert package.content(MAIN) == once


@pytest.mark.parametrize("code", ['TOC \\c "Figure"', "TOC \\f x", "INDEX", "PAGE"])
def test_other_fields_are_left_alone(code: str) -> None:
    package = open_package(
        files.template(f"<w:p>{_sign('begin')}<w:r><w:instrText>{code}</w:instrText></w:r></w:p>")
    )
    before = etree.tostring(package.tree(MAIN))
    assert not fill_contents(package.tree(MAIN), Outline.of(package))
    assert etree.tostring(package.tree(MAIN)) == before


def test_a_table_that_cannot_be_filled_is_marked_all_the_same() -> None:
    cell = f"<w:tbl><w:tr><w:tc><w:p>{_sign('end')}</w:p></w:tc></w:tr></w:tbl>"
    package = _filled(_paragraph("T1", _open('\\o "1-2"')), cell, HEADINGS)
    assert [markup.value(s, "w:dirty") for s in package.tree(MAIN).iter(markup.name("w:fldChar"))] == [
        "true",
        "",
        "",
    ]


def test_libreoffice_shows_the_entries(
    tmp_path: Path, libreoffice: Callable[[Path], Path], pdftotext: Callable[[Path], str]
) -> None:
    document = docx.Document()
    document.add_paragraph()._p.extend(
        parse_xml(f'<w:p xmlns:w="{markup.NAMESPACES["w"]}">{_open(chr(92) + "o")}{_sign("end")}</w:p>')
    )
    for text in ("Purpose", "Scope"):
        document.add_heading(text, 1)
    buffer = io.BytesIO()
    document.save(buffer)
    package = open_package(buffer.getvalue())
    assert fill_contents(package.tree(MAIN), Outline.of(package))
    source = tmp_path / "contents.docx"
    source.write_bytes(package.write())
    assert pdftotext(libreoffice(source)).split() == ["Purpose", "Scope", "Purpose", "Scope"]
