"""Some headings of one level have capitals in all words, and others in the first alone.

## Why it matters
It shows that articles came from different texts, and looks careless.

## Wrong
    Article 1 # Scope of the Agreement
      1. The Parties shall meet.
    Article 2 # Exchange of Records
      1. The Parties shall meet.
    Article 3 # Settlement of disputes
      1. The Parties shall meet.

## Right
    Article 1 # Scope of the Agreement
      1. The Parties shall meet.
    Article 2 # Exchange of Records
      1. The Parties shall meet.
    Article 3 # Settlement of Disputes
      1. The Parties shall meet.

## Source
House styles of treaty sections and publishers: one way of writing headings on each level.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.words import words
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL: Final = words(
    "a an the of on in to for and or by with from at as between into under its their via per nor but against"
    " regarding concerning through within among during upon after before over other than"
)
_FEWEST: Final = 3  # headings of a level


def heading_case_mixed(text: Text) -> Iterator[Mark]:
    """Headings written in the way that fewer of their level have."""
    levels: defaultdict[str, list[tuple[Passage, bool]]] = defaultdict(list)
    names = frozenset(_WORD.findall(" ".join(party.name for party in text.parties)))
    for passage in text.passages:
        if (style := _has_capitals(passage.clause.heading, names)) is not None:
            levels[passage.clause.kind].append((passage, style))
    for headings in levels.values():
        capitals = sum(style for _, style in headings)
        if len(headings) >= _FEWEST and capitals * 2 != len(headings):
            usual = capitals * 2 > len(headings)
            for passage, style in headings:
                if style != usual:
                    yield passage.mark(
                        f"the heading is {'not ' if usual else ''}written with capitals, unlike most "
                        f"of its level",
                        part="heading",
                        suggestion="write it as the others are",
                    )


def _has_capitals(heading: str, names: frozenset[str]) -> bool | None:
    """Whether a heading has capitals in all great words; none where it does not show."""
    words = [
        word
        for word in _WORD.findall(heading)[1:]
        if word.lower() not in _SMALL and word not in names and not word.isupper()
    ]
    if not words or heading.isupper():
        return None
    capitals = [word[0].isupper() for word in words]
    if all(capitals):
        return True
    return False if not capitals[-1] or not any(capitals) else None


RULE: Final = Rule("TD920", "info", heading_case_mixed)
