"""An acronym is written out a second time.

## Why it matters
Once it has been introduced, the acronym is enough. Written out again, often in other words, it looks like
another body.

## Wrong
    1. The Northern Sea Fisheries Council (NSFC) shall meet every year.
    2. The Parties shall report to the Northern Sea Fisheries Council (NSFC).

## Right
    1. The Northern Sea Fisheries Council (NSFC) shall meet every year.
    2. The Parties shall report to the NSFC.

## Source
The style guides of the United Nations and of the European Union: write it out where it first stands, and not
again.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

if TYPE_CHECKING:
    from treatydraft.linting.features.definitions import Definition


def acronym_expanded_twice(text: Text) -> Iterator[Mark]:
    """Acronyms that an earlier passage of the same part has introduced."""
    first: dict[tuple[int, str], Definition] = {}
    for one in text.definitions:
        if one.form != "acronym":
            continue
        before = first.setdefault((one.passage.part, one.term), one)
        if before is not one:
            yield one.passage.mark(
                f"“{one.term}” has been written out in {before.passage.label}",
                one.span,
                suggestion="the acronym alone is enough",
            )


RULE: Final = Rule("TD310", "warning", acronym_expanded_twice)
