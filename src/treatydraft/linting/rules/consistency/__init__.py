"""Rules of consistency: one thing said in one way, and numbers, dates and periods that agree."""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules.consistency import words_and_figures

RULES: Final[tuple[Rule, ...]] = (words_and_figures.RULE,)
