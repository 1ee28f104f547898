"""Rules of parties: their names, their order, their number, who signs for them."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.parties import (
    articles,
    block_count,
    foreign_names,
    originals,
    party_names,
    party_order,
    short_names,
    signatories,
    stated_signatories,
    title_names,
    two_of_three,
)

RULES: Final[tuple[Rule, ...]] = (
    party_names.RULE,
    party_order.RULE,
    short_names.RULE,
    foreign_names.RULE,
    block_count.RULE,
    signatories.RULE,
    two_of_three.RULE,
    originals.RULE,
    articles.RULE,
    stated_signatories.RULE,
    title_names.RULE,
)
