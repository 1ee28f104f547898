"""What each clause is about, and how sure that is."""

import pytest
from tests.drafting.samples import SPECS
from tests.facts.documents import document_of

from treatydraft import draft, load
from treatydraft.document import tree
from treatydraft.facts import topics, vocabulary_of
from treatydraft.packs import find_pack

WORDS = vocabulary_of(find_pack("security-agreement").vocabulary)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("This Agreement may be amended by mutual consent of the Parties.", "amendment"),
        ("Any dispute shall be settled through negotiation.", "disputes"),
        ("Once signed, this Accord stays valid for ten years, counted from its signature.", "term"),
        ("Iceland will train pilots and supply fighter aircraft.", "support.combat-air"),
        ("In the event of an attack on Iceland the Parties will consult within 24 hours.", "consultation"),
    ],
)
def test_a_paragraph_has_the_topic_of_its_words(text: str, topic: str) -> None:
    guesses = {guess.clause: guess for guess in topics(document_of(text), WORDS)}
    assert guesses["p1"].topic == topic
    assert 0.4 < guesses["p1"].confidence <= 1


def test_what_says_nothing_has_no_topic() -> None:
    assert topics(document_of("The weather was fine."), WORDS) == ()


def test_a_draft_keeps_its_own_topics() -> None:
    document = draft(load(SPECS / "us-ukraine-2024.yaml"))
    guesses = {guess.clause: guess for guess in topics(document, WORDS)}
    for clause in tree.walk(document.body):
        assert guesses[clause.id].topic == clause.topic
        assert guesses[clause.id].confidence == 1


def test_topics_come_back_from_words_alone() -> None:
    document = draft(load(SPECS / "us-ukraine-2024.yaml"))
    bare = tree.map_clauses(
        document,
        lambda clause: tree.Clause(
            clause.kind, clause.id, "", clause.label, clause.heading, clause.text, clause.children
        ),
    )
    guesses = {guess.clause: guess.topic for guess in topics(bare, WORDS)}
    known = {topic.id for topic in WORDS.topics}
    heads = [clause for clause in document.body if clause.topic in known]
    right = [clause for clause in heads if guesses.get(clause.id) == clause.topic]
    assert len(right) >= 0.9 * len(heads)
