"""What each clause is about, out of the vocabulary of its pack, and how sure that is.

Three things speak for a topic: the clause's own heading most, the words of its text by how much of it they
are, and the headings above it a little. What a document that was drafted says itself is certain.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.agreement import facts_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.folding import folded
from treatydraft.facts.vocabulary import Vocabulary

# What a fact that a clause states says of the clause: the first part of its field is nearly its topic.
_TOPIC_OF_FIELD: Final = {
    "term": "term",
    "entry_into_force": "entry-into-force",
    "termination": "termination",
    "amendment": "amendment",
    "disputes": "disputes",
    "registration": "registration",
    "review": "review",
    "languages": "languages",
}
_HEADING: Final = 4.0  # weights; what counts is how they stand to one another
_ABOVE: Final = 1.0
_FACT: Final = 3.0
_WORDS: Final = 2.0
_DOUBT: Final = 1.0  # weight that stands against every topic, so that one weak sign stays unsure
_WORDS_OF_A_SIGN: Final = 25  # words of text for which one sign is as much as a whole weight


@dataclass(frozen=True, slots=True)
class TopicGuess:
    """A topic of a clause and how sure it is, from 0 to 1."""

    clause: str
    topic: str
    confidence: float


def topics(
    document: tree.Document, vocabulary: Vocabulary, facts: Mapping[str, Sequence[Fact]] | None = None
) -> tuple[TopicGuess, ...]:
    """The likeliest topic of each clause that has one; `facts` are those of the document, where at hand."""
    stated = _stated(facts_of(document, vocabulary) if facts is None else facts, vocabulary)
    parts = (document.preamble.recitals, document.body, (document.closing.testimonium,), document.annexes)
    guesses = (_guesses(clause, {}, stated, vocabulary) for clause in chain.from_iterable(parts))
    return tuple(chain.from_iterable(guesses))


def _stated(facts: Mapping[str, Sequence[Fact]], vocabulary: Vocabulary) -> dict[str, Counter[str]]:
    """How often each clause states a fact of each topic."""
    records = {record.field: record.topic for record in vocabulary.readings}
    found: dict[str, Counter[str]] = {}
    for fact in chain.from_iterable(facts.values()):
        root = fact.field.partition(".")[0]
        if topic := records.get(root) or _TOPIC_OF_FIELD.get(root, ""):
            found.setdefault(fact.clause, Counter())[topic] += 1
    return found


def _guesses(
    clause: tree.Clause,
    above: Mapping[str, float],
    stated: Mapping[str, Counter[str]],
    vocabulary: Vocabulary,
) -> Iterator[TopicGuess]:
    if clause.topic:
        yield TopicGuess(clause.id, clause.topic, 1.0)
        weights: Mapping[str, float] = {clause.topic: _HEADING}
    else:
        weights = _weights(clause, above, stated.get(clause.id, Counter()), vocabulary)
        if weights:
            topic = max(sorted(weights), key=lambda one: weights[one])
            sure = weights[topic] / (sum(weights.values()) + _DOUBT)
            yield TopicGuess(clause.id, topic, round(sure, 2))
    passed = (
        {topic: weight / _HEADING * _ABOVE for topic, weight in weights.items()} if clause.heading else above
    )
    for child in clause.children:
        yield from _guesses(child, passed, stated, vocabulary)


def _weights(
    clause: tree.Clause, above: Mapping[str, float], stated: Counter[str], vocabulary: Vocabulary
) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float, above)
    for topic in stated:
        weights[topic] += _FACT
    heading = _signs(clause.heading, vocabulary)
    for topic, count in heading.items():
        weights[topic] += _HEADING * count / sum(heading.values())
    text = tree.plain(clause.text)
    unit = max(1.0, len(text.split()) / _WORDS_OF_A_SIGN)
    for topic, count in _signs(text, vocabulary).items():
        weights[topic] += _WORDS * min(1.0, count / unit)
    return dict(weights)


def _signs(text: str, vocabulary: Vocabulary) -> Counter[str]:
    """How often the words for each topic, and for each area, stand in the text."""
    plain = folded(text)
    field = vocabulary.area_field.partition(".")[0]
    general = (found.value for found in vocabulary.topic_lexicon.find(plain))
    areas = (f"{field}.{found.value}" for found in vocabulary.area_lexicon.find(plain))
    return Counter(chain(general, areas))
