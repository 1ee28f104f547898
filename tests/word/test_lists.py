"""Each case is a list as a file defines it, paragraphs on its levels, and what Word prints before them."""

from dataclasses import dataclass
from typing import Final

import pytest
from tests.word.files import template

from treatydraft.word.reception import receive

_MC: Final = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def level(number_format: str, text: str, *more: str, start: int = 1) -> str:
    """A level; `more` is XML that stands before or after its text, as its schema has it."""
    before = "".join(xml for xml in more if not xml.startswith(("<w:pPr", "<w:rPr")))
    after = "".join(xml for xml in more if xml.startswith(("<w:pPr", "<w:rPr")))
    return (
        f'<w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{before}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{after}'
    )


def abstract(number: int, *levels: str, link: str = "") -> str:
    inside = "".join(f'<w:lvl w:ilvl="{place}">{xml}</w:lvl>' for place, xml in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}">{link}{inside}</w:abstractNum>'


def num(number: int, abstract_number: int = 1, *overrides: str) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{"".join(overrides)}</w:num>'
    )


def override(place: int, inside: str) -> str:
    return f'<w:lvlOverride w:ilvl="{place}">{inside}</w:lvlOverride>'


def restart(place: int, value: int = 1) -> str:
    return override(place, f'<w:startOverride w:val="{value}"/>')


@dataclass(frozen=True)
class Case:
    """Paragraphs are `list.level` each, or the id of their style, or `-` for one without a list."""

    name: str
    numbering: str
    paragraphs: str
    labels: tuple[str, ...]
    styles: str = ""


def one_list(name: str, levels: tuple[str, ...], paragraphs: str, *labels: str) -> Case:
    return Case(name, abstract(1, *levels) + num(1), paragraphs, labels)


def one_level(name: str, number_format: str, start: int, *labels: str, text: str = "%1") -> Case:
    levels = (level(number_format, text, start=start),)
    return one_list(name, levels, " ".join(["1.0"] * len(labels)), *labels)


def style(style_id: str, properties: str, based_on: str = "", *, default: bool = False) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    is_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{is_default} w:styleId="{style_id}"><w:name w:val="{style_id}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def numbered(list_id: int | str, place: int | None = None) -> str:
    at = "" if place is None else f'<w:ilvl w:val="{place}"/>'
    return f'<w:numPr>{at}<w:numId w:val="{list_id}"/></w:numPr>'


DECIMALS = tuple(level("decimal", text) for text in ("%1.", "%1.%2.", "%1.%2.%3."))
LEGAL = "<w:isLgl/>"
RUN_ON = '<w:lvlRestart w:val="0"/>'
HEADINGS = (
    level("upperRoman", "Article %1", '<w:pStyle w:val="Heading1"/>'),
    level("decimal", "%2.", '<w:pStyle w:val="Heading2"/>'),
)

CASES: Final = (
    # Levels
    one_list("one level", DECIMALS, "1.0 1.0 1.0", "1.", "2.", "3."),
    one_list(
        "a deeper level begins again", DECIMALS, "1.0 1.1 1.1 1.0 1.1",
        "1.", "1.1.", "1.2.", "2.", "2.1.",
    ),
    one_list(
        "three levels", DECIMALS, "1.0 1.1 1.2 1.2 1.1 1.2",
        "1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.1.",
    ),
    one_list(
        "a level passed over counts as one", DECIMALS, "1.0 1.2 1.2 1.1",
        "1.", "1.1.1.", "1.1.2.", "1.2.",
    ),
    one_list("a list that begins on its second level", DECIMALS, "1.1 1.1 1.0", "1.1.", "1.2.", "2."),
    one_list(
        "what stands between does not matter", DECIMALS, "1.0 - 1.0 - - 1.0",
        "1.", "", "2.", "", "", "3.",
    ),
    one_list("a start of its own", (level("decimal", "%1)", start=5),), "1.0 1.0", "5)", "6)"),
    one_list("a start of nought", (level("decimal", "%1", start=0),), "1.0 1.0", "0", "1"),
    one_list(
        "a level that never begins again",
        (DECIMALS[0], level("decimal", "%2)", RUN_ON)),
        "1.0 1.1 1.1 1.0 1.1",
        "1.", "1)", "2)", "2.", "3)",
    ),
    one_list(
        "a level that begins again after the first only",
        (*DECIMALS[:2], level("lowerLetter", "(%3)", '<w:lvlRestart w:val="1"/>')),
        "1.0 1.1 1.2 1.2 1.1 1.2 1.0 1.2",
        "1.", "1.1.", "(a)", "(b)", "1.2.", "(c)", "2.", "(a)",
    ),
    one_list(
        "a legal level prints all in digits",
        (level("upperRoman", "Article %1"), level("decimal", "%1.%2", LEGAL)),
        "1.0 1.0 1.1 1.1",
        "Article I", "Article II", "2.1", "2.2",
    ),
    one_list(
        "a level without a number",
        (level("none", "Annex"), level("decimal", "%1%2.")),
        "1.0 1.1 1.1",
        "Annex", "1.", "2.",
    ),
    one_list(
        "words around the number", (level("decimal", "Article %1 –"),), "1.0 1.0",
        "Article 1 –", "Article 2 –",
    ),
    one_list(
        "a suffix is not part of it", (level("decimal", "%1.", '<w:suff w:val="space"/>'),), "1.0",
        "1.",
    ),
    one_list(
        "a hidden number counts",
        (level("decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"), level("decimal", "%1.%2")),
        "1.0 1.0 1.1",
        "", "", "2.1",
    ),
    one_list("a list that the file lacks", DECIMALS, "7.0 1.0", "", "1."),
    one_list("no list by the number nought", DECIMALS, "1.0 0.0 1.0", "1.", "", "2."),
    # Lists that share a definition
    Case(
        "lists of one definition run on",
        abstract(1, *DECIMALS) + num(1) + num(2),
        "1.0 2.0 1.0",
        ("1.", "2.", "3."),
    ),
    Case(
        "a list that begins again where it is first used",
        abstract(1, *DECIMALS) + num(1) + num(2, 1, restart(0)),
        "1.0 1.0 2.0 2.0",
        ("1.", "2.", "1.", "2."),
    ),
    Case(
        "a list that begins with another number",
        abstract(1, *DECIMALS) + num(1) + num(2, 1, restart(0, 8)),
        "1.0 2.0 2.0",
        ("1.", "8.", "9."),
    ),
    Case(
        "a second level that begins again",
        abstract(1, *DECIMALS) + num(1) + num(2, 1, restart(1, 4)),
        "1.0 1.1 1.1 2.1 2.1 2.0 2.1",
        ("1.", "1.1.", "1.2.", "1.4.", "1.5.", "2.", "2.4."),
    ),
    Case(
        "a level of another look",
        abstract(1, *DECIMALS)
        + num(1)
        + num(2, 1, override(0, f'<w:lvl w:ilvl="0">{level("lowerLetter", "(%1)")}</w:lvl>')),
        "1.0 1.0 2.0",
        ("1.", "2.", "(c)"),
    ),
    Case(
        "two definitions count apart",
        abstract(1, *DECIMALS) + abstract(2, level("lowerRoman", "(%1)")) + num(1) + num(2, 2),
        "1.0 2.0 1.0 2.0",
        ("1.", "(i)", "2.", "(ii)"),
    ),
    Case(
        "a definition that points to that of a list style",
        abstract(1, level("upperLetter", "%1."), link='<w:styleLink w:val="Agreed"/>')
        + abstract(2, link='<w:numStyleLink w:val="Agreed"/>')
        + num(1)
        + num(2, 2),
        "2.0 2.0",
        ("A.", "B."),
    ),
    # Lists that styles bring
    Case(
        "a style brings list and level",
        abstract(1, *DECIMALS) + num(1),
        "Clause Clause",
        ("1.1.", "1.2."),
        style("Clause", numbered(1, 1)),
    ),
    Case(
        "levels linked with styles",
        abstract(1, *HEADINGS) + num(1),
        "Heading1 Heading2 Heading2 Heading1 Heading2",
        ("Article I", "1.", "2.", "Article II", "1."),
        style("Heading1", numbered(1)) + style("Heading2", numbered(1, 1), "Heading1"),
    ),
    Case(
        "a style based on a numbered one",
        abstract(1, *HEADINGS) + num(1),
        "Heading1 Own Heading1",
        ("Article I", "Article II", "Article III"),
        style("Heading1", numbered(1)) + style("Own", "", "Heading1"),
    ),
    Case(
        "a style that takes the number away",
        abstract(1, *HEADINGS) + num(1),
        "Heading1 Plain Heading1",
        ("Article I", "", "Article II"),
        style("Heading1", numbered(1)) + style("Plain", numbered(0), "Heading1"),
    ),
    Case(
        "the paragraph has the last word",
        abstract(1, *DECIMALS) + abstract(2, level("lowerLetter", "%1)")) + num(1) + num(2, 2),
        "Clause Clause:2.0 Clause:0.0 Clause",
        ("1.", "a)", "", "2."),
        style("Clause", numbered(1, 0)),
    ),
    Case(
        "a paragraph that says its level only",
        abstract(1, *DECIMALS) + num(1),
        "Clause Clause:.1 Clause",
        ("1.", "1.1.", "2."),
        style("Clause", numbered(1, 0)),
    ),
    Case(
        "the default style brings a list",
        abstract(1, *DECIMALS) + num(1),
        "- - -",
        ("1.", "2.", "3."),
        style("Normal", numbered(1), default=True),
    ),
    # Formats
    one_level("upper Roman", "upperRoman", 3, "III.", "IV.", text="%1."),
    one_level("lower Roman", "lowerRoman", 48, "xlviii", "xlix", "l"),
    one_level("upper letters past Z", "upperLetter", 25, "Y", "Z", "AA", "BB"),
    one_level("lower letters past zz", "lowerLetter", 52, "zz", "aaa"),
    one_level("ordinals", "ordinal", 1, "1st", "2nd", "3rd", "4th"),
    one_level("ordinals past ten", "ordinal", 11, "11th", "12th", "13th"),
    one_level("ordinals in words", "ordinalText", 1, "First", "Second"),
    one_level("ordinals in compound words", "ordinalText", 21, "Twenty-first"),
    one_level("numbers in words", "cardinalText", 12, "Twelve", "Thirteen"),
    one_level("two digits", "decimalZero", 8, "08", "09", "10"),
    one_level("Russian letters", "russianLower", 1, "а", "б", "в"),
    one_level("Russian capital letters", "russianUpper", 4, "Г", "Д"),
    one_level("Japanese counting", "japaneseCounting", 9, "第九条", "第十条", "第十一条", text="第%1条"),
    one_level("Japanese counting past a hundred", "japaneseCounting", 120, "百二十", "百二十一"),
    one_level("Chinese counting", "chineseCountingThousand", 20, "二十", "二十一"),
    one_level("Chinese counting with a gap", "chineseCountingThousand", 105, "一百零五"),
    one_level("Chinese digits", "ideographDigital", 10, "一〇", "一一"),
    one_level("Japanese legal", "japaneseLegal", 10, "壱拾", "壱拾壱"),
    one_level("circles", "decimalEnclosedCircle", 19, "⑲", "⑳", "21"),
    one_level("katakana", "aiueoFullWidth", 1, "ア", "イ"),
    one_level("full width", "decimalFullWidth", 10, "１０"),
    one_level("dashes", "numberInDash", 1, "- 1 -"),
    one_level("a format that nobody knows", "klingon", 7, "7"),
    Case(
        "a custom format with zeros",
        abstract(
            1,
            f'<w:start w:val="9"/><mc:AlternateContent {_MC}><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
            '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/>',
        )
        + num(1),
        "1.0 1.0",
        ("009.", "010."),
    ),
)  # fmt: skip

BULLETS: Final = {
    ("\uf0b7", "Symbol"): "•",
    ("·", "Symbol"): "•",
    ("o", "Courier New"): "o",
    ("\uf0a7", "Wingdings"): "▪",
    ("\uf02d", "Symbol"): "–",
    ("–", "Times New Roman"): "–",
    ("\uf0d8", "Wingdings"): "➢",
    ("\uf0b7", "Unknown Symbols"): "•",
}


def paragraph(code: str) -> str:
    style_id, _, own = code.rpartition(":") if ":" in code or code[0].isalpha() else ("", "", code)
    if code[0].isalpha() and ":" not in code:
        style_id, own = code, ""
    list_id, _, place = own.partition(".")
    named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    at = f'<w:ilvl w:val="{place}"/>' if place else ""
    list_of_its_own = f'<w:numId w:val="{list_id}"/>' if list_id not in {"", "-"} else ""
    own_numbering = f"<w:numPr>{at}{list_of_its_own}</w:numPr>" if at or list_of_its_own else ""
    return f"<w:p><w:pPr>{named}{own_numbering}</w:pPr><w:r><w:t>Words</w:t></w:r></w:p>"


def file_of(case: Case) -> bytes:
    parts = {"numbering": case.numbering, "styles": case.styles}
    return template(*map(paragraph, case.paragraphs.split()), parts=parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers_are_those_that_word_prints(case: Case) -> None:
    received = receive(file_of(case), "accepted")
    assert tuple(paragraph.label for paragraph in received.paragraphs) == case.labels


@pytest.mark.parametrize(("sign", "font"), BULLETS)
def test_bullets_are_signs_that_every_font_has(sign: str, font: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    case = one_list("bullet", (level("bullet", sign, fonts),), "1.0")
    (read,) = receive(file_of(case), "accepted").paragraphs
    assert (read.label, read.bulleted) == (BULLETS[sign, font], True)
