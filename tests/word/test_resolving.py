"""Accepting and rejecting tracked changes: small bodies, and what is left of each both ways."""

import re

import pytest
from lxml import etree
from tests.readers.body import p, r, table

from treatydraft.word import markup
from treatydraft.word.resolving import resolve

INS = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DEL = '<w:del w:id="1" w:author="A">{}</w:del>'


def ins(*inside: str) -> str:
    return INS.format("".join(inside))


def gone(text: str) -> str:
    return DEL.format(f"<w:r><w:delText>{text}</w:delText></w:r>")


def moved(kind: str, *inside: str) -> str:
    return f'<w:{kind} w:id="1" w:author="A">{"".join(inside)}</w:{kind}>'


def mark(kind: str) -> str:
    """The properties of a paragraph whose mark is a change."""
    return f'<w:rPr><w:{kind} w:id="2" w:author="A"/></w:rPr>'


def row(kind: str, text: str) -> str:
    return f'<w:tr><w:trPr><w:{kind} w:id="3" w:author="A"/></w:trPr><w:tc>{p(text)}</w:tc></w:tr>'


def control(*inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


CASES = {
    "nothing": ([p("a")], [p("a")], [p("a")]),
    "words": ([p(r("a "), gone("b"), ins(r("c")))], [p(r("a "), r("c"))], [p(r("a "), r("b"))]),
    "all words of a paragraph": ([p(gone("b"))], ["<w:p/>"], [p(r("b"))]),
    "a paragraph deleted": (
        [p("a"), p(gone("b"), look=mark("del")), p("c")], [p("a"), p("c")], [p("a"), p("b"), p("c")],
    ),
    "a paragraph inserted": (
        [p("a"), p(ins(r("b")), look=mark("ins")), p("c")], [p("a"), p("b"), p("c")], [p("a"), p("c")],
    ),
    # the paragraph after the mark keeps its properties
    "joined": (
        [p("a", look=mark("del")), p("b", look='<w:jc w:val="center"/>')],
        [p(r("a"), r("b"), look='<w:jc w:val="center"/>')],
        [p("a"), p("b", look='<w:jc w:val="center"/>')],
    ),
    "three joined": (
        [p("a", look=mark("del")), p("b", look=mark("del")), p("c")],
        [p(r("a"), r("b"), r("c"))],
        [p("a"), p("b"), p("c")],
    ),
    "split": ([p("a", look=mark("ins")), p("b")], [p("a"), p("b")], [p(r("a"), r("b"))]),
    # no paragraph is joined with a table
    "before a table": (
        [p("a", look=mark("del")), table((p("t"),)), p("z")],
        [p("a"), table((p("t"),)), p("z")],
        [p("a"), table((p("t"),)), p("z")],
    ),
    "emptied before a table": (
        [p("a"), p(gone("b"), look=mark("del")), table((p("t"),)), p("z")],
        [p("a"), table((p("t"),)), p("z")],
        [p("a"), p("b"), table((p("t"),)), p("z")],
    ),
    "the last of a cell": (
        [table((p(gone("a"), look=mark("del")),)), p("z")],
        [table(("<w:p/>",)), p("z")],
        [table((p("a"),)), p("z")],
    ),
    "a move": (
        [
            p(moved("moveFrom", r("a")), look=mark("moveFrom")),
            p("b"),
            p(moved("moveTo", r("a")), look=mark("moveTo")),
            p("c"),
        ],
        [p("b"), p("a"), p("c")],
        [p("a"), p("b"), p("c")],
    ),
    "a row": (
        [f"<w:tbl>{row('del', 'a')}{row('ins', 'b')}<w:tr><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"],
        [table((p("b"),), (p("c"),))],
        [table((p("a"),), (p("c"),))],
    ),
    "all rows": (
        [p("a"), f"<w:tbl>{row('del', 'b')}</w:tbl>", p("c")],
        [p("a"), p("c")],
        [p("a"), table((p("b"),)), p("c")],
    ),
    "how words are set": (
        [p(r("a", look='<w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange>'))],
        [p(r("a", look="<w:b/>"))],
        [p(r("a", look="<w:i/>"))],
    ),
    "how a paragraph is set": (
        [p("a", look='<w:jc w:val="center"/><w:pPrChange w:id="1" w:author="A"><w:pPr/></w:pPrChange>')],
        [p("a", look='<w:jc w:val="center"/>')],
        ['<w:p><w:pPr/><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>'],
    ),
    "a link whose words went": (
        [p(r("a"), f'<w:hyperlink w:anchor="x">{gone("b")}</w:hyperlink>')],
        [p("a")],
        [p(r("a"), f'<w:hyperlink w:anchor="x">{r("b")}</w:hyperlink>')],
    ),
    "a control whose words went": ([p(r("a"), control(gone("b")))], [p("a")], [p(r("a"), control(r("b")))]),
    "a control whose blocks went": (
        [p("a"), control(p(gone("b"), look=mark("del"))), p("c")],
        [p("a"), p("c")],
        [p("a"), control(p("b")), p("c")],
    ),
    "an empty control stays": ([control(p()), p("a")], [control(p()), p("a")], [control(p()), p("a")]),
    "a deleted field": (
        [p(DEL.format("<w:r><w:delInstrText>REF a</w:delInstrText></w:r>"), r("b"))],
        [p("b")],
        [p("<w:r><w:instrText>REF a</w:instrText></w:r>", r("b"))],
    ),
    "marks of ranges": (
        [p('<w:moveFromRangeStart w:id="1" w:name="m"/>', r("a")), '<w:moveFromRangeEnd w:id="1"/>'],
        [p("a")],
        [p("a")],
    ),
}  # fmt: skip


def body(*blocks: str) -> etree._Element:
    return markup.parse(f'<w:body xmlns:w="{markup.NAMESPACES["w"]}">{"".join(blocks)}</w:body>'.encode())


def plain(element: etree._Element) -> str:
    """The XML without what blanks a text keeps, which does not matter here."""
    return re.sub(r' xml:space="preserve"', "", etree.tostring(element).decode())


@pytest.mark.parametrize("name", CASES)
def test_accepted(name: str) -> None:
    given, accepted, _ = CASES[name]
    root = body(*given)
    resolve(root, "accept")
    assert plain(root) == plain(body(*accepted))


@pytest.mark.parametrize("name", CASES)
def test_rejected(name: str) -> None:
    given, _, rejected = CASES[name]
    root = body(*given)
    resolve(root, "reject")
    assert plain(root) == plain(body(*rejected))


@pytest.mark.parametrize("name", CASES)
def test_what_is_resolved_has_no_changes_left(name: str) -> None:
    root = body(*CASES[name][0])
    resolve(root, "accept")
    before = plain(root)
    resolve(root, "reject")
    assert plain(root) == before
