"""Rules of final clauses: all that the register asks for, once, and in agreement."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
