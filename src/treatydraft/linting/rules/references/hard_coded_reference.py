"""A draft types the number of a clause, where a reference would follow its target.

## Why it matters
When an article is put in or taken out, references are renumbered and typed numbers are not.

## Wrong
    Stated: kind = agreement
    Article 1 # Records
      The Parties shall exchange their catch records, subject to Article 2.
    Article 2 # Secrets
      Trade secrets shall be kept.

## Right
    Stated: kind = agreement
    Article 1 # Records
      The Parties shall exchange their catch records, subject to {Article 2}.
    Article 2 # Secrets
      Trade secrets shall be kept.

## Source
Drafting practice: cross-references are fields and not typed numbers. In the own clauses of a spec, cite a
clause by its name; `render` prints the number.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def hard_coded_reference(text: Text) -> Iterator[Mark]:
    """Typed citations of clauses of a draft that was made from a spec."""
    if text.is_received or text.stated is None:
        return
    for one in text.cited:
        if one.targets and not one.is_token and any(step.items[0].numbers for step in one.citation.steps):
            yield text.by_id[one.clause.id].mark(
                f"“{one.words}” is typed, and will stay when clauses are renumbered",
                one.span,
                suggestion="cite the clause by its name in the spec, so that its number is printed",
            )


RULE: Final = Rule("TD412", "warning", hard_coded_reference)
