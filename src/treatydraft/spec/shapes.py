"""What the models of a spec are built with: frozen parts, one-or-many lists, short forms, alternatives."""

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Annotated, Any, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Tag,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from treatydraft.spec.phrase import RefusedError
from treatydraft.spec.words import Register

TAG_MARK: Final = (
    "·"  # begins the tags of alternatives, so that a path of Pydantic's can be told from one of the spec
)
BINDING: Final = "required when binding"  # marks a field that an instrument in the binding register must give
STRENGTH: Final = "a strength"  # marks a field that says how firmly something is promised


class Part(BaseModel):
    """A part of a spec: its fields and no others, never changed after it is read.

    A field whose name Python keeps for itself has a trailing underscore there (`term.from_`) and none in
    YAML; for templates the bare name reads the same value (`spec.term.from`).
    """

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,  # the parts of a spec are built once, in the model of a spec with its pack
        frozen=True,
        serialize_by_alias=True,
        field_title_generator=lambda name, _info: name.strip("_").replace("_", " ").capitalize(),
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        """Let templates read a field by the name that the spec has for it."""
        super().__pydantic_init_subclass__(**kwargs)
        for name, field in cls.model_fields.items():
            if field.alias and field.alias != name:
                setattr(cls, field.alias, property(attrgetter(name)))


def described(description: str, *examples: object, **more: Any) -> Any:  # noqa: ANN401 - what Field itself takes and gives
    """Describe a field for the schema, for editors and for messages."""
    return Field(description=description, examples=list(examples) or None, **more)


class Registered(Part):
    """A part of its own register."""

    # Every class has a method `register` from `abc`, which Pydantic would take for the field's default.
    register_: Annotated[
        Register,
        described(
            "Whether it creates obligations in law (binding) or states intentions (political).", "binding"
        ),
    ] = Field(alias="register")

    @property
    def register(self) -> Register:
        """The register, binding or political."""
        return self.register_


class Listed:
    """Marks a tuple field that a spec may write as one item: `by: US` for `by: [US]`. An item stands once."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        listed = core_schema.no_info_before_validator_function(_as_list, handler(source))
        return core_schema.no_info_after_validator_function(_once_each, listed)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        array = handler(schema)
        return {"anyOf": [array["items"], array]}


class Shorthand:
    """Marks a part that a spec may write as the value of one of its fields: `extension: joint decision`."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._expand, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        part = handler(schema)
        return {"anyOf": [handler.resolve_ref_schema(part)["properties"][self.field], part]}

    def _expand(self, value: object) -> object:
        return (
            value if value is None or isinstance(value, Mapping | BaseModel | list) else {self.field: value}
        )


WORD: Final = Tag(f"{TAG_MARK}word")
NUMBER: Final = Tag(f"{TAG_MARK}number")
MAPPING: Final = Tag(f"{TAG_MARK}mapping")


def shape_of(value: object) -> str:
    """The tag of the alternative that a value chooses by its shape; no other will answer for it."""
    match value:
        case bool():
            shape = "flag"
        case int() | float() | Decimal():
            shape = "number"
        case Mapping() | BaseModel():
            shape = "mapping"
        case list() | tuple():
            shape = "list"
        case None:
            shape = "nothing"
        case _:
            shape = "word"
    return TAG_MARK + shape


BY_SHAPE: Final = Discriminator(shape_of)
"""Tells the alternatives of a field apart by what is written: a word, a number, a list or fields."""


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    near = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower())
    raise RefusedError(
        "wrong-type",
        "this must be true or false",
        expected=["true", "false"],
        hint=f"write {near}" if near else None,
    )


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise RefusedError("wrong-type", "this must be a whole number, 1 or more")


Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean", "examples": [True]})]
"""True or false, and nothing that only looks like it."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number of things."""


def _as_list(value: object) -> object:
    return value if value is None or isinstance(value, list | tuple) else [value]


def _once_each(items: tuple[Any, ...]) -> tuple[Any, ...]:
    for place, item in enumerate(items):
        if isinstance(item, str) and item in items[:place]:
            raise RefusedError("repeated-item", f"“{item}” stands here twice", hint="name each once")
    return items
