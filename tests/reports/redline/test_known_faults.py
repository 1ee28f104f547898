"""Faults of other redlines that were reported in public: each row a test of its whole kind, both ways."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest
from tests.reports.redline.drafts import SHEETS, lists
from tests.reports.redline.exactness import audited, marks, redline
from tests.reports.redline.marks import shown
from tests.word.files import paragraph, template
from tests.word.known_faults import ooxml
from tests.word.known_faults.ooxml import Xml, control_block, numbered, p, ps, reference, row, table
from tests.word.known_faults.package import docx, section, section_end, zipped
from tests.word.known_faults.reading import members

from treatydraft.reports.redline import Redline

A: Final = "The Parties shall consult one another within 24 hours of an attack."
B: Final = "This Agreement is governed by the law of Zagora."
C: Final = "Either Party may end it by written notice of six months."
D: Final = "Done in duplicate in the English language."
HYPHEN: Final = Xml("<w:r><w:noBreakHyphen/></w:r>")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files, and what their redline must show besides being exact."""

    old: bytes
    new: bytes
    holds: Callable[[Redline], bool] = lambda _: True


def _has(**counts: int) -> Callable[[Redline], bool]:
    """So many marks of these kinds."""
    return lambda made: {kind: marks(made.data)[kind] for kind in counts} == counts


def _shows(*expected: str, part: str = "document") -> Callable[[Redline], bool]:
    return lambda made: shown(made.data, part) == list(expected)


def _all(*holds: Callable[[Redline], bool]) -> Callable[[Redline], bool]:
    return lambda made: all(one(made) for one in holds)


def _count(text: bytes, times: int, part: str = "word/document.xml") -> Callable[[Redline], bool]:
    return lambda made: members(made.data)[part].count(text) == times


def _notes(*contents: Xml) -> dict[str, str]:
    return {"footnotes": ooxml.notes("footnote", *contents)}


def _letters(*texts: str) -> list[Xml]:
    return [numbered(text, list_id=2) for text in texts]


def _grid(*cells: str) -> Xml:
    return table(row(*cells), columns=len(cells))


_CITED: Final = (
    p("It stands", reference("footnote"), " here."),
    p("And there", reference("footnote", 2), "."),
)
_HEAD: Final = section("header1", footer="footer1")
_EDGES: Final = {"header1": p("Draft of May"), "footer1": p("Page one")}
_LONG: Final = (
    " and each year a list of all the vessels, crews and ports that take part in the exchange of data."
)


PAIRS: Final[dict[str, Pair]] = {
    "moved and edited (JSv4/Docxodus#359)": Pair(
        docx(ps(A, B, C, D)),
        docx(ps(A, C, B.replace("Zagora", "Arcadia"), D)),
        _has(moveFrom=2, moveTo=2, ins=0),
    ),
    "moved beside plain edits (JSv4/Docxodus#96)": Pair(
        docx(ps(A, B, C, D)),
        docx(ps(B, A.replace("24", "72"), C.replace("six", "nine"), D)),
        _has(moveFrom=2, moveTo=2, ins=1, **{"del": 1}),
    ),
    "an empty paragraph in a note (JSv4/Docxodus#592)": Pair(
        docx(*_CITED, parts=_notes(p("First.") + p(), p("Second."))),
        docx(*_CITED, parts=_notes(p("First.") + p(), p("Another."))),
        _count(b"<w:p/>", 1, "word/footnotes.xml"),
    ),
    "a list item deleted (JSv4/Docxodus#336)": Pair(
        docx(*_letters("ships", "boats", "rafts", "buoys", "piers"), p(D)),
        docx(*_letters("ships", "rafts", "buoys", "piers"), p(D)),
        _shows("ships", "[-boats-]¶del", "rafts", "buoys", "piers", D),
    ),
    "legal numbers (JSv4/Docxodus#75)": Pair(
        docx(numbered(A), numbered(B), p(D), parts={"numbering": lists(("decimal", "%1."))}),
        docx(
            numbered(A),
            numbered(B),
            p(D),
            parts={"numbering": lists(("decimal", "%1.%2"), legal="<w:isLgl/>")},
        ),
        _all(_has(ins=0, pPrChange=2), _count(b"<w:isLgl/>", 1, "word/numbering.xml")),
    ),
    "a bookmark, a reference and a hyphen (JSv4/Docxodus#241)": Pair(  # type: ignore[call-arg]  # two files
        *(  # type: ignore[arg-type]
            docx(
                p(
                    ooxml.bookmarked("_Ref1", "the self"),
                    HYPHEN,
                    "defence of ",
                    ooxml.field(" REF _Ref1 \\h ", "1"),
                    f" {word}",
                )
            )
            for word in ("now", "then")
        ),
        _all(
            _shows("the self\u2011defence of 1 [-now-]{+then+}"),
            _count(b'w:name="_Ref1"', 1),
            _count(b"<w:noBreakHyphen/>", 1),
            _count(b"<w:bookmarkEnd ", 1),
        ),
    ),
    "only a comment (JSv4/Docxodus#579)": Pair(
        docx(p(A)),
        docx(
            p(ooxml.comment_start(), A, ooxml.comment_end()),
            parts={"comments": ooxml.notes("comment", p("Why?"))},
        ),
        _all(_has(ins=0, **{"del": 0}), lambda made: any("comments" in note for note in made.notes)),
    ),
    "changes that are tracked already (UseJunior/safe-docx#742)": Pair(
        docx(p(A), p("a ", ooxml.deleted("b "), "c")),
        docx(p(A.replace("24", "72")), p("a ", ooxml.inserted("b "), "c")),
        lambda made: len(made.notes) == 2 and all("tracked changes" in note for note in made.notes),
    ),
    "only a word in a text box (UseJunior/safe-docx#647)": Pair(
        docx(p("See ", ooxml.new_text_box(p("the old chart")))),
        docx(p("See ", ooxml.new_text_box(p("the new chart")))),
    ),
    "only a header (UseJunior/safe-docx#648)": Pair(
        docx(p(A), parts=_EDGES, last=_HEAD),
        docx(p(A), parts={**_EDGES, "header1": p("Draft of June")}, last=_HEAD),
        _shows("Draft of [-May-]{+June+}", part="header1"),
    ),
    "only a footer that came (UseJunior/safe-docx#648)": Pair(
        docx(p(A)), docx(p(A), parts=_EDGES, last=_HEAD), _shows("{+Page one+}", part="footer1")
    ),
    "only the margins (UseJunior/safe-docx#648)": Pair(
        docx(p(A)),
        docx(p(A), last=Xml(section().replace('w:top="1440"', 'w:top="720"'))),
        _has(sectPrChange=1),
    ),
    "a section that came (UseJunior/safe-docx#648)": Pair(
        docx(ps(A, B)), docx(p(A), section_end(section()), p(B)), _has(ins=1)
    ),
    "a long tail (UseJunior/safe-docx#734)": Pair(
        docx(ps(A, C, D)), docx(ps(A.removesuffix(".") + _LONG, C, D)), _has(ins=1, **{"del": 0})
    ),
    "the last paragraph deleted (UseJunior/safe-docx#891)": Pair(
        docx(ps(A, B, C)), docx(ps(A, B)), _shows(A, f"{B}¶del", f"[-{C}-]")
    ),
    "the last paragraph moved (UseJunior/safe-docx#973)": Pair(docx(ps(A, B, C)), docx(ps(C, A, B))),
    "the last one behind a table (UseJunior/safe-docx#891)": Pair(
        docx(p(A), _grid("a", "b"), p(C)), docx(p(A), _grid("a", "b"), p())
    ),
    "a table in a table (OfficeDev/Open-Xml-PowerTools#108)": Pair(
        docx(table(row(ooxml.cell(_grid("in one", "in two"), p()), "b")), p()),
        docx(table(row(ooxml.cell(_grid("in one", "in three"), p()), "b")), p()),
        _has(ins=1, **{"del": 1}),
    ),
    "bookmarks and comments stay (OfficeDev/Open-Xml-PowerTools#268)": Pair(  # type: ignore[call-arg]  # two files
        *(  # type: ignore[arg-type]
            docx(
                p(ooxml.bookmarked("here", ooxml.comment_start(), text, ooxml.comment_end())),
                parts={"comments": ooxml.notes("comment", p("Why?"))},
            )
            for text in (A, A.replace("24", "72"))
        ),
        _all(
            _count(b'w:name="here"', 1), _count(b"<w:commentReference ", 1), _count(b"<w:commentRangeEnd ", 1)
        ),
    ),
    "deleted words are deleted text (jgm/pandoc#4346)": Pair(
        docx(p(A)), docx(p(A.replace("24 hours", "a day"))), _has(ins=1, **{"del": 1})
    ),
    "a phrase over three runs (dealfluence/adeu#141)": Pair(
        docx(p("The ", ooxml.bold("Parties"), ooxml.italic(" shall"), " consult."), p(D)),
        docx(p("The consult."), p(D)),
    ),
    "a part without the prefix of another (dealfluence/adeu#23)": Pair(
        docx(p(ooxml.new_text_box(p("boxed")), " a b c"), p(D)),
        docx(p(D)),
    ),
    "a tab and blanks (dealfluence/adeu#3)": Pair(
        docx(p("(a)", ooxml.TAB, "ships and boats")),
        docx(p("(a) ships and boats")),
        _shows("(a)[-\t-]{+ +}ships and boats"),
    ),
    "composed and combining accents (google/diff-match-patch#123)": Pair(
        docx(p("caf\u00e9 and na\u00efve")), docx(p("cafe\u0301 and nai\u0308ve"))
    ),
    "a wider cell and a row (Rohland/htmldiff.net#5)": Pair(
        docx(table(row("a", "b"), row("c", "d")), p()),
        docx(
            table(
                row(ooxml.cell("a b", properties='<w:gridSpan w:val="2"/>')),
                row("e", "f"),
                row("c", "d"),
            ),
            p(),
        ),
    ),
    "split (UseJunior/safe-docx#773)": Pair(
        docx(p(f"{A} {B}"), p(D)), docx(ps(A, B, D)), _shows(f"{A}[- -]¶ins", B, D)
    ),
    "merged (UseJunior/safe-docx#773)": Pair(
        docx(ps(A, B, D)), docx(p(f"{A} {B}"), p(D)), _shows(f"{A}¶del", f"{{+ +}}{B}", D)
    ),
    "a split list item (stella/folio#805)": Pair(
        docx(numbered(f"{A} {B}"), p(D)), docx(numbered(A), p(B), p(D)), _has(pPrChange=1)
    ),
    "a column (peers.md)": Pair(docx(_grid("a", "b"), p()), docx(_grid("a", "b", "c"), p())),
    "two that changed places (hammer-editor#681)": Pair(
        docx(ps(A, "The cat sat on the mat.", C, D)), docx(ps(C, "The dog sat on the mat.", A, D))
    ),
    "blank and repeated paragraphs (stella/folio#833)": Pair(
        docx(p(), p("[Reserved]"), p(), p(A), p("[Reserved]"), p(), p(B)),
        docx(p("[Reserved]"), p(A), p(), p(), p("[Reserved]"), p(B), p()),
    ),
    # LibreOffice takes a mark between two insertions for an inserted one.
    "words and then paragraphs inserted": Pair(
        docx(p("the ships of each Party."), p(D)),
        docx(p("the ships of each Party; and"), p("the boats.", style="Heading1"), p("the rafts"), p(D)),
        _all(
            _shows("the ships of each Party[-.-]{+; and+}¶ins", "{+the boats.+}¶ins", "{+the rafts+}", D),
            _has(pPrChange=0),
        ),
    ),
    "words and then a paragraph of another style inserted": Pair(
        docx(p(A, style="Heading2"), p(D)),
        docx(p(A + " Soon.", style="Heading2"), p("Headings are set so.", style="Heading1"), p(D)),
        _has(pPrChange=1),
    ),
    "words inserted before a paragraph that stays, and one at the end": Pair(
        docx(ps(A, C)), docx(ps(A.replace("attack.", "attack; and so on"), C, D))
    ),
    "a content control that goes": Pair(docx(control_block(*[p(A), p(B)]), p(D)), docx(p(D))),
}


@pytest.mark.parametrize("name", PAIRS)
def test_right_where_others_are_not(name: str) -> None:
    pair = PAIRS[name]
    made = audited(pair.old, pair.new)
    assert pair.holds(made), (made.counts, made.notes, shown(made.data))


@pytest.mark.parametrize("name", PAIRS)
def test_and_the_other_way_round(name: str) -> None:
    pair = PAIRS[name]
    redline(pair.new, pair.old)


def test_a_short_template_against_a_long_document_takes_no_time() -> None:
    """JSv4/Docxodus#693: 50 paragraphs against 1,100, many of them blank."""
    short = docx(*(p(f"{A} Of {number}.") if number % 2 else p() for number in range(50)))
    words = ("ships", "boats", "rafts", "ports", "crews")
    long = docx(*(p(f"{words[n % 5]} {n} {words[n % 3]} {C}") if n % 2 else p() for n in range(1100)))
    redline(short, long)


def test_stock_phrases_pair_with_their_own_clause() -> None:
    """UseJunior/safe-docx#61: clauses that share most of their words are told apart by the rest."""
    stock = (
        "Subject to the laws in force, and unless the Parties agree otherwise, each of them may decide on {}."
    )
    subjects = ("dividends", "liquidation", "transfers", "voting", "audits", "seats")
    old = docx(ps(*(stock.format(subject) for subject in subjects)))
    new = docx(ps(*(stock.format(subject) for subject in ("fees", *subjects[:2], *subjects[3:]))))
    made = audited(old, new)
    kept = [line for line in shown(made.data) if line == stock.format("liquidation")]
    assert kept == [stock.format("liquidation")]
    assert marks(made.data)["ins"] <= 3


def test_a_background_before_the_text_is_kept() -> None:
    coloured = b'<w:background w:color="FFCC00"><v:background id="_x0000_s1025"/></w:background><w:body>'
    files = []
    for text in (A, A.replace("24", "72")):
        parts = members(docx(ps(text, D)))
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", coloured)
        files.append(zipped(parts))
    made = redline(*files)
    assert coloured in members(made.data)["word/document.xml"]


@pytest.mark.parametrize("sheet", ["usual", "another default", "a default for tables"])
def test_files_without_styles_go_with_those_that_have_some(sheet: str) -> None:
    bare = template(paragraph(A), paragraph(D))
    styled = docx(p(A.replace("24", "72")), p(C, style="Heading1"), p(D), parts=SHEETS[sheet])
    redline(bare, styled)
    redline(styled, bare)
