"""Recitals end with unlike marks, or “and” stands after one that is not the last but one.

## Why it matters
A full stop after a recital ends the sentence that is to run from the names of the parties to the words that
enact.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling their friendship;
    Recital: Recognising that herring know no borders.
    Recital: Determined to protect the stocks,
    Enacting: Have agreed as follows:

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    Recital: Recalling their friendship;
    Recital: Recognising that herring know no borders; and
    Recital: Determined to protect the stocks,
    Enacting: Have agreed as follows:

## Source
Practice of treaties: semicolons or commas between recitals, “and” before the last where one likes, and a
comma, a semicolon or a colon before the enacting words.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.lists import Item, Listing, recitals
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_NAMES: Final = {";": "a semicolon", ",": "a comma", ".": "a full stop", "": "no mark"}
_SUGGESTION: Final = "end all recitals in one way, with a semicolon or a comma"


def recital_punctuation(text: Text) -> Iterator[Mark]:
    """Recitals that end unlike most, and the last where it ends the sentence."""
    one = recitals(text.document)
    mark = max(one.marks, key=lambda mark: (one.marks[mark], mark == ";", mark == ","), default="")
    for item in one.inner:
        if item.counts and item.mark != mark:
            yield text.by_id[item.clause.id].mark(
                f"this recital ends with {_named(item.mark)}, most others with {_named(mark)}",
                item.span,
                suggestion=_SUGGESTION,
            )
    for item, said in (*_misplaced(one), *_last(one, mark)):
        yield text.by_id[item.clause.id].mark(said, item.span, suggestion=_SUGGESTION)


def _misplaced(one: Listing) -> Iterator[tuple[Item, str]]:
    for item in one.inner[:-1]:
        if item.joint and one.is_sentence and not all(other.joint for other in one.inner):
            yield item, f"“{item.joint}” stands here, and it is not the last recital but one"
    if one.items and one.items[-1].joint:
        yield one.items[-1], f"“{one.items[-1].joint}” stands after the last recital"


def _last(one: Listing, mark: str) -> Iterator[tuple[Item, str]]:
    """The last recital, where it ends a sentence that goes on or has no mark at all."""
    if one.goes_on and one.inner and mark in (";", ",") and one.items[-1].mark in (".", ""):
        last = one.items[-1]
        yield last, f"the last recital ends with {_named(last.mark)}, and the sentence goes on"


def _named(mark: str) -> str:
    return _NAMES.get(mark, f"“{mark}”")


RULE: Final = Rule("TD110", "warning", recital_punctuation)
