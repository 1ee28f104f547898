"""Rules of references: to clauses, to annexes, to other instruments."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
