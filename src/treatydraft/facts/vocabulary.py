"""The words of a family of instruments: areas, topics, and how its own fields are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from treatydraft.facts.lexicon import NOTHING, Lexicon
from treatydraft.facts.wording import Pattern

FieldKind: TypeAlias = Literal[
    "words", "deadline", "level", "party", "event-party", "flag", "flag-nearby", "name"
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One area or topic: its id, its name and the words for it."""

    id: str
    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldReading:
    """How one field of a pack is read from the sentence that its record is about."""

    name: str  # dotted below its record: `aggressor.named`
    kind: FieldKind
    words: tuple[tuple[str, tuple[Pattern, ...]], ...] = ()  # value → wordings, the first counts first
    otherwise: str = ""  # the value where no wording is there, because silence says it
    unless: str = ""  # another field of the record that says it already


@dataclass(frozen=True, slots=True)
class RecordReading:
    """How a record of a pack is read: which sentence is about it, and its fields."""

    field: str
    topic: str
    about: tuple[Pattern, ...]  # each must be there
    until: Pattern | None  # where the event ends and what is done begins
    fields: tuple[FieldReading, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What a pack knows of its subject; without any, facts are those that every instrument has."""

    areas: tuple[Entry, ...] = ()
    topics: tuple[Entry, ...] = ()
    readings: tuple[RecordReading, ...] = ()
    area_field: str = ""  # the field of a spec that names areas: `support.area`
    ignored: tuple[str, ...] = ()  # phrases that hold the word for an area and do not mean it

    @cached_property
    def area_lexicon(self) -> Lexicon:
        """All words for areas."""
        ignored = ((phrase, NOTHING) for phrase in self.ignored)
        return Lexicon([*ignored, *_phrases(self.areas)])

    @cached_property
    def topic_lexicon(self) -> Lexicon:
        """All words for topics."""
        return Lexicon(_phrases(self.topics))


def _phrases(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    return [(phrase, entry.id) for entry in entries for phrase in (entry.name, *entry.synonyms)]
