"""Each case is the inside of a body, and the lines that a person reads there."""

from typing import Final

import pytest
from tests.readers.body import MATH, drawn, either, field, mark, p, r, table, vml
from tests.readers.line_words import shown
from tests.word.files import template

from treatydraft.readers.docx import read_docx

CASES: Final = {
    # Words
    "runs": (p("Have ", "agreed"), ["Have agreed"]),
    "white space around": (p("  Have agreed \u00a0"), ["Have agreed"]),
    "an empty paragraph": (p("One") + p() + p("  ") + p("Two"), ["One", "Two"]),
    "a line break": (p(r("One", "<w:br/>", "Two", "<w:cr/>", "Three")), ["One\nTwo\nThree"]),
    "tabs": (p(r("One", "<w:tab/>", "Two", '<w:ptab w:alignment="right"/>', "Three")), ["One\tTwo\tThree"]),
    "hyphens": (
        p(r("co", "<w:noBreakHyphen/>", "op", "<w:softHyphen/>", "er\u00adation")),
        ["co\u2011operation"],
    ),
    "a page break": (p(r("One", '<w:br w:type="page"/>', "Two")), ["One\nTwo"]),
    "a page break alone": (p("One") + p(r('<w:br w:type="page"/>')) + p("Two"), ["One", "Two"]),
    "a page that Word began": (p(r("One ", "<w:lastRenderedPageBreak/>", "two")), ["One two"]),
    "a symbol": (p(r('<w:sym w:font="Symbol" w:char="F061"/>', " ray")), ["α ray"]),
    "a tick": (p(r('<w:sym w:font="Wingdings" w:char="F0FC"/>')), ["✓"]),
    "a symbol of a text font": (p(r('<w:sym w:font="Arial" w:char="F041"/>')), ["A"]),
    "a symbol that no number names": (p(r("A", '<w:sym w:font="Symbol" w:char="xyz"/>')), ["A"]),
    "words in a symbol font": (p(r("\uf0b3", look='<w:rFonts w:ascii="Symbol"/>')), ["≥"]),
    "words above words": (
        p(
            r(
                "<w:ruby><w:rubyPr/><w:rt>"
                + r("kan")
                + "</w:rt><w:rubyBase>"
                + r("漢")
                + "</w:rubyBase></w:ruby>"
            )
        ),
        ["漢"],
    ),
    "a formula": (p("Let ", f"<m:oMath {MATH}><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["Let x=1"]),
    "many scripts": (p("Угода 協定 اتفاق"), ["Угода 協定 اتفاق"]),
    "marks of the spelling checker": (p("One ", '<w:proofErr w:type="spellStart"/>', "two"), ["One two"]),
    # What wraps words
    "a content control of words": (
        p("One ", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('two')}</w:sdtContent></w:sdt>"),
        ["One two"],
    ),
    "a content control of paragraphs": (
        f"<w:sdt><w:sdtContent>{p('One')}{p('Two')}</w:sdtContent></w:sdt>",
        ["One", "Two"],
    ),
    "a smart tag": (p(f"<w:smartTag>{r('Kyiv')}</w:smartTag>"), ["Kyiv"]),
    "custom XML": (f"<w:customXml>{p('One')}</w:customXml>", ["One"]),
    "a text in another direction": (p(f'<w:bdo w:val="rtl">{r("One")}</w:bdo>'), ["One"]),
    "an element that nobody knows": (p(f'<x:y xmlns:x="urn:x">{r("One")}</x:y>'), ["One"]),
    # Emphasis
    "words apart": (p(r("Recalling", look="<w:i/>"), " the Charter"), ["*Recalling* the Charter"]),
    "bold words among others": (p("The ", r("Parties", look="<w:b/>")), ["The *Parties*"]),
    "all in bold": (p(r("Article 1", look="<w:b/>")), ["Article 1"]),
    "bold with some in italics": (p(r("On ", look="<w:b/>"), r("this", look="<w:b/><w:i/>")), ["On *this*"]),
    "a look switched off": (p(r("One", look='<w:b w:val="0"/>')), ["One"]),
    "a blank between words apart": (
        p(r("Have", look="<w:i/>"), " ", r("agreed", look="<w:i/>"), " so"),
        ["*Have agreed* so"],
    ),
    # Fields and links
    "a result and no instruction": (p("Page ", field(" PAGE ", "3")), ["Page 3"]),
    "a simple field": (p(f'<w:fldSimple w:instr=" DATE ">{r("today")}</w:fldSimple>'), ["today"]),
    "a reference": (p("See ", field(" REF _Ref1 \\r \\h ", "Article 2")), ["See [Article 2>_Ref1]"]),
    "a reference to a page": (p(field("PAGEREF _Toc1 \\h", "7")), ["[7>_Toc1]"]),
    "a simple reference": (p(f'<w:fldSimple w:instr=" REF a1 ">{r("II")}</w:fldSimple>'), ["[II>a1]"]),
    "an instruction in pieces": (
        p(
            mark("begin"),
            r("<w:instrText> RE</w:instrText>"),
            r("<w:instrText>F _Ref9 </w:instrText>"),
            mark("separate"),
            "IV",
            mark("end"),
        ),
        ["[IV>_Ref9]"],
    ),
    "a field in an instruction": (
        p(
            mark("begin"),
            r("<w:instrText>IF </w:instrText>"),
            field("REF x", "hidden"),
            mark("separate"),
            "shown",
            mark("end"),
        ),
        ["shown"],
    ),
    "a field in a result": (
        p(field('HYPERLINK \\l "_Toc1"', "Scope ", field("PAGEREF _Toc1", "3"))),
        ["[Scope 3>_Toc1]"],
    ),
    "a field over paragraphs": (
        p(mark("begin"), r("<w:instrText>TOC</w:instrText>"), mark("separate"), "One")
        + p("Two", mark("end"))
        + p("Three"),
        ["One", "Two", "Three"],
    ),
    "a field that never ends": (p(mark("begin"), "One") + p("Two"), ["One", "Two"]),
    "an end without a field": (p(mark("end"), "One", mark("separate")), ["One"]),
    "a field without a result": (
        p("One", mark("begin"), r("<w:instrText>XE x</w:instrText>"), mark("end")),
        ["One"],
    ),
    "a link into the file": (
        p(f'<w:hyperlink w:anchor="annex">{r("the Annex")}</w:hyperlink>'),
        ["[the Annex>annex]"],
    ),
    "a link out of the file": (
        p(f'<w:hyperlink r:id="x1">{r("the Charter")}</w:hyperlink>'),
        ["the Charter"],
    ),
    "a ticked box": (
        p(
            r(
                '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
                "</w:fldChar>"
            ),
            mark("end"),
            " yes",
        ),
        ["☒ yes"],
    ),
    "an entry of a list": (
        p(
            r(
                '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
                '<w:listEntry w:val="shall"/><w:listEntry w:val="will"/></w:ddList></w:ffData></w:fldChar>'
            ),
            mark("end"),
        ),
        ["will"],
    ),
    # Tables and boxes
    "a table": (
        p("One") + table((p("a"), p("b")), (p("c"), p("d"))) + p("Two"),
        ["One", "a", "b", "c", "d", "Two"],
    ),
    "a table in a table": (table((p("a") + table((p("b"),)) + p("c"), p("d"))), ["a", "b", "c", "d"]),
    "a row in a content control": (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{p('a')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
        ["a"],
    ),
    "a text box": (p("One", r(drawn(p("Box"), p("Two")))) + p("Three"), ["One", "Box", "Two", "Three"]),
    "a text box in old markup": (p(r(vml(p("Box"))), "One"), ["One", "Box"]),
    "a text box said twice": (p("One", r(either(drawn(p("Box")), vml(p("Box"))))), ["One", "Box"]),
    "the alternative that holds words": (p(r(either("<x:ink xmlns:x='urn:x'/>", vml(p("Box"))))), ["Box"]),
    "two text boxes": (p(r(drawn(p("a"))), r(drawn(p("b"))), "One"), ["One", "a", "b"]),
    "a text box in a text box": (p(r(drawn(p("a", r(drawn(p("b"))))))), ["a", "b"]),
    "a text box in a cell": (table((p("a", r(drawn(p("b")))), p("c"))), ["a", "b", "c"]),
    "a drop cap": (
        p("T", look='<w:framePr w:dropCap="drop" w:lines="3"/>') + p("he Parties"),
        ["The Parties"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_words_are_those_that_a_person_reads(case: str) -> None:
    body, lines = CASES[case]
    assert shown(read_docx(template(body))) == lines
