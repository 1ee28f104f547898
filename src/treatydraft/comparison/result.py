"""What comparing two agreements gives, and what every report prints. Start here.

A `Comparison` is a list of pairs in the order of the newer text; a pair is a clause of one side beside its
counterpart on the other, or one of them alone. Nothing here compares or prints.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from treatydraft.comparison.edits import Op

Mode: TypeAlias = Literal["revision", "parallel"]
Kind: TypeAlias = Literal[
    "unchanged", "reworded", "renumbered", "moved", "split", "merged", "inserted", "deleted"
]
Severity: TypeAlias = Literal["material", "consequential", "editorial", "none"]
Zone: TypeAlias = Literal["title", "preamble", "body", "closing", "annex", "note", "page"]
Direction: TypeAlias = Literal[
    "stronger", "weaker", "longer", "shorter", "more", "less", "earlier", "later", "wider", "narrower",
    "added", "dropped", "changed",
]  # fmt: skip

SEVERITIES: tuple[Severity, ...] = ("material", "consequential", "editorial", "none")


@dataclass(frozen=True, slots=True)
class Side:
    """A clause as one of the two texts has it."""

    id: str
    kind: str  # as in the document tree; `title`, `signature`, `note`, `header` and `footer` besides
    label: str = ""
    heading: str = ""
    plain: str = ""  # its own words, without those of the clauses below it
    place: str = ""  # its labels from the top: `Article II.3(a)`; or what the part is called: `Title`
    topic: str = ""
    depth: int = 0  # how many clauses stand above it
    zone: Zone = "body"

    @property
    def words(self) -> str:
        """Heading and words, which is what is compared."""
        return "\n".join(filter(None, (self.heading, self.plain)))


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words, the same on both sides or not."""

    op: Op
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two clauses say differently in substance, with the words that say it."""

    field: str  # `obligation`, `deadline`, `term.length`, `consultation.within` …
    old: str  # the value on each side, empty where that side has none
    new: str
    direction: Direction
    severity: Severity
    message: str  # as a lawyer would note it: `obligation weakened: shall → should`
    old_words: str = ""
    new_words: str = ""
    spec_path: str = ""  # the field of the spec that no longer holds


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause beside its counterpart; a clause that was split or merged stands in several pairs."""

    kinds: tuple[Kind, ...]
    severity: Severity
    old: Side | None
    new: Side | None
    similarity: float = 0.0  # of the words, from 0 to 1
    words: tuple[Words, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def topic(self) -> str:
        """What the pair is about, as far as either side says."""
        return (self.new.topic if self.new else "") or (self.old.topic if self.old else "")


@dataclass(frozen=True, slots=True)
class Source:
    """One of the two texts."""

    name: str  # of the file
    title: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two agreements against each other."""

    mode: Mode
    reason: str  # why it is that mode: `as asked`, `71 % of the words stand in both texts`
    old: Source
    new: Source
    pairs: tuple[Pair, ...]
    overall: tuple[Difference, ...] = ()  # what the agreements as wholes say differently, field by field
    notes: tuple[str, ...] = ()  # what was not compared, and what the reader should know

    @property
    def changed(self) -> tuple[Pair, ...]:
        """The pairs that are not alike."""
        return tuple(pair for pair in self.pairs if pair.kinds != ("unchanged",))

    def by_severity(self) -> Mapping[Severity, int]:
        """How many pairs of each severity, the gravest first."""
        found = Counter(pair.severity for pair in self.pairs)
        return {severity: found[severity] for severity in SEVERITIES}

    def by_kind(self) -> Mapping[Kind, int]:
        """How many pairs of each kind."""
        return dict(Counter(kind for pair in self.pairs for kind in pair.kinds))
