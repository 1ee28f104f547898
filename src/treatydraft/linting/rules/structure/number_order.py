"""Numbers stand out of order, or begin again where nothing explains it.

## Why it matters
A clause is looked for by its number. Where numbers go back, a provision was moved and its number was not, and
each number after it may name two.

## Wrong
    Article 3 # Fisheries
      1. The Parties shall exchange their catch records each year.
      3. They shall publish them.
      2. They shall appoint observers.

## Right
    Article 3 # Fisheries
      1. The Parties shall exchange their catch records each year.
      2. They shall publish them.
      3. They shall appoint observers.

## Source
Drafting practice: numbers count from the first to the last clause of a level, and begin again only below a
heading or words that lead into a new list.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.counting import Run, faulty
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_SUGGESTION: Final = "put the clauses in order, or number them through"


def number_order(text: Text) -> Iterator[Mark]:
    """Labels that stand before a smaller one, or that begin again."""
    for run, fault in faulty(text.runs, "order", "restart"):
        clause = run.counted[fault.at].clause
        if fault.kind == "restart":
            message = f"the numbers begin again at “{clause.label}”, and nothing says why"
        else:
            message = f"“{clause.label}” is out of order"
        yield text.by_id[clause.id].mark(message, part="label", suggestion=_SUGGESTION)
    yield from _begun_again(text)


def _begun_again(text: Text) -> Iterator[Mark]:
    """Where the numbers of a text that count on from heading to heading begin again."""
    for run in filter(_begins_again, text.runs):
        clause = run.counted[0].clause
        yield text.by_id[clause.id].mark(
            f"the numbers begin again at “{clause.label}”; elsewhere in this text they count on",
            part="label",
            suggestion=_SUGGESTION,
        )


def _begins_again(run: Run) -> bool:
    return run.begins_again


RULE: Final = Rule("TD103", "warning", number_order, languages=())
