"""Markdown: what CommonMark reads from it is the document again."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests import documents, strategies

from treatydraft.document import tree
from treatydraft.sandbox import TemplateFault, compiled, rendered
from treatydraft.writers.markdown import Markdown, environment, escape, write_markdown
from treatydraft.writers.outline import anchors, is_heading

TEMPLATE = (Path(__file__).parents[2] / "templates/security-agreement/agreement.md").read_text(
    encoding="utf-8"
)
COMMONMARK = MarkdownIt("commonmark").enable("table")
GITHUB = MarkdownIt("gfm-like", {"linkify": False})


def _anchored_texts(markdown: str, parser: MarkdownIt) -> dict[str, str]:
    """What stands after each anchor up to the next, as a reader sees it, without footnote marks."""
    texts: dict[str, str] = defaultdict(str)
    place = ""
    marks = 0
    for token in _leaves(parser.parse(markdown)):
        if token.type == "html_inline" and (found := re.fullmatch(r'<a id="(.+)">', token.content)):
            place = place if marks else found[1]
        elif token.content in ("<sup>", "</sup>"):
            marks += 1 if token.content == "<sup>" else -1
        elif token.type in _BREAKS or token.content == "<br>":
            texts[place] += "\n"
        elif token.type in ("text", "text_special") and not marks:
            texts[place] += token.content
    return {place: text.removeprefix("\n") for place, text in texts.items()}


_BREAKS = ("softbreak", "paragraph_close", "th_open", "td_open")


def _leaves(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            yield from token.children or []
        else:
            yield token


def _expected(document: tree.Document) -> dict[str, str]:
    """Each clause as it is printed: label, heading and text."""
    named = anchors(document)
    expected = {}
    for clause in tree.clauses(document):
        text = tree.plain(clause.text)
        if is_heading(clause):
            expected[named[clause.id]] = f"{clause.label} {clause.heading}".strip(" ") if not text else ""
        else:
            expected[named[clause.id]] = " ".join(filter(None, (clause.label, text)))
    return expected


def _one_line(text: str) -> str:
    """A heading may stand in two lines, and its end is not told from the next paragraph."""
    return re.sub(r"[ \n]+", " ", text).strip(" ")


@pytest.mark.parametrize("parser", [COMMONMARK, GITHUB], ids=["commonmark", "github"])
@given(document=strategies.documents())
def test_parsing_gives_the_clauses_back(parser: MarkdownIt, document: tree.Document) -> None:
    found = _anchored_texts(write_markdown(document, TEMPLATE), parser)
    headings = {anchors(document)[clause.id] for clause in tree.clauses(document) if is_heading(clause)}
    for place, text in _expected(document).items():
        if place in headings:
            assert _one_line(found.get(place, "")) == _one_line(text)
        else:
            # A clause that is all footnote has a space between its label and the mark.
            assert found.get(place, "").split("\n")[0] in (text, f"{text} "), place


@pytest.mark.parametrize("words", strategies.HOSTILE, ids=repr)
@pytest.mark.parametrize("shape", ["{}", "# {}", "- {}", "> {}", "a\n{}", "| a |\n| - |\n| {} |"])
def test_hostile_words_come_out_exactly(words: str, shape: str) -> None:
    for parser in (COMMONMARK, GITHUB):
        inline = [token for token in parser.parse(shape.format(escape(words))) if token.type == "inline"]
        children = [child for token in inline for child in token.children or []]
        assert all(child.type in ("text", "text_special", "softbreak") for child in children)
        lines = "".join("\n" if child.type == "softbreak" else child.content for child in children).split(
            "\n"
        )
        assert lines[-1].removeprefix("a" if "|" in shape else "") == words


def test_nesting_is_seen() -> None:
    html = COMMONMARK.render(write_markdown(documents.sections(), TEMPLATE))
    flat = re.sub(r"<a [^>]*>|</a>|\n", "", html)
    assert "<ul><li><p>(1) the defence" in flat
    assert "namely:</p><ul><li><p>(a) air" in flat
    assert "<ol" not in flat


def test_links_lead_to_clauses() -> None:
    markdown = write_markdown(documents.american(), TEMPLATE)
    assert "[paragraph 1 of this Article](#consultation/trigger)" in markdown
    assert '<a id="consultation/trigger"></a>\n1\\. In the event' in markdown


def test_defined_terms_are_bold_where_they_are_defined() -> None:
    assert "“the **Parties**”" in write_markdown(documents.american(), TEMPLATE)


def test_marking_stands_first() -> None:
    assert write_markdown(documents.american(), TEMPLATE).startswith(
        "> Draft, version 2, June 13, 2024\n\n# "
    )
    assert write_markdown(documents.sections(), TEMPLATE).startswith("> Drafted from published facts")
    assert write_markdown(documents.chapters(), TEMPLATE).startswith("# Agreement")


def test_footnotes_are_links_there_and_back() -> None:
    markdown = write_markdown(documents.sections(), TEMPLATE)
    assert '2023<sup><a id="call-1"></a>[1](#note-1)</sup>,' in markdown
    assert '<a id="note-1"></a>\n[1](#call-1) Signed at Vilnius' in markdown


def test_bold_and_italics_only_where_commonmark_reads_them() -> None:
    pieces = documents.inline(
        "a", tree.Emphasis(documents.inline("“b”")), "c ", tree.Emphasis(documents.inline("“d”")), " ",
        tree.Term("e", "e", defines=True), tree.Term("f", "f", defines=True),
    )  # fmt: skip
    document = documents.american()
    clause = tree.Clause("paragraph", "x", text=pieces)
    markdown = write_markdown(replace(document, body=(clause,)), TEMPLATE)
    assert "a<em>“b”</em>c *“d”* **e**<strong>f</strong>" in markdown


# --- Templates of others ----------------------------------------------------------------------------------


def _render(source: str, **context: object) -> str:
    return rendered(compiled(environment({}), source, "mine.md"), context, "mine.md")


def test_template_prints_plain_values_escaped_and_ours_as_they_are() -> None:
    assert _render("{{ a }} {{ b }}", a="*x*", b=Markdown("*y*")) == "\\*x\\* *y*"


def test_macros_and_blocks_are_escaped_once() -> None:
    source = "{% macro m(x) %}{{ x }}{% endmacro %}{% set s %}{{ a }}{% endset %}{{ m(a) }} {{ s }}"
    assert _render(source, a="*x*") == "\\*x\\* \\*x\\*"


def test_joined_pieces_are_escaped_rather_than_trusted() -> None:
    assert _render("{{ a ~ b }}", a="*x*", b=Markdown("*y*")) == "\\*x\\*\\*y\\*"


def test_fault_in_a_template_has_its_line() -> None:
    with pytest.raises(
        TemplateFault, match=r"agreement\.md:2: 'titel' is not known here \(did you mean 'title'"
    ):
        write_markdown(documents.american(), "# {{ title }}\n{{ titel }}")
