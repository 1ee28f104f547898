"""Rules of definitions: each term defined once, before it is used, and used as it is defined."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
