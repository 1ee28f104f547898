"""What the structural pass finds in a file that every XML parser takes, and what it rightly lets pass."""

import pytest
from tests.word import files

from treatydraft.word import markup
from treatydraft.word.check import Known, faults, faults_in
from treatydraft.word.package import open_package

MAIN = "word/document.xml"
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WP = f'xmlns:wp="{markup.NAMESPACES["wp"]}"'


def _bookmark(number: int, name: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/></w:p>'


def _signs(*kinds: str) -> str:
    runs = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return f"<w:p>{''.join(runs)}</w:p>"


def _field(code: str) -> str:
    """A field whose code is cut over two runs."""
    half = len(code) // 2
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:half]}</w:instrText></w:r><w:r><w:instrText>{code[half:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _cell(inside: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


def _drawing(number: int) -> str:
    return f'<w:p><w:r><w:drawing><wp:docPr {_WP} id="{number}" name=""/></w:drawing></w:r></w:p>'


def _control(number: int) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'


def _numbered(number: str) -> str:
    return f'<w:p {_W14} w14:paraId="{number}"/>'


def _fallback(choice: str, fallback: str) -> str:
    inside = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    return f"<w:p><w:r><mc:AlternateContent {_MC}>{inside}</mc:AlternateContent></w:r></w:p>"


def _mark(kind: str, number: int) -> str:
    return f'<w:p><w:r><w:{kind}Reference w:id="{number}"/></w:r></w:p>'


NOTES = '<w:footnote w:id="1"><w:p/></w:footnote>'
FAULTS = {
    "missing target": (_field(" REF _Ref1 \\n \\h "), "field REF _Ref1 \\n \\h points to a bookmark"),
    "missing target, simple": ('<w:p><w:fldSimple w:instr="REF _Ref1"/></w:p>', "points to a bookmark"),
    "missing page": (_field(' PAGEREF "_Toc1" \\h '), "points to a bookmark"),
    "name twice": (_bookmark(1, "a") + _bookmark(2, "A"), "bookmark a stands 2 times"),
    "id twice": (_bookmark(1, "a") + _bookmark(1, "b"), "bookmark id 1 stands 2 times"),
    "no end": ('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>', "bookmark a does not end exactly once"),
    "no start": ('<w:p><w:bookmarkEnd w:id="1"/></w:p>', "bookmark 1 ends where none is open"),
    "two ends": (_bookmark(1, "a") + '<w:p><w:bookmarkEnd w:id="1"/></w:p>', "ends where none is open"),
    "end before start": (
        '<w:p><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="1" w:name="a"/></w:p>',
        "bookmark a does not end",
    ),
    "long name": (_bookmark(1, "a" * 41), "more than 40 characters"),
    "comment without end": ('<w:p><w:commentRangeStart w:id="3"/></w:p>', "comment range 3 does not end"),
    "comment missing": (_mark("comment", 3), "comment 3 is not there"),
    "permission without end": ('<w:p><w:permStart w:id="3"/></w:p>', "permission 3 does not end"),
    "footnote missing": (_mark("footnote", 7), "footnote 7 is not there"),
    "endnote missing": (_mark("endnote", 7), "endnote 7 is not there"),
    "footnote twice": (_mark("footnote", 1) * 2, "the mark of footnote 1 stands 2 times"),
    "no rows": ("<w:tbl/>", "a table has no rows"),
    "no cells": ("<w:tbl><w:tr/></w:tbl>", "a row of a table has no cells"),
    "empty cell": (_cell(""), "does not end with a paragraph"),
    "cell ends with a table": (_cell("<w:p/>" + _cell("<w:p/>")), "does not end with a paragraph"),
    "cell ends with an empty control": (
        _cell("<w:sdt><w:sdtContent/></w:sdt>"),
        "does not end with a paragr",
    ),
    "style missing": ('<w:p><w:pPr><w:pStyle w:val="Nope"/></w:pPr></w:p>', "style Nope is not there"),
    "list missing": (
        '<w:p><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:p>',
        "list 9 is not there",
    ),
    "element in a text": ("<w:p><w:r><w:t>a<w:br/>b</w:t></w:r></w:p>", "<w:br> stands inside a text"),
    "text in a paragraph": ("<w:p>stray<w:r/></w:p>", "the text 'stray' stands outside any run, in <w:p>"),
    "text after a run": ("<w:p><w:r/>stray</w:p>", "'stray' stands outside any run, in <w:p>"),
    "text in a run": ("<w:p><w:r>stray</w:r></w:p>", "in <w:r>"),
    "text in the body": ("stray<w:p/>", "in <w:body>"),
    "text in a table": ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>stray</w:tbl>", "in <w:tbl>"),
    "text in a row": ("<w:tbl><w:tr>stray<w:tc><w:p/></w:tc></w:tr></w:tbl>", "in <w:tr>"),
    "paragraph in a run": ("<w:p><w:r><w:p/></w:r></w:p>", "<w:p> stands inside <w:r>"),
    "table in a paragraph": (f"<w:p>{_cell('<w:p/>')}</w:p>", "<w:tbl> stands inside <w:p>"),
    "run in a run": ("<w:p><w:r><w:r/></w:r></w:p>", "<w:r> stands inside <w:r>"),
    "drawing id twice": (_drawing(1) * 2, "drawing id 1 stands 2 times"),
    "control id twice": (_control(5) * 2, "content control id 5 stands 2 times"),
    "paragraph id twice": (_numbered("0000000A") * 2, "paragraph id 0000000A stands 2 times"),
    "paragraph id too large": (_numbered("80000000"), "paragraph id 80000000 is too large"),
    "field without end": (_signs("begin", "separate"), "a field begins and does not end"),
    "field without begin": (_signs("separate", "end"), "a field has no begin"),
    "field with two results": (_signs("begin", "separate", "separate", "end"), "a field has two results"),
    "relationship missing": ('<w:p><w:hyperlink r:id="rId9"/></w:p>', "relationship rId9 is not there"),
    "section amid text": ("<w:p/><w:sectPr/><w:p/>", "page layout of the text stands before its end"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_found(case: str) -> None:
    body, message = FAULTS[case]
    assert any(message in fault for fault in faults(files.template(body, parts={"footnotes": NOTES})))


SOUND = {
    "reference": _bookmark(1, "_Ref1") + _field(" REF _Ref1 \\n \\h "),
    "reference in other letters": _bookmark(1, "_Ref1") + _field(" REF _REF1 \\h "),
    "reference to a variable": _field(" SET price 3 ") + _field(" REF price "),
    "bookmark over paragraphs": (
        '<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p><w:p/><w:bookmarkEnd w:id="1"/>'
    ),
    "bookmark ends last in a cell": _cell(
        '<w:bookmarkStart w:id="1" w:name="a"/><w:p/><w:bookmarkEnd w:id="1"/>'
    ),
    "control ends a cell": _cell("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
    "rows in a control": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p/></w:tc>"
        "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    ),
    "blanks between elements": "<w:p>\n  <w:r>\n  <w:t> </w:t></w:r>\n</w:p>\n",
    "field in a field": _signs("begin", "begin", "separate", "end", "separate", "end"),
    "field over paragraphs": _signs("begin", "separate") + "<w:p/>" + _signs("end"),
    "fallback": _fallback(_numbered("0000000A") + _drawing(1), _numbered("0000000A") + _drawing(1)),
    "no number": '<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>',
    "empty relationship": '<w:p><w:hyperlink r:id=""/></w:p>',
    "one footnote": _mark("footnote", 1),
}


@pytest.mark.parametrize("case", SOUND)
def test_a_sound_file_has_none(case: str) -> None:
    assert faults(files.template(SOUND[case], parts={"footnotes": NOTES})) == ()


def test_the_template_of_the_pack_has_none() -> None:
    assert faults(files.AGREEMENT.read_bytes()) == ()


def test_a_fault_has_a_place() -> None:
    found = faults(files.template("<w:tbl/>", files.paragraph("Article 7", " on transit")))
    assert found == ("a table has no rows, in word/document.xml near “Article 7”",)


def _fresh(*body: str) -> str:
    return f'<w:document xmlns:w="{markup.NAMESPACES["w"]}"><w:body>{"".join(body)}</w:body></w:document>'


def test_only_new_parts_are_read_again() -> None:
    known = Known.of(open_package(files.template("<w:tbl/>", parts={"header": _bookmark(1, "a")})))
    sound = markup.parse(_fresh(_bookmark(2, "b"), _field(" REF a "), "<w:sectPr/>").encode())
    assert faults_in({MAIN: sound}, known) == ()
    double = markup.parse(_fresh(_bookmark(2, "a"), "<w:sectPr/>").encode())
    assert faults_in({MAIN: double}, known) == ("bookmark a stands 2 times",)


def test_the_last_section_may_not_be_lost() -> None:
    known = Known.of(open_package(files.template()))
    found = faults_in({MAIN: markup.parse(_fresh("<w:p/>").encode())}, known)
    assert found == ("the text no longer ends with its page layout, in word/document.xml",)


def test_new_relationships_count() -> None:
    known = Known.of(open_package(files.template()))
    linked = f'<w:p><w:hyperlink xmlns:r="{markup.NAMESPACES["r"]}" r:id="rId7"/></w:p><w:sectPr/>'
    roots = {MAIN: markup.parse(_fresh(linked).encode())}
    assert faults_in(roots, known) == ("relationship rId7 is not there, in word/document.xml",)
    rels = f'<Relationships xmlns="{markup.NAMESPACES["pr"]}"><Relationship Id="rId7"/></Relationships>'
    roots["word/_rels/document.xml.rels"] = markup.parse(rels.encode())
    assert faults_in(roots, known) == ()


def test_a_field_ends_in_its_own_note() -> None:
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    notes = note.format(1, _signs("begin")) + note.format(2, _signs("end"))
    found = faults(files.template(parts={"footnotes": notes}))
    assert [fault.partition(",")[0] for fault in found] == [
        "a field begins and does not end",
        "a field has no begin",
    ]
