"""A paragraph ends without a full stop where the paragraphs beside it have one.

## Why it matters
A reader asks whether words are missing at the end, and often they are.

## Wrong
    1. The Parties shall meet each year.
    2. They shall exchange records each year
    3. They shall report to the Commission.

## Right
    1. The Parties shall meet each year.
    2. They shall exchange:
      (a) records
      (b) samples
    3. They shall report (“in writing”).

## Source
House styles of treaty sections and publishers: a sentence ends with a full stop. Headings, items of lists and
signature blocks are no sentences.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_KINDS: Final = ("paragraph", "subparagraph", "testimonium")
_END: Final = re.compile(r"[.!?:;。…][\s\"”’'»)\]\d*]*\Z")
_FEWEST: Final = 5  # words of a sentence
_REACH: Final = 8
_SHARE: Final = 0.6  # of the paragraphs of the same kind that end with a full stop


def missing_end_mark(text: Text) -> Iterator[Mark]:
    """Paragraphs of body, annexes and testimonium that are sentences and end in the middle of nothing."""
    lists = _lists(text)
    following = dict(pairwise(passage.clause.id for passage in text.passages))
    passages = [passage for passage in text.of("body", "annex", "closing") if _is_sentence(passage, lists)]
    ends = {passage.clause.id: bool(_END.search(passage.words[-_REACH:])) for passage in passages}
    of_body = [ends[passage.clause.id] for passage in passages if passage.zone != "closing"]
    if sum(of_body) < _SHARE * len(of_body):
        return
    for passage in passages:
        after = text.by_id.get(following.get(passage.clause.id, ""))
        goes_on = after is not None and after.words[:1].islower() and after.zone == passage.zone
        opens = passage.zone == "annex" and passage.words.rstrip().endswith(",")  # as a preamble does
        if not ends[passage.clause.id] and not goes_on and not opens:
            yield _mark(passage)


def _mark(passage: Passage) -> Mark:
    words = passage.words.rstrip()
    start = words.rfind(" ") + 1
    comma = words.endswith(",")
    return passage.mark(
        "the paragraph ends with a comma" if comma else "the paragraph ends without a full stop",
        (start, len(words)),
        suggestion="end it with a full stop, if nothing is missing",
    )


def _lists(text: Text) -> set[str]:
    """The clauses above items of lists: these lead in with a colon, or an item ends with a semicolon."""
    found = set()
    for passage in text.of("body", "annex"):
        words = passage.words.rstrip()
        if words.endswith((":", "-", "–", "—")):
            found.add(passage.clause.id)
        if passage.above and words.endswith((";", "; and", "; or", ", and")):
            found.add(f"{passage.above[-1].id}/{passage.clause.kind}")
    return found


def _is_sentence(passage: Passage, lists: set[str]) -> bool:
    """Whether it should end with a full stop: no heading, lead, item or short line."""
    clause, words = passage.clause, passage.words
    if (
        clause.kind not in _KINDS
        or clause.children
        or not (words[:1].isupper() or words[:1] in ("“", '"', "("))
    ):
        return False
    above = passage.above[-1].id if passage.above else ""
    is_item = above in lists or f"{above}/{clause.kind}" in lists
    return not is_item and len(words.split()) >= _FEWEST


RULE: Final = Rule("TD914", "warning", missing_end_mark, languages=("en", "uk"))
