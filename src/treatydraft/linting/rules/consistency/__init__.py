"""Rules of consistency: one thing said in one way, and numbers, dates and periods that agree."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.consistency import (
    date_order,
    disagrees_with_spec,
    end_date_disagrees,
    impossible_date,
    mixed_date_form,
    mixed_number_style,
    mixed_percent_style,
    mixed_separators,
    mixed_spelling,
    money_without_currency,
    period_disagrees,
    period_without_unit,
    sum_disagrees,
    words_and_figures,
    wrong_weekday,
)

RULES: Final[tuple[Rule, ...]] = (
    words_and_figures.RULE,
    mixed_number_style.RULE,
    impossible_date.RULE,
    wrong_weekday.RULE,
    end_date_disagrees.RULE,
    date_order.RULE,
    mixed_date_form.RULE,
    period_disagrees.RULE,
    mixed_spelling.RULE,
    sum_disagrees.RULE,
    money_without_currency.RULE,
    mixed_separators.RULE,
    period_without_unit.RULE,
    disagrees_with_spec.RULE,
    mixed_percent_style.RULE,
)
