"""Nothing that a spec or a document says runs, loads, or becomes a formula in what is written."""

import base64
import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.cli.runner import US
from tests.comparison.facts import stated
from tests.strategies import documents

import treatydraft as td
from treatydraft.comparison.matrix import Column, Matrix, fact_matrix
from treatydraft.document import tree
from treatydraft.reports.comparison_html import comparison_html
from treatydraft.reports.comparison_markdown import comparison_markdown
from treatydraft.reports.matrix_files import matrix_csv, matrix_markdown, matrix_xlsx
from treatydraft.reports.matrix_html import matrix_html
from treatydraft.writers.html import write_html

ACTIVE: Final = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><svg onload=alert(1)>", "<!--",
    "</style><script>", "\"><iframe src='http://x.test'>", "' onmouseover='alert(1)", "javascript:alert(1)",
    "[a](javascript:alert(1))", "![a](http://x.test/a.png)", "<http://x.test>", "--><script>", "]]><script>",
    "&lt;script&gt;", "</main>", "<meta http-equiv=refresh content=0>", "<base href=//x.test>", "{{ 7*7 }}",
    "@somebody #1", "<a href=data:,x>",
)  # fmt: skip
FORMULAS: Final = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠1",
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.test")', "=WEBSERVICE(A1)", "-2+3", "@x", "  \t@x", "=", "+",
    "-",
)  # fmt: skip
TEXTS: Final = st.one_of(st.sampled_from(ACTIVE), st.text(max_size=10), st.just("The Parties shall meet."))
LINES: Final = st.one_of(st.sampled_from(FORMULAS), TEXTS)
SAFE_LINK: Final = re.compile(r"#[^\s]*")


@dataclass
class Page(HTMLParser):
    """The elements of a page as a browser sees them."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self.inside = tag if tag in ("script", "style") else self.inside

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.text.append(data)

    def attributes(self) -> Iterator[tuple[str, str]]:
        for _, attributes in self.tags:
            yield from attributes.items()


def parsed(page: str) -> Page:
    found = Page()
    found.feed(page)
    found.close()
    return found


def assert_harmless(page: str, *, scripts: int = 0) -> None:
    """A page that runs no more than its own scripts, loads nothing, and says so to the browser."""
    found = parsed(page)
    tags = [tag for tag, _ in found.tags]
    assert tags.count("script") == scripts
    assert not set(tags) & {
        "iframe",
        "object",
        "embed",
        "img",
        "svg",
        "link",
        "base",
        "audio",
        "video",
    }
    for name, value in found.attributes():
        assert not name.startswith("on")
        assert name not in ("style", "src", "srcset", "action", "formaction", "background", "data")
        assert name != "href" or SAFE_LINK.fullmatch(value), value
    assert_policy(page, found, scripts)


def assert_policy(page: str, found: Page, scripts: int) -> None:
    """The policy stands first, allows nothing, and names the style and script of the page by their hashes."""
    metas = [attributes for tag, attributes in found.tags if tag == "meta"]
    (policy,) = [one["content"] for one in metas if one.get("http-equiv") == "Content-Security-Policy"]
    assert len([one for one in metas if "http-equiv" in one]) == 1
    allowed = dict(rule.strip().split(" ", 1) for rule in policy.split(";") if rule.strip())
    assert allowed["default-src"] == allowed["base-uri"] == allowed["form-action"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy
    for kind, rule in (("style", "style-src"), ("script", "script-src")):
        contents = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in contents]
        assert len(contents) == (1 if kind == "style" else scripts)
        assert not contents or allowed[rule] == " ".join(f"'sha256-{digest}'" for digest in digests)


@given(documents(TEXTS))
def test_a_draft_runs_nothing(document: tree.Document) -> None:
    assert_harmless(write_html(document))


@given(documents(TEXTS), documents(TEXTS))
@settings(max_examples=10)
def test_a_comparison_runs_its_own_script_and_nothing_else(old: tree.Document, new: tree.Document) -> None:
    comparison = td.compare(old, new, mode="revision")
    assert_harmless(comparison_html(comparison), scripts=1)
    assert_no_markup(comparison_markdown(comparison), {"details", "summary"})


@pytest.mark.parametrize("text", ACTIVE)
def test_each_active_text_is_printed_as_it_stands(text: str) -> None:
    document = td.draft(td.load(US))
    clause = tree.Clause("paragraph", "extra", text=(tree.Text(text),))
    page = write_html(replace(document, body=(*document.body, clause), short_title=text))
    assert_harmless(page)
    assert re.sub(r"\s", "", text) in re.sub(r"\s", "", "".join(parsed(page).text))


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """A matrix of any texts, as names and titles of agreements and as what they say."""
    count = draw(st.integers(1, 3))
    columns = [Column(draw(LINES), draw(LINES)) for _ in range(count)]
    values = st.fixed_dictionaries({"term.length": LINES, "term.from": LINES})
    return fact_matrix(columns, [stated(draw(values)) for _ in range(count)])


@given(matrices())
def test_a_matrix_runs_nothing(matrix: Matrix) -> None:
    assert_harmless(matrix_html(matrix))
    assert_no_markup(matrix_markdown(matrix), set())


def assert_no_markup(markdown: str, allowed: set[str]) -> None:
    """Markdown that becomes paragraphs, tables and lists, and no element or link that a text asks for."""
    made = parsed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    tags = {tag for tag, _ in made.tags}
    structure = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "s", "hr", "blockquote", "br"}
    table = {"table", "thead", "tbody", "tr", "th", "td"}
    assert tags <= structure | table | {"ins", "del"} | allowed


@given(matrices())
def test_no_cell_of_a_spreadsheet_is_a_formula(matrix: Matrix) -> None:
    for row in csv.reader(io.StringIO(matrix_csv(matrix), newline="")):
        for cell in row:
            assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", cell), cell
    with zipfile.ZipFile(io.BytesIO(matrix_xlsx(matrix))) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name]
        assert not [
            name for name in archive.namelist() if "external" in name.lower() or "macro" in name.lower()
        ]
    for sheet in sheets:
        assert "<f" not in sheet.replace("<formatter", "")
        assert "<hyperlink" not in sheet
        assert set(re.findall(r'<c [^>]*?t="(\w+)"', sheet)) <= {"s"}


@pytest.mark.parametrize("text", FORMULAS)
def test_each_formula_is_a_text(text: str) -> None:
    matrix = fact_matrix([Column(text, text)], [stated({"term.length": "10 years"})])
    rows = list(csv.reader(io.StringIO(matrix_csv(matrix), newline="")))
    assert rows[1][0] == "'" + re.sub(r"\s+", " ", text)
