"""Pages as browsers show them, and those that nobody should write."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring
from tests.documents import EXAMPLES
from tests.readers.lines import all_words, shown
from tests.strategies import words

from treatydraft.readers.html import read_html
from treatydraft.readers.lines import ReadError
from treatydraft.writers.html import write_html

CASES = {
    "blocks and headings": (
        "<h1>A</h1><div>b<p>c</p>d</div><h3>E f</h3>",
        ["h1 capitals A", "b", "c", "d", "h3 E f"],
    ),
    "white space": ("<p>  a\n b&nbsp;c <b> d</b> e </p>", ["a b\u00a0c *d* e"]),
    "pre keeps its spaces": ("<pre>a  b\nc</pre>", ["a  b⏎c"]),
    "line breaks": ("a <br> b<br><br>c", ["a⏎b", "gap c"]),
    "an empty paragraph is a gap": ("<p>a</p><p>&nbsp;</p><p>b</p>", ["a", "gap b"]),
    "ordered lists": (
        "<ol><li>a<ol type=a start=3><li>b<li value=26>c<li>d</ol><li><p>e</p><p>f</p></ol>",
        ["[1.] d0 a", "[c.] d1 b", "[z.] d1 c", "[aa.] d1 d", "[2.] d0 e", "d0 f"],
    ),
    "reversed and Roman": ("<ol reversed type=I><li>a<li>b</ol>", ["[II.] d0 a", "[I.] d0 b"]),
    "styles of lists": (
        '<ol style="list-style-type: lower-roman" start=4><li>a</ol><ol style="list-style:none"><li>b</ol>',
        ["[iv.] d0 a", "d0 b"],
    ),
    "bullets": ("<ul><li>a<ul><li>b</ul></ul>", ["[•] d0 a", "[•] d1 b"]),
    "a number typed after a bullet": (
        "<ul><li>(a) b<li>c) d<li>etc. e</ul>",
        ["[(a)] d0 b", "[c)] d0 d", "[•] d0 etc. e"],
    ),
    "an item that holds a list only": ("<ol><li><ol type=a><li>b</ol></ol>", ["[1.] d0 ", "[a.] d1 b"]),
    "numbers without bounds": (
        "<ol type=I start=4000><li>a</ol><ol type=a start=-2><li>b</ol>",
        ["[4000.] d0 a", "[-2.] d0 b"],
    ),
    "looks": (
        (
            "<p><b>a <i>b</i></b></p><p><em>C</em></p><p><u>d</u> e</p>"
            '<p style="font-weight:700;text-align:center">f</p><p style="text-transform: uppercase">g</p>'
            "<center>h</center><blockquote>i</blockquote>"
        ),
        ["bold a *b*", "italic capitals C", "d e", "bold centred f", "capitals g", "centred h", "in30 i"],
    ),
    "references": (
        '<h2 id="a">B</h2><p><a name=c></a>see <a href="#a">B <i>x</i></a>, <a href="http://x.y">z</a></p>',
        ["h2 #a capitals B", "#c see (B )->a*(x)->a*, z"],
    ),
    "tables": (
        (
            "<table><caption>t</caption><tr><td rowspan=2>a<td>b<tr><td colspan=2>c<td>d</table>"
            "<table><tr><td>e</table>"
        ),
        ["t", "t0.0.0 a", "t0.0.1 b", "t0.1.1 c", "t0.1.3 d", "t1.0.0 e"],
    ),
    "what is not read": (
        (
            "<head><title>x</title></head><script>a</script><style>b</style><template>c</template><!-- d -->"
            "<p hidden>e</p><p style='display:none'>f</p>g"
        ),
        ["g"],
    ),
    "unknown elements": ("<o:p>a</o:p> <foo>b</foo>", ["a b"]),
    "quotation marks": ("<q>a</q>", ["“a”"]),
    "footnotes": (
        (
            'a<sup><a href="#n">1</a></sup>, b<a href="#m"><sup>[2]</sup></a>.'
            '<ol><li id=n>first <a href="#c">↩</a></li></ol><p><a name=m></a>[2] <i>second</i></p>'
        ),
        ["a^[first], b^[*second*]."],
    ),
    "a footnote as Word saves it": (
        (
            '<p>a<a href="#_ftn1" name="_ftnref1"><span><sup>[1]</sup></span></a></p>'
            '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> note</p>'
        ),
        ["#_ftnref1 a^[note]"],
    ),
    "a note that is called twice": (
        '<p>a<sup><a href="#n">1</a></sup> b<sup><a href="#n">1</a></sup></p><p id=n>1. x</p>',
        ["a^[x] b(1)->n"],
    ),
    "notes that call each other": (
        '<p id=a>x<sup><a href="#b">1</a></sup></p><p id=b>y<sup><a href="#a">2</a></sup></p>',
        ["#a x^[y]"],
    ),
    "a raised link upwards is a link": (
        '<p id=a>x</p><p>y<sup><a href="#a">1</a></sup></p>',
        ["#a x", "y(1)->a"],
    ),
}


@pytest.mark.parametrize(("page", "lines"), CASES.values(), ids=CASES)
def test_lines(page: str, lines: list[str]) -> None:
    assert shown(read_html(page.encode())) == lines


@pytest.mark.parametrize(
    ("revisions", "line"), [("accepted", "a b d"), ("rejected", "a c d"), ("kept", "a +[b]-[c] d")]
)
def test_revisions(revisions: str, line: str) -> None:
    page = b"<p>a <ins>b</ins><del>c</del> d</p>"
    assert shown(read_html(page, revisions=revisions)) == [line]  # type: ignore[arg-type]


def test_a_revision_keeps_its_date_and_its_looks() -> None:
    (line,) = read_html(b'<ins datetime="2024-06-13"><b>a</b> b</ins>', revisions="kept").lines
    assert "date='2024-06-13'" in repr(line.pieces)
    assert shown(read_html(b"<ins><b>a</b> b</ins>", revisions="kept")) == ["+[*a* b]"]


def test_what_stands_around_the_text() -> None:
    reading = read_html(
        b"<html lang=uk><title>T t</title><header>h</header><nav>n</nav><main>"
        b"<article><header>x</header>y</article></main><footer>f</footer>"
    )
    assert (reading.title, reading.language) == ("T t", "uk")
    assert (reading.headers, reading.footers) == (("h",), ("n", "f"))
    assert shown(reading) == ["x", "y"]


def test_a_header_with_the_only_title_is_text() -> None:
    assert shown(read_html(b"<header><h1>Title</h1></header><p>x</p>")) == ["h1 Title", "x"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<p>Стаття".encode("utf-16"), "Стаття"),
        (b"\xef\xbb\xbf<p>\xc3\xa9", "é"),
        (b"<meta charset=windows-1251><p>\xd1\xf2\xe0\xf2\xf2\xff", "Стаття"),
        (b'<meta http-equiv=x content="text/html; charset=iso-8859-1"><p>\x93a\x94', "“a”"),
        (b"<meta charset=unicode_escape><p>\\u0041\xe9", "\\u0041é"),
        (b"<p>a\x00b\x0bc", "a\ufffdb c"),
        ("<p>\u202ea\u200fב".encode(), "\u202ea\u200fב"),
    ],
)
def test_encodings(data: bytes, words: str) -> None:
    assert [line.text for line in read_html(data).lines] == [words]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote"])
def test_ten_thousand_elements_deep(tag: str) -> None:
    with pytest.raises(ReadError, match="too deeply"):
        read_html(f"<{tag}>x".encode() * 10_000)


def test_a_page_with_nothing() -> None:
    for page in (b"", b" ", b"<html></html>", b"<!-- -->", b"\x00"):
        assert not [line for line in read_html(page).lines if line.text.strip("\ufffd")]


@pytest.mark.parametrize("name", EXAMPLES)
def test_our_own_pages(name: str) -> None:
    document = EXAMPLES[name]()
    reading = read_html(write_html(document).encode())
    labels = {line.label.replace("\u00a0", " ") for line in reading.lines}
    numbered = [*document.body, *document.annexes]
    assert {clause.label for clause in numbered if clause.label and clause.heading} <= labels
    assert reading.title == document.short_title
    assert not reading.doubts
    assert "Notes" not in [line.text for line in reading.lines]


_PAGES = st.recursive(
    words().map(escape),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["b", "em", "p", "div", "li", "td", "table", "h2", "ins", "a", "sup", "x", "pre"]),
        st.lists(inner, max_size=4).map(" ".join),
    ),
    max_leaves=12,
)


@given(_PAGES)
def test_no_word_is_lost(page: str) -> None:
    expected = "".join(map(str, fromstring(f"<div>{page}</div>").itertext()))
    assert letters(all_words(read_html(f"<div>{page}</div>".encode()))) == letters(expected.split())


def letters(found: list[str]) -> str:
    """The characters of words, which a table within a paragraph may put in another order."""
    return "".join(sorted("".join(found).replace("•", "")))
