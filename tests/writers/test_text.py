"""Plain text: narrow lines, hanging labels, and every word."""

import re

import pytest
from hypothesis import given
from tests import documents, strategies

from treatydraft.document import tree
from treatydraft.writers.text import write_text


def _squeezed(text: str) -> str:
    """Without the spaces and line ends that filling a line changes."""
    return re.sub(r"\s+", "", text)


def _without_marks(text: str) -> str:
    return re.sub(r"\[\d+\]", "", text)


@given(strategies.documents())
def test_text_of_every_clause_is_there_in_order(document: tree.Document) -> None:
    rest = _without_marks(_squeezed(write_text(document)))
    for clause in tree.clauses(document):
        words = _without_marks(_squeezed(clause.label + clause.heading + tree.plain(clause.text)))
        assert words in rest
        rest = rest[rest.index(words) + len(words) :]


@given(strategies.documents())
def test_only_a_long_word_makes_a_long_line(document: tree.Document) -> None:
    for line in write_text(document).split("\n"):
        assert len(line) <= 78 or len(re.split(r"[\t ]+", line.strip())) <= 2


def test_labels_hang() -> None:
    text = write_text(documents.american())
    assert (
        "1.  In the event of an armed attack on Borduria, or the threat of one, the\n"
        "    Parties shall meet:\n"
        "\n"
        "    a.  within 24 hours; and\n"
    ) in text


@pytest.mark.parametrize(
    ("example", "first"),
    [
        ("american", "Draft, version 2, June 13, 2024"),
        ("sections", "Drafted from published facts; not the authentic text"),
    ],
)
def test_marking_stands_at_the_top(example: str, first: str) -> None:
    assert write_text(documents.EXAMPLES[example]()).startswith(f"{first}\n\n")


def test_notes_stand_at_the_end() -> None:
    text = write_text(documents.sections())
    assert "Joint Declaration of 2023[1]," in text
    assert text.endswith("Notes\n\n[1] Signed at Vilnius on 12 July 2023; see Part I.\n")


def test_each_signatory_has_a_line() -> None:
    assert write_text(documents.sections()).count("_" * 30) == 3
    assert write_text(documents.centred()).count("_" * 30) == 3
