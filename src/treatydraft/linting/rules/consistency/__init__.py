"""Rules of consistency: one thing said in one way, and numbers, dates and periods that agree."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.consistency import (
    date_order,
    disagrees_with_spec,
    end_date_disagrees,
    impossible_date,
    mixed_date_form,
    period_disagrees,
    words_and_figures,
    wrong_weekday,
)

RULES: Final[tuple[Rule, ...]] = (
    words_and_figures.RULE,
    impossible_date.RULE,
    wrong_weekday.RULE,
    end_date_disagrees.RULE,
    date_order.RULE,
    mixed_date_form.RULE,
    period_disagrees.RULE,
    disagrees_with_spec.RULE,
)
