"""The words of a pack: what its data may hold, and that any family of instruments can bring its own."""

import pytest
from pydantic import ValidationError
from tests.facts.documents import document_of

from treatydraft.facts import facts_of, vocabulary_of
from treatydraft.facts.phrase_patterns import phrase_pattern

FISHERIES = {
    "area_field": "catch.area",
    "areas": [{"id": "herring", "name": "Herring", "synonyms": ["herring*", "silver of the sea"]}],
    "ignored": ["red herring"],
    "readings": [
        {
            "field": "inspection",
            "topic": "inspection",
            "about": [["inspect*"], ["vessel*"]],
            "fields": {
                "within": {"kind": "deadline"},
                "by": {"kind": "party", "words": {"any-party": ["(either|each) {party}"], "$named": "by"}},
                "where": {"kind": "words", "words": {"at-sea": ["on the high seas"], "in-port": "in port"}},
            },
        }
    ],
}


def test_another_family_reads_its_own_fields() -> None:
    words = vocabulary_of(FISHERIES)
    text = "Vessels shall be inspected by Iceland in port within 48 hours. Iceland intends to spare herrings."
    facts = {
        field: [one.value for one in found] for field, found in facts_of(document_of(text), words).items()
    }
    assert facts == {
        "inspection.within": ["48 hours"],
        "inspection.by": ["IS"],
        "inspection.where": ["in-port"],
        "catch.area": ["herring"],
    }


def test_a_phrase_that_only_holds_the_word_is_none() -> None:
    found = facts_of(document_of("Iceland will beware of the red herring."), vocabulary_of(FISHERIES))
    assert "catch.area" not in found


@pytest.mark.parametrize(
    "wrong",
    [
        {"areas": [{"name": "Herring"}]},
        {"readings": [{"field": "x", "topic": "x", "about": [], "fields": {"y": {"kind": "guess"}}}]},
        {"unknown": 1},
    ],
)
def test_data_of_another_shape_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        vocabulary_of(wrong)


@pytest.mark.parametrize(
    ("phrase", "text", "holds"),
    [
        ("at [the] request of (either|any)", "at request of either", True),
        ("at [the] request of (either|any)", "at the request of any", True),
        ("at [the] request of (either|any)", "at the request of none", False),
        ("consult … within", "consult bilaterally and within", True),
        ("attack*", "attacks", True),
        ("attack", "attacks", False),
        ("a+ (b)", "aaa b", False),
        ("state's", "the state’s".replace("’", "'"), True),
    ],
)
def test_phrases(phrase: str, text: str, *, holds: bool) -> None:
    assert bool(phrase_pattern(phrase).search(text)) is holds


def test_a_phrase_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        phrase_pattern("word " * 100)


@pytest.mark.parametrize("phrase", ["(either|any", "any)", "[the] (one]", "a ) b ("])
def test_a_phrase_with_a_bracket_too_few_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        phrase_pattern(phrase)
