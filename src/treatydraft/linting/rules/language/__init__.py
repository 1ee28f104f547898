"""Rules of language: what is unclear, ambiguous, too long or broken."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.language import (
    actorless_obligation,
    ambiguous_either,
    ambiguous_may_not,
    and_or,
    archaic_word,
    broken_sentence,
    double_negative,
    doublet,
    gendered_term,
    long_sentence,
    mixed_day_kinds,
    open_time,
    overlong_sentence,
    period_without_start,
    soft_qualifier_density,
    vague_time,
    verb_form,
)

RULES: Final[tuple[Rule, ...]] = (
    and_or.RULE,
    double_negative.RULE,
    long_sentence.RULE,
    gendered_term.RULE,
    vague_time.RULE,
    period_without_start.RULE,
    actorless_obligation.RULE,
    soft_qualifier_density.RULE,
    ambiguous_may_not.RULE,
    archaic_word.RULE,
    doublet.RULE,
    ambiguous_either.RULE,
    mixed_day_kinds.RULE,
    broken_sentence.RULE,
    verb_form.RULE,
    overlong_sentence.RULE,
    open_time.RULE,
)
