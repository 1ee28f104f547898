"""A unit has no heading where those beside it have one.

## Why it matters
A reader finds an article by its heading. One without seems to belong to the article before it, and a table of
contents leaves it out.

## Wrong
    Article 1 # Purpose
      The purpose of this Agreement is to protect the herring.
    Article 2 The Parties shall exchange their catch records.
    Article 3 # Term
      This Agreement shall remain in force for ten years.

## Right
    Article 1 # Purpose
      The purpose of this Agreement is to protect the herring.
    Article 2 # Records
      The Parties shall exchange their catch records.
    Article 3 # Term
      This Agreement shall remain in force for ten years.

## Source
Drafting practice: either all units of a level have headings or none has.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.counting import family, label_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_FEW: Final = 2  # clauses with a heading that make it the habit


def heading_missing(text: Text) -> Iterator[Mark]:
    """Clauses without a heading beside more of one style of label that have one."""
    forest = (*text.document.body, *text.document.annexes)
    families = (text.document.body, *(clause.children for clause in tree.walk(forest) if clause.children))
    for siblings in families:
        for clause in _without(siblings):
            yield text.by_id[clause.id].mark(
                f"“{clause.label}” has no heading, and those beside it have one",
                part="label",
                suggestion="give it a heading",
            )


def _without(siblings: Sequence[tree.Clause]) -> list[tree.Clause]:
    """The clauses without a heading, where most of those with such a label have one."""
    styles: dict[tuple[str, str], list[tree.Clause]] = {}
    for clause in siblings:
        if label := label_of(clause.label):
            styles.setdefault((label.shape, family(label)), []).append(clause)
    return [
        clause
        for alike in styles.values()
        if _FEW <= sum(bool(one.heading) for one in alike) > len(alike) / 2
        for clause in alike
        if not clause.heading
    ]


RULE: Final = Rule("TD108", "warning", heading_missing, languages=())
