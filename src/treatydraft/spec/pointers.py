"""Words of a spec that point at something else in it: a party, an actor, a reference, an annex.

Each is a `str` of its own class, so that one walk over any spec, whatever fields its pack adds, finds all of
them and the rules can say which point at nothing.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from treatydraft.spec.phrase import RefusedError, such_as
from treatydraft.spec.text import STILL_TO_DO, TODO, refuse_forbidden


class Pointer(str):
    """An id that must be declared elsewhere in the spec."""

    __slots__ = ("also",)

    kind: ClassVar[str] = "an id"  # what it points at, with its article
    example: ClassVar[str] = ""

    also: tuple[str, ...]  # the words that its field takes beside an id

    def __new__(cls, text: str, also: tuple[str, ...] = ()) -> Self:
        """Make a pointer that remembers which words would have done as well."""
        pointer = super().__new__(cls, text)
        pointer.also = also
        return pointer

    def __getnewargs__(self) -> tuple[str, tuple[str, ...]]:  # type: ignore[override]  # as __new__ takes
        return str(self), self.also

    @classmethod
    def validate(cls, value: object, also: tuple[str, ...] = ()) -> str:
        """Take an id as a pointer and one of the words in `also` as the plain word."""
        if not isinstance(value, str):
            raise RefusedError(
                "wrong-type", f"this must be {cls.kind}", expected=such_as(cls.kind, [cls.example, *also])
            )
        refuse_forbidden(value)
        text = value.strip()
        if text in also:
            return text
        if text == TODO:
            raise RefusedError("to-do", STILL_TO_DO, expected=such_as(cls.kind, [cls.example, *also]))
        if not text:
            raise RefusedError(
                "empty-text", "this text is empty", expected=such_as(cls.kind, [cls.example, *also])
            )
        return cls(text, also)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return _validator(cls, ())

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return _described(cls, ())


class ActorId(Pointer):
    """The id of a party, or of a named actor that is no party."""

    __slots__ = ()
    kind = "the id of a party or of an actor"
    example = "UA"


class PartyId(ActorId):
    """The id of a party."""

    __slots__ = ()
    kind = "the id of a party"


class ReferenceId(Pointer):
    """The id of a reference."""

    __slots__ = ()
    kind = "the id of a reference"
    example = "joint-declaration"


class Location(Pointer):
    """Where in the instrument something stands: the body, the (first) annex, or an annex by its id."""

    __slots__ = ()
    kind = "body, annex or the id of an annex"
    example = "body"


class Also:
    """Marks words that a field takes beside an id: `Annotated[PartyId, Also("any-party")]`."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __get_pydantic_core_schema__(
        self, source: type[Pointer], _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return _validator(source, self.words)

    def __get_pydantic_json_schema__(self, schema: Mapping[str, Any], _handler: object) -> dict[str, Any]:
        return _described(schema["metadata"]["pointer"], self.words)


def _validator(pointer: type[Pointer], also: tuple[str, ...]) -> CoreSchema:
    return core_schema.no_info_plain_validator_function(
        lambda value: pointer.validate(value, also), metadata={"pointer": pointer}
    )


def _described(pointer: type[Pointer], also: tuple[str, ...]) -> dict[str, Any]:
    words = "".join(f", or {word}" for word in also)
    return {
        "type": "string",
        "minLength": 1,
        "description": f"{pointer.kind.capitalize()}{words}",
        "examples": [pointer.example, *also],
    }
