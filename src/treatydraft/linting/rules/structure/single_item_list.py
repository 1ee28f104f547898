"""A list has one item, or one paragraph has a number where lone ones have none.

## Why it matters
An “(a)” promises a “(b)”. A reader looks for what is missing, and the list was perhaps cut short.

## Wrong
    Article 3 # Reports
      1. The Parties shall report each year on:
        (a) the state of the herring stocks.
      2. They shall publish their reports.

## Right
    Article 3 # Reports
      1. The Parties shall report each year on the state of the herring stocks.
      2. They shall publish their reports.

## Source
Drafting practice: one thing is not listed; it is said in the sentence.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.counting import label_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_UNITS: Final = ("part", "chapter", "section", "article")


def single_item_list(text: Text) -> Iterator[Mark]:
    """Items that have none beside them, and lone paragraphs with a number where the others have none."""
    counted = {one.clause.id for run in text.runs if len(run.counted) > 1 for one in run.counted}
    for one in text.lists:
        clause = one.items[0].clause
        if len(one.items) == 1 and clause.id not in counted and not _belongs_elsewhere(clause, text):
            yield text.by_id[clause.id].mark(
                f"“{clause.label}” is the only item of its list",
                part="label",
                suggestion="say it in the sentence, or put back the other items",
            )
    for clause in _odd_ones(text):
        yield text.by_id[clause.id].mark(
            f"“{clause.label}” is the only paragraph here, and others that stand alone have no number",
            part="label",
            suggestion="leave out the number, or put back the other paragraphs",
        )


def _belongs_elsewhere(clause: tree.Clause, text: Text) -> bool:
    """Whether its label is not the first of a list, or its sign is that of items above or below it."""
    label = label_of(clause.label)
    if label is not None:
        return not label.is_first
    near = (*text.by_id[clause.id].above, *clause.children)
    return any(one.label == clause.label for one in near)


def _odd_ones(text: Text) -> list[tree.Clause]:
    """The lone paragraphs with a number, where fewer have one than have none."""
    alone = [
        clause.children[0]
        for clause in tree.walk(text.document.body)
        if clause.kind in _UNITS and len(clause.children) == 1 and clause.children[0].kind == "paragraph"
    ]
    numbered = [one for one in alone if (label := label_of(one.label)) and label.is_first]
    return numbered if 2 * len(numbered) < len(alone) else []


RULE: Final = Rule("TD104", "warning", single_item_list, languages=())
