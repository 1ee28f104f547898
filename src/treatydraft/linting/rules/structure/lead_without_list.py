"""Words lead into a list with a colon, and no list follows.

## Why it matters
The list was lost, or moved, and the sentence promises what is not there.

## Wrong
    Article 1 # Reports
      1. Each report shall state:
      2. The Parties shall publish their reports.

## Right
    Article 1 # Reports
      1. Each report shall state:
        (a) the catch; and
        (b) the gear.
      2. The Parties shall publish their reports.

## Source
Drafting practice: contract checkers look for leads and lists that were parted when text was moved.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.counting import label_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

# Words that enact lead into the whole text, or into the whole of an annex.
_ENACTS: Final = re.compile(
    r"\b(?:agree|decide|determine|understand|reach|conclude)\w*\b[^.;]{0,60}:\s*\Z", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[A-Z].*[.:]\s*\Z", re.DOTALL)  # where no item of a list could stand


def lead_without_list(text: Text) -> Iterator[Mark]:
    """Clauses that end with a colon, below and behind which there is nothing that it could lead into."""
    forest = (*text.document.body, *text.document.annexes)
    for siblings in (text.document.body, *(clause.children for clause in tree.walk(forest))):
        for clause in _without(siblings):
            words = tree.plain(clause.text).rstrip()
            yield text.by_id[clause.id].mark(
                "these words lead into a list, and none follows",
                (words.rfind(" ") + 1, len(words)),
                suggestion="put the list back, or end the sentence",
            )


def _without(siblings: Sequence[tree.Clause]) -> Iterator[tree.Clause]:
    for clause, after in zip_longest(siblings, siblings[1:]):
        words = tree.plain(clause.text).rstrip()
        leads = words.endswith(":") and not clause.children and not _ENACTS.search(words[-80:])
        if leads and (after is None or _is_beside(clause, after)):
            yield clause


def _is_beside(clause: tree.Clause, after: tree.Clause) -> bool:
    """Whether the next clause counts on from one, and so is no part of a list that it leads into."""
    if not (clause.label or after.label):
        return not after.heading and bool(_SENTENCE.match(tree.plain(after.text)))
    first, second = label_of(clause.label), label_of(after.label)
    if first is None or second is None:
        return clause.label == after.label
    return first.shape == second.shape and not second.is_first


RULE: Final = Rule("TD115", "warning", lead_without_list)
