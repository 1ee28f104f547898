"""Rules of structure: numbers, lists, headings, recitals."""

from typing import Final

from treatydraft.linting.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
