"""PDFs that cannot be read are refused in one sentence, and nothing that can be read is lost."""

import io
import re
from collections import Counter

import pypdf
import pytest
from tests.cli.runner import US
from tests.documents import EXAMPLES
from tests.readers.pdf.pages import pdf
from tests.readers.wording import words_of_document, words_of_reading

import treatydraft as td
from treatydraft.document import tree
from treatydraft.packs import find_pack
from treatydraft.readers.lines import ReadError, Reading
from treatydraft.readers.pdf import read_pdf
from treatydraft.readers.recognition import recognise

FISH = pdf("The Parties share fish.")


def encrypted(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(FISH))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pages(count: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(count):
        writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "PDF|empty"),
        (b"%PDF-1.7\nnothing", "damaged|no PDF"),
        (b"words", "PDF"),
        (FISH[: len(FISH) // 3], "damaged|text"),
        (encrypted("secret", "more"), "password"),
        (pages(1), "no text|holds no"),
        (pages(2500), "pages"),
        (re.sub(rb"/Kids\s*\[[^\]]*\]", b"/Kids [1 0 R 1 0 R]", pages(1)), "damaged|text|pages"),
    ],
    ids=["empty", "no objects", "no PDF", "cut off", "password", "no text", "many pages", "pages in a loop"],
)
def test_file_that_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as error:
        read_pdf(data)
    assert "\n" not in str(error.value)


def test_file_that_only_its_owner_may_change_is_read() -> None:
    assert [line.text for line in read_pdf(encrypted("", "more")).lines] == ["The Parties share fish."]


def test_our_own_draft_keeps_its_words_and_its_structure() -> None:
    document = td.draft(td.load(US))
    reading = read_pdf(td.render(document, "pdf"))
    again = recognise(reading, "any")
    assert words_of_document(document) - words_of_reading(reading) == Counter()
    assert words_of_document(again) == words_of_reading(reading)
    for part, found in ((document.body, again.body), (document.annexes, again.annexes)):
        assert [_said(clause) for clause in tree.walk(found)] == [_said(clause) for clause in tree.walk(part)]


def test_notes_of_our_own_drafts_come_back() -> None:
    data = td.render(EXAMPLES["sections"](), "pdf", pack=find_pack("security-agreement"))
    assert "Signed at Vilnius on 12 July 2023; see Part I." in _notes(read_pdf(data))


def _said(clause: tree.Clause) -> tuple[str, ...]:
    return clause.kind, clause.label, clause.heading, tree.plain(clause.text)


def _notes(reading: Reading) -> list[str]:
    pieces = (piece for line in reading.lines for piece in line.pieces)
    return [tree.plain(piece.parts) for piece in pieces if isinstance(piece, tree.Note)]
