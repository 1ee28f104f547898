"""One thing has two short names.

## Why it matters
“The Declaration” and “the Joint Declaration” look like two instruments. Sooner or later one of the names is
used where the other was changed.

## Wrong
    Recital: Recalling the Convention on Seals of 2 May 2012 (“the Seals Convention”),
    1. The Parties shall apply the Convention on Seals of 2 May 2012 (“the 2012 Convention”).

## Right
    Recital: Recalling the Convention on Seals of 2 May 2012 (“the Seals Convention”),
    1. The Parties shall apply the Seals Convention.

## Source
Drafting practice: one thing, one name.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.dates import dates
from treatydraft.linting.features.definitions import Definition
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_REACH: Final = 110  # characters from a title to the short name that it is given
_NAME: Final = re.compile(
    r"(?P<name>[A-Z][\w'-]+(?: (?:(?:of|on|for|and|the) ){0,2}[A-Z][\w'-]+)+)"
    r"(?: of [\w ,]{4,25})?,? \((?:[^()\"']{0,60}[\"'](?:the )?)?\Z"
)


def two_names(text: Text) -> Iterator[Mark]:
    """Second short names of what has one already."""
    first: dict[str, Definition] = {}
    for one in text.definitions:
        named = _named(one)
        before = first.setdefault(named, one) if named else one
        if before.key != one.key and not one.is_scoped:
            yield one.passage.mark(
                f"this is called “{before.term}” in {before.passage.label}",
                one.span,
                suggestion="keep one of the two names",
            )


def _named(definition: Definition) -> str:
    """What a short name stands for: a title with its date, or the name before its bracket."""
    passage, start = definition.passage, definition.start
    for first, last in reversed(passage.titles):
        if last <= start <= last + _REACH and not re.search(r"[;)]", passage.folded[last:start]):
            date = next(dates(passage.words[last:start]), None)
            return f"{passage.folded[first:last].lower()} {date.value if date else ''}"
    found = _NAME.search(passage.folded, max(0, start - _REACH), start)
    return found["name"].lower().removeprefix("the ") if found else ""


RULE: Final = Rule("TD306", "warning", two_names)
