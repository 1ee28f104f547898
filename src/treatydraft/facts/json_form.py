"""Facts as the JSON that others build on, and its schema."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from treatydraft.document import tree
from treatydraft.facts.agreement import facts_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.vocabulary import Vocabulary

Json: TypeAlias = dict[str, Any]

VERSION: Final = 1
_HEADER: Final = {"treatydraft": VERSION, "kind": "facts"}


def facts_json(document: tree.Document, vocabulary: Vocabulary) -> Json:
    """What a document says, as plain dicts, lists and strings."""
    facts = facts_of(document, vocabulary)
    return {
        **_HEADER,
        "id": document.id,
        "title": tree.plain(document.title),
        "facts": {field: [_encoded(fact) for fact in found] for field, found in facts.items()},
    }


def _encoded(fact: Fact) -> Json:
    return {
        "value": fact.value,
        "clause": fact.clause,
        "label": fact.label,
        "evidence": fact.evidence,
        "span": list(fact.span),
    }


_FACT: Final[Mapping[str, Any]] = {
    "type": "object",
    "description": "One thing that the text says, and the words that say it",
    "properties": {
        "value": {
            "type": "string",
            "description": "In the form of a spec: `10 years`, `EUR 1100000000`, `2024-06-13`",
        },
        "clause": {
            "type": "string",
            "description": "The id of the clause that says it, as in the document's JSON",
        },
        "label": {
            "type": "string",
            "description": "How the text numbers that clause, from the top; empty for none",
        },
        "evidence": {"type": "string", "description": "The exact words"},
        "span": {
            "type": "array",
            "items": {"type": "integer", "minimum": 0},
            "minItems": 2,
            "maxItems": 2,
            "description": "Where the words begin and end in the clause's `plain`",
        },
    },
    "required": ["value", "clause", "label", "evidence", "span"],
    "additionalProperties": False,
}


def facts_schema() -> Json:
    """The JSON Schema (2020-12) of what `facts_json` gives."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatydraft facts",
        "description": "What one agreement says, field by field, each with its evidence",
        "type": "object",
        "properties": {
            **{name: {"const": value} for name, value in _HEADER.items()},
            "id": {"type": "string", "description": "The id of the document"},
            "title": {"type": "string", "description": "The title of the instrument"},
            "facts": {
                "type": "object",
                "description": "By dotted field as in the spec; what the text does not state is absent",
                "propertyNames": {"pattern": r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"},
                "additionalProperties": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Fact"}},
            },
        },
        "required": [*_HEADER, "facts"],
        "additionalProperties": False,
        "$defs": {"Fact": dict(_FACT)},
    }
