"""A term is defined a second time.

## Why it matters
Two definitions of one term differ sooner or later, and then nobody can say which of them holds. A definition
for one article or annex alone, which says so, is in order.

## Wrong
    1. “Vessel” means any ship that fishes.
    2. “Vessel” means any ship that flies the flag of a Party.

## Right
    1. “Vessel” means any ship that fishes and flies the flag of a Party.

## Source
Drafting practice: one term, one definition; reviews of contracts count it among the commonest slips.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

if TYPE_CHECKING:
    from treatydraft.linting.features.definitions import Definition


def defined_twice(text: Text) -> Iterator[Mark]:
    """Definitions of a term that an earlier clause has defined."""
    first: dict[str, Definition] = {}
    for one in text.definitions:
        if one.form == "acronym" or one.is_scoped:
            continue
        before = first.setdefault(one.key, one)
        if before.number != one.number or (before is not one and before.term == one.term):
            yield one.passage.mark(
                f"“{one.term}” has been defined in {before.passage.label}",
                one.span,
                suggestion="keep one of the two definitions",
            )


RULE: Final = Rule("TD303", "error", defined_twice)
