"""A template pack as a value: what `pack.yaml`, `fields.yaml`, the vocabulary and the clause files say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from treatydraft.document.house_style import HouseStyle
from treatydraft.document.tree import Register
from treatydraft.spec import FieldSet

LintSeverity: TypeAlias = Literal["error", "warning", "info", "off"]
OWN_CLAUSES = "own-clauses"  # the place in a pack's order of a spec's own clauses that name no place


@dataclass(frozen=True, slots=True)
class ClauseSource:
    """One clause file: front matter and a Jinja template in Markdown."""

    topic: str
    file: str  # as messages name it
    first_line: int  # the line of the file on which the body starts
    body: str
    heading: Mapping[Register, str]  # empty for paragraphs without a heading of their own
    when: str = "true"  # a Jinja expression


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary in the form that goes with one or two, and with more."""

    one: str
    many: str
    term: str = ""  # the defined term that it stands for, where it does


@dataclass(frozen=True, slots=True)
class InstrumentForm:
    """What a form of instrument calls itself: `this Agreement`, `these Joint Commitments`."""

    name: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of the vocabulary of areas."""

    id: str
    name: str
    definition: str
    phrase: str = ""  # how it reads in a sentence, where the name in small letters does not serve
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Topics that stand as paragraphs under one heading, in the registers named."""

    topic: str
    heading: str
    registers: tuple[Register, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """A family of instruments: its fields, clauses, vocabulary, house styles and templates."""

    name: str
    version: str
    description: str
    order: tuple[str | Group, ...]
    annex_order: tuple[str, ...]
    clauses: Mapping[str, ClauseSource]
    house_styles: Mapping[str, HouseStyle]
    words: Mapping[Register, Mapping[str, Word]]
    strengths: Mapping[str, Word]
    phrases: Mapping[str, str]  # how the coded words of a spec read in a sentence
    forms: Mapping[str, InstrumentForm]
    areas: Mapping[str, Area]
    spelling: Mapping[str, Mapping[str, str]]  # locale → British word → that locale's
    starter_title: str  # the title and the house style with which a new spec begins
    starter_house_style: str
    field_set: FieldSet
    word_template: bytes
    markdown_template: str
    vocabulary: Mapping[str, Any] = field(
        default_factory=dict
    )  # areas, topics and readings, as their files hold them
    recitals: tuple[str, ...] = field(default=())  # topics of the recitals that stand where a spec names none
    severities: Mapping[str, LintSeverity] = field(default_factory=dict)  # rule or group → how grave
