"""The items of one list end with different marks.

## Why it matters
A full stop inside a list ends its sentence: what follows no longer hangs on the words that lead into the
list.

## Wrong
    Article 3 # Reports
      1. Each report shall state:
        (a) the catch.
        (b) the gear; and
        (c) the port of landing.

## Right
    Article 3 # Reports
      1. Each report shall state:
        (a) the catch;
        (b) the gear; and
        (c) the port of landing.

## Source
Drafting practice; contract checkers look at the marks of lists too.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.lists import Item, Listing, usual
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_NAMES: Final = {";": "a semicolon", ",": "a comma", ".": "a full stop", "": "no mark"}


def mixed_item_endings(text: Text) -> Iterator[Mark]:
    """Items that end unlike most of their list, and last items that end as if another followed."""
    habit = usual(text.lists)
    for one in text.lists:
        mark = _usual_of(one, habit)
        for item in one.inner:
            if item.counts and item.mark != mark:
                yield text.by_id[item.clause.id].mark(
                    f"this item ends with {_named(item.mark)}, the others with {_named(mark)}",
                    item.span,
                    suggestion="end all items of the list in one way",
                )
        last = one.items[-1]
        if _is_left_open(last, one, mark):
            yield text.by_id[last.clause.id].mark(
                f"the last item ends with {_named(last.mark)}, as if another followed",
                last.span,
                suggestion="end the list with a full stop, or put back what is missing",
            )


def _usual_of(one: Listing, habit: str) -> str:
    """The mark with which most items of a list end; of two, that which most lists have."""
    return max(one.marks, key=lambda mark: (one.marks[mark], mark == habit, mark == ";"), default="")


def _is_left_open(last: Item, one: Listing, mark: str) -> bool:
    if one.goes_on or not last.counts or last.joint:
        return False
    return len(one.items) > 1 and (last.mark in (";", ",") or (not last.mark and bool(mark)))


def _named(mark: str) -> str:
    return _NAMES.get(mark, f"“{mark}”")


RULE: Final = Rule("TD106", "warning", mixed_item_endings, languages=())
