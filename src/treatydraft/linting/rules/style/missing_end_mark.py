"""A paragraph ends without a full stop where the paragraphs beside it have one.

## Why it matters
A reader asks whether words are missing at the end, and often they are.

## Wrong
    1. The Parties shall meet each year.
    2. They shall exchange records
    3. They shall report.

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
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_KINDS: Final = ("paragraph", "subparagraph")
_END: Final = re.compile(r"[.!?:;。…][\s\"”’'»)\]\d*]*\Z")
_FEWEST: Final = 5  # words of a sentence
_SHARE: Final = 0.6  # of the paragraphs of the same kind that end with a full stop


def missing_end_mark(text: Text) -> Iterator[Mark]:
    """Paragraphs of body, annexes and testimonium that are sentences and end in the middle of nothing."""
    passages = [passage for passage in text.of("body", "annex", "closing") if _is_sentence(text, passage)]
    following = dict(zip(text.passages, (*text.passages[1:], None), strict=True)) if passages else {}
    for zones in (("body", "annex"), ("closing",)):
        own = [passage for passage in passages if passage.zone in zones]
        ended = sum(bool(_END.search(passage.words)) for passage in own)
        if zones == ("body", "annex") and ended < _SHARE * len(own):
            continue
        for passage in own:
            after = following[passage]
            goes_on = after is not None and after.words[:1].islower() and after.zone == passage.zone
            if not _END.search(passage.words) and not goes_on:
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


def _is_sentence(text: Text, passage: Passage) -> bool:
    """Whether it should end with a full stop: no heading, lead, item or short line."""
    if passage.clause.kind not in (*_KINDS, "testimonium") or passage.clause.children:
        return False
    words = passage.words
    if not words[:1].isupper() and not words[:1] in '“"(':
        return False
    return len(words.split()) >= _FEWEST and not _is_item(text, passage)


def _is_item(text: Text, passage: Passage) -> bool:
    """Whether it stands in a list: below words that lead in, or beside items that end with semicolons."""
    above = passage.above[-1] if passage.above else None
    if above is None:
        return False
    if text.by_id[above.id].words.rstrip().endswith((":", "-", "–", "—")):
        return True
    beside = [text.by_id[one.id].words.rstrip() for one in above.children if one.kind == passage.clause.kind]
    return any(words.endswith((";", ":", "; and", "; or", ", and")) for words in beside)


RULE: Final = Rule("TD914", "warning", missing_end_mark, languages=("en", "uk"))
