"""What one clause states, kind by kind."""

import pytest
from tests.facts.documents import document_of

from treatydraft.facts import Statement, reading, statements

CASES = [
    ("The Parties shall meet within ten (10) days.", "duration", ["10 days"]),
    ("The Parties shall meet within ten (10) days.", "deadline", ["10 days"]),
    ("The Parties shall meet immediately.", "deadline", ["immediately"]),
    ("They met on the 12th of July 2023 and in May 2024.", "date", ["2023-07-12", "2024-05"]),
    ("They meet once every 12–18 months.", "period", ["12-18 months"]),
    ("Iceland pays up to EUR 5 million.", "money", ["EUR 5000000"]),
    ("The Parties shall not act, and intend to meet.", "obligation", ["shall not", "intends"]),
    ("It is the policy of Iceland to help; it may do more.", "obligation", ["policy", "may"]),
    ("The Republic of Iceland and Ruritania’s army", "party", ["IS", "Ruritania"]),
    ("Recalling the Treaty of Peace of 3 May 1999", "reference", ["Treaty of Peace"]),
    ("the Joint Body (hereinafter “the Body”) of NATO", "term", ["Body"]),
    ("They meet at the level of ministers.", "level", ["ministers"]),
    ("Done at Riga on 3 March 2026.", "place", ["Riga"]),
    ("in the English and Latvian languages", "language", ["en", "lv"]),
]


@pytest.mark.parametrize(("text", "kind", "values"), CASES)
def test_states(text: str, kind: str, values: list[str]) -> None:
    found = [one for one in _statements(text) if one.kind == kind]
    assert [one.value for one in found] == values
    for one in found:
        assert text[one.span[0] : one.span[1]].strip() == one.evidence


def test_an_obligation_says_who_owes_it() -> None:
    assert [one.by for one in _statements("In peace, each Party will help.") if one.kind == "obligation"] == [
        "each Party"
    ]


def test_a_sum_says_how_it_is_bounded() -> None:
    text = "At least EUR 1 million, up to EUR 2 million, about EUR 3 million, EUR 4 million."
    bounds = [one.bound for one in _statements(text) if one.kind == "money"]
    assert bounds == ["at-least", "up-to", "about", ""]


def _statements(text: str) -> list[Statement]:
    return list(statements(reading(document_of(text))))
