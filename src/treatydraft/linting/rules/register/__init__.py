"""Rules of register: what binds says so, and what does not bind does not seem to."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.register import (
    agreeing,
    annex_status,
    authentic,
    binding_verbs,
    force,
    intentions,
    legal_adverbs,
    mixed_effect,
    obligations,
    party_word,
    political_terms,
    ratification,
    registration,
    soft_verbs,
    status_clause,
    termination_word,
    title_register,
    treaty_formulas,
)

RULES: Final[tuple[Rule, ...]] = (
    binding_verbs.RULE,
    agreeing.RULE,
    treaty_formulas.RULE,
    soft_verbs.RULE,
    political_terms.RULE,
    title_register.RULE,
    status_clause.RULE,
    annex_status.RULE,
    mixed_effect.RULE,
    registration.RULE,
    legal_adverbs.RULE,
    force.RULE,
    party_word.RULE,
    obligations.RULE,
    authentic.RULE,
    ratification.RULE,
    termination_word.RULE,
    intentions.RULE,
)
