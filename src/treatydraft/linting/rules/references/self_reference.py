"""A clause refers to itself by its number.

## Why it matters
Most often another clause was meant: “subject to paragraph 2” in paragraph 2 has no effect. Where the clause
does mean itself, “this paragraph” says so.

## Wrong
    Article 1 # Records
      1. The Parties shall exchange their catch records.
      2. Records shall be published, subject to paragraph 2.

## Right
    Article 1 # Records
      1. The Parties shall exchange their catch records.
      2. Records under paragraph 1 shall be published.

## Source
Drafting practice: a reference that was right before a renumbering often comes to name the clause in which it
stands.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.citing import Cited
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def self_reference(text: Text) -> Iterator[Mark]:
    """Citations of the clause in which they stand, or of one around it."""
    for one in text.cited:
        if _is_by_number(one) and len(one.targets) == 1 and _is_around(one, text):
            yield text.by_id[one.clause.id].mark(
                f"“{one.words}” is cited in “{text.by_id[one.targets[0].id].label}” itself",
                one.span,
                suggestion="find out which clause was meant; if it is this one, say “this”",
            )


def _is_by_number(one: Cited) -> bool:
    last = one.citation.steps[-1]
    return last.level != "annex" and not last.this and bool(last.items[0].numbers)


def _is_around(one: Cited, text: Text) -> bool:
    around = (*text.by_id[one.clause.id].above, one.clause)
    return any(clause.id == one.targets[0].id for clause in around)


RULE: Final = Rule("TD404", "warning", self_reference)
