"""Rules of consistency: one thing said in one way, and numbers, dates and periods that agree."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.consistency import (
    impossible_date,
    mixed_date_form,
    words_and_figures,
    wrong_weekday,
)

RULES: Final[tuple[Rule, ...]] = (
    words_and_figures.RULE,
    impossible_date.RULE,
    wrong_weekday.RULE,
    mixed_date_form.RULE,
)
