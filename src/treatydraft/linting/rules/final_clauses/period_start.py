"""A period in a final clause is counted from nothing.

## Why it matters
“Within six months” ends on no day. Termination and registration hang on that day.

## Wrong
    1. Either Party may terminate this Agreement. The termination shall take effect after six months.

## Right
    1. Either Party may terminate this Agreement. The termination shall take effect six months after notice.

## Source
Drafting practice: each period has a first day; United Nations, Final Clauses of Multilateral Treaties:
Handbook, on entry into force and withdrawal.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import DURATION
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text
from treatydraft.linting.wordings import sentence_around

_PERIOD: Final = re.compile(
    rf"\b(?:within|after|in|no later than"
    rf"|not later than) (?:a period of )?(?P<duration>{DURATION})(?P<after>[^.;]{{0,80}})",
    re.IGNORECASE,
)
_START: Final = re.compile(
    r"\A\W*(?:\([^)]*\)\W*)?(?:'? ?(?:written |prior )*notice\b|of\b|after|from|following|before"
    r"|prior|as of|since|upon|thereafter|later|counting|starting|beginning|preceding|in advance"
    r"|has|have|had)"
    r"|\b(?:after|from|following|of (?:its|the|such|that|receipt)|upon|before|prior to|as of"
    r"|since|thereafter|preceding|in which|when|once)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"\b(?:from|upon|following|after|when|once|where|if|in the event|in case|on receipt"
    r"|on the date|unless|should|not been|have not|cannot|fails?)\b",
    re.IGNORECASE,
)
_FINAL: Final = re.compile(
    r"\b(?:terminat|discontinu|denounc|withdr[ae]w|registe?r|ratif|enter(?:s|ed)? into (?:force"
    r"|effect)|take effect|takes effect|come into effect|expire)\w*",
    re.IGNORECASE,
)


def period_without_start(text: Text) -> Iterator[Mark]:
    """Periods of entry into force, termination and registration without a first day."""
    for passage, match in text.find(_PERIOD, "body"):
        sentence = sentence_around(passage.folded, *match.span("duration"))
        before = sentence[: sentence.find(match[0][:20])]
        if not _FINAL.search(sentence) or _START.search(match["after"]) or _BEFORE.search(before):
            continue
        yield passage.mark(
            "nothing says from when this period is counted",
            (match.start(), match.end("duration")),
            suggestion="add the event: after the date of receipt, of signature, of entry into force",
        )


RULE: Final = Rule("TD813", "warning", period_without_start)
