"""The text mentions an annex that is not attached.

## Why it matters
An annex is part of what is signed. If it is missing on that day, what it was to settle is not agreed.

## Wrong
    Article 1 # Ports
      The ports are listed in Annex B.
    Annex A # Gear
      Nets have a mesh of 40 millimetres at least.

## Right
    Article 1 # Ports
      The ports are listed in Annex A.
    Annex A # Ports
      The ports are those of both coasts.

## Source
Drafting practice: annexes are checked against the text, and the text against its annexes, before signature.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MESSAGE: Final = "“{}” is not attached"
_SUGGESTION: Final = "attach it, or cite the annex that was meant"
_ATTACHED: Final = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:attached |annexed )?"
    r"(?:Annex(?:es)?|Appendi(?:x|ces)|Schedules?|Attachments?)\b"
    r"(?! (?:\d|[IVX]+\b|[A-Z]\b|(?:to|of) (?:the|that|its|their)\b))"
    r"|\b(?:annexed|attached|appended) (?:hereto\b|to (?:this|the present) [A-Z]\w+)",
)
# Words after which even in a sentence on another instrument an annex is our own, where they name no other.
_LISTED: Final = re.compile(
    r"\b(?:set out|set forth|listed|described|contained|specified|provided|laid down|named|shown|given) in "
    r"(?P<annex>(?:Annex|Appendix|Schedule|Attachment) (?P<number>\d{1,2}|[IVX]{1,5}|[A-Z]))\b"
    r"(?!,? (?:to|of|[A-Z]{2})\b)"
)


def annex_missing(text: Text) -> Iterator[Mark]:
    """Citations of an annex that is not there, and words that speak of one where there is none."""
    seen = set()
    for one in text.cited:
        if one.citation.steps[0].level == "annex" and one.fault == "missing" and not one.within:
            seen.add((one.clause.id, one.span[1]))
            yield text.by_id[one.clause.id].mark(_MESSAGE.format(one.words), one.span, suggestion=_SUGGESTION)
    for passage, match in text.find(_LISTED, "body", "closing"):
        if (passage.clause.id, match.end()) not in seen and not text.citing.units.annex(match["number"]):
            seen.add((passage.clause.id, match.end()))
            yield passage.mark(_MESSAGE.format(match["annex"]), match.span("annex"), suggestion=_SUGGESTION)
    if text.document.annexes:
        return
    for passage, match in text.find(_ATTACHED, "body", "closing"):
        if (passage.clause.id, match.end()) not in seen:
            yield passage.mark(
                f"“{match[0]}” speaks of an annex, and none is attached", match.span(), suggestion=_SUGGESTION
            )


RULE: Final = Rule("TD406", "error", annex_missing)
