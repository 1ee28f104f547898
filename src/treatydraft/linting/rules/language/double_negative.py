"""Two negations in one sentence undo each other, and the reader has to work out what is left.

## Why it matters
“Shall not withdraw unless it has not been paid” permits something, and nobody sees at once what. In another
language the two negations may strengthen each other instead.

## Wrong
    1. Neither Party shall not disclose the data.
    2. A Party shall not withdraw unless the other Party has not paid its share.

## Right
    1. Neither Party shall disclose the data.
    2. A Party may withdraw only if the other Party has not paid its share.
    3. A Party that has not paid its share shall not vote.

## Source
Manuals of legislative drafting: say what is so, and not that it is not otherwise.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.phrases import has_any
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_VERB: Final = (
    r"(?:shall|will|would|may|must|can|could|should|does|do|did|is|are|was|were|has|have|had|need|be|been)"
)
_NOT: Final = rf"(?:{_VERB} not|cannot|never)"
# Within one clause of a sentence: no mark, and no word that opens another clause.
_SAME: Final = r"(?:(?! (?:that|which|who|whose|but|and|or|if|when|where|because|as)\b)[^,;:.()]){0,90}?"
# The same, with what is told of its nouns.
_LONGER: Final = r"(?:(?! (?:but|and|or|if|when|where|because|as)\b)[^,;:.()]){0,90}?"
_NEAR: Final = r"[^;:.]{0,160}?"
_PATTERNS: Final = (
    # “Neither Party shall not”
    re.compile(
        rf"\b(?:no|neither|none|nothing|nobody|in no (?:case|event|circumstances?)|under no circumstances"
        rf"|never)\b{_SAME} (?:{_NOT}\b|neither\b|nor not\b)",
        re.IGNORECASE,
    ),
    # “shall not … unless … not”
    re.compile(
        rf"\b{_NOT}\b{_NEAR}\b(?:unless|until|except (?:when|where|if|that|insofar as)|save (?:when"
        rf"|where|if))\b"
        rf"{_SAME}\b(?:{_NOT}|no|neither|without|fails? to|refuses?)\b",
        re.IGNORECASE,
    ),
    # “not … without … not”
    re.compile(rf"\b{_NOT}\b{_SAME}\bwithout\b{_LONGER}\b(?:not|no|never|without)\b", re.IGNORECASE),
    # “unless … does not”
    re.compile(rf"\bunless\b{_SAME} (?:{_NOT}|neither|fails? to)\b", re.IGNORECASE),
    # “shall not fail to”, “not uncommon”
    re.compile(
        r"\bnot (?:to )?(?:fail to|omit to|neglect to|refrain from|un(?:common|usual|likely|lawful"
        r"|able|willing"
        r"|aware|known|important|related|welcome|authori[sz]ed|affected|interested|necessary|justified"
        r"|acceptable|desirable|favou?rable)\b|im(?:possible|proper|permissible)\b|in(?:significant"
        r"|frequent(?:ly)?|appropriate|admissible|eligible|considerable)\b|without (?!prejudice|delay))"
        r"|\bcannot not\b|\bnot not\b|\bno (?:un\w+ed|unlawful)\b",
        re.IGNORECASE,
    ),
)
_WORDS: Final = ("not ", "never", "neither", "nothing", "none", "no ", "cannot", "unless")
_ONLY: Final = re.compile(r"\bnot only\b|\bif not\b|\bwhether or not\b", re.IGNORECASE)


def double_negative(text: Text) -> Iterator[Mark]:
    """A negation inside the reach of another."""
    if not has_any(text, _WORDS):
        return
    for passage in text.passages:
        if not any(word in passage.lowered for word in _WORDS):
            continue
        end = 0
        for match in sorted(
            (match for pattern in _PATTERNS for match in pattern.finditer(passage.folded)),
            key=lambda match: match.start(),
        ):
            if match.start() < end or passage.is_cited(*match.span()) or _ONLY.search(match[0]):
                continue
            end = match.end()
            yield passage.mark(
                "one negation undoes the other",
                match.span(),
                suggestion="say what holds: “only if”, “may”, or one negation",
            )


RULE: Final = Rule("TD202", "warning", double_negative)
