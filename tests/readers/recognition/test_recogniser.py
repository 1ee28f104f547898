"""What holds for whatever lines a file has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.wording import words_of_document, words_of_reading

from treatydraft.document import tree
from treatydraft.document.json_form import from_json, to_json
from treatydraft.readers.lines import Cell, Line, Look, Reading
from treatydraft.readers.recognition import recognise

_STARTS = (
    "", "Article 1", "Article II: ", "Part I. ", "Annex", "Annex A ", "1. ", "2. ", "(a) ", "(b) ", "(i) ",
    "I. ", "A. ", "1.1 ", "• ", "o ", "– ", "[1] ", "Preamble", "For Norway: ", "Done at Oslo ",
    "Have agreed as follows:", "第三条 ",
)  # fmt: skip
_WORDS = (
    "", "Fish", "The Parties shall share fish.", "the Participants will meet:", "Norway and Iceland,",
    "12 July 2023", "Minister of Fisheries", "hereinafter “the Parties”", "NORWAY", "x", "\n", "\t", "\u00a0",
    "(a)", "日本国", "'",
    "A sentence so long that nobody takes it for the heading of anything, however it is set, " * 3,
)  # fmt: skip

_texts = st.lists(st.sampled_from(_WORDS), max_size=3).map(" ".join)
_pieces = st.one_of(
    st.builds(tree.Text, _texts),
    st.builds(tree.Emphasis, st.builds(tree.Text, _texts).map(lambda piece: (piece,))),
    st.builds(tree.Note, st.builds(tree.Text, _texts).map(lambda piece: (piece,))),
    st.builds(tree.Reference, st.sampled_from(("_Ref1", "_Ref2")), _texts),
    st.builds(
        tree.Revision,
        st.sampled_from(("inserted", "deleted")),
        st.builds(tree.Text, _texts).map(lambda piece: (piece,)),
    ),
)
_looks = st.builds(
    Look,
    style=st.sampled_from(("", "title", "paragraph", "item", "recital")),
    bold=st.booleans(),
    italic=st.booleans(),
    centred=st.booleans(),
    capitals=st.booleans(),
    indent=st.sampled_from((0.0, 18.0, 36.0)),
    first=st.sampled_from((0.0, -18.0)),
    after_gap=st.booleans(),
)
_lines = st.builds(
    lambda start, pieces, **rest: Line((tree.Text(start), *pieces), "paragraph 1", **rest),
    st.sampled_from(_STARTS),
    st.lists(_pieces, max_size=3),
    label=st.sampled_from(("", "", "1.", "(a)", "•", "Article 1")),
    heading=st.sampled_from((0, 0, 0, 1, 2)),
    cell=st.sampled_from((None, None, None, Cell(0, 0, 0), Cell(0, 0, 1))),
    anchors=st.sampled_from(((), (), ("_Ref1",), ("_Ref2", "x"))),
    look=_looks,
)
_readings = st.builds(
    Reading,
    st.sampled_from(("docx", "html")),
    st.lists(_lines, max_size=25).map(tuple),
    headers=st.just(("A header",)),
)


@given(_readings)
def test_no_word_is_lost_and_none_is_made_up(reading: Reading) -> None:
    found = words_of_document(recognise(reading, "any"))
    # A number that the program counts gives way to one that a person typed behind it.
    assert words_of_reading(reading) <= found <= words_of_reading(reading, labels=True)


@given(_readings)
def test_each_clause_has_an_id_of_its_own_and_each_reference_a_target(reading: Reading) -> None:
    document = recognise(reading, "any")
    ids = [clause.id for clause in tree.clauses(document)]
    assert len(ids) == len(set(ids))
    targets = {piece.target_id for clause in tree.clauses(document) for piece in _references(clause.text)}
    assert targets <= set(ids)


@given(_readings)
def test_json_of_what_was_read_is_read_back(reading: Reading) -> None:
    document = recognise(reading, "any")
    assert from_json(to_json(document)) == document


def _references(pieces: tuple[tree.Inline, ...]) -> list[tree.Reference]:
    found: list[tree.Reference] = []
    for piece in pieces:
        if isinstance(piece, tree.Reference):
            found.append(piece)
        elif isinstance(piece, tree.Emphasis | tree.Note | tree.Revision):
            found += _references(piece.parts)
    return found


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [Line((tree.Text("Fish"),), "", look=Look(bold=True))] * 5000, id="headings of one name"
        ),
        pytest.param(
            [
                Line(
                    (tree.Text(f"({'abcdefghij'[place % 10]}) fish:"),),
                    "",
                    look=Look(indent=float(place * 9)),
                )
                for place in range(5000)
            ],
            id="lists ever deeper",
        ),
        pytest.param(
            [
                Line((tree.Text("Fish"),), "", heading=1, look=Look(size=float(place)))
                for place in range(5000)
            ],
            id="headings ever larger",
        ),
        pytest.param([Line((tree.Text("For Norway"),), "")] * 5000, id="signatures without end"),
        pytest.param([Line((tree.Text("\n1. fish" * 20_000),), "")], id="one line of all"),
    ],
)
def test_hostile_lines_become_a_document(lines: list[Line]) -> None:
    reading = Reading("docx", tuple(lines))
    document = recognise(reading, "any")
    assert words_of_document(document) == words_of_reading(reading)
    assert from_json(to_json(document)) == document
