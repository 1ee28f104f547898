"""A fact: one typed thing that an agreement says, with the words that say it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of one field, and its evidence."""

    field: str  # dotted, named as in the spec: `term.length`
    value: str  # in the form of the spec: `10 years`, `EUR 1100000000`, `2024-06-13`
    clause: str  # the id of the clause that says it
    label: str  # how the text numbers that clause, from the top: `Article XI.2(a)`
    evidence: str  # its exact words
    span: tuple[int, int]  # where those stand in the clause's words


def first_of_each(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without those that say the same of the same field once more."""
    seen: set[tuple[str, str]] = set()
    for fact in facts:
        if (fact.field, fact.value) not in seen:
            seen.add((fact.field, fact.value))
            yield fact
