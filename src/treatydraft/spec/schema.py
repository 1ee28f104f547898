"""The JSON Schemas of specs, with which editors complete and check them, and of what is wrong with them."""

from typing import Any

from treatydraft.spec.fields import FieldSet
from treatydraft.spec.pack_model import spec_model

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT_OR_NONE = {"type": ["string", "null"]}
_COUNT_OR_NONE = {"type": ["integer", "null"], "minimum": 1}


def spec_schema(field_set: FieldSet | None = None) -> dict[str, Any]:
    """The schema (draft 2020-12) of specs whose pack adds these fields; without any, of the core alone."""
    schema = spec_model(field_set or FieldSet()).model_json_schema()
    return {"$schema": DIALECT, **schema, "title": "A treatydraft spec"}


def problems_schema() -> dict[str, Any]:
    """The schema of the JSON in which problems are printed."""
    return {
        "$schema": DIALECT,
        "title": "What is wrong with specs",
        "type": "object",
        "required": ["treatydraft", "kind", "errors"],
        "properties": {
            "treatydraft": {"const": 1, "description": "The version of the format."},
            "kind": {"const": "errors"},
            "errors": {"type": "array", "items": _problem_schema()},
        },
    }


def _problem_schema() -> dict[str, Any]:
    properties = {
        "code": {
            "type": "string",
            "description": "What kind of error it is; stable.",
            "examples": ["not-allowed"],
        },
        "message": {"type": "string", "description": "The error in a sentence."},
        "file": {"type": "string", "description": "The file, as it was named."},
        "line": _COUNT_OR_NONE | {"description": "Its line, from 1; null where the whole file is meant."},
        "column": _COUNT_OR_NONE | {"description": "Its column in characters, from 1."},
        "path": {"type": "string", "description": "The field.", "examples": ["parties[1].name"]},
        "found": _TEXT_OR_NONE | {"description": "What stands there."},
        "expected": {
            "type": "array",
            "items": {"type": "string"},
            "description": "What is allowed, or examples.",
        },
        "hint": _TEXT_OR_NONE | {"description": "How to put it right."},
    }
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
