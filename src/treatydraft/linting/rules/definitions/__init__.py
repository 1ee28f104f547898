"""Rules of definitions: each term defined once, before it is used, and used as it is defined."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.definitions import (
    acronym_expanded_twice,
    circular_definition,
    defined_twice,
    miscapitalised_term,
    mixed_definition_style,
    term_spelled_otherwise,
    two_names,
    undefined_term,
    unexpanded_acronym,
    unused_definition,
    used_before_definition,
)

RULES: Final[tuple[Rule, ...]] = (
    undefined_term.RULE,
    unused_definition.RULE,
    defined_twice.RULE,
    used_before_definition.RULE,
    miscapitalised_term.RULE,
    two_names.RULE,
    circular_definition.RULE,
    mixed_definition_style.RULE,
    unexpanded_acronym.RULE,
    acronym_expanded_twice.RULE,
    term_spelled_otherwise.RULE,
)
