"""How much two texts share tells a new version from another instrument."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.notation import document

from treatydraft.comparison.likeness import ONE_INSTRUMENT, likeness
from treatydraft.comparison.units import units

TEXT = """
Article 1 # Scope
    The Parties share the stocks of cod and herring that migrate between their waters.
Article 2 # Quotas
    1. The total catch of a year is set by the Joint Commission before the first of December.
    2. Each Party receives half of it, unless the Commission decides otherwise.
Article 3 # Term
    This Agreement remains in force for ten years and may be extended by an exchange of notes.
"""
OTHER = """
Article 1 # Purpose
    Trains of either railway run through the tunnel without customs checks at its ends.
Article 2 # Costs
    The costs of the tunnel are borne in proportion to its length in each country.
Article 3 # Duration
    This Convention is concluded for an unlimited period and may be denounced at the end of a year.
"""


@pytest.mark.parametrize(
    ("old", "new", "is_one"),
    [
        (TEXT, TEXT, True),
        (TEXT, TEXT.replace("Article", "Part").replace("1.", "(a)").replace("2.", "(b)"), True),
        (TEXT, TEXT.replace("ten years", "five years").replace("half", "a third"), True),
        (TEXT, TEXT[TEXT.index("Article 3") :] + TEXT[: TEXT.index("Article 3")], True),
        (TEXT, OTHER, False),
        (TEXT, "", False),
    ],
    ids=["same", "house style", "edited", "reordered", "another", "empty"],
)
def test_versions_share_most_words(old: str, new: str, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    share = likeness(units(document(old)), units(document(new, "y")))
    assert (share >= ONE_INSTRUMENT) is is_one


@given(st.lists(st.sampled_from(["a b c d e", "f g", "a b c", ""])), st.lists(st.just("a b c d e")))
def test_it_is_a_share_and_the_same_both_ways(old: list[str], new: list[str]) -> None:
    first, second = units(document("\n".join(old))), units(document("\n".join(new), "y"))
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) == 1
