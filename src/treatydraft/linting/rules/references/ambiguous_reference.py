"""A reference fits two clauses, since both carry the number that it names.

## Why it matters
Each side may read the one that it prefers.

## Wrong
    Section 1 # Fisheries
      1. The Parties exchange their catch records.
    Section 2 # Ports
      1. Ports are open to the vessels of both.
    Section 3 # Review
      1. The Parties review paragraph 1 of this Agreement each year.

## Right
    Section 1 # Fisheries
      1. The Parties exchange their catch records.
    Section 2 # Ports
      1. Ports are open to the vessels of both.
    Section 3 # Review
      1. The Parties review paragraph 1 of Section 2 each year.

## Source
Drafting practice: reviews of contracts report references to a number that comes twice. Some political texts
begin with paragraph 1 under each heading, and then must cite the heading too.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.document.words import plural_citation_words
from treatydraft.linting.features.citing import Cited
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def ambiguous_reference(text: Text) -> Iterator[Mark]:
    """Citations that more than one clause answers to."""
    for one in text.cited:
        if len(one.targets) > 1 and not _is_of_all(one):
            places = [text.by_id[target.id].label for target in one.targets[:2]]
            yield text.by_id[one.clause.id].mark(
                f"“{one.words}” may be {' or '.join(f'“{place}”' for place in places)}",
                one.span,
                suggestion="cite the clause by its full path",
            )


def _is_of_all(one: Cited) -> bool:
    """Whether all are meant: `the Annexes`."""
    return one.words.rpartition(" ")[2].casefold() in plural_citation_words()


RULE: Final = Rule("TD403", "warning", ambiguous_reference)
