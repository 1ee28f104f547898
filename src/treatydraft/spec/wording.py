"""Turns Pydantic's errors into faults in words that people who write specs use."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from treatydraft.spec.phrase import RefusedError
from treatydraft.spec.problems import Fault, FieldPath, path_text, shown
from treatydraft.spec.shapes import TAG_MARK

JsonSchema = Mapping[str, Any]

_KEY: Final = "[key]"  # Pydantic's mark for the key of a mapping
_WANTED: Final = {
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
    "dict_type": "a group of fields",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
}


def faults_of(error: ValidationError, schema: JsonSchema) -> list[Fault]:
    """All that is wrong, each fault once; `schema` is the JSON Schema of what was validated."""
    details = error.errors(include_url=False)
    faults = [_fault(detail, schema) for detail in details if not _only_seems_short(detail)]
    misspelt = {
        (*fault.path[:-1], nearest(fault.found or "", fault.expected))
        for fault in faults
        if _is_unknown(fault)
    }
    return [fault for fault in faults if fault.code != "missing-field" or fault.path not in misspelt]


def _is_unknown(fault: Fault) -> bool:
    """Whether a field stands there that may be one that is missing, misspelt."""
    return fault.code == "unknown-field"


def _only_seems_short(detail: ErrorDetails) -> bool:
    """Whether a list is long enough and Pydantic did not count the items that have faults of their own."""
    items = detail["input"]
    least = detail.get("ctx", {}).get("min_length", 1)
    return detail["type"] == "too_short" and isinstance(items, list | tuple | Mapping) and len(items) >= least


def nearest(word: str, allowed: Mapping[str, object] | tuple[str, ...] | list[str]) -> str | None:
    """The allowed word that a misspelt one most likely means."""
    by_shape = {re.sub(r"[-_ ]", "", one.lower()): one for one in allowed}
    near = get_close_matches(re.sub(r"[-_ ]", "", word.lower())[:80], by_shape, n=1, cutoff=0.6)
    return by_shape[near[0]] if near else None


def did_you_mean(word: str, allowed: Mapping[str, object] | tuple[str, ...] | list[str]) -> str | None:
    """A hint that names the nearest allowed word, where one is near."""
    near = nearest(word, allowed)
    return f"did you mean {near}?" if near else None


def kind_of(value: object) -> str:
    """What a value of the data is, in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float() | Decimal():
            return f"the number {shown(str(value))}"
        case str():
            return f"“{shown(value)}”"
        case list() | tuple():
            return "a list"
        case _:
            return "a group of fields"


def _fault(detail: ErrorDetails, schema: JsonSchema) -> Fault:
    path, value = _path(detail), detail["input"]
    cause = detail.get("ctx", {}).get("error")
    at_key = bool(detail["loc"]) and detail["loc"][-1] == _KEY
    match detail["type"]:
        case "value_error" if isinstance(cause, RefusedError):
            fault = _refused(path, cause, value, at_key=at_key)
        case "extra_forbidden":
            fault = _unknown_field(path, schema)
        case "missing":
            fault = _missing_field(path, schema)
        case "literal_error":
            fault = _not_allowed(path, value, (*_choices(detail), *_groups(path, schema)))
        case "too_short":
            fault = _too_few(path, detail)
        case "unknown-type":
            fault = _unknown_type(path, value, detail)
        case kind:
            fault = _wrong_type(path, value, _WANTED.get(kind) or _alternatives(path, schema))
    return fault


def _path(detail: ErrorDetails) -> FieldPath:
    """The path in the data: without the tags of alternatives and Pydantic's own marks."""
    return tuple(step for step in detail["loc"] if not str(step).startswith(TAG_MARK) and step != _KEY)


def _refused(path: FieldPath, cause: RefusedError, value: object, *, at_key: bool) -> Fault:
    message, hint = cause.message, cause.hint
    if cause.code == "wrong-type":
        message = f"{message}, and {kind_of(value)} stands here"
    if (
        hint is None and isinstance(value, str) and len(cause.expected) > 1
    ):  # one alone describes and is no list
        hint = did_you_mean(value, cause.expected)
    at = "key" if at_key else "value"
    return Fault(path, cause.code, message, _found(value), cause.expected, hint, at)  # type: ignore[arg-type]


def _unknown_field(path: FieldPath, schema: JsonSchema) -> Fault:
    name = str(path[-1])
    allowed = tuple(_properties(schema, path[:-1]))
    message = f"there is no field “{shown(name)}” here"
    return Fault(path, "unknown-field", message, shown(name), allowed, did_you_mean(name, allowed), "key")


def _missing_field(path: FieldPath, schema: JsonSchema) -> Fault:
    field = _properties(schema, path[:-1]).get(str(path[-1]), {})
    message = f"the field “{path[-1]}” is missing"
    return Fault(path, "missing-field", message, None, (), _explained(str(path[-1]), field), "parent")


def _explained(name: str, field: JsonSchema) -> str | None:
    description, examples = field.get("description"), field.get("examples") or []
    example = next((f" – for example {name}: {one}" for one in examples if isinstance(one, str | int)), "")
    return f"{description}{example}" if description else None


def _groups(path: FieldPath, schema: JsonSchema) -> list[str]:
    """The groups of fields that would do as well as a word."""
    return [_kind_in_words(node) for node in _nodes(schema, path) if "properties" in node]


def _choices(detail: ErrorDetails) -> tuple[str, ...]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return tuple(re.findall(r"'([^']*)'", expected)) or (expected,)


def _not_allowed(path: FieldPath, value: object, allowed: tuple[str, ...]) -> Fault:
    if not isinstance(value, str):
        wanted = "one of the allowed words" if len(allowed) > 1 else "".join(allowed)
        return Fault(path, "wrong-type", _must_be(wanted, value), _found(value), allowed)
    message = f"“{shown(value)}” is not one of the allowed words"
    return Fault(path, "not-allowed", message, shown(value), allowed, did_you_mean(value, allowed))


def _unknown_type(path: FieldPath, value: object, detail: ErrorDetails) -> Fault:
    """The `type` of a declared field is missing or none that there is."""
    if not isinstance(value, Mapping):
        return _wrong_type(path, value, _WANTED["dict_type"])
    allowed = tuple(str(detail.get("ctx", {}).get("types", "")).split(", "))
    if "type" not in value:
        return Fault(
            (*path, "type"), "missing-field", "the field “type” is missing", None, allowed, None, "parent"
        )
    return _not_allowed((*path, "type"), value["type"], allowed)


def _too_few(path: FieldPath, detail: ErrorDetails) -> Fault:
    context = detail.get("ctx", {})
    least, actual = context.get("min_length", 1), len(detail["input"])
    message = f"this list needs {least} or more, and has {actual or 'none'}"
    return Fault(path, "too-few", message, str(actual), (f"{least} or more",))


def _wrong_type(path: FieldPath, value: object, wanted: str) -> Fault:
    return Fault(path, "wrong-type", _must_be(wanted, value), _found(value), ())


def _must_be(wanted: str, value: object) -> str:
    if value is None:
        return f"nothing is given here, and this must be {wanted}"
    return f"this must be {wanted}, and {kind_of(value)} stands here"


def _alternatives(path: FieldPath, schema: JsonSchema) -> str:
    """What a field with alternatives takes, in words."""
    kinds = dict.fromkeys(_kind_in_words(node) for node in _nodes(schema, path))
    return " or ".join(kinds) or "something else"


def _kind_in_words(node: JsonSchema) -> str:
    if choices := node.get("enum") or ([node["const"]] if "const" in node else None):
        return ", ".join(map(str, choices))
    if properties := node.get("properties"):
        return f"fields ({', '.join(properties)})"
    return {"array": "a list", "integer": "a number", "number": "a number", "boolean": "true or false"}.get(
        str(node.get("type")), "a text"
    )


def _found(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return shown(str(value)) if isinstance(value, str | int | float | Decimal) else None


def _properties(schema: JsonSchema, path: FieldPath) -> dict[str, JsonSchema]:
    """The fields that may stand at a path."""
    found: dict[str, JsonSchema] = {}
    for node in _nodes(schema, path):
        found |= node.get("properties", {})
    return found


def _nodes(schema: JsonSchema, path: FieldPath) -> list[JsonSchema]:
    """The schemas that apply at a path, alternatives side by side."""
    nodes = list(_opened(schema, schema))
    for step in path:
        nodes = [
            below for node in nodes for child in _children(node, step) for below in _opened(child, schema)
        ]
    return nodes


def _children(node: JsonSchema, step: str | int) -> Iterator[JsonSchema]:
    if isinstance(step, int):
        yield from [node["items"]] if "items" in node else []
    elif step in node.get("properties", {}):
        yield node["properties"][step]
    elif isinstance(rest := node.get("additionalProperties"), Mapping):
        yield rest


def _opened(node: JsonSchema, root: JsonSchema) -> Iterator[JsonSchema]:
    """A schema without references, each of its alternatives by itself."""
    if reference := node.get("$ref"):
        yield from _opened(root["$defs"][reference.rpartition("/")[2]], root)
    for alternative in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _opened(alternative, root)
    if not {"$ref", "anyOf", "oneOf"} & set(node) and node.get("type") != "null":
        yield node


def one_line(fault: Fault) -> str:
    """A fault without its file, for an exception's message."""
    return f"{path_text(fault.path)}: {fault.message}" if fault.path else fault.message
