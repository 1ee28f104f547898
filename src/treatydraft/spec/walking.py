"""Walks any spec, core fields and pack fields alike, and yields what stands in it with its path."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

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


# --- What may stand in it ---------------------------------------------------------------------------------


def keys_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the names that a spec gives them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def models_of(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation of a field
    """The models that a field may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_of(inner)


def meaning_of(model: type[BaseModel], path: FieldPath) -> str:
    """What the field at a path of a spec means, by its description; empty where it has none."""
    models, meaning = [model], ""
    for name in (step for step in path if isinstance(step, str)):
        infos = [fields[name] for one in models if name in (fields := keys_of(one))]
        if not infos:
            break
        meaning = " ".join((infos[0].description or "").split())
        models = list(models_of(infos[0].annotation))
    return meaning
