"""The JSON Schemas of specs, with which editors complete and check them, and of what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from treatydraft.spec.fields import FieldSet
from treatydraft.spec.pack_model import spec_model

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT_OR_NONE = {"type": ["string", "null"]}
_COUNT_OR_NONE = {"type": ["integer", "null"], "minimum": 1}


@dataclass(frozen=True, slots=True)
class PackWords:
    """The words that a pack gives to core fields; of none given, any word will do."""

    house_styles: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    recitals: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def spec_schema(field_set: FieldSet | None = None, words: PackWords | None = None) -> dict[str, Any]:
    """The schema (draft 2020-12) of the specs of a pack, with its fields and its words for other fields."""
    schema = spec_model(field_set or FieldSet()).model_json_schema()
    _name_words(schema, words or PackWords())
    return {"$schema": DIALECT, **schema, "title": "A treatydraft spec"}


def _name_words(schema: dict[str, Any], words: PackWords) -> None:
    """Name the pack's words where a spec must use them, and show its topics where others are allowed too."""
    groups = schema["$defs"]
    instrument, clause = groups["Instrument"]["properties"], groups["OwnClause"]["properties"]
    _choose(instrument["house_style"], words.house_styles)
    _choose(instrument["form"], words.forms)
    for word in _words_in(schema["properties"]["recitals"]):
        _choose(word, words.recitals)
    for word in _words_in(groups["Annex"]["properties"]["topics"]):
        _choose(word, words.topics)
    for name in ("before", "after"):
        if words.topics:
            clause[name]["examples"] = list(words.topics)


def _choose(field: dict[str, Any], words: tuple[str, ...]) -> None:
    if words:
        field.pop("pattern", None)
        field.pop("minLength", None)
        field["enum"] = list(words)
        field["examples"] = list(words[:2])


def _words_in(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schemas of a word in a field that takes a word, or a list of words and perhaps of groups."""
    for alternative in [*field.get("anyOf", ()), *field.get("oneOf", ())] or [field]:
        if alternative.get("type") == "array":
            yield from _words_in(alternative["items"])
        elif alternative.get("type") == "string":
            yield alternative


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
