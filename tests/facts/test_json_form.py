"""The JSON of facts: what stands in it, and that its schema describes it."""

import json

import jsonschema
from tests.facts.documents import document_of

from treatydraft.facts import facts_json, facts_schema, vocabulary_of
from treatydraft.packs import find_pack

WORDS = vocabulary_of(find_pack("security-agreement").vocabulary)
TEXT = """
Once signed, this Accord stays valid for ten years, counted from its signature.
Iceland intends to support Ruritania in demining, with EUR 1.1 billion.
"""


def test_a_fact_has_its_clause_its_label_and_its_words() -> None:
    found = facts_json(document_of(TEXT), WORDS)
    assert found["treatydraft"] == 1
    assert found["kind"] == "facts"
    assert found["facts"]["term.length"] == [
        {
            "value": "10 years",
            "clause": "p1",
            "label": "I.1",
            "evidence": "valid for ten years",
            "span": [31, 50],
        }
    ]
    assert [fact["value"] for fact in found["facts"]["money.amount"]] == ["EUR 1100000000"]


def test_what_the_text_does_not_say_is_absent() -> None:
    assert "termination.notice" not in facts_json(document_of(TEXT), WORDS)["facts"]
    assert facts_json(document_of("Nothing of note."), WORDS)["facts"] == {}


def test_the_schema_describes_it() -> None:
    schema = facts_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    written = json.loads(json.dumps(facts_json(document_of(TEXT), WORDS)))
    jsonschema.Draft202012Validator(schema).validate(written)
