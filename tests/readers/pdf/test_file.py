"""PDFs that cannot be read are refused in one sentence, and nothing that can be read is lost."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents import EXAMPLES
from tests.readers.line_words import shown
from tests.readers.lines import all_words
from tests.readers.pdf.pages import LONG, PAGE, pdf, raw_pdf
from tests.readers.wording import words_of_document, words_of_reading

import treatydraft as td
from treatydraft.document import tree
from treatydraft.limits import raised
from treatydraft.packs import find_pack
from treatydraft.readers.lines import ReadError
from treatydraft.readers.pdf import read_pdf
from treatydraft.readers.recognition import recognise

FISH: Final = pdf("The Parties share fish.")
WORD: Final = b"BT /F 12 Tf 1 0 0 1 50 200 Tm (Fish) Tj ET"


def encrypted(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(FISH))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"words", "not a PDF"),
        (FISH[: len(FISH) // 3], "damaged"),
        (encrypted("secret", "more"), "password"),
        (raw_pdf(b""), "text recognition"),
        (raw_pdf(b"BT /F 12 Tf (   ) Tj ET"), "text recognition"),
        (raw_pdf(b"\xff\x00(((<<BT Tf \xfe"), "text recognition"),
        (raw_pdf(WORD, count=2_001), "2000 at most"),
        (re.sub(rb"/Kids ?\[3 0 R\]", b"/Kids[2 0 R]", raw_pdf(WORD)), "damaged|text recognition"),
        (raw_pdf(WORD).replace(b"/Type/Page/", b"/Type/Fish/").replace(b"3 0 R", b"9 0 R"), "damaged|text"),
    ],
    ids=[
        "empty",
        "no objects",
        "no PDF",
        "cut off",
        "password",
        "no words",
        "spaces",
        "garbage",
        "many pages",
        "pages in a loop",
        "pages missing",
    ],
)
def test_file_that_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as error:
        read_pdf(data)
    assert "\n" not in str(error.value)


def test_too_many_characters_are_refused() -> None:
    with raised({"pdf_characters": 10}), pytest.raises(ReadError, match="more than 10 characters"):
        read_pdf(FISH)


def test_file_that_only_its_owner_may_change_is_read() -> None:
    assert shown(read_pdf(encrypted("", "more"))) == ["The Parties share fish."]


@pytest.mark.parametrize(
    "data",
    [
        raw_pdf(WORD, box="0 0 1000000000 1000000000"),
        raw_pdf(WORD, box="300 300 0 0"),
        raw_pdf(WORD, box="0 0 0 0"),
        raw_pdf(b"q " * 10_000 + WORD),
        raw_pdf(WORD + b" BT /F 12 Tf 1 0 0 1 1e30 -1e30 Tm ( ) Tj ET \xff\x00 garbage ) >>"),
        b"junk before\n" + raw_pdf(WORD),
        raw_pdf(WORD) + b"junk after",
    ],
    ids=["huge page", "turned page", "page of no size", "deep", "garbage", "junk before", "junk after"],
)
def test_odd_file_is_read(data: bytes) -> None:
    assert shown(read_pdf(data)) == ["Fish"]


def test_many_pages_are_read() -> None:
    assert len(read_pdf(raw_pdf(WORD, count=1_000)).headers) == 1_000


NUMBERS: Final = st.one_of(
    st.integers(-50, 400), st.sampled_from([0, 0.001, 1e-30, 1e9, -1e9, 1e38]), st.floats(-1, 1, width=16)
)


@given(st.lists(st.tuples(*[NUMBERS] * 7, st.sampled_from(["Fish", "1.", "(a)", "•", " "])), max_size=12))
@settings(max_examples=30)
def test_no_place_of_words_breaks_the_reader(drawn: list[tuple[object, ...]]) -> None:
    content = "".join(
        f"BT /F {size:f} Tf {a:f} {b:f} {c:f} {d:f} {x:f} {y:f} Tm ({word}) Tj ET\n"
        for size, a, b, c, d, x, y, word in drawn
    )
    try:
        read_pdf(raw_pdf(content.encode("cp1252", "replace")))
    except ReadError as error:
        assert "text recognition" in str(error)  # noqa: PT017 - most of what is drawn can be read


# --- Nothing is lost --------------------------------------------------------------------------------------

_SIGNED: Final = ["For Norway:", "For Iceland:", "A. Bo", "C. Do"]
_PARALLEL: Final = ["Fish swim in the sea.", "Риба живе в морі."]
_PRINTED: Final[dict[str, str]] = {  # the words of some markup
    f"{LONG}.": LONG,
    f"{LONG}; {LONG}.": f"{LONG} {LONG}",
    "(a) fish;": "a fish",
    "1. Ships.": "1 Ships",
    "Fish, and": "Fish and",
    "#align(center)[*Article 1*]": "Article 1",
    "#align(center)[AGREEMENT ON FISH]": "AGREEMENT ON FISH",
    "#list[Boats][Nets]": "Boats Nets",
    f"#grid(columns: (1fr, 1fr), row-gutter: 6pt, {', '.join(f'[{words}]' for words in _SIGNED)})": " ".join(
        _SIGNED
    ),
    f"#grid(columns: (1fr, 1fr), row-gutter: 6pt, {', '.join(f'[{words}]' for words in _PARALLEL * 6)})": (
        " ".join(_PARALLEL * 6)
    ),
    "Nets#footnote[Made of rope.] are old.": "Nets Made of rope are old",
    "#text(size: 8pt)[Small print.]": "Small print",
    "_Italic_ and *bold*": "Italic and bold",
    "#pagebreak()": "",
    "7": "7",
}


@given(st.lists(st.sampled_from(list(_PRINTED)), min_size=1, max_size=12))
@settings(max_examples=25)
def test_no_word_is_lost(markup: list[str]) -> None:
    expected = _words(_PRINTED[part] for part in markup)
    if expected:
        assert _words(all_words(read_pdf(pdf("\n\n".join(markup), PAGE)))) == expected


def _words(texts: Iterable[str]) -> list[str]:
    """Sorted; without numbers, which may be marks of notes."""
    return sorted(word for text in texts for word in re.findall(r"[^\W\d]+", text))


@pytest.mark.parametrize("name", EXAMPLES)
def test_own_drafts_keep_their_words_and_units(name: str) -> None:
    document = EXAMPLES[name]()
    reading = read_pdf(td.render(document, "pdf", pack=find_pack("security-agreement")))
    found = words_of_reading(reading)
    assert words_of_document(document) - found == {}
    again = recognise(reading, "any")
    assert words_of_document(again) == found
    assert list(_units(again)) == list(_units(document))


def _units(document: tree.Document) -> Iterator[tuple[int, str, str, str]]:
    """How deep each clause of the body and the annexes stands, with its label, heading and text."""
    for clauses in (document.body, document.annexes):
        yield from _under(clauses, 0)


def _under(clauses: tuple[tree.Clause, ...], depth: int) -> Iterator[tuple[int, str, str, str]]:
    for clause in clauses:
        words = tree.plain(clause.text).replace("\N{NO-BREAK SPACE}", " ")
        yield depth, clause.label, clause.heading, words
        yield from _under(clause.children, depth + 1)
