"""Small pairs of Word files, each with one kind of change, and how the redline shows it."""

import re

import pytest
from tests.readers.body import drawn, field, p, r, table
from tests.reports.redline.marks import ids, shown, side
from tests.word.files import template, zipped
from tests.word.known_faults.reading import audited, members

from treatydraft.reports.redline import RedlineError, write_redline

A = "The Parties shall consult each other within 24 hours of an attack."
B = "This Agreement enters into force on the day of its signature."
C = "Either Party may terminate it by written notice of six months."
D = "It is done in duplicate in the English language."
TAB, HYPHEN = "<w:tab/>", "<w:noBreakHyphen/>"
BOLD, CENTRED = "<w:b/>", '<w:jc w:val="center"/>'


def lines(*texts: str) -> tuple[str, ...]:
    return tuple(p(text) for text in texts)


def both(old: tuple[str, ...], new: tuple[str, ...]) -> bytes:
    """The redline, after the checks that hold for every one."""
    first, second = template(*old), template(*new)
    data = write_redline(first, second, author="The Office of the Legal Adviser").data
    assert side(data, accepted=True) == side(second, accepted=True)
    assert side(data, accepted=False) == side(first, accepted=False)
    assert len(ids(data)) == len(set(ids(data)))
    assert _faults(data) <= _faults(first) | _faults(second)
    return data


def _faults(data: bytes) -> set[str]:
    """What the validator finds, wherever it stands."""
    return {re.sub(r"/\S+:", "", fault) for fault in audited(data)}


CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...], list[str]]] = {
    "nothing": (lines(A, B), lines(A, B), [A, B]),
    "a word": (
        lines(A), lines(A.replace("24", "72")),
        ["The Parties shall consult each other within [-24-]{+72+} hours of an attack."],
    ),
    "quotation marks": (lines("a “b”"), lines('a "b"'), ['a [-“b”-]{+"b"+}']),
    "blanks": (lines("a  b"), lines("a b"), ["a[-  -]{+ +}b"]),
    "a paragraph inserted": (lines(A, C), lines(A, B, C), [A, f"{{+{B}+}}¶ins", C]),
    "a paragraph deleted": (lines(A, B, C), lines(A, C), [A, f"[-{B}-]¶del", C]),
    "the first inserted": (lines(B), lines(A, B), [f"{{+{A}+}}¶ins", B]),
    # the last mark of a text cannot go, so the mark before it does
    "the last inserted": (lines(A), lines(A, B), [f"{A}¶ins", f"{{+{B}+}}"]),
    "the last deleted": (lines(A, B), lines(A), [f"{A}¶del", f"[-{B}-]"]),
    "the last two deleted": (lines(A, B, C), lines(A), [f"{A}¶del", f"[-{B}-]¶del", f"[-{C}-]"]),
    "the last replaced": (lines(A, B), lines(A, D), [A, f"[-{B[:-1]}-]{{+{D[:-1]}+}}."]),
    "moved": (
        lines(A, B, C, D), lines(B, C, A, D), [f"<-{A}->¶moveFrom", B, C, f"<+{A}+>¶moveTo", D],
    ),
    # a moved and edited paragraph is moved whole, without changes inside
    "moved and reworded": (
        lines(A, B, C, D), lines(B, C, A.replace("24", "72"), D),
        [f"<-{A}->¶moveFrom", B, C, f"<+{A.replace('24', '72')}+>¶moveTo", D],
    ),
    "moved to the end": (lines(A, B, C), lines(B, C, A), [f"[-{A}-]¶del", B, f"{C}¶ins", f"{{+{A}+}}"]),
    "split": (
        lines(f"{A} {B}", C), lines(A, B, C), [f"{A}[- -]¶ins", B, C],
    ),
    "merged": (lines(A, B, C), lines(f"{A} {B}", C), [f"{A}¶del", f"{{+ +}}{B}", C]),
    "an empty paragraph": ((p(A), p(), p(B)), lines(A, B), [A, "¶del", B]),
    "a tab is one sign": (
        (p(r("(a)", TAB, "ships")),), (p(r("(a)", TAB, "boats")),), ["(a)\t[-ships-]{+boats+}"],
    ),
    "a hyphen that does not break": (
        (p(r("self", HYPHEN, "defence is a right")),), (p(r("self", HYPHEN, "defence is a duty")),),
        ["self\u2011defence is a [-right-]{+duty+}"],
    ),
    "a table row": (
        (table((p("ships"), p("ten")), (p("boats"), p("two"))), p(A)),
        (table((p("ships"), p("ten")), (p("rafts"), p("six")), (p("boats"), p("two"))), p(A)),
        ["ships", "ten", "{+rafts+}¶ins", "{+six+}¶ins", "boats", "two", A],
    ),
    "a word in a cell": (
        (table((p("ships"), p("ten of them"))), p(A)), (table((p("ships"), p("six of them"))), p(A)),
        ["ships", "[-ten-]{+six+} of them", A],
    ),
    "a column": (
        (table((p("ships"), p("ten"))), p(A)), (table((p("ships"), p("ten"), p("new"))), p(A)),
        ["[-ships-]¶del", "[-ten-]¶del", "{+ships+}¶ins", "{+ten+}¶ins", "{+new+}¶ins", A],
    ),
    "a table at the end": (
        (p(A), table((p("ships"), p("ten"))), p("")), (p(A), p("")),
        [A, "[-ships-]¶del", "[-ten-]¶del", ""],
    ),
    "a field is one thing": (
        (p(r("see "), field("REF a", "Article 5"), r(" of it")),),
        (p(r("see "), field("REF a", "Article 6"), r(" of it")),),
        ["see [-REF aArticle 5-]{+REF aArticle 6+} of it".replace("REF a", "")],
    ),
    "a word in a table within a table": (
        (table((table((p("ten ships here"),)) + p("x"),)), p(A)),
        (table((table((p("six ships here"),)) + p("x"),)), p(A)),
        ["[-ten-]{+six+} ships here", "x", A],
    ),
    "labels that were typed": (
        lines(f"1. {A}", f"2. {C}"), lines(f"1. {A}", f"2. {B}", f"3. {C}"),
        [f"1. {A}", f"{{+2. {B}+}}¶ins", f"[-2-]{{+3+}}. {C}"],
    ),
    "words in a text box": (
        (p(r("see "), r(drawn(p("old words"))), r(" here")),),
        (p(r("see "), r(drawn(p("new words"))), r(" here")),),
        ["see  here", "old words", "new words"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_shown(name: str) -> None:
    old, new, expected = CASES[name]
    assert shown(both(old, new)) == expected


@pytest.mark.parametrize("name", CASES)
def test_the_other_way_round_is_exact_as_well(name: str) -> None:
    old, new, _ = CASES[name]
    both(new, old)


def test_how_words_are_set_is_tracked() -> None:
    data = both((p(r("plain words")),), (p(r("plain "), r("words", look=BOLD)),))
    assert shown(data) == ["plain words"]
    assert b"<w:rPrChange " in _document(data)


def test_how_a_paragraph_is_set_is_tracked() -> None:
    data = both((p(A, look=CENTRED), p(B)), (p(A), p(B, look=CENTRED)))
    assert shown(data) == [A, B]
    assert _document(data).count(b"<w:pPrChange ") == 2


def test_what_did_not_change_keeps_its_bytes() -> None:
    error = '<w:proofErr w:type="spellStart"/>'
    same = f'<w:p w:rsidR="00AB12CD">{error}<w:r><w:t>Tre</w:t></w:r><w:r><w:t>aty</w:t></w:r></w:p>'
    data = both((same, p(A)), (same, p(A.replace("24", "72"))))
    assert same.encode() in _document(data)


def test_words_that_are_only_cut_into_other_runs_did_not_change() -> None:
    data = both((p(r("one "), r("text")),), (p(r("one text")),))
    assert b"<w:ins " not in _document(data)
    assert b"rPrChange" not in _document(data)


def test_bookmarks_stay_once() -> None:
    marked = '<w:bookmarkStart w:id="3" w:name="art"/>{}<w:bookmarkEnd w:id="3"/>'
    old, new = (p(marked.format(r(text)), r(" and more")) for text in ("the old words", "the new words"))
    document = _document(both((old,), (new,)))
    assert document.count(b'w:name="art"') == 1
    assert document.count(b"<w:bookmarkEnd ") == 1


def test_a_bookmark_that_only_a_field_of_the_older_file_needs_comes_along() -> None:
    target = p('<w:bookmarkStart w:id="1" w:name="gone"/>', r(B), '<w:bookmarkEnd w:id="1"/>')
    document = _document(both((target, p(field("REF gone", "1")), p(A)), (p(A),)))
    assert document.count(b'w:name="gone"') == 1


def test_the_author_and_the_date_stand_in_every_mark() -> None:
    redline = write_redline(
        template(*lines(A, B)), template(*lines(B, C)), author="A & B", date="2024-06-13T12:00:00Z"
    )
    document = _document(redline.data)
    assert document.count(b'w:author="A &amp; B"') == document.count(b"w:date=") > 0


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (
        write_redline(template(*lines(A, B)), template(*lines(B, C)), author="A").data for _ in range(2)
    )
    assert first == second


TRACKED = p(f'<w:ins w:id="1" w:author="X">{r("new ")}</w:ins>', r("words"))


@pytest.mark.parametrize(("revisions", "expected"), [("accept", "new words"), ("reject", "words")])
def test_changes_that_a_file_holds_already_are_resolved_first_and_that_is_said(
    revisions: str, expected: str
) -> None:
    redline = write_redline(template(TRACKED), template(p("words")), author="A", revisions=revisions)  # type: ignore[arg-type]
    assert side(redline.data, accepted=False) == [expected]
    assert any("tracked changes of the older file" in note for note in redline.notes)


NOTES = "".join(
    f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{more}</w:footnote>'
    for number, text, more in ((1, "{}", ""), (2, "second", "<w:p/>"))
)
CITING = p(r("words", '<w:footnoteReference w:id="1"/>', " and", '<w:footnoteReference w:id="2"/>'))


def test_notes_are_compared_and_empty_paragraphs_in_them_stay() -> None:
    old, new = (
        template(CITING, parts={"footnotes": NOTES.format(text)}) for text in ("old note", "new note")
    )
    data = write_redline(old, new, author="A").data
    assert shown(data, "footnotes") == ["[-old-]{+new+} note", "second", ""]
    assert shown(data) == ["words and"]


def test_a_deleted_note_comes_along() -> None:
    old = template(CITING, p(A), parts={"footnotes": NOTES.format("first")})
    data = write_redline(old, template(p(A), parts={"footnotes": NOTES.format("other")}), author="A").data
    assert shown(data)[0].startswith("[-words and-]")
    assert shown(data, "footnotes")[-3:] == ["first", "second", ""]


LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>{}'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def _numbered(levels: str, *texts: str) -> bytes:
    items = [p(text, look=ITEM) for text in texts]
    return template(*items, p("Done."), parts={"numbering": LIST.format(levels)})


@pytest.mark.parametrize(("old", "new"), [("", "<w:isLgl/>"), ("<w:isLgl/>", "")])
def test_a_list_of_another_kind_comes_along(old: str, new: str) -> None:
    data = write_redline(_numbered(old, A, B), _numbered(new, A, B), author="A").data
    numbering = members(data)["word/numbering.xml"]
    assert (numbering.count(b"<w:abstractNum "), numbering.count(b"<w:num ")) == (2, 2)
    assert numbering.count(b"isLgl") == 1
    assert _document(data).count(b"<w:pPrChange ") == 2


def test_an_item_of_a_list_that_was_split_is_an_item_both_ways() -> None:
    old, new = _numbered("", f"{A} {B}"), _numbered("", A, B)
    data = write_redline(old, new, author="A").data
    assert shown(data) == [f"{A}[- -]¶ins", B, "Done."]
    assert _document(data).count(b"<w:numId ") == 2


COMMENTS = '<w:comment w:id="1" w:author="X"><w:p><w:r><w:t>why?</w:t></w:r></w:p></w:comment>'
REMARKED = p(
    '<w:commentRangeStart w:id="1"/>',
    r(A),
    '<w:commentRangeEnd w:id="1"/>',
    r('<w:commentReference w:id="1"/>'),
)


def test_comments_are_not_tracked_and_that_is_said() -> None:
    made = write_redline(template(p(A)), template(REMARKED, parts={"comments": COMMENTS}), author="A")
    assert made.counts == {}
    assert any("the comments" in note for note in made.notes)
    assert b"why?" in members(made.data)["word/comments.xml"]


def test_headers_are_compared() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="p0"/></w:sectPr>'
    old, new = (_with_header(section, p(f"{text} header")) for text in ("old", "new"))
    assert shown(write_redline(old, new, author="A").data, "header1") == ["[-old-]{+new+} header"]


def _with_header(section: str, content: str) -> bytes:

    parts = members(template(p(A), parts={"header1": content}))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr/>", section.encode())
    return zipped(parts)


def test_a_redline_that_is_not_exact_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from treatydraft.reports.redline import redline  # noqa: PLC0415 - what is broken here

    monkeypatch.setattr(redline, "_bytes_of", lambda *_: b"<w:p/>")
    with pytest.raises(RedlineError, match=r"would not be exact: after “accept all”.*expected"):
        write_redline(template(*lines(A, B)), template(*lines(A, C)), author="A")


def _document(data: bytes) -> bytes:
    return members(data)["word/document.xml"]
