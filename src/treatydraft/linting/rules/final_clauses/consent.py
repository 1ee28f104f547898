"""The text says in two ways how it enters into force.

## Why it matters
If it enters into force upon signature there is nothing left to ratify; if it must be ratified, signature
does not bring it into force. Each party may choose the one that suits it.

## Wrong
    1. This Agreement shall enter into force upon signature.
    2. This Agreement is subject to ratification.

## Right
    1. This Agreement is subject to ratification.
    2. This Agreement shall enter into force upon the exchange of instruments of ratification.

## Source
Vienna Convention on the Law of Treaties, arts. 11 to 16 and 24; provisional application from signature
(art. 25) goes with ratification.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import OWN, sentence_around
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_EFFECT: Final = re.compile(
    rf"(?:{OWN}|\bit\b)[^.;]{{0,40}}\b(?:(?:enters?|comes?) into (?:force|effect)|takes? effect"
    rf"|becomes? effective)\b(?P<when>[^.;]{{0,160}})",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(r"\bprovisional|\bamendment|\bmodification", re.IGNORECASE)
_WAYS: Final = {
    "signature": re.compile(
        r"\A,? ?(?:immediately )?(?:(?:up)?on|at|from|as of|following|after"
        r"|with) (?:(?:the )?(?:date|day|moment|time) of )?(?:its |the |their )?(?:signature"
        r"|signing|being signed)\b",
        re.IGNORECASE,
    ),
    "ratification": re.compile(r"\bratif\w+|\binstruments? of (?:acceptance|approval)\b", re.IGNORECASE),
    "notification": re.compile(
        r"\b(?:last|second|later|latter)\b[^.;]{0,40}\bnotif\w+"
        r"|\bnotif\w+[^.;]{0,100}\b(?:procedures|requirements)\b"
        r"|\bexchange of (?:diplomatic )?notes\b",
        re.IGNORECASE,
    ),
}
_SUBJECT: Final = re.compile(
    rf"{OWN}[^.;]{{0,30}}\b(?:subject to|requires?|shall be submitted for|will be submitted for"
    rf"|must be|shall be) (?:ratif\w+|approval by (?:the )?parliaments?)",
    re.IGNORECASE,
)


def consent_in_two_ways(text: Text) -> Iterator[Mark]:
    """Entry into force on signature and after ratification or notification."""
    found: list[tuple[str, Passage, tuple[int, int]]] = []
    for passage, match in text.find(_EFFECT, "body"):
        if _NEVER.search(sentence_around(passage.folded, *match.span())):
            continue
        way = next((way for way, shape in _WAYS.items() if shape.search(match["when"])), "")
        if way:
            found.append((way, passage, match.span()))
    for passage, match in text.find(_SUBJECT, "body"):
        found.append(("ratification", passage, match.span()))
    for way, passage, span in found[1:]:
        other = found[0][0]
        if "signature" in (way, other) and way != other:
            yield passage.mark(
                f"the text enters into force by {other}, and here by {way}",
                span,
                suggestion="keep one of the two",
            )


RULE: Final = Rule("TD814", "warning", consent_in_two_ways)
