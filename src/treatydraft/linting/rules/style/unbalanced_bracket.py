"""A bracket or a quotation mark has no partner in its clause.

## Why it matters
Nobody can tell where the words in it end, and with them the exception or the quotation.

## Wrong
    1. The records (of catches and landings shall be exchanged.
    2. The Parties cite the “Charter of the Sea, in this Agreement.

## Right
    1. The records (of catches and landings) shall be exchanged under a) and b).
    2. The Parties cite the “Charter of the Sea” and its master’s rules.

## Source
Reviews of contracts, which count it among the usual slips.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from treatydraft.linting.features.pairs import Lone, lone_marks
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_SPANNING: Final = re.compile(r"[\[\]“”„«»]")


def unbalanced_bracket(text: Text) -> Iterator[Mark]:
    """Marks without partner, save those that open in one clause and close in a later one."""
    lone = list(lone_marks(text))
    spanning = {*_spanning(lone), *_reopened(text, lone)}
    for number, one in enumerate(lone):
        if number not in spanning:
            kind = "bracket" if one.sign in "()[]{}" else "quotation mark"
            yield one.passage.mark(
                f"the {kind} {one.sign} has no partner",
                one.span,
                part=one.part,
                suggestion="add the other one, or take this one away",
            )


def _spanning(lone: list[Lone]) -> Iterator[int]:
    """The numbers of those that belong together across clauses: a long quotation, an article in brackets."""
    opened: list[int] = []
    for number, one in enumerate(lone):
        if not _SPANNING.fullmatch(one.sign):
            continue
        if one.opens:
            opened.append(number)
        elif opened and lone[opened[-1]].passage.clause.id != one.passage.clause.id:
            # Each paragraph of a long quotation opens anew; the last one closes it.
            first = lone[opened[-1]].sign
            while opened and lone[opened[-1]].sign == first:
                yield opened.pop()
            yield number


def _reopened(text: Text, lone: list[Lone]) -> Iterator[int]:
    """The numbers of those after which the next paragraph begins with the same mark."""
    after = dict(pairwise(passage.clause.id for passage in text.passages)) if lone else {}
    for number, one in enumerate(lone):
        following = text.by_id.get(after.get(one.passage.clause.id, ""))
        if one.opens and one.sign in "“„«" and following and following.words.startswith(one.sign):
            yield number


RULE: Final = Rule("TD904", "error", unbalanced_bracket, languages=())
