"""Two clauses that stand side by side carry one number.

## Why it matters
“Paragraph 2” then names two provisions, and every reference to it can be read in two ways.

## Wrong
    Article 3 # Fisheries
      1. The Parties shall exchange their catch records each year.
      2. They shall publish them.
      2. They shall appoint observers.

## Right
    Article 3 # Fisheries
      1. The Parties shall exchange their catch records each year.
      2. They shall publish them.
      3. They shall appoint observers.

## Source
Drafting practice: repeated, missing and disordered numbers are among the ten slips that reviews of contracts
report most.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.counting import faulty
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def number_repeated(text: Text) -> Iterator[Mark]:
    """Labels with a number that a clause beside them has already."""
    for run, fault in faulty(text.runs, "repeat"):
        one = run.counted[fault.at]
        yield text.by_id[one.clause.id].mark(
            f"“{one.clause.label}” stands here a second time",
            part="label",
            suggestion="number the clauses through, and look at what cites them",
        )


RULE: Final = Rule("TD101", "error", number_repeated, languages=())
