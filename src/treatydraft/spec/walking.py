"""Walks any spec, core fields and pack fields alike, and yields what stands in it with its path."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from treatydraft.spec.problems import FieldPath
from treatydraft.spec.shapes import BINDING, Part

Kind = TypeVar("Kind")


def walk(value: object, kind: type[Kind], path: FieldPath = ()) -> Iterator[tuple[FieldPath, Kind]]:
    """Every value of a kind, with its path as the spec writes it: parts, phrases, pointers."""
    if isinstance(value, kind):
        yield path, value
    for step, below in _children(value):
        yield from walk(below, kind, (*path, step))


def unanswered(value: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The fields that a binding instrument must give and this one does not."""
    for at, part in walk(value, Part, path):
        for name, field in type(part).model_fields.items():
            if BINDING in field.metadata and getattr(part, name) in (None, ()):
                yield (*at, field.alias or name)


def _children(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            yield field.alias or name, getattr(value, name)
    elif isinstance(value, tuple | list):
        yield from enumerate(value)
    elif isinstance(value, Mapping):
        yield from value.items()
