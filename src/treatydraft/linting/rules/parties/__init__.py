"""Rules of parties: their names, their order, their number, who signs for them."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
