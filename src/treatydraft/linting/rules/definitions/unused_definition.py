"""A term is defined and never used.

## Why it matters
A definition that nothing uses is left over from a clause that has been cut, or the clause that should use it
says something else. A reader looks for it in vain.

## Wrong
    1. “Fishing Zone” means the waters off Norland.
    2. Vessels of Sudland may fish in the waters off Norland.

## Right
    1. “Fishing Zone” means the waters off Norland.
    2. Vessels of Sudland may fish in the Fishing Zone.

## Source
Drafting practice; reviews of contracts count it among the commonest slips.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.definitions import Definition, uses_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def unused_definition(text: Text) -> Iterator[Mark]:
    """Definitions of terms that stand nowhere else."""
    for one in text.definitions:
        if one.form != "acronym" and not _is_used(text, one):
            yield one.passage.mark(
                f"“{one.term}” is defined here, and the text never uses it",
                one.span,
                suggestion="use the term, or leave the definition out",
            )


def _is_used(text: Text, definition: Definition) -> bool:
    """Whether a term stands in a heading, in another passage, or behind its definition."""
    shape = uses_of(definition.term, any_case=True)
    for passage in text.passages:
        for words in (passage.clause.heading, passage.folded):
            for match in shape.finditer(words) if words else ():
                here = passage is definition.passage and words is passage.folded
                if not here or match.start() > definition.end:
                    return True
    return False


RULE: Final = Rule("TD302", "warning", unused_definition)
