"""PDF: tagged, repeatable, with every word, on machines with and without the optional part."""

import io
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import documents, strategies

from treatydraft.document import tree
from treatydraft.writers import MissingExtraError, MissingGlyphsError
from treatydraft.writers.pdf import write_pdf

pytest.importorskip("typst", reason="missing tool: typst")

DAY = datetime(2024, 6, 13, 12, tzinfo=UTC)
# What the fonts inside the engine show, less what a line may end at or what joins into one sign.
LETTERS = st.characters(codec="latin-1", categories=("L", "N", "P", "S"), exclude_characters="\u00ad")


def _read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _text(pdf: bytes) -> str:
    return _squeezed("".join(page.extract_text() for page in _read(pdf).pages))


@pytest.mark.parametrize("name", documents.EXAMPLES)
def test_every_clause_is_there_in_order(name: str) -> None:
    document = documents.EXAMPLES[name]()
    rest = _text(write_pdf(document, timestamp=DAY))
    for clause in tree.clauses(document):
        words = [_squeezed(part) for part in (clause.label + clause.heading, tree.plain(clause.text))]
        for part in words:
            # Where a footnote is called, its number stands in the text.
            found = part if part in rest else part.removesuffix(",")
            assert found in rest, clause.id
            rest = rest[rest.index(found) + len(found) :]


@settings(max_examples=10)
@given(strategies.documents(strategies.words(LETTERS).filter(lambda text: "日" not in text)))
def test_any_document_can_be_set(document: tree.Document) -> None:
    assert write_pdf(document, timestamp=DAY).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("words", [text for text in strategies.HOSTILE if "日" not in text], ids=repr)
def test_no_value_is_markup(words: str) -> None:
    body = (tree.Clause("paragraph", "x", text=documents.inline("<<", words, ">>")),)
    pdf = write_pdf(replace(documents.american(), body=body), timestamp=DAY)
    assert _squeezed(f"<<{words}>>") in _text(pdf)


def test_same_document_gives_the_same_bytes_in_any_time_zone() -> None:
    document = documents.sections()
    first = write_pdf(document, timestamp=DAY)
    assert write_pdf(document, timestamp=DAY) == first
    assert write_pdf(document, timestamp=DAY.astimezone(timezone(timedelta(hours=9)))) == first


def test_file_says_what_it_is() -> None:
    reader = _read(write_pdf(documents.american(), timestamp=DAY))
    root = reader.root_object
    assert reader.metadata is not None
    assert (
        reader.metadata.title
        == "Agreement on Security Cooperation between Borduria and the Republic of Arcadia"
    )
    assert reader.metadata.creation_date == DAY
    assert str(root["/Lang"]) == "en-US"
    assert "/Marked" in str(root["/MarkInfo"])
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "Article\N{NO-BREAK SPACE}I: Purpose",
        "Article\N{NO-BREAK SPACE}II: Consultation",
        "Article\N{NO-BREAK SPACE}III: Entry into Force and Term",
        "Annex Areas of Support",
    ]


@pytest.mark.parametrize(("name", "size"), [("american", (612, 792)), ("centred", (595, 842))])
def test_paper_follows_the_country(name: str, size: tuple[int, int]) -> None:
    box = _read(write_pdf(documents.EXAMPLES[name](), timestamp=DAY)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_each_page_has_marking_and_number_and_annexes_have_pages_of_their_own() -> None:
    pages = [page.extract_text() for page in _read(write_pdf(documents.american(), timestamp=DAY)).pages]
    assert len(pages) == 2
    assert all("Draft, version 2" in _spaced(page) for page in pages)
    assert [f"Page {number} of 2" in _spaced(page) for number, page in enumerate(pages, start=1)] == [
        True,
        True,
    ]
    assert "Areas of Support" in _spaced(pages[1])


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_signatures_are_never_apart_from_each_other_or_the_testimonium() -> None:
    filler = tuple(
        tree.Clause("paragraph", f"x{n}", text=documents.inline("Peace. " * 40)) for n in range(60)
    )
    for count in range(12, 40, 3):
        document = replace(documents.sections(), body=filler[:count])
        pages = [_spaced(page.extract_text()) for page in _read(write_pdf(document, timestamp=DAY)).pages]
        last = next(page for page in pages if "Signed in Brussels" in page)
        assert "Iryna Koval" in last
        assert "President of the Commission" in last


def test_missing_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"install treatydraft\[pdf\]"):
        write_pdf(documents.american(), timestamp=DAY)


def test_characters_that_no_font_has_are_named() -> None:
    document = replace(documents.american(), title=documents.inline("Agreement \u0378"))
    with pytest.raises(MissingGlyphsError, match=r"can show \\u\{378\}"):
        write_pdf(document, timestamp=DAY)


def test_other_scripts_are_set_with_the_fonts_of_the_machine() -> None:
    document = replace(documents.american(), title=documents.inline("協定"))
    try:
        assert "協定" in _text(write_pdf(document, timestamp=DAY))
    except MissingGlyphsError:
        pytest.skip("missing tool: a font for Chinese")
