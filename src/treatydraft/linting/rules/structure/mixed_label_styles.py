"""Clauses that stand side by side and count on are labelled in two styles.

## Why it matters
A label says on which level a clause stands. “(2)” between “1.” and “3.” may be read as part of the first.

## Wrong
    Article 3 # Reports
      1. The Parties shall report each year.
      (2) They shall publish their reports.
      3. They shall appoint observers.

## Right
    Article 3 # Reports
      1. The Parties shall report each year.
      2. They shall publish their reports.
      3. They shall appoint observers.

## Source
Drafting practice: each level has one style of label throughout a text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.document.labels import Label
from treatydraft.linting.features.counting import family, label_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text


def mixed_label_styles(text: Text) -> Iterator[Mark]:
    """Labels that count on from one of another style."""
    for siblings in _families(text.document):
        labels = [(clause, label) for clause in siblings if (label := label_of(clause.label))]
        styles = Counter(_style(label) for _, label in labels)
        if len(styles) > 1:
            for (first, one), (second, other) in pairwise(labels):
                if _style(one) != _style(other) and _counts_on(one, other):
                    odd = first if styles[_style(one)] < styles[_style(other)] else second
                    yield text.by_id[odd.id].mark(
                        f"“{odd.label}” is labelled unlike the clauses beside it",
                        part="label",
                        suggestion="give all clauses of one level labels of one style",
                    )


def _families(document: tree.Document) -> Iterator[Sequence[tree.Clause]]:
    yield document.body
    yield document.annexes
    yield from (
        clause.children for clause in tree.walk((*document.body, *document.annexes)) if clause.children
    )


def _style(label: Label) -> tuple[str, str]:
    return label.shape, family(label)


def _counts_on(one: Label, other: Label) -> bool:
    """Whether the second label says the number after the first, in any way of reading them."""
    after = {reading.number + 1 for reading in one.readings}
    return any(reading.number in after for reading in other.readings)


RULE: Final = Rule("TD107", "warning", mixed_label_styles, languages=())
