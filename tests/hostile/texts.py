"""Pages, Markdown, JSON, plain texts and PDFs from the other side, and comparisons without end."""

import io
import zlib
from typing import Final

import pypdf
from tests.hostile.rows import Maker, Row, just
from tests.readers.pdf.pages import raw_pdf

ARTICLE: Final = "Article {0}\n\nThe Parties shall cooperate in matter {0}.\n\n"
_WORD: Final = b"BT /F 12 Tf 1 0 0 1 50 200 Tm (Fish) Tj ET"


def _row(says: str, name: str, data: bytes | str | Maker, status: int = 2, *, is_long: bool = False) -> Row:
    return Row(f"read {name}", {name: data if callable(data) else just(data)}, status, says, is_long)


def _diff(says: str, old: str | bytes, new: str | bytes, status: int = 1, *, is_long: bool = False) -> Row:
    return Row("diff old.txt new.txt", {"old.txt": just(old), "new.txt": just(new)}, status, says, is_long)


def _html(says: str, body: str | bytes, status: int = 2, *, is_long: bool = False) -> Row:
    data = body.encode() if isinstance(body, str) else body
    return _row(
        says, "r.html", b"<!DOCTYPE html><html><body>" + data + b"</body></html>", status, is_long=is_long
    )


def _md(says: str, text: str | bytes, status: int = 2, *, is_long: bool = False) -> Row:
    return _row(says, "r.md", text, status, is_long=is_long)


def _txt(says: str, text: str | bytes, status: int = 2, *, is_long: bool = False) -> Row:
    return _row(says, "r.txt", text, status, is_long=is_long)


def _json(says: str, text: str | bytes, status: int = 2) -> Row:
    return _row(says, "r.json", text, status)


def _pdf(says: str, make: bytes | Maker, status: int = 2, *, is_long: bool = False) -> Row:
    return _row(says, "r.pdf", make, status, is_long=is_long)


def _articles(count: int, start: int = 0) -> str:
    return "".join(ARTICLE.format(number + start) for number in range(count))


def _deep_json(depth: int) -> str:
    return '{"treatydraft": 1, "kind": "document", "body": ' + "[" * depth + "]" * depth + "}"


def _locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(raw_pdf(_WORD)))
    writer.encrypt("secret", "more", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _packed_pdf(content: bytes, rounds: int = 1) -> bytes:
    """A page whose content is packed, as often as is said."""
    for _ in range(rounds):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * rounds
    return raw_pdf(b"").replace(
        b"<</Length 0>>stream\n\nendstream",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(content), filters, content),
    )


TEXTS: Final[dict[str, Row]] = {
    # Pages.
    "page with a script": _html("", "<p>Article 1</p><script>fetch('http://127.0.0.1:9/')</script>", 0),
    "page that loads": _html(
        "",
        "<p>Article 1</p><img src='http://127.0.0.1:9/a.png'><iframe src='file:///etc/passwd'></iframe>",
        0,
    ),
    "page with a base": _html(
        "", "<base href='http://127.0.0.1:9/'><p>Article 1</p><link rel=stylesheet href=a.css>", 0
    ),
    "page with entities": _row(
        "",
        "r.html",
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>Article 1 &a;</p></html>',
        0,
    ),
    "page of 20,000 elements deep": _html(
        "r.html: the page nests its elements too deeply, or one of them is too long, for…",
        "<div>" * 20_000 + "x",
    ),
    "page of 20,000 lists deep": _html(
        "r.html: the page nests its elements too deeply, or one of them is too long, for…",
        "<ul><li>" * 20_000 + "x",
    ),
    "page of 20,000 tables deep": _html(
        "r.html: the page nests its elements too deeply, or one of them is too long, for…",
        "<table><tr><td>" * 20_000 + "x",
    ),
    "element of 100,000 attributes": _html(
        "r.html: an element of the page has more than 2000 attributes; save it again",
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>",
    ),
    "cell over 10⁹ columns": _html(
        "", "<table><tr><td colspan=999999999 rowspan=999999999>x<td>y</table>", 0
    ),
    "2,000 cells over 1,000 columns": _html(
        "", "<table>" + "<tr><td colspan=1000 rowspan=1000>x" * 2_000 + "</table>", 0
    ),
    "list that starts at 10¹⁸": _html("", "<ol start=999999999999999999><li>x</ol>", 0),
    "footnotes that refer to each other": _html(
        "", "<p>a<a href='#n1'>1</a></p><p id=n1>x<a href='#n2'>2</a></p><p id=n2>y<a href='#n1'>1</a></p>", 0
    ),
    "200,000 open tags that never close": _html(
        "r.html: the page nests its elements too deeply, or one of them is too long, for…",
        "<b>" * 200_000 + "x",
    ),
    "comment that never ends": _row(
        "r.html: the file holds no text", "r.html", "<html><!--" + "x" * 1_000_000
    ),
    "10,000 comments in the head": _row("", "r.html", "<!---->" * 10_000 + "<html><p>x", 0),
    "2 MB without a tag": _html("", "x " * 1_000_000, 0, is_long=True),
    "page with NUL": _html(
        "r.html: the file is of a kind that is not known; what can be read is .docx, .pdf…",
        "<p>Art\0icle 1</p>",
    ),
    "page in UTF-16": _row("", "r.html", "<html><p>Article 1</p></html>".encode("utf-16"), 0),
    "page that says UTF-7": _html("", b"<meta charset=utf-7><p>+ADw-script+AD4-</p>", 0),
    "page that says an unknown encoding": _html("", b"<meta charset=unpack><p>Article 1</p>", 0),
    "page of nothing": _row("r.html: the file holds no text", "r.html", "<html></html>"),
    # Markdown.
    "Markdown with HTML": _md(
        "", "# Agreement\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n", 0
    ),
    "Markdown: 5,000 quotations deep": _md(
        "r.md: lists or quotations are nested deeper than 50 levels; use fewer", "> " * 5_000 + "x"
    ),
    "Markdown: 5,000 lists deep": _md(
        "r.md: lists or quotations are nested deeper than 50 levels; use fewer",
        "".join("  " * n + "- x\n" for n in range(1_000)),
    ),
    "Markdown: 50,000 open brackets": _md(
        "r.md: the file has more than 20,000 square brackets", "[" * 50_000
    ),
    "Markdown: 20,000 stars": _md("", "*a " * 20_000, 0),
    "Markdown: 20,000 stars and underscores": _md("", "*_" * 20_000 + "a", 0),
    "Markdown: 200,000 stars": _md("r.md: the file has more than 100,000 signs of Markdown", "*" * 200_000),
    "Markdown: 2,000 runs of accents": _md("", "".join("`" * (n % 90) + "a" for n in range(2_000)), 0),
    "Markdown: 10,000 links": _md("", "[a](" * 10_000, 0),
    "Markdown: 10,000 pictures": _md("", "![" * 10_000, 0, is_long=True),
    "Markdown: 10,000 definitions": _md(
        "", "".join(f"[a{n}]: <x{n}>\n" for n in range(10_000)) + "\n[a1] text\n", 0
    ),
    "Markdown: entities": _md("", "&#0; &#x110000; &#xD800; &lt;" * 1_000, 0),
    "Markdown: a table of 1,000 columns": _md(
        "",
        "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + ("|" + "b|" * 1_000 + "\n") * 3,
        0,
        is_long=True,
    ),
    "Markdown: a table of 100 columns that widens": _md(
        "", "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n" + "|b|\n" * 10_000, 0, is_long=True
    ),
    "Markdown: notes that refer to each other": _md("", "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n", 0),
    "Markdown: front matter that never ends": _md("", "---\n" + "a: b\n" * 10_000 + "# x\n", 0),
    "Markdown: front matter with tags": _md(
        "", "---\ntitle: !!python/object/apply:os.system ['touch canary']\n---\n\n# Agreement\n\nText.\n", 0
    ),
    # Plain text.
    "text of one line of 5 MB": _txt("", "word " * 1_000_000, 0, is_long=True),
    "text of 5,000 articles": _txt("", _articles(5_000), 0, is_long=True),
    "text of 1,000 articles": _txt("", _articles(1_000), 0),
    "one heading 5,000 times": _txt("", ("Article 1\n\n" + "x.\n\n") * 5_000, 0, is_long=True),
    "one heading 1,000 times": _txt("", ("Article 1\n\n" + "x.\n\n") * 1_000, 0),
    "5,000 labels in labels": _txt(
        "", "".join(f"{' ' * (n % 50)}({chr(97 + n % 26)}) x\n\n" for n in range(2_000)), 0
    ),
    "numbers without end": _txt("", "Article " + "9" * 50_000 + "\n\n" + "1." * 20_000 + " x\n", 0),
    "Roman numbers without end": _txt("", "Article " + "M" * 50_000 + "\n\nx\n", 0),
    "open quotation marks": _txt("", "“" * 100_000, 0),
    "open brackets": _txt("", "(" * 100_000, 0),
    "dashes and blanks": _txt("", ("- " * 50_000) + "x", 0),
    "1,000,000 blank lines": _txt(
        "r.txt: the file has more than 160,000 lines, and an agreement has fewer",
        "x" + "\n" * 1_000_000 + "y",
    ),
    "60,000 paragraphs": _txt(
        "r.txt: the file has more than 40,000 paragraphs, and no more are read",
        "x\n\n" * 60_000,
        is_long=True,
    ),
    "page of 300,000 elements": _html(
        "r.html: the page has 300,003 elements, and 250,000 at most are read", "<br>" * 300_000
    ),
    "page of 45,000 paragraphs": _html(
        "r.html: the file has more than 40,000 paragraphs, and no more are read",
        "<p>x" * 45_000,
        is_long=True,
    ),
    "Markdown: 1,000,000 cells": _md(
        "r.md: the file has more than 100,000 signs of Markdown",
        "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + ("|" * 1_000 + "\n") * 1_000,
        is_long=True,
    ),
    "blanks": _txt("", "x" + " " * 2_000_000 + "y", 0),
    "tabs": _txt("", "x" + "\t" * 500_000 + "y", 0),
    "no-break spaces": _txt("", "Article\u00a01" + "\u00a0" * 500_000 + "x", 0),
    "combining marks": _txt("", "Article 1\n\na" + "\u0301" * 500_000, 0),
    "bidi controls": _txt(
        "note: r.txt: line 3: U+202E (RIGHT-TO-LEFT OVERRIDE) stands here…",
        "Article 1\n\nThe \u202eseitraP\u202c shall meet.\n",
        0,
    ),
    "Cyrillic letters among Latin ones": _txt(
        "note: r.txt: line 3: U+0430 (CYRILLIC SMALL LETTER A) stands among…",
        "Article 1\n\nThe P\u0430rties shall meet.\n",
        0,
    ),
    "terminal escapes in a text": _txt(
        "r.txt: the file is of a kind that is not known; what can be read is .docx, .pdf,…",
        "Article 1\n\n\x1b]0;owned\x07\x1b[2J\n",
    ),
    "lone surrogates as bytes": _txt("", b"Article 1\n\n\xed\xa0\x80 text\n", 0),
    "text in UTF-32": _txt("", "Article 1\n\nText.\n".encode("utf-32"), 0),
    "dates that do not exist": Row(
        "facts r.txt",
        {
            "r.txt": just(
                "Done at Kyiv on 31 February 2024.\n\nArticle 1\n\nIn force for 99999999999 years.\n"
            )
        },
        0,
        "",
    ),
    "money without end": Row(
        "facts r.txt",
        {"r.txt": just("Article 1\n\nThe Party shall pay EUR " + "9" * 50_000 + " million in 2024.\n")},
        0,
        "",
    ),
    "facts of a text of 1 MB without a full stop": Row(
        "facts r.txt",
        {"r.txt": just("Article 1\n\n" + "the Party shall provide aid and " * 30_000)},
        0,
        "",
        is_long=True,
    ),
    "facts of names in names": Row(
        "facts r.txt",
        {"r.txt": just("Agreement between " + "the Government of " * 5_000 + "X and Y\n\nArticle 1\n\nx\n")},
        0,
        "",
    ),
    # JSON.
    "JSON of another kind": _json(
        'r.json: this JSON is not from treatydraft, which begins with {"treatydraft": 1, …}', '{"a": 1}'
    ),
    "JSON that is cut": _json(
        "r.json: the file is no JSON at line 1, column 40: unterminated string starting at",
        '{"treatydraft": 1, "kind": "document", "ti',
    ),
    "JSON of 100,000 levels": _json(
        "r.json: the JSON is nested too deeply for a document", _deep_json(100_000)
    ),
    "JSON of 500 levels": _json(
        "r.json: the JSON holds no document as this program writes it: title: expected an…", _deep_json(500)
    ),
    "JSON with a name twice": _json(
        "r.json: the name 'kind' stands twice in one object of the JSON; remove one of them",
        '{"treatydraft": 1, "kind": "document", "kind": "document"}',
    ),
    "JSON with NaN": _json(
        "r.json: the JSON holds NaN, which is no number of a document",
        '{"treatydraft": 1, "kind": "document", "body": NaN}',
    ),
    "JSON with a number of 10,000 digits": _json(
        "r.json: the JSON holds a number that is too large for a document",
        '{"treatydraft": 1, "kind": "document", "body": ' + "9" * 10_000 + "}",
    ),
    "JSON of another version": _json(
        "r.json: the JSON is of version 99999 of the format, and this program reads version 1",
        '{"treatydraft": 99999, "kind": "document"}',
    ),
    "JSON with another class": _json(
        "r.json: the JSON holds no document as this program writes it: title: expected an…",
        '{"treatydraft": 1, "kind": "document", "__class__": "os"}',
    ),
    "JSON with a list for a name": _json(
        "r.json: the JSON holds no document as this program writes it: title: expected an…",
        '{"treatydraft": 1, "kind": "document", "title": []}',
    ),
    "JSON in UTF-16": _json(
        "r.json: the JSON is not UTF-8 at byte 0; save it as UTF-8", '{"treatydraft": 1}'.encode("utf-16")
    ),
    # PDF.
    "PDF with a password": _pdf(
        "r.pdf: the PDF is locked with a password: save a copy without one and read that", _locked
    ),
    "PDF that is cut": _pdf(
        "r.pdf: the PDF is damaged or cut off: get it again, or print it to a new PDF and…",
        raw_pdf(_WORD)[:200],
    ),
    "PDF of a head": _pdf(
        "r.pdf: the PDF is damaged or cut off: get it again, or print it to a new PDF and…", b"%PDF-1.7\n"
    ),
    "PDF of 5,000 pages": _pdf(
        "r.pdf: the PDF has 5000 pages, and 2000 at most are read: save the pages of the…",
        lambda: raw_pdf(_WORD, count=5_000),
    ),
    "PDF whose pages are in a loop": _pdf(
        "r.pdf: the PDF holds pictures of pages and no text: run text recognition (OCR) o…",
        lambda: (
            raw_pdf(_WORD)
            .replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
            .replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
        ),
    ),
    "PDF of 100 MB of operators": _pdf(
        "r.pdf: the PDF holds pictures of pages and no text: run text recognition (OCR) o…",
        lambda: _packed_pdf(b"q Q " * 25_000_000),
        is_long=True,
    ),
    "PDF of 10 MB of operators": _pdf(
        "r.pdf: the PDF holds pictures of pages and no text: run text recognition (OCR) o…",
        lambda: _packed_pdf(b"q Q " * 2_500_000),
    ),
    "PDF packed four times": _pdf(
        "r.pdf: the PDF holds pictures of pages and no text: run text recognition (OCR) o…",
        lambda: _packed_pdf(b" " * 100_000_000, 4),
    ),
    "PDF of 800,000 letters": _pdf(
        "r.pdf: page 1 of the PDF holds more than 50,000 characters: leave it out",
        lambda: _packed_pdf(
            b"BT /F 12 Tf 1 0 0 1 50 200 Tm " + (b"(" + b"Fish " * 100 + b") Tj ") * 1_600 + b" ET"
        ),
        is_long=True,
    ),
    "PDF of 100,000 saves": _pdf("", lambda: raw_pdf(b"q " * 100_000 + _WORD), 0),
    "PDF with a page of 10⁹ points": _pdf("", lambda: raw_pdf(_WORD, box="0 0 1000000000 1000000000"), 0),
    "PDF with a script": _pdf(
        "",
        lambda: raw_pdf(_WORD).replace(
            b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
        ),
        0,
    ),
    # Comparison.
    "diff of two texts of 500 articles": _diff("", _articles(500), _articles(500, 250)),
    "diff of two texts of 2,000 articles": _diff("", _articles(2_000), _articles(2_000, 1_000), is_long=True),
    "diff of one heading 500 times": _diff("", "Article 1\n\nx.\n\n" * 500, "Article 1\n\ny.\n\n" * 500),
    "diff of one heading 2,000 times": _diff(
        "", "Article 1\n\nx.\n\n" * 2_000, "Article 1\n\ny.\n\n" * 2_000, is_long=True
    ),
    "diff of all different": _diff(
        "",
        "".join(f"{zlib.crc32(b'%d' % n):x} {n}.\n\n" for n in range(1_000)),
        "".join(f"{zlib.crc32(b'-%d' % n):x} {n}.\n\n" for n in range(1_000)),
        is_long=True,
    ),
    "diff of all alike": _diff("", "The same.\n\n" * 3_000, "The same.\n\n" * 3_000, 0, is_long=True),
    "diff of alike but one": _diff(
        "", "The same.\n\n" * 1_000, "The same.\n\n" * 999 + "Not.\n\n", is_long=True
    ),
    "diff of a paragraph of 1 MB": _diff(
        "new.txt: a paragraph has 999,999 characters, and 100,000 at most are compared; d…",
        "a",
        "word " * 200_000,
        2,
    ),
    "diff of a paragraph of 90 KB, all different": _diff(
        "", " ".join(f"a{n}" for n in range(15_000)), " ".join(f"b{n}" for n in range(15_000)), is_long=True
    ),
    "diff of a paragraph turned round": _diff(
        "", " ".join(str(n) for n in range(15_000)), " ".join(str(n) for n in range(15_000, 0, -1))
    ),
    "diff of a long word": _diff("", "a" * 90_000, "a" * 89_999 + "b"),
    "diff of two letters": _diff("", "a b " * 20_000, "b a " * 20_000, is_long=True),
}
