"""What the two agreements of June 2024 must say, from the facts, and what they must not."""

import re
from functools import cache

import pytest
from tests.drafting.samples import SPECS

from treatydraft import draft, load
from treatydraft.document import tree


@cache
def _document(name: str) -> tree.Document:
    return draft(load(SPECS / f"{name}.yaml"))


def _clause(name: str, identity: str) -> str:
    return tree.plain(next(c.text for c in tree.clauses(_document(name)) if c.id == identity))


def _words(name: str) -> str:
    document = _document(name)
    parts = [
        *document.title,
        *(piece for clause in tree.clauses(document) for piece in (tree.Text(" "), *clause.text)),
    ]
    return tree.plain(tuple(parts))


US, JAPAN = "us-ukraine-2024", "japan-ukraine-2024"

SAID = [
    (US, "consultation/called", "the Parties shall, at the request of either Party"),
    (
        US,
        "consultation/called",
        "consult immediately, and where possible within 24 hours, at the most senior levels",
    ),
    (
        US,
        "consultation/called",
        "armed attack or the threat of armed attack against Ukraine, whoever the aggressor",
    ),
    (US, "support/2", "It is the policy of the United States to support Ukraine"),
    (US, "annex/support/1", "The United States intends to support Ukraine"),
    (US, "term/length", "10 years from the date of its entry into force"),
    (US, "termination/notice", "6 months after the date of that notification"),
    (US, "termination/notice", "through diplomatic channels"),
    (US, "implementation/annex", "creates no rights or obligations"),
    (US, "testimonium/uk", "exchange of diplomatic notes"),
    (US, "testimonium/done", "June 13, 2024"),
    (
        JAPAN,
        "consultation/called",
        "the Participants will, at the request of either Participant, consult within 24 hours",
    ),
    (JAPAN, "consultation/called", "by the Russian Federation"),
    (JAPAN, "term/length", "ten years from the date of its signature"),
    (JAPAN, "termination/notice", "six months after the date of receipt"),
    (JAPAN, "testimonium/done", "in the Japanese, Ukrainian and English languages"),
    (JAPAN, "testimonium/done", "13 June 2024"),
    (JAPAN, "testimonium/prevailing", "the English text will prevail"),
]


@pytest.mark.parametrize(("name", "clause", "words"), SAID)
def test_says(name: str, clause: str, words: str) -> None:
    assert words in _clause(name, clause)


NEVER = [
    (JAPAN, r"\bshall\b|\bPart(y|ies)\b|\bobligations?\b|\bagree[ds]?\b|enters? into force|\bDone at\b"),
    (JAPAN, r"\bdefense\b|\brecognize"),
    (
        US,
        r"\bParticipants will\b|come into effect|\bdefence\b|\brecognise|\bprogramme\b|\barmour\b|\btowards",
    ),
    (US, r"United States shall|Parties shall (support|provide|deliver)"),
]


@pytest.mark.parametrize(("name", "pattern"), NEVER)
def test_never_says(name: str, pattern: str) -> None:
    assert re.search(pattern, _words(name)) is None


@pytest.mark.parametrize(("name", "first"), [(US, "Article I:"), (JAPAN, "I.")])
def test_numbered_in_house_style(name: str, first: str) -> None:
    assert _document(name).body[0].label == first


def test_areas_from_aviation_to_demining() -> None:
    text = _words(US)
    assert all(area in text for area in ("aviation", "air and missile defense", "drones", "demining"))


def test_us_parties_in_treaty_order() -> None:
    title = tree.plain(_document(US).title)
    assert title == "Bilateral Security Agreement between Ukraine and the United States of America"


@pytest.mark.parametrize("name", [US, JAPAN])
def test_every_paragraph_has_a_name_of_its_own(name: str) -> None:
    """A paragraph that is called by its place would change its id when another one is put before it."""
    numbered = [clause.id for clause in tree.clauses(_document(name)) if re.search(r"/\d+$", clause.id)]
    assert [
        identity
        for identity in numbered
        if not identity.startswith(("support/", "annex/support/", "funding/"))
    ] == []
