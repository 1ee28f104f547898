"""What agreements say: text → typed facts, each with its clause and the exact words as evidence."""

from treatydraft.facts.agreement import facts_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.from_spec import facts_of_spec
from treatydraft.facts.json_form import facts_json, facts_schema
from treatydraft.facts.language_names import languages_named
from treatydraft.facts.loading import vocabulary_of
from treatydraft.facts.party_names import with_parties
from treatydraft.facts.passages import reading
from treatydraft.facts.statements import Statement, statements
from treatydraft.facts.topics import TopicGuess, topics
from treatydraft.facts.vocabulary import Vocabulary

__all__ = [
    "Fact",
    "Statement",
    "TopicGuess",
    "Vocabulary",
    "facts_json",
    "facts_of",
    "facts_of_spec",
    "facts_schema",
    "languages_named",
    "reading",
    "statements",
    "topics",
    "vocabulary_of",
    "with_parties",
]
