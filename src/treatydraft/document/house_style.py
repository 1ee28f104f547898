"""How a country numbers, names and lays out an instrument, as data that a pack gives."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from treatydraft.document.kinds import Kind

NumberFormat: TypeAlias = Literal[
    "decimal", "upper-roman", "lower-roman", "upper-letter", "lower-letter", "none"
]
Numerals: TypeAlias = Literal["figures", "words", "words-and-figures"]


@dataclass(frozen=True, slots=True)
class Level:
    """How the clauses of one kind are numbered, labelled and cited.

    The label is `label` with the number in place of `{}`, then `mark`. The mark stands apart because a
    citation never carries it: `Article II:` is cited as `Article II`, `4.` as `paragraph 4`.
    """

    kind: Kind  # of the clauses that stand on it
    number: NumberFormat = "decimal"
    label: str = "{}"  # `Article {}`, `{}`, `({})`
    mark: str = ""  # `:`, `.` or nothing
    cite: str = ""  # `Article {}`, or `, paragraph {}` after the citation of the clause above
    cite_within: str = ""  # the citation from the same top clause: `paragraph {}`
    runs_on: bool = False  # numbers go on through the whole text and do not start again


DEFAULT_LEVELS: tuple[Level, ...] = (
    Level("article", label="Article {}", cite="Article {}"),
    Level("paragraph", mark=".", cite=", paragraph {}", cite_within="paragraph {}"),
    Level("subparagraph", "lower-letter", "({})", cite="({})", cite_within="({})"),
    Level("item", "lower-roman", "({})", cite="({})", cite_within="({})"),
)
DEFAULT_ANNEX_LEVELS: tuple[Level, ...] = (
    Level("annex", "upper-roman", label="Annex {}", cite="Annex {}"),
    Level("section", "upper-letter", mark=".", cite=", section {}", cite_within="section {}"),
    *DEFAULT_LEVELS[1:],
)


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One country's way of setting an instrument."""

    name: str = "plain"
    locale: str = "en-GB"  # spelling, proofing language and names of languages and months
    date_pattern: str = "d MMMM y"  # a Unicode (CLDR) date pattern
    numerals: Numerals = "figures"  # `10 years`, `ten years` or `ten (10) years`
    serial_comma: bool = False
    heading: Literal["beside", "below"] = "beside"  # where the heading stands to its label
    centred: bool = False  # top headings in the middle of the line
    number_lone_paragraph: bool = False  # whether one that stands alone under its heading has a number
    unit: str = "Article"  # how a top clause names itself: `this Article`
    levels: tuple[Level, ...] = DEFAULT_LEVELS
    annex_levels: tuple[Level, ...] = DEFAULT_ANNEX_LEVELS
