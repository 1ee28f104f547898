"""Two lists of tokens → what was inserted, deleted and replaced, in phrases that a person reads."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Op: TypeAlias = Literal["equal", "insert", "delete", "replace"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Tokens `old_start` to `old_end` of the one list stand where those of the other do."""

    op: Op
    old_start: int
    old_end: int
    new_start: int
    new_end: int
