"""A number is left out between clauses that stand side by side.

## Why it matters
A reader cannot tell whether a provision is missing or was never there; references to what follows are off by
one.

## Wrong
    Article 1 # Fisheries
      1. The Parties shall exchange their catch records each year.
      2. They shall publish them.
      4. They shall appoint observers.

## Right
    Article 1 # Fisheries
      1. The Parties shall exchange their catch records each year.
      2. They shall publish them.
      3. They shall appoint observers.

## Source
Drafting practice: a number is missing where a paragraph was struck out and the rest was not renumbered;
reviews of contracts report it among the ten commonest slips.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.counting import faulty, shown
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def number_gap(text: Text) -> Iterator[Mark]:
    """Labels before which a number is left out."""
    for run, fault in faulty(text.runs, "gap"):
        one = run.counted[fault.at]
        missing = shown(fault.missing, one)
        place = (
            f"“{run.counted[fault.at - 1].clause.label}” is followed by" if fault.at else "this begins with"
        )
        are = "are" if len(fault.missing) > 1 else "is"
        yield text.by_id[one.clause.id].mark(
            f"{place} “{one.clause.label}”: {missing} {are} missing",
            part="label",
            suggestion="put back what is missing, or number the clauses through",
        )


RULE: Final = Rule("TD102", "error", number_gap, languages=())
