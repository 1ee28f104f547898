"""What a rule marks, and the finding that is made of it."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "info"]
# How far a text has come: with brackets and gaps, ready to be initialled, ready to be signed.
Stage: TypeAlias = Literal["draft", "initialling", "signature"]
Part: TypeAlias = Literal["text", "heading", "label", "document"]

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
STAGES: Final[tuple[Stage, ...]] = ("draft", "initialling", "signature")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule sees in one place."""

    message: str  # what is wrong, in a sentence without full stop
    clause: str = ""  # the id of the clause; empty where the text as a whole is meant
    part: Part = "document"
    span: tuple[int, int] = (0, 0)  # the words that are meant, in the part; empty where the whole part is
    suggestion: str = ""  # what to do
    replacement: str | None = None  # what may safely stand instead of the words of the span


@dataclass(frozen=True, slots=True)
class Finding:
    """A mark with the rule that made it, and where a person finds it."""

    rule: str  # its code: `TD501`
    name: str  # of the rule: `words-and-figures`
    severity: Severity
    message: str
    clause: str  # the id of the clause; empty where the text as a whole is meant
    label: str  # how the text numbers that clause, from the top: `Article XI.2(a)`
    place: str  # in the file: `paragraph 12`; empty where the file does not say
    evidence: str  # the words that are meant; empty where something is missing
    part: Part
    span: tuple[int, int]
    suggestion: str = ""
    replacement: str | None = None
