"""Comments stand on the words that they are about, and change no others."""

import io
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document

from treatydraft.word.comments import Comment, Passage, with_comments
from treatydraft.word.package import PackageError

DATE = datetime(2024, 6, 13, tzinfo=UTC)


def file(*paragraphs: tuple[str, ...]) -> bytes:
    """A Word file; each paragraph is its runs."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def commented(data: bytes, *passages: Passage) -> Document:
    return docx.Document(io.BytesIO(with_comments(data, passages, author="treatydraft", date=DATE)))


def on(document: Document) -> list[tuple[str, str]]:
    """Each comment with the words that it stands on."""
    found = []
    for comment in document.comments:
        inside, words = False, ""
        for element in document.element.body.iter():
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            key = element.get(element.nsmap["w"].join("{}") + "id") if element.nsmap.get("w") else None
            if tag == "commentRangeStart" and key == str(comment.comment_id):
                inside = True
            elif tag == "commentRangeEnd" and key == str(comment.comment_id):
                inside = False
            elif tag == "t" and inside:
                words += element.text or ""
        found.append((comment.text, words))
    return found


@pytest.mark.parametrize(
    ("runs", "span", "words"),
    [
        (("Each Party shall report.",), (5, 10), "Party"),
        (("Each Party shall report.",), (0, 0), "Each Party shall report."),
        (("Each Party shall report.",), (0, 4), "Each"),
        (("Each Party shall report.",), (17, 24), "report."),
        (("Each Pa", "rty sh", "all report."), (5, 16), "Party shall"),
        (("Each ", "Party", " shall report."), (5, 10), "Party"),
    ],
)
def test_on_the_words(runs: tuple[str, ...], span: tuple[int, int], words: str) -> None:
    made = commented(file(runs), Passage("Each Party shall report.", (Comment("Why?", span),)))
    assert on(made) == [("Why?", words)]
    assert [paragraph.text for paragraph in made.paragraphs] == ["Each Party shall report."]


def test_the_second_of_two_equal_paragraphs() -> None:
    made = commented(file(("A.",), ("It ends.",), ("B.",), ("It ends.",)), Passage("A."), Passage("It ends."),
                     Passage("B."), Passage("It ends.", (Comment("Twice?"),)))  # fmt: skip
    assert [bool(p._p.xpath("w:commentRangeStart")) for p in made.paragraphs] == [False, False, False, True]


def test_blanks_and_labels_of_the_file_do_not_matter() -> None:
    made = commented(
        file(("1.\tEach  Party\u00a0shall", " report.")),
        Passage("Each Party shall report.", (Comment("x", (5, 16)),)),
    )
    assert on(made) == [("x", "Party\u00a0shall")]


def test_words_that_the_file_has_not_are_told_at_its_beginning() -> None:
    made = commented(file(("Title",), ("Text",)), Passage("Nothing of this", (Comment("Missing."),)))
    assert on(made) == [("Missing.", "Title")]


def test_more_comments_on_one_paragraph_and_those_of_others() -> None:
    words = "Each Party shall report."
    theirs = [Passage(words, (Comment("a", (0, 4)),))]
    first = with_comments(file((words,)), theirs, author="somebody", date=DATE)
    made = commented(first, Passage(words, (Comment("b", (5, 10)), Comment("c\nd", (0, 16)))))
    assert on(made) == [("a", "Each"), ("b", "Party"), ("c\nd", "Each Party shall")]
    authors = [(one.author, one.initials) for one in made.comments]
    assert authors == [("somebody", "so"), ("treatydraft", "tr"), ("treatydraft", "tr")]


def test_same_bytes_each_time() -> None:
    passages = [Passage("Text", (Comment("x"),))]
    data = file(("Text",))
    assert len({with_comments(data, passages, author="a", date=DATE) for _ in range(2)}) == 1


def test_no_word_file() -> None:
    with pytest.raises(PackageError):
        with_comments(b"no", [], author="a", date=DATE)
