"""How a line looks comes from the defaults, the styles, the list and the line itself, as in Word."""

from typing import Final

import pytest
from tests.readers.body import p, r
from tests.word.files import template

from treatydraft.readers.docx import read_docx
from treatydraft.readers.lines import Line, Look

_STYLES: Final = """
<w:docDefaults>
  <w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
  <w:pPr><w:spacing w:before="480"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/><w:caps/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="Heading 2"/><w:basedOn w:val="1"/>
  <w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Clause Title"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/>
  <w:pPr><w:spacing w:before="400" w:after="400"/><w:contextualSpacing/></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="circle"><w:name w:val="Circle"/><w:basedOn w:val="round"/></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:name w:val="Round"/><w:basedOn w:val="circle"/></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
_NUMBERING: Final = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
"""


def styled(style: str, *inside: str, look: str = "") -> str:
    return p(*inside, look=f'<w:pStyle w:val="{style}"/>{look}')


def lines_of(*body: str) -> tuple[Line, ...]:
    parts = {"styles": _STYLES, "numbering": _NUMBERING}
    return read_docx(template(*body, parts=parts)).lines


PLAIN: Final = Look(style="normal", size=11)
BOLD: Final = "<w:b/>"
LOOKS: Final = {
    "nothing of its own": (p("Words"), PLAIN, 0),
    "a style": (
        styled("1", "Words"),
        Look(style="heading 1", bold=True, capitals=True, centred=True, size=14),
        1,
    ),
    "a style over another": (styled("2", "Words"), Look(style="heading 2", capitals=True, size=14), 1),
    "an own style of headings": (
        styled("own", "Words"),
        Look(style="clause title", bold=True, capitals=True, centred=True, size=14),
        1,
    ),
    "the style of titles": (styled("t", "Words"), Look(style="title", bold=True, size=11), 0),
    "a style that is missing": (styled("none", "Words"), PLAIN, 0),
    "styles based on one another": (styled("round", "Words"), Look(style="round", size=11), 0),
    "an outline level": (p("Words", look='<w:outlineLvl w:val="2"/>'), PLAIN, 3),
    "no outline level": (
        styled("t", "Words", look='<w:outlineLvl w:val="9"/>'),
        Look(style="title", bold=True, size=11),
        0,
    ),
    "all bold": (
        p(r("One ", look=BOLD), " ", r("two", look=BOLD)),
        Look(style="normal", size=11, bold=True),
        0,
    ),
    "some bold": (p(r("One ", look=BOLD), "two"), PLAIN, 0),
    "all in italics": (p(r("One", look="<w:i/>")), Look(style="normal", size=11, italic=True), 0),
    "all underlined": (
        p(r("One", look='<w:u w:val="single"/>')),
        Look(style="normal", size=11, underlined=True),
        0,
    ),
    "not underlined": (p(r("One", look='<w:u w:val="none"/>')), PLAIN, 0),
    "typed in capitals": (p("ARTICLE 1 –"), Look(style="normal", size=11, capitals=True), 0),
    "set in small capitals": (
        p(r("Article", look="<w:smallCaps/>")),
        Look(style="normal", size=11, capitals=True),
        0,
    ),
    "no letters": (p("12 –"), PLAIN, 0),
    "bold by character style": (
        p(r("One", look='<w:rStyle w:val="strong"/>')),
        Look(style="normal", size=11, bold=True),
        0,
    ),
    "bold twice is not bold": (
        styled("t", r("One", look='<w:rStyle w:val="strong"/>')),
        Look(style="title", size=11),
        0,
    ),
    "bold by itself in a bold style": (
        styled("t", r("One", look=f'<w:rStyle w:val="strong"/>{BOLD}')),
        Look(style="title", bold=True, size=11),
        0,
    ),
    "the size of most letters": (p("Longer words ", r("x", look='<w:sz w:val="40"/>')), PLAIN, 0),
    "centred": (p("Words", look='<w:jc w:val="center"/>'), Look(style="normal", size=11, centred=True), 0),
    "indents": (
        p("Words", look='<w:ind w:left="720" w:hanging="360"/>'),
        Look(style="normal", size=11, indent=36, first=-18),
        0,
    ),
    "an indent by its newer name": (
        p("Words", look='<w:ind w:start="200"/>'),
        Look(style="normal", size=11, indent=10),
        0,
    ),
    "an indent with its unit": (
        p("Words", look='<w:ind w:left="36pt"/>'),
        Look(style="normal", size=11, indent=36),
        0,
    ),
    "an indent that is no number": (p("Words", look='<w:ind w:left="x"/>'), PLAIN, 0),
    "the indent of a list": (
        p("Words", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        Look(style="normal", size=11, indent=72, first=-36),
        0,
    ),
    "an indent over that of a list": (
        p("Words", look='<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0"/>'),
        Look(style="normal", size=11, first=-36),
        0,
    ),
    "a tab at the beginning": (p(r("<w:tab/>", "Words")), Look(style="normal", size=11, first=36), 0),
}


@pytest.mark.parametrize("case", LOOKS)
def test_a_line_looks_as_in_word(case: str) -> None:
    body, look, heading = LOOKS[case]
    (line,) = lines_of(body)
    assert (line.look, line.heading) == (look, heading)


GAPS: Final = {
    "none": (p("One") + p("Two"), [False, False]),
    "an empty paragraph": (p("One") + p() + p("Two") + p("Three"), [False, True, False]),
    "a space": (p("One") + styled("1", "Two") + p("Three") + p("Four"), [False, True, False, False]),
    "the space that all have": (
        "".join(p(text, look='<w:spacing w:before="240"/>') for text in ("One", "Two", "Three")),
        [False, False, False],
    ),
    "a space as on a web page": (
        p("One") + p("Two") + p("Three", look='<w:spacing w:before="1" w:beforeAutospacing="1"/>'),
        [False, False, True],
    ),
    "a style without space inside": (
        p("One") + styled("q", "a") + styled("q", "b") + p("Two") + p("Three") + p("Four"),
        [False, True, False, True, False, False],
    ),
    "a page": (p("One") + p(r('<w:br w:type="page"/>', "Two")) + p("Three"), [False, True, False]),
    "a page after the words": (p(r("One", '<w:br w:type="page"/>')) + p("Two"), [False, True]),
    "a page by a property": (p("One") + p("Two", look="<w:pageBreakBefore/>"), [False, True]),
    "a section": (p("One", look="<w:sectPr/>") + p("Two"), [False, True]),
    "a section on the same page": (
        p("One", look='<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + p("Two"),
        [False, False],
    ),
}


@pytest.mark.parametrize("case", GAPS)
def test_a_gap_stands_out(case: str) -> None:
    body, gaps = GAPS[case]
    assert [line.look.after_gap for line in lines_of(body)] == gaps
