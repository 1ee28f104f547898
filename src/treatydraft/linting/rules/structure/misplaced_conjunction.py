"""“And” or “or” stands after an item that is not the last but one.

## Why it matters
An item was added or struck out and the word stayed: a reader cannot tell where the list ends.

## Wrong
    Article 1 # Reports
      1. Each report shall state:
        (a) the catch; and
        (b) the gear;
        (c) the port of landing.

## Right
    Article 1 # Reports
      1. Each report shall state:
        (a) the catch;
        (b) the gear; and
        (c) the port of landing.

## Source
Drafting practice: the word stands once, before the last item, or else after each item.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def misplaced_conjunction(text: Text) -> Iterator[Mark]:
    """Words that join, where two or more items follow or none does."""
    for one in text.lists:
        each = all(item.joint for item in one.inner)
        for item in one.inner[:-1]:
            if item.joint and item.mark in (";", ",") and not each:
                yield text.by_id[item.clause.id].mark(
                    f"“{item.joint}” stands here, and it is not the last item but one",
                    item.span,
                    suggestion=f"write “{item.joint}” before the last item only",
                )
        last = one.items[-1]
        if last.joint and not one.goes_on and last.counts:
            yield text.by_id[last.clause.id].mark(
                f"“{last.joint}” stands after the last item, as if another followed",
                last.span,
                suggestion="put back the item that is missing, or end the list with a full stop",
            )


RULE: Final = Rule("TD114", "warning", misplaced_conjunction)
