"""What is left of a part in which much repeats says all that the part says."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.word import files, printed
from tests.word.test_check import FAULTS, NOTES

from treatydraft.word import markup
from treatydraft.word.check import Known, faults_among
from treatydraft.word.condensing import condensed, survey_of
from treatydraft.word.package import open_package
from treatydraft.word.survey import survey
from treatydraft.word.template import WordTemplate

MAIN = "word/document.xml"
_W = f'xmlns:w="{markup.NAMESPACES["w"]}"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _part(body: str) -> bytes:
    return f"<w:document {_W} {_MC}><w:body>{body}<w:sectPr/></w:body></w:document>".encode()


def _said(content: bytes, *, short: bool) -> tuple[object, ...]:
    """What a part says, without the places of faults and how often a style or list is used."""
    found = survey(MAIN, markup.parse(condensed(content) if short else content))
    used = {kind: set(names) for kind, names in found.used.items() if names}
    defined = {kind: names for kind, names in found.defined.items() if names}
    return used, defined, found.targets, found.ends_in_section, bool(found.faults)


def _same(content: bytes) -> bool:
    return _said(content, short=True) == _said(content, short=False)


P = files.paragraph
PARAGRAPHS = "".join(P(f"Paragraph {number}") for number in range(50))
ROW = f"<w:tr><w:trPr/><w:tc><w:tcPr><w:tcW w:w='1'/></w:tcPr>{P('a')}</w:tc><w:tc>{P('b')}</w:tc></w:tr>"


def test_what_repeats_is_left_out() -> None:
    assert condensed(_part(PARAGRAPHS)).count(b"<w:p>") == 2  # before the first there is no other
    assert b"Paragraph" not in condensed(_part(PARAGRAPHS))


@pytest.mark.parametrize("words", ["<w:br/>", "<!-- a -->", "<![CDATA[a]]>", "<?a b?>"])
def test_what_is_unusual_stays(words: str) -> None:
    part = _part(PARAGRAPHS + f"<w:p><w:r><w:t>a{words}b</w:t></w:r></w:p>" + PARAGRAPHS)
    assert words.encode() in condensed(part)
    assert _same(part)


@pytest.mark.parametrize("case", FAULTS)
@pytest.mark.parametrize(
    "before", [P("a"), PARAGRAPHS, f"<w:tbl>{ROW * 9}</w:tbl>"], ids=["one", "many", "rows"]
)
def test_a_fault_amid_repeats_is_found(case: str, before: str) -> None:
    body, message = FAULTS[case]
    package = open_package(files.template(before, body, PARAGRAPHS, parts={"footnotes": NOTES}))
    known = Known.of(package)
    short = faults_among({MAIN: survey_of(MAIN, package.content(MAIN))}, known)
    whole = faults_among({MAIN: survey(MAIN, package.tree(MAIN))}, known)
    assert any(message in fault for fault in whole)
    assert short


RUN = "<w:r><w:t>a</w:t></w:r>"
MISSING = f'<w:p><w:pPr><w:pStyle w:val="Nope"/></w:pPr>{RUN}</w:p>'
HIDING = {
    "an end without a start": f"<w:p>{RUN}<w:bookmarkEnd w:id='1'/></w:p>",
    "properties in properties": f"<w:p><w:pPr><w:pPr></w:pPr>{RUN}</w:pPr></w:p>",
    "a range in properties": f'<w:p><w:pPr><w:bookmarkStart w:id="1" w:name="a"/></w:pPr>{RUN}</w:p>',
    "a cell in properties": f"<w:p><w:pPr><w:tc></w:tc></w:pPr>{RUN}</w:p>",
    "a run in a run": "<w:p><w:r><w:rPr/><w:r><w:t>a</w:t></w:r></w:r></w:p>",
    "a table in a paragraph": f"<w:p>{RUN}<w:tbl><w:tr><w:tc>{P('a')}</w:tc></w:tr></w:tbl>{RUN}</w:p>",
    "cells that end with a run": f"<w:tbl><w:tr><w:tc>{RUN}</w:tc><w:tc>{RUN}</w:tc></w:tr></w:tbl>",
    "words after a text": "<w:p><w:r><w:t>a</w:t>b<w:t>c</w:t></w:r></w:p>",
    "a style that is missing": MISSING,
    "a greater-than sign": "<w:p><w:r><w:t>a > b</w:t></w:r></w:p>",
}


@pytest.mark.parametrize("case", HIDING)
@pytest.mark.parametrize("times", [1, 2, 5])
def test_nothing_hides_behind_its_like(case: str, times: int) -> None:
    hidden = HIDING[case] * times
    fallback = f"<mc:AlternateContent><mc:Fallback>{hidden}</mc:Fallback></mc:AlternateContent>"
    for body in (hidden, PARAGRAPHS + hidden, fallback + PARAGRAPHS + hidden, hidden + PARAGRAPHS + hidden):
        assert _same(_part(body))


def test_nothing_hides_behind_a_comment() -> None:
    like = f"</w:t></w:r></w:p>{MISSING * 3}<w:p><w:r><w:t>"
    assert _same(_part(f"<w:p><w:r><w:t><!-- > {like} --></w:t></w:r></w:p>" + PARAGRAPHS))
    assert _same(_part(f"<w:p><w:r><w:t>a<!-- {like} --></w:t></w:r></w:p>{MISSING * 3}"))


def test_nothing_hides_behind_other_names() -> None:
    other = f'<w:p xmlns:w="urn:other">{MISSING * 3}</w:p>'
    assert _same(_part(other + MISSING * 3))


def test_nothing_hides_where_a_name_means_nothing() -> None:
    inner = f'<x><y xmlns:w="urn:other">{P("a") * 3}</y>{P("a") * 3}</x>'.encode()
    assert condensed(inner) == inner


@pytest.mark.parametrize(
    "torn",
    [
        *(
            "<a:b/>",
            '<a x="" x=""/>',
            '<a xmlns:b="c" xmlns:d="c" b:x="" d:x=""/>',
            "<a>&b;</a>",
            "<a>\x01</a>",
        ),
        *("<a>]]></a>", "<a/>b", "<a></b>", "", f"<a>{'b' * 10_000_001}</a>", "<a>" * 300 + "</a>" * 300),
    ],
    ids=lambda torn: torn[:20],
)
def test_the_check_is_as_strict_as_the_parse(torn: str) -> None:
    for look in (markup.parse, markup.check):
        with pytest.raises(etree.XMLSyntaxError):
            look(torn.encode())


# --- Laws ---------------------------------------------------------------------------------------------------

_LEAVES = st.sampled_from(
    [
        *("a", "<w:t>a</w:t>", "<w:t>b</w:t>", '<w:t xml:space="preserve">a</w:t>', "<w:t/>"),
        *("<w:p/>", "<w:pPr/>"),
        *('<w:pPr><w:pStyle w:val="A"/></w:pPr>', "<w:rPr><w:b/></w:rPr>"),
        *(f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end")),
        *('<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'),
        *(RUN, P("a"), P("b"), P("a") * 3, f"<w:tc>{P('a')}</w:tc>", f"<w:tr><w:tc>{P('a')}</w:tc></w:tr>"),
    ]
)
_HOLDERS = st.sampled_from(
    ["w:p", "w:r", "w:tc", "w:tr", "w:tbl", "w:pPr", "w:hyperlink", "w:t", "mc:Fallback"]
)


def _holding(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.lists(inner, max_size=5).map("".join)
    repeated = st.tuples(pieces, st.integers(1, 3)).map(lambda drawn: drawn[0] * drawn[1])
    return st.tuples(_HOLDERS, repeated).map(lambda drawn: f"<{drawn[0]}>{drawn[1]}</{drawn[0]}>")


@given(st.lists(st.recursive(_LEAVES, _holding, max_leaves=25), max_size=8).map("".join))
def test_any_part_says_the_same_condensed(body: str) -> None:
    assert _same(_part(body))


@pytest.mark.parametrize("name", printed.DOCUMENTS)
def test_a_rendered_document_says_the_same_condensed(name: str) -> None:
    with zipfile.ZipFile(BytesIO(printed.DOCUMENTS[name].make())) as archive:
        parts = [part for part in archive.namelist() if part.startswith("word/") and part.endswith(".xml")]
        assert all(_same(archive.read(part)) for part in parts)


# --- In a template ------------------------------------------------------------------------------------------


def test_other_words_and_more_of_them_have_the_same_survey() -> None:
    texts = ("{%p for text in texts %}", "{{ text }}", "{%p endfor %}")
    template = WordTemplate(files.template(*map(P, texts), P("end")))
    short, long = (template.render({"texts": words}) for words in (["a", "b", "c"], ["d & e"] * 99))
    assert condensed(open_package(short).content(MAIN)) == condensed(open_package(long).content(MAIN))
