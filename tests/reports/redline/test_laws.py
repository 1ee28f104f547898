"""Any edits of a document with tables, notes, lists and fields: the redline is exact both ways."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.body import field, p, r, table
from tests.reports.redline.marks import ids, side
from tests.word.files import template

from treatydraft.reports.redline import write_redline

SENTENCES = (
    "The Parties shall consult each other within 24 hours.",
    "This Agreement enters into force on signature.",
    "Either Party may terminate it by written notice.",
    "Each Party shall keep a register of its vessels.",
    "Data are exchanged every month, and kept for five years.",
    "",
)
NOTE = r('<w:footnoteReference w:id="1"/>')
BOLD = "<w:b/>"
CENTRED = '<w:jc w:val="center"/>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
)
FOOTNOTES = '<w:footnote w:id="1"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'

words = st.sampled_from(SENTENCES)
paragraphs = st.one_of(
    words.map(p),
    words.map(lambda text: p(r(text, look=BOLD))),
    words.map(lambda text: p(text, look=CENTRED)),
    st.tuples(words, words).map(lambda two: p(r(two[0]), r(two[1], look=BOLD))),
    st.tuples(words, st.sampled_from("12")).map(lambda one: p(one[0], look=NUMBERED.format(one[1]))),
    st.tuples(words, st.sampled_from(["5", "6"])).map(
        lambda one: p(r(one[0]), field("REF a", one[1]), r(" too"))
    ),
    words.map(lambda text: p(r(text), NOTE)),
)
rows = st.lists(st.lists(paragraphs, min_size=1, max_size=2).map("".join), min_size=2, max_size=2).map(tuple)
blocks = st.one_of(
    paragraphs, paragraphs, st.lists(rows, min_size=1, max_size=3).map(lambda found: table(*found))
)


@dataclass(frozen=True)
class Edited:
    old: list[str]
    new: list[str]
    notes: tuple[str, str]


@st.composite
def edited(draw: st.DrawFn) -> Edited:
    """A body, and the same after some edits."""
    old = draw(st.lists(blocks, min_size=1, max_size=7))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        change = draw(st.sampled_from(EDITS))
        change(new, place, draw(blocks))
    note = st.sampled_from(["a note", "another note"])
    return Edited(old, new, (draw(note), draw(note)))


def _insert(body: list[str], place: int, block: str) -> None:
    body.insert(place, block)


def _delete(body: list[str], place: int, _: str) -> None:
    del body[place : place + 1]


def _move(body: list[str], place: int, _: str) -> None:
    if body:
        body.insert(place, body.pop(place - 1 if place else -1))
        body.append(body.pop(0))


def _reword(body: list[str], place: int, _: str) -> None:
    body[place : place + 1] = [
        block.replace("shall", "should").replace("24", "72") for block in body[place : place + 1]
    ]


def _merge(body: list[str], place: int, _: str) -> None:
    if len(body) > place + 1 and all(block.startswith("<w:p><w:r>") for block in body[place : place + 2]):
        body[place : place + 2] = [body[place][: -len("</w:p>")] + body[place + 1].removeprefix("<w:p>")]


EDITS: tuple[Callable[[list[str], int, str], None], ...] = (_insert, _delete, _move, _reword, _merge)


def _file(body: list[str], note: str) -> bytes:
    # A body ends with a paragraph, as Word wants it.
    return template(*body, p("Done."), parts={"numbering": NUMBERING, "footnotes": FOOTNOTES.format(note)})


def _is_exact(one: Edited) -> None:
    old, new = _file(one.old, one.notes[0]), _file(one.new, one.notes[1])
    data = write_redline(old, new, author="A").data
    assert side(data, accepted=True) == side(new, accepted=True)
    assert side(data, accepted=False) == side(old, accepted=False)
    assert len(ids(data)) == len(set(ids(data)))


@given(edited())
def test_a_redline_is_exact_both_ways(one: Edited) -> None:
    _is_exact(one)


@pytest.mark.long
@given(edited())
def test_five_hundred_redlines_are_exact_both_ways(one: Edited) -> None:
    _is_exact(one)


@given(st.lists(blocks, min_size=1, max_size=5))
def test_a_file_against_itself_has_no_marks(body: list[str]) -> None:
    made = write_redline(_file(body, "n"), _file(body, "n"), author="A")
    assert made.counts == {}
