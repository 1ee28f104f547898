"""The vocabulary of a pack from plain data, as its YAML files hold it."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from treatydraft.facts.phrase_patterns import phrase_pattern
from treatydraft.facts.vocabulary import Entry, FieldKind, FieldReading, RecordReading, Vocabulary
from treatydraft.facts.wording import Pattern
from treatydraft.spec import Fault
from treatydraft.spec.wording import faults_of


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_Phrases = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Entry(_Part):
    id: str
    name: str
    definition: str = ""
    phrase: str = ""
    synonyms: _Phrases = ()


class _Field(_Part):
    kind: FieldKind
    words: dict[str, _Phrases] = Field(default_factory=dict)
    otherwise: str = ""
    unless: str = ""


class _Record(_Part):
    field: str
    topic: str
    about: tuple[_Phrases, ...]
    until: _Phrases = ()
    fields: dict[str, _Field]


class _Vocabulary(_Part):
    area_field: str = ""
    areas: tuple[_Entry, ...] = ()
    topics: tuple[_Entry, ...] = ()
    ignored: _Phrases = ()
    readings: tuple[_Record, ...] = ()


def vocabulary_of(data: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary that this data describes; raises pydantic's `ValidationError` where it is not sound."""
    given = _Vocabulary.model_validate(data)
    return Vocabulary(
        area_field=given.area_field,
        areas=tuple(map(_entry, given.areas)),
        topics=tuple(map(_entry, given.topics)),
        readings=tuple(map(_record, given.readings)),
        ignored=given.ignored,
    )


def vocabulary_faults(data: Mapping[str, Any]) -> list[Fault]:
    """What is wrong with the content of a file of a vocabulary."""
    try:
        _Vocabulary.model_validate(data)
    except ValidationError as error:
        return faults_of(error, _Vocabulary.model_json_schema())
    return []


def vocabulary_schema() -> dict[str, Any]:
    """The JSON Schema of a file of a vocabulary; each may hold some of its fields."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**dialect, **_Vocabulary.model_json_schema(), "title": "Vocabulary"}


def _entry(given: _Entry) -> Entry:
    synonyms = (given.phrase, *given.synonyms) if given.phrase else given.synonyms
    return Entry(given.id, given.name, synonyms)


def _record(given: _Record) -> RecordReading:
    return RecordReading(
        field=given.field,
        topic=given.topic,
        about=tuple(map(_any_of, given.about)),
        until=_any_of(given.until) if given.until else None,
        fields=tuple(_field(name, one) for name, one in given.fields.items()),
    )


def _field(name: str, given: _Field) -> FieldReading:
    words = tuple((value, tuple(map(phrase_pattern, phrases))) for value, phrases in given.words.items())
    return FieldReading(name, given.kind, words, given.otherwise, given.unless)


def _any_of(phrases: Iterable[str]) -> Pattern:
    return phrase_pattern(f"({'|'.join(phrases)})")
