"""All rules, in the order of their codes: tables written by hand, one for each group.

The first digit of a code is its group: 1 structure, 2 language, 3 definitions, 4 references, 5 consistency,
6 parties, 7 register, 8 final clauses, 9 style. Each rule is a module of its own, in the folder of its group.
"""

from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules import (
    consistency,
    definitions,
    final_clauses,
    language,
    parties,
    references,
    register,
    structure,
    style,
)

RULES: Final[tuple[Rule, ...]] = (
    *structure.RULES,
    *language.RULES,
    *definitions.RULES,
    *references.RULES,
    *consistency.RULES,
    *parties.RULES,
    *register.RULES,
    *final_clauses.RULES,
    *style.RULES,
)
