"""Each case is a text with tracked changes, and its lines where they are accepted, rejected and kept."""

from typing import Final, Literal, TypeAlias

import pytest
from tests.readers.body import p, r, table
from tests.readers.line_words import shown
from tests.word.files import template

from treatydraft.document import tree
from treatydraft.readers.docx import read_docx

Choice: TypeAlias = Literal["accepted", "rejected", "kept"]
_WHO: Final = 'w:id="1" w:author="A. Editor" w:date="2024-06-13T10:00:00Z"'
_NUMBERS: Final = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_NUMBERED: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def ins(*inside: str) -> str:
    return f"<w:ins {_WHO}>{''.join(inside)}</w:ins>"


def gone(text: str) -> str:
    words = f'<w:delText xml:space="preserve">{text}</w:delText>'
    return f"<w:del {_WHO}>{r(words)}</w:del>"


def mark(kind: str) -> str:
    """The properties of a paragraph whose end was inserted or deleted."""
    return f"<w:rPr><w:{kind} {_WHO}/></w:rPr>"


def row(kind: str, *cells: str) -> str:
    inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr><w:{kind} {_WHO}/></w:trPr>{inside}</w:tr>"


CASES: Final[dict[str, tuple[str, list[str], list[str], list[str]]]] = {
    "words": (
        p("The Parties ", gone("will"), ins(r("shall")), " consult."),
        ["The Parties shall consult."],
        ["The Parties will consult."],
        ["The Parties -will-+shall+ consult."],
    ),
    "a deletion of what was inserted": (
        p("A ", ins(r("b "), gone("c "), r("d"))),
        ["A b d"],
        ["A"],
        ["A +b -c -d+"],
    ),
    "words that moved": (
        p(f"<w:moveFrom {_WHO}>{r('One')}</w:moveFrom>", "Two", f"<w:moveTo {_WHO}>{r('One')}</w:moveTo>"),
        ["TwoOne"],
        ["OneTwo"],
        ["-One-Two+One+"],
    ),
    "a paragraph that was divided": (
        p("One", look=mark("ins")) + p("Two"),
        ["One", "Two"],
        ["OneTwo"],
        ["One", "Two"],
    ),
    "paragraphs that were joined": (
        p("One", gone(" and"), look=mark("del")) + p(" Two"),
        ["One Two"],
        ["One and", "Two"],
        ["One- and-", "Two"],
    ),
    "three paragraphs that were joined": (
        p("a", look=mark("del")) + p("b", look=mark("del")) + p("c"),
        ["abc"],
        ["a", "b", "c"],
        ["a", "b", "c"],
    ),
    "a paragraph that was deleted": (
        p("One") + p(gone("Two"), look=mark("del")) + p("Three"),
        ["One", "Three"],
        ["One", "Two", "Three"],
        ["One", "-Two-", "Three"],
    ),
    "a paragraph that was inserted": (
        p("One") + p(ins(r("Two")), look=mark("ins")) + p("Three"),
        ["One", "Two", "Three"],
        ["One", "Three"],
        ["One", "+Two+", "Three"],
    ),
    "a last paragraph whose end was deleted": (
        p("One") + p("Two", look=mark("del")),
        ["One", "Two"],
        ["One", "Two"],
        ["One", "Two"],
    ),
    "a deleted end before a table": (
        p("One", look=mark("del")) + table((p("a"),)),
        ["One", "a"],
        ["One", "a"],
        ["One", "a"],
    ),
    "rows": (
        f"<w:tbl>{row('del', p('a'))}{row('ins', p('b'))}<w:tr><w:tc>{p('c')}</w:tc></w:tr></w:tbl>",
        ["b", "c"],
        ["a", "c"],
        ["-a-", "+b+", "c"],
    ),
    "rows whose words are marked too": (
        f"<w:tbl>{row('del', p(gone('a')))}{row('ins', p(ins(r('b'))))}</w:tbl>",
        ["b"],
        ["a"],
        ["-a-", "+b+"],
    ),
    "cells": (
        (
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {_WHO}/></w:tcPr>{p('a')}</w:tc>"
            f"<w:tc><w:tcPr><w:cellIns {_WHO}/></w:tcPr>{p('b')}</w:tc></w:tr></w:tbl>"
        ),
        ["b"],
        ["a"],
        ["-a-", "+b+"],
    ),
    "numbers run on over a deleted paragraph": (
        p("a", look=_NUMBERED) + p(gone("b"), look=_NUMBERED + mark("del")) + p("c", look=_NUMBERED),
        ["1.|a", "2.|c"],
        ["1.|a", "2.|b", "3.|c"],
        ["1.|a", "2.|-b-", "3.|c"],
    ),
    "a number that was added": (
        p("a", look=f"{_NUMBERED}<w:pPrChange {_WHO}><w:pPr/></w:pPrChange>"),
        ["1.|a"],
        ["a"],
        ["1.|a"],
    ),
    "a number that was taken away": (
        p("a", look=f"<w:pPrChange {_WHO}><w:pPr>{_NUMBERED}</w:pPr></w:pPrChange>"),
        ["a"],
        ["1.|a"],
        ["a"],
    ),
    "a number marked as inserted": (
        p("a", look=_NUMBERED.replace("</w:numPr>", f"<w:ins {_WHO}/></w:numPr>")),
        ["1.|a"],
        ["a"],
        ["1.|a"],
    ),
    "a number that was another": (
        p("a", look=_NUMBERED.replace("</w:numPr>", '<w:numberingChange w:original="(%1:4:4:)"/></w:numPr>')),
        ["1.|a"],
        ["(d)|a"],
        ["1.|a"],
    ),
    "a look that was another": (
        p(r("One", look=f"<w:i/><w:rPrChange {_WHO}><w:rPr/></w:rPrChange>"), " two"),
        ["*One* two"],
        ["One two"],
        ["*One* two"],
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("choice", "place"), [("accepted", 1), ("rejected", 2), ("kept", 3)])
def test_changes_are_read_as_chosen(case: str, choice: Choice, place: int) -> None:
    data = template(CASES[case][0], parts={"numbering": _NUMBERS})
    assert shown(read_docx(data, revisions=choice)) == CASES[case][place]


def test_kept_changes_say_who_made_them_and_when() -> None:
    (line,) = read_docx(template(p(gone("will"))), revisions="kept").lines
    assert line.pieces == (
        tree.Revision("deleted", (tree.Text("will"),), "A. Editor", "2024-06-13T10:00:00Z"),
    )
