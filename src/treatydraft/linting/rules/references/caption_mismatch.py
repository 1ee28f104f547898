"""The words in brackets after a reference are not the heading of what it names.

## Why it matters
Either the number or the caption is wrong, and the reader does not know which.

## Wrong
    Article 1 # Term
      This Agreement shall remain in force for ten years, subject to Article 2 (Amendment).
    Article 2 # Termination
      Either Party may terminate this Agreement.

## Right
    Article 1 # Term
      This Agreement shall remain in force for ten years, subject to Article 2 (Termination).
    Article 2 # Termination
      Either Party may terminate this Agreement.

## Source
Drafting practice: contract checkers compare the caption of a reference with the heading. Where numbers are
apt to change, cite without captions.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.folding import folded
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_CAPTION: Final = re.compile(
    r" ?\((?P<bare>[A-Z][^()\"]{2,100})\)"
    r"|,? ?(?:entitled |headed )?\(?\"(?P<quoted>[A-Z][^\"]{2,100}?),?\"\)?"
)
_NO_CAPTION: Final = re.compile(r"\b(?:shall|will|may|is|are|hereinafter|see|as amended)\b", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[\W_]+")


def caption_mismatch(text: Text) -> Iterator[Mark]:
    """Captions after citations of units with another heading."""
    for one in text.cited:
        if len(one.targets) != 1 or not one.targets[0].heading:
            continue
        passage = text.by_id[one.clause.id]
        found = _CAPTION.match(passage.folded, one.citation.end)
        caption = (found["bare"] or found["quoted"]) if found else ""
        if found and not _NO_CAPTION.search(caption) and _plain(caption) != _plain(one.targets[0].heading):
            yield passage.mark(
                f"“{one.words}” is headed “{one.targets[0].heading}”, and here it is called “{caption}”",
                found.span("bare" if found["bare"] else "quoted"),
                suggestion="find out which unit was meant, and give its heading or none",
            )


def _plain(words: str) -> str:
    return _PLAIN.sub(" ", folded(words)).strip().casefold()


RULE: Final = Rule("TD408", "warning", caption_mismatch)
