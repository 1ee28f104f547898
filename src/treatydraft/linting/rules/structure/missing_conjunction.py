"""The last item but one of a list ends without “and” or “or”.

## Why it matters
Whether all the items are meant or any one of them hangs on that word.

## Wrong
    Article 3 # Reports
      1. Each report shall state:
        (a) the catch;
        (b) the gear;
        (c) the port of landing.

## Right
    Article 3 # Reports
      1. Each report shall state:
        (a) the catch;
        (b) the gear; and
        (c) the port of landing.

## Source
Drafting practice; contract checkers report it too. A text that leaves the word out of most of its lists has
made a habit of it, and is left alone.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.lists import Listing
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def missing_conjunction(text: Text) -> Iterator[Mark]:
    """Last items but one without the word, unless the text never has it."""
    lists = [one for one in text.lists if one.is_sentence and len(one.items) > 1]
    without = [one for one in lists if not any(item.joint for item in one.inner)]
    if len(without) > 1 and 2 * len(without) > len(lists):
        return
    for one in filter(_is_whole, without):
        item = one.inner[-1]
        yield text.by_id[item.clause.id].mark(
            "the last item but one ends without “and” or “or”",
            item.span,
            suggestion="add “and” if all items are meant, “or” if any one of them is enough",
        )


def _is_whole(one: Listing) -> bool:
    """Whether the last item but one ends as the items do: what ends otherwise is another fault."""
    is_complete = one.items[-1].mark not in (";", ",")
    return is_complete and one.inner[-1].counts and one.inner[-1].mark in (";", ",")


RULE: Final = Rule("TD105", "warning", missing_conjunction)
