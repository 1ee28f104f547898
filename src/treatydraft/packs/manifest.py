"""What `pack.yaml` and the front matter of a clause may say: models, faults and JSON Schemas."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, TypeAdapter, ValidationError, model_validator

from treatydraft.document.house_style import NumberFormat, Numerals
from treatydraft.document.kinds import Kind
from treatydraft.packs.pack import LintSeverity
from treatydraft.spec import Fault, Part, RefusedError
from treatydraft.spec.shapes import BY_SHAPE, MAPPING, WORD, Flag, described
from treatydraft.spec.text import Line, Prose, Slug, Topic
from treatydraft.spec.wording import JsonSchema, faults_of
from treatydraft.spec.words import Form, Register, Strength

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Starter(Part):
    """What a new spec begins with."""

    title: Annotated[Line, described("The title of a new instrument.", "Agreement on Fisheries")]
    house_style: Annotated[Slug, described("A house style of the pack.", "european")]


class GroupEntry(Part):
    """Topics that stand together: as a part, or as paragraphs under one heading."""

    group: Annotated[Topic, described("The topic of the group itself.", "final-provisions")]
    heading: Annotated[Line, described("Its heading.", "Final Provisions")]
    registers: Annotated[
        tuple[Register, ...],
        described("Where its topics are paragraphs under its heading, outside of parts.", ["political"]),
    ]
    topics: Annotated[tuple[Topic, ...], described("Its topics in order."), Field(min_length=1)]


class WordEntry(Part):
    """A word in the form that goes with one or two parties, and with more."""

    text: Annotated[Line | None, described("The word, whatever the number.", "Parties")] = None
    one: Annotated[Line | None, described("The form for one, or for two parties.", "terminate")] = None
    many: Annotated[Line | None, described("The form for many.", "withdraw from")] = None
    term: Annotated[str, described("The defined term that it stands for.", "Parties")] = ""

    @model_validator(mode="after")
    def _some_form(self) -> Self:
        if not (self.text or self.one):
            raise RefusedError("incomplete", "this word has no form", hint="give text, or one and many")
        return self


AnyWord = Annotated[Annotated[Line, WORD] | Annotated[WordEntry, MAPPING], BY_SHAPE]


class Words(Part):
    """The vocabulary of the registers, the same words in each."""

    binding: Annotated[dict[str, AnyWord], described("In a binding instrument.", {"shall": "shall"})]
    political: Annotated[dict[str, AnyWord], described("In a political one.", {"shall": "will"})]


class FormEntry(Part):
    """What a form of instrument calls itself."""

    name: Annotated[Line, described("Its name.", "Agreement")]
    plural: Annotated[Flag, described("Whether it takes the plural: “these Commitments”.")] = False


class LevelEntry(Part):
    """How the clauses of one kind are numbered, labelled and cited."""

    kind: Annotated[Kind, described("The clauses that stand on it.", "article")]
    number: Annotated[NumberFormat, described("How they are counted.", "upper-roman")] = "decimal"
    label: Annotated[str, described("What is printed, {} for the number.", "Article {}")] = "{}"
    mark: Annotated[str, described("What follows the label and no citation.", ":")] = ""
    cite: Annotated[str, described("How others cite it.", "Article {}")] = ""
    cite_within: Annotated[str, described("How it is cited from the same unit.", "paragraph {}")] = ""
    runs_on: Annotated[Flag, described("Whether numbers go on through the whole text.")] = False


class HouseStyleEntry(Part):
    """One country's way of setting an instrument."""

    locale: Annotated[str, described("Spelling and names of months.", "en-GB")] = "en-GB"
    date_pattern: Annotated[str, described("A Unicode (CLDR) pattern.", "d MMMM y")] = "d MMMM y"
    numerals: Annotated[Numerals, described("How numbers are written.", "words")] = "figures"
    serial_comma: Annotated[Flag, described("Whether lists read “a, b, and c”.")] = False
    heading: Annotated[
        str, described("Beside or below the label.", "below"), Field(pattern="^(beside|below)$")
    ] = "beside"
    centred: Annotated[Flag, described("Whether top headings stand in the middle.")] = False
    number_lone_paragraph: Annotated[Flag, described("Whether one alone has a number.")] = False
    unit: Annotated[Line, described("How a top clause calls itself.", "Article")] = "Article"
    levels: Annotated[
        tuple[LevelEntry, ...] | None, described("The levels of the body."), Field(min_length=2)
    ] = None
    annex_levels: Annotated[tuple[LevelEntry, ...] | None, described("The levels of the annexes.")] = None


class LintEntry(Part):
    """What the rules of `treatydraft lint` are worth in this family of instruments."""

    severity: Annotated[
        dict[str, LintSeverity], described("Rules by code, group or name.", {"TD703": "info"})
    ]


OrderEntry = Annotated[Annotated[Topic, WORD] | Annotated[GroupEntry, MAPPING], BY_SHAPE]


class Manifest(Part):
    """What a pack is: its name, the order of its clauses, its words and its house styles."""

    name: Annotated[Slug, described("The name of the pack, which is that of its folder.", "fisheries")]
    version: Annotated[Line, described("Its version.", "0.1.0")]
    description: Annotated[Prose, described("What it is for, in one sentence.")]
    starter: Annotated[Starter, described("What a new spec begins with.")]
    order: Annotated[
        tuple[OrderEntry, ...], described("The order of the body.", ["purpose"]), Field(min_length=1)
    ]
    annex_order: Annotated[tuple[Topic, ...], described("What stands in the first annex.")] = ()
    recitals: Annotated[tuple[Topic, ...], described("The recitals where a spec names none.")] = ()
    lint: Annotated[LintEntry | None, described("How grave findings are.")] = None
    forms: Annotated[dict[Form, FormEntry], described("What each form of instrument calls itself.")]
    words: Annotated[Words, described("The words of the registers: w.shall, w.parties.")]
    numbers: Annotated[dict[str, AnyWord], described("Words that go with the number of parties.")]
    strengths: Annotated[dict[Strength, AnyWord], described("Who owes what; {subject} owes it.")]
    phrases: Annotated[dict[str, str], described("How the coded words of a spec read in a sentence.")]
    house_styles: Annotated[dict[Slug, HouseStyleEntry], described("By name."), Field(min_length=1)]
    spelling: Annotated[
        dict[str, dict[str, str]], described("By locale: British words in its own spelling.")
    ] = Field(default_factory=dict)


class Headings(Part):
    """A heading for each register."""

    binding: Annotated[str, described("In a binding instrument.")]
    political: Annotated[str, described("In a political one.")]


class FrontMatter(Part):
    """What stands between the two lines `---` of a clause file."""

    topic: Annotated[Topic, described("What the clause is about.", "termination")]
    heading: Annotated[
        Annotated[Annotated[str, WORD] | Annotated[Headings, MAPPING], BY_SHAPE],
        described("Its heading, a Jinja template.", "{{ w.Termination }}"),
    ] = ""
    when: Annotated[Line | None, described("A Jinja expression: when it stands.", "spec.termination")] = None


def manifest_faults(data: Mapping[str, Any]) -> list[Fault]:
    """What is wrong with the content of a `pack.yaml`."""
    return _faults(Manifest, data)


def front_matter_faults(data: Mapping[str, Any]) -> list[Fault]:
    """What is wrong with the front matter of a clause."""
    return _faults(FrontMatter, data)


def manifest_schema() -> JsonSchema:
    """The JSON Schema of a `pack.yaml`."""
    return {"$schema": DIALECT, **_schema(Manifest)}


def _faults(model: type[BaseModel], data: Mapping[str, Any]) -> list[Fault]:
    try:
        _adapter(model).validate_python(data)
    except ValidationError as error:
        return faults_of(error, _schema(model))
    return []


@cache
def _adapter(model: type[BaseModel]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


@cache
def _schema(model: type[BaseModel]) -> JsonSchema:
    return _adapter(model).json_schema()
