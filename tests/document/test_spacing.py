"""Where a line must not end."""

import pytest
from hypothesis import given
from tests import strategies

from treatydraft.document import tree
from treatydraft.document.spacing import NO_BREAK, bind_pieces, bind_spaces


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("under Article 5 of", "under Article~5 of"),
        ("Article IV, paragraph 2", "Article~IV, paragraph~2"),
        ("subparagraph (a)", "subparagraph~(a)"),
        ("Annex A and Annex II", "Annex~A and Annex~II"),
        ("for 10 years", "for 10~years"),
        ("for ten (10) years", "for ten (10)~years"),
        ("within 24 hours", "within 24~hours"),
        ("on 13 June 2024", "on 13~June 2024"),
        ("on June 13, 2024", "on June~13, 2024"),
        ("the 13th June", "the 13th~June"),
        ("EUR 1.1 billion", "EUR~1.1~billion"),
        ("0.25 per cent", "0.25~per cent"),
        ("The Article in question", "The Article in question"),
        ("Part of it", "Part of it"),
        ("the years 2024 and 2025", "the years 2024 and 2025"),
    ],
)
def test_spaces_are_bound(text: str, bound: str) -> None:
    assert bind_spaces(text).replace(NO_BREAK, "~") == bound


def test_a_value_is_bound_to_the_words_around_it() -> None:
    pieces = (tree.Text("for "), tree.Value("term.length", "10"), tree.Emphasis((tree.Text(" years"),)))
    assert tree.plain(bind_pieces(pieces)) == f"for 10{NO_BREAK}years"


@given(strategies.inlines(("somewhere",), strategies.words()))
def test_nothing_but_spaces_changes(pieces: tuple[tree.Inline, ...]) -> None:
    bound = bind_pieces(pieces)
    assert tree.plain(bound).replace(NO_BREAK, " ") == tree.plain(pieces).replace(NO_BREAK, " ")
    assert len(bound) == len(pieces)
