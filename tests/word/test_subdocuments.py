"""A Word file inside another: its words, looks, lists, pictures and links arrive, and nothing collides."""

import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.shared import Mm, RGBColor
from docx.styles.style import ParagraphStyle
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.word import files
from tests.word.test_images import png

from treatydraft.word import markup
from treatydraft.word.check import faults
from treatydraft.word.package import RELATIONS, Package, PackageError, open_package
from treatydraft.word.subdocuments import SubDocument, merge

MAIN = "word/document.xml"
W = f'xmlns:w="{markup.NAMESPACES["w"]}"'


@dataclass
class InPackage:
    """A target that is a whole file: what a merge asks for is written into its parts at once."""

    package: Package
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(500))

    def fresh(self) -> str:
        return str(next(self.ids))

    def style_id(self, name: str) -> str:
        styles = self.package.tree("word/styles.xml").iterfind(markup.name("w:style"))
        named = (style for style in styles if markup.value(style.find(markup.name("w:name"))).lower() == name)
        return next((markup.value(style, "w:styleId") for style in named), "")

    def add_style(self, name: str, style_id: str, xml: str) -> None:
        assert name
        assert style_id in xml
        self.package.tree("word/styles.xml").append(etree.fromstring(xml))

    def add_list(self, definition: str, numbering: str) -> None:
        root = self.package.tree("word/numbering.xml")
        root.insert(0, etree.fromstring(definition))
        root.append(etree.fromstring(numbering))

    def add_media(self, part: str, data: bytes, content_type: str) -> None:
        self.package.replace(part, data)
        self.package.set_content_type(part, content_type)

    def add_note(self, content: str) -> str:
        number = self.fresh()
        note = f'<w:footnote {W} w:id="{number}">{content}</w:footnote>'
        self.package.tree("word/footnotes.xml").append(etree.fromstring(note))
        return number

    def relate(self, kind: str, target: str, *, external: bool) -> str:
        rels = self.package.tree("word/_rels/document.xml.rels")
        link = etree.SubElement(rels, markup.name("pr:Relationship"), Id=f"rIdNew{self.fresh()}")
        link.set("Type", f"{RELATIONS}{kind}")
        link.set("Target", target if external else f"/{target}")
        if external:
            link.set("TargetMode", "External")
        return link.get("Id", "")


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def merged(source: bytes, *, times: int = 1) -> bytes:
    """A file of python-docx's own template with another one in it."""
    package = open_package(saved(docx.Document()))
    target = InPackage(package)
    if open_package(source).related("footnotes"):
        notes = f"<w:footnotes {W}/>".encode()
        package.add("word/footnotes.xml", notes, "application/x", f"{RELATIONS}footnotes", MAIN)
    blocks = "".join(merge(SubDocument(source), target) for _ in range(times))
    body = package.tree(MAIN)[0]
    for position, block in enumerate(etree.fromstring(f"<x>{blocks}</x>")):
        body.insert(position, block)
    return package.write()


def rich() -> Document:
    """A file with a style, a list, a picture, a link, a table, and a field that points to a bookmark."""
    document = docx.Document()
    base = document.styles.add_style("House Base", WD_STYLE_TYPE.PARAGRAPH)
    base.font.color.rgb = RGBColor(1, 2, 3)
    document.styles.add_style("House", WD_STYLE_TYPE.PARAGRAPH).base_style = base
    document.add_paragraph("In house style", style="House")
    document.add_paragraph("First", style="List Number")
    numbered = document.add_paragraph("Numbered by hand")
    numbered._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    )
    document.add_picture(io.BytesIO(png(2, 1)), width=Mm(10))
    link = OxmlElement("w:hyperlink")
    relation = document.part.relate_to("https://x.test/a", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(markup.name("r:id"), relation)
    link.append(parse_xml(f"<w:r {W}><w:t>the page</w:t></w:r>"))
    document.add_paragraph()._p.append(link)
    for xml in (
        '<w:bookmarkStart w:id="0" w:name="here"/>',
        "<w:r><w:t>marked</w:t></w:r>",
        '<w:bookmarkEnd w:id="0"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText> RE</w:instrText></w:r>",
        "<w:r><w:instrText>F here \\h </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        document.paragraphs[-1]._p.append(markup.fragment(xml))
    document.add_table(1, 2).cell(0, 0).text = "In a cell"
    return document


def _style(document: Document, position: int) -> ParagraphStyle:
    style = document.paragraphs[position].style
    assert style is not None
    return style


def test_a_rich_file_arrives_whole() -> None:
    data = merged(saved(rich()))
    assert faults(data) == ()
    document = docx.Document(io.BytesIO(data))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[:3] == ["In house style", "First", "Numbered by hand"]
    assert "the page" in words[4]
    assert document.tables[0].cell(0, 0).text == "In a cell"
    assert _style(document, 0).name == "House"
    assert document.styles["House"].base_style.font.color.rgb == RGBColor(1, 2, 3)
    assert document.inline_shapes[0].width == Mm(10)
    assert "https://x.test/a" in {rel.target_ref for rel in document.part.rels.values() if rel.is_external}


def test_a_style_of_the_same_name_is_that_of_the_target() -> None:
    source = rich()
    source.styles["List Number"].font.color.rgb = RGBColor(9, 9, 9)
    document = docx.Document(io.BytesIO(merged(saved(source))))
    assert _style(document, 1).font.color.rgb is None


def test_the_same_file_may_stand_in_a_loop() -> None:
    data = merged(saved(rich()), times=3)
    assert faults(data) == ()
    root = open_package(data).tree(MAIN)
    lists = {markup.value(number) for number in root.iter(markup.name("w:numId"))}
    marks = [markup.value(mark, "w:name") for mark in root.iter(markup.name("w:bookmarkStart"))]
    codes = [text.text for text in root.iter(markup.name("w:instrText")) if text.text]
    assert len(lists) == len(marks) == 3
    assert codes == [f" REF {mark} \\h " for mark in marks]
    assert len([part for part in open_package(data).names() if part.startswith("word/media/")]) == 1


def test_a_list_starts_anew_and_keeps_its_look() -> None:
    package = open_package(merged(saved(rich())))
    used = markup.value(next(package.tree(MAIN).iter(markup.name("w:numId"))))
    root = package.tree("word/numbering.xml")
    number = next(n for n in root.iter(markup.name("w:num")) if markup.value(n, "w:numId") == used)
    definition = markup.value(number[0])
    own = [
        d for d in root.iter(markup.name("w:abstractNum")) if markup.value(d, "w:abstractNumId") == definition
    ]
    assert len(own) == 1
    codes = [markup.value(code) for code in root.iter(markup.name("w:nsid"))]
    assert len(codes) == len(set(codes))


def test_a_footnote_comes_along() -> None:
    note = '<w:p><w:r><w:footnoteReference w:id="4"/></w:r></w:p>'
    text = f'<w:footnote w:id="4">{files.paragraph("See below")}</w:footnote>'
    data = merged(files.template(note, parts={"footnotes": text}))
    assert faults(data) == ()
    assert files.texts(data, "word/footnotes.xml") == ["See below"]


def test_page_layout_comments_and_bindings_stay_behind() -> None:
    body = (
        '<w:p><w:pPr><w:sectPr/></w:pPr><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p><w:sdt><w:sdtPr><w:id w:val="3"/><w:dataBinding/>'
        "</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )
    root = open_package(merged(files.template(body))).tree(MAIN)
    gone = ("w:commentRangeStart", "w:commentReference", "w:dataBinding", "w:id")
    assert not list(root.iter(*map(markup.name, gone)))
    assert len(list(root.iter(markup.name("w:sectPr")))) == 1


def test_what_word_marks_as_ignorable_stays_behind() -> None:
    parts = open_package(files.template())
    xml = (
        f'<w:document {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:n="urn:n" mc:Ignorable="n"><w:body><w:p n:a="1"><n:b/><w:r><w:t>x</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    parts.replace(MAIN, xml.encode())
    blocks = merge(SubDocument(parts.write()), InPackage(open_package(saved(docx.Document()))))
    assert "n:a" not in blocks
    assert "n:b" not in blocks


def test_a_table_at_the_end_is_followed_by_a_paragraph() -> None:
    blocks = merge(
        SubDocument(files.template("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")),
        InPackage(open_package(saved(docx.Document()))),
    )
    assert [etree.QName(block).localname for block in etree.fromstring(f"<x>{blocks}</x>")] == ["tbl", "p"]


REFUSED = {
    "no Word file": (b"Dear Sir", "no Word document"),
    "endnotes": (files.template('<w:p><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'), "endnotes"),
    "a chart": (
        files.template(
            '<w:p><w:r><w:drawing r:id="c1"/></w:r></w:p>',
            links=f'<Relationship Id="c1" Type="{RELATIONS}chart" Target="chart.xml"/>',
        ),
        "holds a chart",
    ),
    "a broken link": (files.template('<w:p><w:hyperlink r:id="c1"/></w:p>'), "holds a broken link"),
    "a field that reads files": (files.template('<w:p><w:fldSimple w:instr="DDE x"/></w:p>'), "DDE"),
    "a remote picture": (files.template(links=files.external("image", "http://x.test/a.png")), "outside"),
    "a footnote that is not there": (
        files.template('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'),
        "not there",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_taken_over_is_refused(case: str) -> None:
    source, message = REFUSED[case]
    with pytest.raises(PackageError, match=message):
        merge(SubDocument(source), InPackage(open_package(saved(docx.Document()))))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)))
def test_every_word_arrives(words: list[str]) -> None:
    data = merged(files.template(*(files.paragraph(word) for word in words)))
    assert files.texts(data)[: len(words)] == words
