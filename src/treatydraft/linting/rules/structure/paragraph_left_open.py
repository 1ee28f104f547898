"""A paragraph ends with a semicolon or a comma, as if it were an item of a list.

## Why it matters
The sentence has no end: either words are missing, or an item of a list became a paragraph of its own.

## Wrong
    Article 1 # Records
      1. The Parties shall exchange their catch records.
      2. They shall publish them;
    Article 2 # Term
      This Agreement shall remain in force for ten years.

## Right
    Article 1 # Records
      1. The Parties shall exchange their catch records.
      2. They shall publish them.
    Article 2 # Term
      This Agreement shall remain in force for ten years.

## Source
Drafting practice: a paragraph is a sentence or several, and ends with a full stop; items end otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_OPEN: Final = re.compile(r"[;,](?: (?:and|or))?\Z")
_SENTENCE: Final = re.compile(r"[A-Z].*[.;,:](?: (?:and|or))?\Z", re.DOTALL)


def paragraph_left_open(text: Text) -> Iterator[Mark]:
    """Paragraphs that end with a mark after which a sentence goes on, where nothing goes on with it."""
    items = {item.clause.id for one in text.lists for item in one.items}
    forest = (*text.document.body, *text.document.annexes)
    for siblings in (text.document.body, *(clause.children for clause in tree.walk(forest))):
        for clause in _open(siblings):
            if clause.id not in items:
                words = tree.plain(clause.text).rstrip()
                yield text.by_id[clause.id].mark(
                    f"this paragraph ends with “{words[-1]}”, and nothing goes on with it",
                    (words.rfind(" ") + 1, len(words)),
                    suggestion="end it with a full stop, or put back what is missing",
                )


def _open(siblings: Sequence[tree.Clause]) -> Iterator[tree.Clause]:
    """The paragraphs that are left open, behind which a sentence begins or nothing stands."""
    for clause, after in zip_longest(siblings, siblings[1:]):
        if clause.kind == "paragraph" and not clause.children and _is_open(clause):
            following = tree.plain(after.text).strip() if after is not None else ""
            if not following or (_SENTENCE.match(following) and not _may_go_on(clause)):
                yield clause


def _may_go_on(clause: tree.Clause) -> bool:
    """Whether a name may go on with it: `Pursuant to Article 2,`, then `Norland and Sudland`."""
    return not clause.label and tree.plain(clause.text).rstrip().endswith(",")


def _is_open(clause: tree.Clause) -> bool:
    return bool(_OPEN.search(tree.plain(clause.text).rstrip()[-6:]))


RULE: Final = Rule("TD116", "warning", paragraph_left_open)
