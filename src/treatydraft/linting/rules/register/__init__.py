"""Rules of register: what binds says so, and what does not bind does not seem to."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
