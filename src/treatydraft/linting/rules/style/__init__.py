"""Rules of style: what is left over from drafting, and what a typist would mend."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
