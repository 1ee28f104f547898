"""The fields that a pack adds to a spec, as data: what `fields.yaml` may say."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Self, TypeAlias, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from treatydraft.spec.phrase import RefusedError
from treatydraft.spec.problems import Fault
from treatydraft.spec.shapes import TAG_MARK, Flag, Listed, Part, described
from treatydraft.spec.text import Line, Prose
from treatydraft.spec.wording import JsonSchema, faults_of, one_line

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


class FieldsError(ValueError):
    """The fields of a pack are not declared as they must be; `faults` says where and why, all at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(one_line, self.faults)))


def _name(value: object) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise RefusedError(
            "bad-id",
            f"“{value}” cannot name a field",
            hint="use small letters, digits and single underscores",
        )
    if value in dir(BaseModel) or value.startswith("model_"):
        raise RefusedError("reserved-name", f"“{value}” is kept for the program", hint="choose another name")
    return value


FieldName = Annotated[str, BeforeValidator(_name)]
"""The name of a field, as a spec writes it."""


def _required(value: object) -> bool | str:
    if isinstance(value, bool) or value == "binding":
        return value
    raise RefusedError(
        "not-allowed", "this says when the field is required", expected=["true", "false", "binding"]
    )


class Declaration(Part):
    """What every field may say of itself."""

    title: Annotated[
        Line | None, described("Its name in words; left out, made from the name.", "Support")
    ] = None
    description: Annotated[
        Prose | None,
        described("What it means, for editors, messages and the starter spec.", "Who provides what."),
    ] = None
    examples: Annotated[
        tuple[Any, ...], Listed(), described("Values as a spec writes them.", "24 hours")
    ] = ()
    default: Annotated[Any, described("What holds when the field is left out.", "body")] = None
    required: Annotated[
        bool | Literal["binding"],
        BeforeValidator(_required),
        described(
            "Whether it must be given: true, false, or only when the instrument is binding.", "binding"
        ),
    ] = False


class TextField(Declaration):
    """One line of text, or several."""

    type: Literal["text"]
    lines: Annotated[Literal["one", "many"], described("How many lines it may have.", "many")] = "one"


class NumberField(Declaration):
    """A number."""

    type: Literal["number"]
    whole: Annotated[Flag, described("Whether it has no decimals.")] = False
    least: Annotated[Decimal | None, described("The least that it may be.", 0)] = None
    most: Annotated[Decimal | None, described("The most that it may be.", 100)] = None


class PlainField(Declaration):
    """A field that its type says all about."""

    type: Literal[
        "flag",
        "duration",
        "period",
        "money",
        "date",
        "partial-date",
        "area",
        "areas",
        "strength",
        "reference",
        "place",
    ]


class ActorField(Declaration):
    """A party, a party or another actor, or several of them."""

    type: Literal["party", "parties", "actor", "actors"]
    also: Annotated[
        tuple[Line, ...], Listed(), described("Words that it takes beside an id.", ["any-party", "both"])
    ] = ()


class ChoiceField(Declaration):
    """One word, or several, out of a closed list."""

    type: Literal["choice", "choices"]
    of: Annotated[
        tuple[Line, ...],
        Listed(),
        described("The words allowed.", ["ministers", "officials"]),
        Field(min_length=1),
    ]


class ListField(Declaration):
    """A list of one kind of thing."""

    type: Literal["list"]
    of: Annotated["AnyField", described("What its items are.", {"type": "text"})]


class RecordField(Declaration):
    """A group of fields with names."""

    type: Literal["record"]
    fields_: Annotated[
        dict[FieldName, "AnyField"], described("Its fields by name."), Field(min_length=1, alias="fields")
    ]


class OneOfField(Declaration):
    """One of several fields, told apart by what is written: a word, a number, a list or fields."""

    type: Literal["one-of"]
    of: Annotated[
        tuple["AnyField", ...], described("The alternatives; no two of one shape."), Field(min_length=2)
    ]

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        shapes = [shape for alternative in self.of for shape in shapes_of(alternative)]
        if len(shapes) != len(set(shapes)):
            raise RefusedError(
                "not-distinct",
                "two of these alternatives cannot be told apart by what a spec would write",
                hint="no two may be a word, or both be fields; a choice and “also” join words in one field",
            )
        return self


def _type_tag(value: object) -> str | None:
    """The tag of the declaration that answers for a field of this type."""
    named = value.get("type") if isinstance(value, Mapping) else getattr(value, "type", None)
    return _TAGS.get(named, f"{TAG_MARK}{named}") if isinstance(named, str) else None


_DECLARATIONS = (
    TextField,
    NumberField,
    PlainField,
    ActorField,
    ChoiceField,
    ListField,
    RecordField,
    OneOfField,
)
_TAGS = {
    name: TAG_MARK + one.__name__ for one in _DECLARATIONS for name in get_args(one.__annotations__["type"])
}

AnyField: TypeAlias = Annotated[
    Annotated[TextField, Tag("·TextField")]
    | Annotated[NumberField, Tag("·NumberField")]
    | Annotated[PlainField, Tag("·PlainField")]
    | Annotated[ActorField, Tag("·ActorField")]
    | Annotated[ChoiceField, Tag("·ChoiceField")]
    | Annotated[ListField, Tag("·ListField")]
    | Annotated[RecordField, Tag("·RecordField")]
    | Annotated[OneOfField, Tag("·OneOfField")],
    Discriminator(
        _type_tag,
        custom_error_type="unknown-type",
        custom_error_message="{types}",
        custom_error_context={"types": ", ".join(_TAGS)},
    ),
]
"""A declared field of any type."""


_SHAPES: Mapping[str, tuple[str, ...]] = {
    "number": ("number",),
    "flag": ("flag",),
    "partial-date": ("word", "number"),
    "list": ("list",),
    "record": ("mapping",),
    **dict.fromkeys(("areas", "parties", "actors", "choices"), ("word", "list")),
}


def shapes_of(declared: AnyField) -> tuple[str, ...]:
    """The shapes in which a spec may write a field."""
    match declared.type:
        case "one-of":
            return tuple(shape for alternative in declared.of for shape in shapes_of(alternative))
        case kind:
            return _SHAPES.get(kind, ("word",))


@dataclass(frozen=True, eq=False)
class FieldSet:
    """The fields of one pack, with the areas that its vocabulary has."""

    fields: Mapping[str, AnyField] = field(default_factory=dict)
    areas: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[tuple[str, AnyField]]:
        return iter(self.fields.items())

    @classmethod
    def parse(cls, data: object, areas: Iterable[str] = ()) -> Self:
        """Read the content of a `fields.yaml`; `areas` are the ids that fields of type area may name.

        Raises:
            FieldsError: A field is not declared as it must be.
        """
        try:
            fields = _adapter().validate_python({} if data is None else data)
        except ValidationError as error:
            raise FieldsError(faults_of(error, fields_schema())) from None
        if clashes := list(_clashes(fields)):
            raise FieldsError(clashes)
        return cls(fields, tuple(areas))


@cache
def _adapter() -> TypeAdapter[dict[str, AnyField]]:
    return TypeAdapter(dict[FieldName, AnyField])


@cache
def fields_schema() -> JsonSchema:
    """The JSON Schema of a `fields.yaml`."""
    return _adapter().json_schema()


def _clashes(fields: Mapping[str, AnyField]) -> Iterator[Fault]:
    from treatydraft.spec.model import Spec  # noqa: PLC0415 - the core need not be built to declare a field

    for name in fields:
        if name in Spec.model_fields:
            message = f"every spec has a field “{name}” already"
            yield Fault((name,), "reserved-name", message, name, hint="choose another name", at="key")
