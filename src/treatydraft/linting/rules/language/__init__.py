"""Rules of language: what can be read in two ways, or not at all."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
