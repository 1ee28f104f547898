"""A period is given, and not the day or event from which it is counted.

## Why it matters
“Within six months” ends on another day for each reader: from signature, from entry into force, from receipt
of the notice? The period cannot be relied on.

## Wrong
    1. The Parties shall adopt the rules within six months.

## Right
    1. The Parties shall adopt the rules within six months of the entry into force of this Agreement.

## Source
Drafting practice of final clauses: a period has a length, a beginning and a unit.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import DURATION
from treatydraft.linting.features.phrases import has_any
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_UNITS: Final = ("hour", "day", "week", "month", "year")
_PERIOD: Final = re.compile(
    r"\b(?:within(?: a (?:further )?period of| a maximum of)?|(?:no|not) later than|at the latest(?: within)?"
    r"|after(?: a (?:further )?period of| the expiry of)?|(?:on|before) the expiry of"
    r"|(?:in(?:to)? (?:force|effect|operation)|valid) for(?: a period of)?)"
    r" (?:about |approximately |at least |at most |up to |an initial period of |a period of |a term of )?"
    rf"(?P<length>{DURATION})",
    re.IGNORECASE,
)
# What a period is counted from: close behind it, or as an event anywhere before it.
_BEHIND: Final = re.compile(
    r"[, )]{0,3}(?:(?:and )?in any (?:case|event)|at the latest|at most|,| |unless \w+ \w+ \w+"
    r"|or less|inclusive"
    r"|prior written notice)*"
    r"(?:of|from|after|following|before|since|upon|prior|preceding|once|when(?:ever)?|as of|as from|on|if"
    r"|starting|beginning|commencing|counting|counted|running|thereafter|thereof|where|until"
    r"|at the (?:request"
    r"|date|end|time)|by|to the|in advance|the (?:period|term) \w+|in the event|in case"
    r"|which (?:begins?|runs?"
    r"|starts?|is counted|shall (?:begin|run|start|be counted)))\b",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"\b(?:after|(?<!the )following|upon|when(?:ever)?|if|once (?!an?\b|every|each|per|in\b)|since"
    r"|in (?:the )?(?:event|case)|at the (?:request|end)"
    r"|request(?:s|ed)?|as soon as|where (?!possible|appropriate|necessary|feasible|applicable|needed)"
    r"|on (?:receipt|receiving|signature|notification|the (?:date|day|entry|expiry))|receiv\w+|receipt"
    r"|before|starting|beginning|commencing|from (?:the|that|its) (?:date|day|entry|moment|receipt|time)"
    r"|as of|should (?:a|an|any|either|one|the|it|they))\b|'s? notice",
    re.IGNORECASE,
)
_REACH: Final = 60


def period_without_start(text: Text) -> Iterator[Mark]:
    """Periods in sentences that name no beginning."""
    if not has_any(text, _UNITS):
        return
    for sentence in text.sentences:
        words = sentence.folded
        if not any(unit in words for unit in _UNITS):
            continue
        lead = sentence.lead if sentence.lead.endswith(":") else ""
        for match in _PERIOD.finditer(words):
            behind = words[match.end() : match.end() + _REACH]
            if _BEHIND.match(behind) or _EVENT.search(f"{lead} {words[: match.start()]}"):
                continue
            passage = text.by_id[sentence.clause.id]
            start, end = match.span()
            span = (sentence.start + start, sentence.start + end)
            if not words[end - 1 :].startswith("'") and not passage.is_cited(*span):
                yield passage.mark(
                    f"nothing says from when “{match['length']}” are counted",
                    span,
                    suggestion="add “of …”, “from …” or “after …” with the day or the event",
                )


RULE: Final = Rule("TD206", "warning", period_without_start)
