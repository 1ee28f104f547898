"""Walks any spec, core fields and pack fields alike, and yields what stands in it with its path."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from treatydraft.spec.problems import FieldPath
from treatydraft.spec.shapes import BINDING, Part

Kind = TypeVar("Kind")

_LACKING: Final = object()


def walk(value: object, kind: type[Kind], path: FieldPath = ()) -> Iterator[tuple[FieldPath, Kind]]:
    """Every value of a kind, with its path as the spec writes it: parts, phrases, pointers."""
    if isinstance(value, kind):
        yield path, value
    for step, below in children(value):
        yield from walk(below, kind, (*path, step))


def unanswered(value: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    """The fields that a binding instrument must give and this one does not."""
    for at, part in walk(value, Part, path):
        for name, field in type(part).model_fields.items():
            if BINDING in field.metadata and part.__dict__.get(name, _LACKING) in (None, ()):
                yield (*at, field.alias or name)


def is_whole(part: Part) -> bool:
    """Whether a part has all its fields; one read from a spec with faults lacks those that have them."""
    return type(part).model_fields.keys() <= part.__dict__.keys()


def children(value: object) -> Iterator[tuple[str | int, object]]:
    """What stands in a value, each with the step that leads to it, without the parts that are not sound."""
    if isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            if name in value.__dict__:
                yield field.alias or name, value.__dict__[name]
    elif isinstance(value, tuple | list):
        yield from enumerate(value)
    elif isinstance(value, Mapping):
        yield from value.items()
