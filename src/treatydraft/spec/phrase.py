"""What every one-phrase value of a spec shares: it is parsed from text and described in the JSON Schema."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class RefusedError(ValueError):
    """A value is not what its field takes; says why, what is allowed and how to put it right."""

    def __init__(
        self, code: str, message: str, *, expected: Sequence[str] = (), hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.expected = tuple(expected)
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Survive a trip between processes, which keyword arguments alone would not."""
        return _rebuilt, (self.code, self.message, self.expected, self.hint)


def _rebuilt(code: str, message: str, expected: tuple[str, ...], hint: str | None) -> RefusedError:
    return RefusedError(code, message, expected=expected, hint=hint)


class Phrase(ABC):
    """A value that a spec writes as one word or phrase: a duration, an amount, a date.

    `str()` of a phrase is the form in which a spec would write it, and parses back to an equal phrase.
    """

    __slots__ = ()

    kind: ClassVar[str]  # what it is, with its article: `a duration`
    pattern: ClassVar[str]  # what a spec may write; for editors, `parse` decides
    examples: ClassVar[tuple[str, ...]]

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """Read the phrase, or raise `RefusedError`."""

    @classmethod
    def allowed(cls) -> tuple[str]:
        """What a field of this kind takes, in words."""
        return such_as(cls.kind, cls.examples)

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a phrase as it is and text as `parse` reads it."""
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        raise RefusedError("wrong-type", f"this must be {cls.kind}", expected=cls.allowed())

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.validate, serialization=core_schema.to_string_ser_schema(when_used="json")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "description": f"{cls.kind.capitalize()}, as in: {'; '.join(cls.examples)}",
            "examples": list(cls.examples),
            "pattern": cls.pattern,
        }


def such_as(kind: str, examples: Sequence[str]) -> tuple[str]:
    """What is allowed, where that is no closed list: a kind of thing and what it looks like."""
    return (f"{kind}, such as {' or '.join(examples)}",)


def squeezed(text: str) -> str:
    """The text with every run of white space as one space, no-break spaces included."""
    return " ".join(text.split())
