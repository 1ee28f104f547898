"""Markdown as GitHub shows it, our own drafts in it, and what nobody should write."""

from pathlib import Path

import pytest
from hypothesis import given
from tests.documents import EXAMPLES
from tests.readers.lines import shown
from tests.strategies import words

from treatydraft.document import tree
from treatydraft.readers.lines import ReadError
from treatydraft.readers.markdown import read_markdown
from treatydraft.writers.markdown import escape, write_markdown

TEMPLATE = Path(__file__).parents[2].joinpath("templates/security-agreement/agreement.md").read_text("utf-8")
CASES = {
    "headings": ("# A *b*\n\nC d\n===\n\n### e", ["h1 A *b*", "h1 C d", "h3 e"]),
    "paragraphs": ("a\nb  \nc\\\nd\n\ne", ["a b⏎c⏎d", "e"]),
    "numbers as the source shows them": (
        "3. a\n4. b\n\n1) c\n3) d",
        ["[3.] d0 a", "[4.] d0 b", "[1)] d0 c", "[3)] d0 d"],
    ),
    "one number for all items": ("1. a\n1. b\n1. c", ["[1.] d0 a", "[2.] d0 b", "[3.] d0 c"]),
    "a typed number stays": ("1\\. a\n\n(a) b", ["1. a", "(a) b"]),
    "nested": (
        "1. a\n   - b\n     1) c\n\n   d\n2. e",
        ["[1.] d0 a", "[•] d1 b", "[1)] d2 c", "d0 d", "[2.] d0 e"],
    ),
    "our own layout": (
        '- <a id="x"></a>\n  (1) a\n\n  - <a id="y"></a>\n    b\n\n- <a id="z"></a> c',
        ["[(1)] d0 #x a", "d1 #y b", "[•] d0 #z c"],
    ),
    "a number typed after a bullet": ("- (a) b\n- c", ["[(a)] d0 b", "[•] d0 c"]),
    "four spaces are no code": ("    (a) *b*", ["(a) *b*"]),
    "fences": ("```\na  *b*\nc\n```", ["a  *b*⏎c"]),
    "looks": ("**a b**\n\n*a* **b**\n\n***a***", ["bold a b", "*a* *b*", "bold italic a"]),
    "links": (
        '<a id="a"></a>\n## B\n\nsee [C](#a) and [d](http://e.f)',
        ["h2 #a capitals B", "see (C)->a and d"],
    ),
    "tables": (
        "| a | b |\n|---|:-:|\n| c | *d*<br>e |",
        ["t0.0.0 a", "t0.0.1 centred b", "t0.1.0 c", "t0.1.1 centred *d*⏎e"],
    ),
    "quotations": ("# T\n\n> a\n>\n> > b", ["h1 capitals T", "in30 a", "in60 b"]),
    "entities and escapes": ("a &amp; b &#67; \\* \\_x\\_", ["a & b C * _x_"]),
    "tags are dropped and gaps are kept": (
        "a <b>b</b> <insert date> <!-- treatydraft 1 -->c",
        ["a *b* <insert date> c"],
    ),
    "a tag that would hide the rest": ("a <script> b\n\n<title>c\n\nd", ["a <script> b", "<title>c", "d"]),
    "footnotes": (
        "a[^1] b[^n][^x]\n\n[^1]: 1 May\n    2024\n\n    more\n\n[^n]: *c* [^1]\nd\n\n# E",
        ["a^[1 May 2024⏎more] b^[*c* ([^1])->footnote 1 d][^x]", "h1 capitals E"],
    ),
    "a footnote that is defined twice or never called": (
        "a[^1]\n\n[^1]: b\n[^1]: c\n\n[^2]: [^3]: d",
        ["a^[b⏎c]", "#footnote 2 [^3]: d"],
    ),
}


@pytest.mark.parametrize(("source", "lines"), CASES.values(), ids=CASES)
def test_lines(source: str, lines: list[str]) -> None:
    assert shown(read_markdown(source.encode())) == lines


def test_revisions() -> None:
    source = b"a <ins>b</ins><del>c</del>"
    assert shown(read_markdown(source)) == ["a b"]
    assert shown(read_markdown(source, revisions="rejected")) == ["a c"]
    assert shown(read_markdown(source, revisions="kept")) == ["a +[b]-[c]"]


def test_places_are_lines_of_the_file() -> None:
    reading = read_markdown(b"---\ntitle: 'T t'\nx: y\n---\n# A\n\n1. b\n   c\n2. d\n")
    assert reading.title == "T t"
    assert [line.place for line in reading.lines] == ["line 5", "line 7", "line 9"]
    assert [doubt.place for doubt in reading.doubts] == ["line 1"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert shown(read_markdown(b"---\n\na\n\nb")) == ["gap a", "b"]


def test_quotations_above_the_title_are_headers() -> None:
    reading = read_markdown(b"> not *authentic*\n\n> draft\n\n# T t\n\n> a")
    assert reading.headers == ("not authentic", "draft")
    assert shown(reading) == ["h1 T t", "in30 a"]
    assert shown(read_markdown(b"> a\n\nb\n\n# C c")) == ["in30 a", "b", "h1 C c"]
    assert shown(read_markdown(b"> a\n\nb")) == ["in30 a", "b"]


def test_comments_are_doubted() -> None:
    doubts = read_markdown(b"a <!-- treatydraft x -->\n\n<!-- check this -->\n\nb ~~c~~ ![d](e)").doubts
    assert [doubt.message.partition(": ")[0] for doubt in doubts] == [
        "a comment is not read",
        "words that are struck through are read as the others",
        "a picture is not read; it is described as “d”",
    ]


@pytest.mark.parametrize("source", [">", "- ", "1. ", "> - "])
def test_ten_thousand_levels(source: str) -> None:
    with pytest.raises(ReadError, match="deeper"):
        read_markdown(source.encode() * 10_000 + b"x")


@pytest.mark.parametrize("name", EXAMPLES)
def test_our_own_drafts(name: str) -> None:
    document = EXAMPLES[name]()
    reading = read_markdown(write_markdown(document, TEMPLATE).encode())
    marking = document.marking
    assert list(reading.headers) == [words for words in (marking.notice, marking.status) if words]
    assert reading.lines[0].text == tree.plain(document.title)
    printed = [line.text for line in reading.lines] + [f"{line.label} {line.text}" for line in reading.lines]
    for clause in (*tree.walk(document.body), *tree.walk(document.annexes)):
        if clause.text:
            assert f"{clause.label} {tree.plain(clause.text)}".strip() in printed
    assert not reading.doubts


@given(words())
def test_any_words_come_back(text: str) -> None:
    reading = read_markdown(f"a{escape(text)}b".encode())
    assert " ".join(" ".join(line.text for line in reading.lines).split()) == " ".join(f"a{text}b".split())
