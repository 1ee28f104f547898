"""Templates whose loops repeat what Word wants to be unique: bookmarks, notes, drawings, numbers."""

from typing import Final

from tests.word.known_faults.ooxml import (
    Xml,
    bookmark_end,
    bookmark_start,
    bookmarked,
    comment_end,
    comment_start,
    control,
    control_block,
    field,
    joined,
    new_text_box,
    notes,
    numbered,
    p,
    picture,
    ps,
    reference,
    row,
    table,
    text_box,
)
from tests.word.known_faults.package import IMAGE, Link, docx, section

ARTICLES: Final = {
    "articles": [
        {"title": "Purpose", "items": ["aim", "scope"], "url": "https://x.test/1"},
        {"title": "Support & <Aid>", "items": ["air", "land", "sea"], "url": "https://x.test/2?a=b&c=d"},
        {"title": "Term", "items": ["years"], "url": "https://x.test/3"},
    ]
}
TITLES: Final = ["Purpose", "Support & <Aid>", "Term"]


def each(*paragraphs: Xml, loop: str = "a in articles") -> Xml:
    """These paragraphs in a loop."""
    return Xml(p(f"{{%p for {loop} %}}") + "".join(paragraphs) + p("{%p endfor %}"))


def each_row(*cells: Xml) -> Xml:
    """These cells in a row for each article."""
    return table(
        row(p_cell("{%tr for a in articles %}"), p_cell("")),
        row(*cells),
        row(p_cell("{%tr endfor %}"), p_cell("")),
    )


def p_cell(text: str) -> Xml:
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>')


def _wide_cell(content: Xml) -> Xml:
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{content}</w:tc>')


def _ref(name: str, switches: str = "\\h") -> Xml:
    return field(f" REF {name} {switches} ", "?")


# The text of the template, and for each field in order the pass (from 0) whose bookmark it points to.
BOOKMARKS: Final[dict[str, tuple[Xml, tuple[int, ...]]]] = {
    "da#805 REF in the same pass": (
        each(p(bookmarked("art", "{{ a.title }}")), p("see ", _ref("art"))),
        (0, 1, 2),
    ),
    "dts#390 REF before its bookmark": (
        each(p("see ", _ref("art")), p(bookmarked("art", "{{ a.title }}"))),
        (0, 1, 2),
    ),
    "dt#401 REF outside": (Xml(each(p(bookmarked("art", "{{ a.title }}"))) + p("see ", _ref("art"))), (0,)),
    "dt#401 REF outside and before": (
        Xml(p("see ", _ref("art")) + each(p(bookmarked("art", "{{ a.title }}")))),
        (0,),
    ),
    "dts#390 page reference": (
        each(p(bookmarked("art", "{{ a.title }}")), p(field(" PAGEREF art \\h ", "1"))),
        (0, 1, 2),
    ),
    "da#805 over paragraphs": (
        each(p(bookmark_start("art"), "{{ a.title }}"), p("more", bookmark_end()), p(_ref("art"))),
        (0, 1, 2),
    ),
    "da#805 in rows": (
        Xml(each_row(_wide_cell(p(bookmarked("art", "{{ a.title }}"))), _wide_cell(p(_ref("art")))) + p()),
        (0, 1, 2),
    ),
    "da#805 inline loop": (
        p("{% for a in articles %}", bookmarked("art", "{{ a.title }}"), _ref("art"), "{% endfor %}"),
        (0, 1, 2),
    ),
    "da#805 REF in a loop within": (
        each(p(bookmarked("art", "{{ a.title }}")), each(p("{{ i }} ", _ref("art")), loop="i in a['items']")),
        (0, 0, 1, 1, 1, 2),
    ),
    "da#805 REF in another loop": (
        Xml(each(p(bookmarked("art", "{{ a.title }}"))) + each(p(_ref("art")), loop="i in [1, 2]")),
        (0, 0),
    ),
}


def notes_in_a_loop(kind: str) -> bytes:
    """A note that a loop refers to, one that stands outside of it, and one in a loop within a loop."""
    inner = each(p("{{ i }}", reference(kind, 3)), loop="i in a['items']")
    body = Xml(p("First", reference(kind, 1)) + each(p("{{ a.title }}", reference(kind, 2)), inner))
    content = notes(kind, p("Fixed {{ n }}"), p("On {{ a.title }}"), p("{{ a.title }}: {{ i }}"))
    return docx(body, parts={f"{kind}s": content})


NOTES: Final = [
    "Fixed 3",
    *("On Purpose", "Purpose: aim", "Purpose: scope"),
    *("On Support & <Aid>", *(f"Support & <Aid>: {item}" for item in ("air", "land", "sea"))),
    *("On Term", "Term: years"),
]


def comments_in_a_loop() -> bytes:
    """A commented range in each pass."""
    commented = p("a ", comment_start(), "{{ a.title }}", comment_end(), " b")
    return docx(each(commented), parts={"comments": notes("comment", p("On {{ a.title }}"))})


def drawings() -> bytes:
    """Pictures in loops of the text and of a header, whose ids collide where only the text is counted."""
    body = each(p(picture(1)), p(picture(2))) + p(picture(5))
    header = p(picture(1001, "image2")) + each(p(picture(1002, "image2")))
    links = {"document": {"image1": IMAGE}, "header1": {"image2": IMAGE}}
    return docx(body, parts={"header1": header}, last=section("header1"), links=links)


def equal_drawings() -> bytes:
    """Pictures with one id in two parts, as Word itself writes them."""
    links = {"document": {"image1": IMAGE}, "header1": {"image1": IMAGE}}
    header = p("{{ n }}", picture(1))
    return docx(p("{{ n }}", picture(1)), parts={"header1": header}, last=section("header1"), links=links)


def boxes() -> bytes:
    """Text boxes of both kinds in a loop."""
    return docx(each(p(new_text_box(p("{{ a.title }}"), number=7)), p(text_box(p("old {{ a.title }}")))))


def identities() -> bytes:
    """Paragraph ids and content controls in a loop."""
    named = p("{{ a.title }}", attributes='w14:paraId="1A2B3C4D" w14:textId="77777777"')
    return docx(each(named, p("in ", control("{{ a.title }}")), control_block(p("block"))), p("after"))


def links_in_a_loop() -> bytes:
    """A link in each pass whose target the pass gives."""
    linked = Xml(f'<w:hyperlink r:id="link1">{joined(["{{ a.title }}"])}</w:hyperlink>')
    links = {"document": {"link1": Link("hyperlink", "{{ a.url }}", external=True)}}
    return docx(each(p("see ", linked)), links=links)


# --- Numbers ----------------------------------------------------------------------------------------------

_NESTED_ITEMS: Final = each(numbered("{{ i }}", level=1), loop="i in a['items']")
# For each numbered paragraph of the result, the number that Word prints.
NUMBERS: Final[dict[str, tuple[Xml, list[str]]]] = {
    "dt#425 items under a heading": (
        each(p("{{ a.title }}", style="Heading1"), numbered("one"), numbered("two")),
        ["1.", "2."] * 3,
    ),
    "dt#598 items of a loop under a heading": (
        each(p("{{ a.title }}"), each(numbered("{{ i }}"), loop="i in a['items']")),
        ["1.", "2.", "1.", "2.", "3.", "1."],
    ),
    "pd#25 the loop makes the list": (each(numbered("{{ a.title }}")), ["1.", "2.", "3."]),
    "dxt#217 two lists, one for each loop": (
        Xml(
            each(numbered("{{ a.title }}"))
            + p("between")
            + each(numbered("{{ a.title }}", list_id=2), loop="a in articles")
        ),
        ["1.", "2.", "3.", "I)", "II)", "III)"],
    ),
    "dxt#662 articles numbered, items below": (
        each(numbered("{{ a.title }}"), _NESTED_ITEMS),
        ["1.", "(a)", "(b)", "2.", "(a)", "(b)", "(c)", "3.", "(a)"],
    ),
    "M2Doc#471 fixed items before": (
        Xml(numbered("fixed") + each(numbered("{{ a.title }}")) + numbered("after")),
        ["1.", "2.", "3.", "4.", "5."],
    ),
    "dt#425 two levels under a heading": (
        each(p("{{ a.title }}"), numbered("one"), numbered("sub", level=1), numbered("two")),
        ["1.", "(a)", "2."] * 3,
    ),
    "dt#425 another list runs on": (
        each(p("{{ a.title }}"), numbered("one"), numbered("two")) + numbered("other", list_id=2),
        ["1.", "2."] * 3 + ["I)"],
    ),
    "dt#425 in rows": (
        Xml(
            each_row(_wide_cell(p("{{ a.title }}")), _wide_cell(Xml(numbered("one") + numbered("two")))) + p()
        ),
        ["1.", "2."] * 3,
    ),
    "dt#425 numbered by their style": (
        each(p("{{ a.title }}"), p("one", style="Item"), p("two", style="Item")),
        ["1.", "2."] * 3,
    ),
    "dt#425 deep in another loop": (
        each(
            p("{{ a.title }}", style="Heading1"),
            each(p("{{ i }}", style="Heading2"), numbered("one"), numbered("two"), loop="i in a['items']"),
        ),
        ["1.", "2."] * 6,
    ),
    "pd#25 restarts as asked": (
        each(p("{%p numbering restart %}"), numbered("{{ a.title }}"), numbered("more")),
        ["1.", "2."] * 3,
    ),
    "pd#25 runs on as asked": (
        each(p("{%p numbering continue %}"), p("{{ a.title }}"), numbered("one")),
        ["1.", "2.", "3."],
    ),
    "pd#25 outside of loops": (Xml(numbered("one") + ps("text") + numbered("two")), ["1.", "2."]),
}
