"""Builds the model of a spec whose pack declares fields of its own."""

import keyword
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, assert_never

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    Tag,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    create_model,
)

from treatydraft.spec import fields
from treatydraft.spec.dates import Day, PartialDate
from treatydraft.spec.durations import Duration, Period
from treatydraft.spec.fields import AnyField, FieldsError, FieldSet, shapes_of
from treatydraft.spec.model import Spec
from treatydraft.spec.money import Money
from treatydraft.spec.phrase import RefusedError
from treatydraft.spec.pointers import ActorId, Also, Location, PartyId, ReferenceId
from treatydraft.spec.problems import FieldPath
from treatydraft.spec.shapes import BINDING, BY_SHAPE, STRENGTH, TAG_MARK, Flag, Listed, Part
from treatydraft.spec.text import Line, Prose, Slug
from treatydraft.spec.wording import faults_of
from treatydraft.spec.words import Strength

_PLAIN: Final[Mapping[str, Any]] = {
    "flag": Flag,
    "duration": Duration,
    "period": Period,
    "money": Money,
    "date": Day,
    "partial-date": PartialDate,
    "strength": Strength,
    "reference": ReferenceId,
    "place": Location,
}
# Types that are put together when the program runs, of which a type checker can know nothing.
_ANNOTATED: Final[Any] = Annotated
_LITERAL: Final[Any] = Literal
_TUPLE: Final[Any] = tuple
_MANY: Final = frozenset({"areas", "parties", "actors", "choices", "list"})


@lru_cache(maxsize=64)
def spec_model(field_set: FieldSet) -> type[Spec]:
    """The model of a spec with the pack's fields beside the core's.

    Raises:
        FieldsError: The default of a field is not a value that the field takes.
    """
    return create_model("Spec", __base__=Spec, **_Builder(field_set.areas).members(field_set.fields, ()))


def sound_part(model: type[Spec], data: Mapping[str, Any], faulty: Collection[str]) -> Spec:
    """A spec that lacks the top-level fields of these names, each of which has a fault, altogether."""
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    left_out: dict[str, Any] = {names[one]: (Any, None) for one in faulty if one in names}
    relaxed = create_model("Spec", __base__=model, **left_out)
    spec = relaxed.model_validate({name: value for name, value in data.items() if name not in faulty})
    for name in left_out:
        del spec.__dict__[name]
    return spec


class _Builder:
    """Turns declared fields into members of models."""

    def __init__(self, areas: tuple[str, ...]) -> None:
        self._area: Any = _LITERAL[areas] if areas else Slug

    def members(self, declared: Mapping[str, AnyField], path: FieldPath) -> dict[str, Any]:
        """The members of a model, by their names in Python."""
        return {_attribute(name): self._member(name, one, (*path, name)) for name, one in declared.items()}

    def _member(self, name: str, declared: AnyField, path: FieldPath) -> tuple[Any, Any]:
        kind = self._type(declared, path)
        default = self._default(declared, kind, path)
        if default is None:
            kind = kind | None
        alias = name if _attribute(name) != name else None
        about = Field(
            description=declared.description,
            examples=list(declared.examples) or None,
            alias=alias,
            min_length=1 if declared.required is True and declared.type in _MANY else None,
            title=declared.title or None,
        )
        marks = {BINDING: declared.required == "binding", STRENGTH: declared.type == "strength"}
        return _ANNOTATED[(kind, about, *(mark for mark, holds in marks.items() if holds))], default

    def _default(self, declared: AnyField, kind: Any, path: FieldPath) -> Any:  # noqa: ANN401 - any value of any field
        if declared.default is not None:
            return _checked(declared.default, kind, path)
        if declared.required is True:
            return ...
        if declared.type in _MANY:
            return ()
        return False if declared.type == "flag" else None

    def _type(self, declared: AnyField, path: FieldPath) -> Any:  # noqa: ANN401 - a type, or the annotation of one
        kind: Any
        match declared:
            case fields.TextField():
                kind = Prose if declared.lines == "many" else Line
            case fields.NumberField():
                kind = _number(declared)
            case fields.PlainField():
                kind = self._plain(declared.type)
            case fields.ActorField():
                kind = _actor(declared)
            case fields.ChoiceField():
                kind = _one_or_many(_LITERAL[declared.of], many=declared.type == "choices")
            case fields.ListField():
                kind = _TUPLE[self._type(declared.of, (*path, "of")), ...]
            case fields.RecordField():
                kind = self._record(declared, path)
            case fields.OneOfField():
                kind = self._one_of(declared, path)
            case _:
                assert_never(declared)
        return kind

    def _record(self, declared: fields.RecordField, path: FieldPath) -> type[Part]:
        return create_model(_title(path), __base__=Part, **self.members(declared.fields_, path))

    def _plain(self, kind: str) -> Any:  # noqa: ANN401 - as above
        if kind in {"area", "areas"}:
            return _one_or_many(self._area, many=kind == "areas")
        return _PLAIN[kind]

    def _one_of(self, declared: fields.OneOfField, path: FieldPath) -> Any:  # noqa: ANN401 - as above
        union: Any = None
        for place, alternative in enumerate(declared.of):
            kind = self._type(alternative, (*path, f"alternative {place + 1}"))
            for shape in shapes_of(alternative):
                arm = _ANNOTATED[kind, Tag(TAG_MARK + shape)]
                union = arm if union is None else union | arm
        return _ANNOTATED[union, BY_SHAPE]


def _attribute(name: str) -> str:
    """The name of a field in Python, which keeps some names for itself."""
    return f"{name}_" if keyword.iskeyword(name) or hasattr(BaseModel, name) else name


def _title(path: FieldPath) -> str:
    """The name of a record in the schema: `ConsultationResponses`."""
    return "".join(str(step).title().replace("_", "").replace(" ", "") for step in path if step != "of")


def _actor(declared: fields.ActorField) -> Any:  # noqa: ANN401 - the annotation of a type
    pointer = PartyId if declared.type in {"party", "parties"} else ActorId
    one = _ANNOTATED[pointer, Also(*declared.also)]
    return _one_or_many(one, many=declared.type in {"parties", "actors"})


def _one_or_many(one: Any, *, many: bool) -> Any:  # noqa: ANN401 - annotations of types
    return _ANNOTATED[_TUPLE[one, ...], Listed()] if many else one


def _number(declared: fields.NumberField) -> Any:  # noqa: ANN401 - the annotation of a type
    bounds = {"minimum": declared.least, "maximum": declared.most}
    schema: dict[str, Any] = {"type": "integer" if declared.whole else "number"}
    schema |= {name: float(bound) for name, bound in bounds.items() if bound is not None}
    return Annotated[Decimal, BeforeValidator(_number_check(declared)), WithJsonSchema(schema)]


def _number_check(declared: fields.NumberField) -> Callable[[object], Decimal]:
    words = [f"from {declared.least}"] * (declared.least is not None) + [f"to {declared.most}"] * (
        declared.most is not None
    )
    wanted = " ".join(["a whole number" if declared.whole else "a number", *words])

    def check(value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise RefusedError("wrong-type", f"this must be {wanted}")
        number = Decimal(str(value))
        if not number.is_finite() or (declared.whole and number != number.to_integral_value()):
            raise RefusedError("wrong-type", f"this must be {wanted}")
        if (declared.least is not None and number < declared.least) or (
            declared.most is not None and number > declared.most
        ):
            raise RefusedError("out-of-range", f"{number} is not {wanted}")
        return number

    return check


def _checked(default: object, kind: Any, path: FieldPath) -> Any:  # noqa: ANN401 - a value of any field
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    try:
        return adapter.validate_python(default)
    except ValidationError as error:
        inner = faults_of(error, adapter.json_schema())
        raise FieldsError([replace(one, path=(*path, "default", *one.path)) for one in inner]) from None
