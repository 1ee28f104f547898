"""What two texts say differently, in a short form."""

from collections.abc import Sequence
from typing import Final

from treatydraft.comparison.edits import edits
from treatydraft.comparison.result import Difference, Direction, Words
from treatydraft.comparison.substance import differences
from treatydraft.comparison.tokens import tokens
from treatydraft.document import tree
from treatydraft.facts import vocabulary_of
from treatydraft.packs import find_pack

VOCABULARY: Final = vocabulary_of(find_pack("security-agreement").vocabulary)
PARTIES: Final = (
    tree.Party("RU-R", "the Republic of Ruritania", "Ruritania"),
    tree.Party("IS", "Iceland", "Iceland"),
)
MIRRORED: Final[dict[Direction, Direction]] = {
    "stronger": "weaker", "weaker": "stronger", "longer": "shorter", "shorter": "longer", "more": "less",
    "less": "more", "earlier": "later", "later": "earlier", "wider": "narrower", "narrower": "wider",
    "added": "dropped", "dropped": "added", "changed": "changed",
}  # fmt: skip


def said(
    old: str, new: str, cites: Sequence[str] = (), run: tuple[Words, ...] | None = None
) -> tuple[Difference, ...]:
    """The differences between two texts of Ruritania and Iceland."""
    run = words(old, new) if run is None else run
    return differences(old, new, run, vocabulary=VOCABULARY, parties=(PARTIES, PARTIES), leave_out=cites)


def words(old: str, new: str) -> tuple[Words, ...]:
    """The words of both, run by run."""
    mine, other = tokens(old), tokens(new)
    return tuple(
        Words(
            edit.op,
            "".join(mine[edit.old_start : edit.old_end]),
            "".join(other[edit.new_start : edit.new_end]),
        )
        for edit in edits(mine, other)
    )


def short(one: Difference) -> tuple[str, str, str, Direction]:
    """Field, both values and direction."""
    return one.field, one.old, one.new, one.direction
