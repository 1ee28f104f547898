"""Rules of references: to clauses, to annexes, to other instruments."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.references import (
    ambiguous_reference,
    annex_missing,
    annex_unmentioned,
    broken_reference,
    caption_mismatch,
    hard_coded_reference,
    instrument_two_dates,
    reversed_range,
    self_reference,
    undated_instrument,
    wrong_unit_name,
)

RULES: Final[tuple[Rule, ...]] = (
    broken_reference.RULE,
    wrong_unit_name.RULE,
    ambiguous_reference.RULE,
    self_reference.RULE,
    reversed_range.RULE,
    annex_missing.RULE,
    annex_unmentioned.RULE,
    caption_mismatch.RULE,
    undated_instrument.RULE,
    instrument_two_dates.RULE,
    hard_coded_reference.RULE,
)
