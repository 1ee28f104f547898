"""Turn a document into the JSON that others build on, and such JSON back into the same document.

The form follows the dataclasses of the tree: a class is an object with its fields, an inline piece says its
class in `type`, and whatever has `text` of inline pieces also has `plain`, its words as one string, for
programs that need no more. `plain` is not read back.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Final, Literal, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from treatydraft.document import tree
from treatydraft.limits import current

VERSION: Final = 1
_HEADER: Final = {"treatydraft": VERSION, "kind": "document"}
_PIECES: Final[dict[str, type]] = {
    "text": tree.Text,
    "value": tree.Value,
    "term": tree.Term,
    "reference": tree.Reference,
    "emphasis": tree.Emphasis,
    "note": tree.Note,
    "revision": tree.Revision,
}
_PIECE_NAMES: Final = {piece: name for name, piece in _PIECES.items()}
_WITH_PLAIN: Final = (tree.Clause, tree.SignatureBlock)
_LEFT_OUT: Final = frozenset({"confidence", "received"})  # where it says nothing: drafts have none
_TITLE: Final = "title"

Json: TypeAlias = dict[str, Any]


class DocumentFormError(ValueError):
    """What is wrong in the JSON of a document, and where: `path` is such as `body[0].children[2].kind`."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.message = message


def to_json(document: tree.Document) -> Json:
    """The document as plain dicts, lists and strings.

    >>> from treatydraft.document import tree
    >>> _encode((tree.Value("term.length", "10 years"),))
    [{'type': 'value', 'spec_path': 'term.length', 'text': '10 years'}]
    """
    title = {"text": _encode(document.title), "plain": tree.plain(document.title)}
    return {**_HEADER, **_encode(document), _TITLE: title}


def from_json(data: object) -> tree.Document:
    """The document that `to_json` gave; raises `DocumentFormError` with the place of what is wrong."""
    found = dict(_object(data, ""))
    for name, expected in _HEADER.items():
        if found.pop(name, None) != expected:
            raise DocumentFormError(name, f"expected {expected!r}")
    title = _object(found.get(_TITLE), _TITLE)
    if unknown := sorted(title.keys() - {"text", "plain"}):
        raise DocumentFormError(f"{_TITLE}.{unknown[0]}", "is not known here")
    found[_TITLE] = title.get("text")
    return cast("tree.Document", _decode_class(tree.Document, found, "", 0))


def document_schema() -> Json:
    """The JSON Schema (2020-12) of what `to_json` gives and `from_json` takes."""
    found: Json = {}
    _class_schema(tree.Document, found)
    root = found.pop("Document")
    header = {name: {"const": value} for name, value in _HEADER.items()}
    title = {
        "type": "object",
        "properties": {"text": root["properties"][_TITLE], "plain": _PLAIN_SCHEMA},
        "required": ["text"],
        "additionalProperties": False,
        "description": "The title of the instrument",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "treatydraft document",
        **root,
        "properties": header | root["properties"] | {_TITLE: title},
        "required": [*header, *root["required"]],
        "$defs": found,
    }


def _schema(annotation: Any, found: Json) -> Json:  # noqa: ANN401 - any annotation
    origin = get_origin(annotation)
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(annotation)[0], found)}
    if origin is Literal:
        return {"enum": list(get_args(annotation))}
    if origin in (Union, UnionType):
        return _pieces_schema(found)
    if is_dataclass(annotation) and isinstance(annotation, type):
        return _class_schema(annotation, found)
    return {"type": _SCHEMA_TYPES[annotation]}


def _fields(described: Any) -> tuple[Field[Any], ...]:  # noqa: ANN401 - a dataclass or one of its values
    """The fields that make two values equal: where a clause stood in a file is none of them."""
    return tuple(field for field in fields(described) if field.compare)


def _pieces_schema(found: Json) -> Json:
    if "Inline" not in found:
        pieces: list[Json] = []
        found["Inline"] = {"description": "A piece of text; `type` says which", "oneOf": pieces}
        pieces.extend(_class_schema(piece, found) for piece in _PIECES.values())
    return {"$ref": "#/$defs/Inline"}


def _class_schema(described: type, found: Json) -> Json:
    if described.__name__ not in found:
        # A clause holds clauses, so the name must be there before the members are looked at.
        found[described.__name__] = {}
        found[described.__name__] = _members_schema(described, found)
    return {"$ref": f"#/$defs/{described.__name__}"}


def _members_schema(described: Any, found: Json) -> Json:  # noqa: ANN401 - a dataclass, known only when run
    name = _PIECE_NAMES.get(described)
    members: Json = {"type": {"const": name}} if name else {}
    for field in _fields(described):
        about = _ABOUT.get(f"{described.__name__}.{field.name}")
        members[field.name] = _schema(_annotations(described)[field.name], found)
        members[field.name] |= {"description": about} if about else {}
    if described in _WITH_PLAIN:
        members["plain"] = _PLAIN_SCHEMA
    required = [field.name for field in _fields(described) if _is_required(field)]
    return {
        "type": "object",
        "description": " ".join(described.__doc__.split("\n\n")[0].split()),
        "properties": members,
        "required": (["type"] if name else []) + required,
        "additionalProperties": False,
    }


_PLAIN_SCHEMA: Final = {"type": "string", "description": "The words of `text` as one string, without notes"}
_SCHEMA_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "number"}
_ABOUT: Final = {
    "Clause.confidence": "From 0 to 1, how sure a reader is of the kind and place; left out where it is 1",
    "Document.received": "What came with a received file; left out for a text that was drafted",
    "Preamble.enacting": "The words that lead into the body; without text where there are none",
    "Preamble.heading": "The heading of the preamble as printed, or empty",
    "Document.form": "agreement, accord, memorandum …, as in the spec",
    "Document.register": "Whether it binds in law or is a political text",
    "Document.parties": "In the order of this original",
    "Document.pack": "The template pack that drafted it, or empty",
    "Clause.id": "Stable, such as `consultation/called-by`; never the number",
    "Clause.topic": "What the clause is about: a dotted name of the pack's vocabulary, or empty",
    "Clause.label": "What the house style prints before it, punctuation included: `Article II:`, `4.`, `(a)`",
    "Value.spec_path": "The field of the spec that the words come from: `term.length`",
    "Term.defines": "Whether the text says here what the term means",
    "Reference.target_id": "The id of the clause that is cited",
    "Marking.status": "`Draft, version 2, June 13, 2024`; empty for a text that is ready for signature",
    "Marking.notice": "That the wording is not the authentic text, where that is so",
    "Marking.date": "ISO day of the instrument, or empty",
}


def _encode(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    if isinstance(value, tuple):
        return [_encode(member) for member in value]
    if not is_dataclass(value):
        return value
    name = _PIECE_NAMES.get(type(value))
    encoded = {"type": name} if name else {}
    for field in _fields(value):
        if field.name in _LEFT_OUT and getattr(value, field.name) == field.default:
            continue
        encoded[field.name] = _encode(getattr(value, field.name))
        if _is_inline(field, value):
            encoded["plain"] = tree.plain(getattr(value, field.name))
    return encoded


def _is_inline(field: Field[Any], value: object) -> bool:
    return field.name == "text" and type(value) in _WITH_PLAIN


def _decode(expected: Any, value: object, path: str, depth: int) -> object:  # noqa: ANN401 - any annotation
    if depth > (deepest := current().json_depth):
        raise DocumentFormError(path, f"is nested deeper than {deepest} levels")
    origin = get_origin(expected)
    if origin is tuple:
        return _decode_list(get_args(expected)[0], value, path, depth)
    if origin is Literal:
        return _decode_choice(get_args(expected), value, path)
    if origin in (Union, UnionType):
        return _decode_piece(value, path, depth)
    if is_dataclass(expected) and isinstance(expected, type):
        return _decode_class(expected, _object(value, path), path, depth)
    if expected is float and type(value) is int:  # JSON does not tell 1 from 1.0
        return float(value)
    if not isinstance(value, expected):
        raise DocumentFormError(path, f"expected {_NOUNS[expected]}, found {_named(value)}")
    return value


def _decode_list(member: object, value: object, path: str, depth: int) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise DocumentFormError(path, f"expected a list, found {_named(value)}")
    return tuple(_decode(member, item, f"{path}[{place}]", depth + 1) for place, item in enumerate(value))


def _decode_choice(allowed: tuple[object, ...], value: object, path: str) -> object:
    if value not in allowed:
        raise DocumentFormError(path, f"{value!r} is none of {', '.join(map(str, allowed))}")
    return value


def _decode_piece(value: object, path: str, depth: int) -> object:
    found = dict(_object(value, path))
    name = _decode_choice(tuple(_PIECES), found.pop("type", None), f"{path}.type")
    return _decode_class(_PIECES[str(name)], found, path, depth)


def _decode_class(expected: type, found: Mapping[str, object], path: str, depth: int) -> object:
    # `Any`, since the fields and the annotations of a class are known only when the program runs.
    kind: Any = expected
    known: dict[str, Field[Any]] = {field.name: field for field in _fields(kind)}
    prefix = f"{path}." if path else ""
    for name in found:
        if name not in known and not (name == "plain" and expected in _WITH_PLAIN):
            raise DocumentFormError(f"{prefix}{name}", "is not known here")
    for name, field in known.items():
        if name not in found and _is_required(field):
            raise DocumentFormError(f"{prefix}{name}", "is missing")
    types = _annotations(expected)
    given = {
        name: _decode(types[name], found[name], f"{prefix}{name}", depth + 1)
        for name in known
        if name in found
    }
    return kind(**given)


@cache
def _annotations(expected: type) -> dict[str, Any]:
    return get_type_hints(expected)


def _object(value: object, path: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise DocumentFormError(path, f"expected an object, found {_named(value)}")
    return value


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


_NOUNS: Final = {str: "a string", bool: "true or false", int: "a number", float: "a number"}


def _named(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            return repr(value)
