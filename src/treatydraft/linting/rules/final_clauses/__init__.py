"""Rules of final clauses: all that the register asks for, once, and in agreement."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.final_clauses import (
    consent,
    depositary,
    doubled,
    extension,
    languages,
    missing_in_political,
    missing_in_treaty,
    notice_form,
    open_ended,
    order,
    prevailing,
    registration,
    review,
    signatures,
    testimonium,
)

RULES: Final[tuple[Rule, ...]] = (
    missing_in_treaty.RULE,
    doubled.RULE,
    prevailing.RULE,
    languages.RULE,
    testimonium.RULE,
    order.RULE,
    registration.RULE,
    open_ended.RULE,
    notice_form.RULE,
    review.RULE,
    extension.RULE,
    depositary.RULE,
    consent.RULE,
    missing_in_political.RULE,
    signatures.RULE,
)
