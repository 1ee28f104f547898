"""Two words are written as one: “theParties”, “Participantswill”, “ofthe”.

## Why it matters
A space was lost where words were pasted or changed; in a signed text it takes a correction.

## Wrong
    1. The Participantswill meet, and the records ofthe catches are exchanged between theParties.
    2. The Participants will report to the Parties.

## Right
    1. The Participants will meet within the year; however, they may withdraw the eRecords of catches.

## Source
Reviews of contracts; signed agreements in which it was overlooked.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.english import PARTY_WORDS
from treatydraft.linting.features.slip_words import TREATY
from treatydraft.linting.features.verbs import PLAIN_VERBS
from treatydraft.linting.features.words import words
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_WORD: Final = re.compile(r"(?<![\w@/.’'-])[^\W\d_]{4,40}(?![\w@/’'-])")
_TOKEN: Final = re.compile(r"[^\W\d_]{4,40}")
_HUMP: Final = re.compile(r"(?P<first>[^\W\d_]*[a-zà-ž])(?P<second>[A-Z][a-zà-ž]+)\Z")
# The small words that stand first or last in such a pair.
_FIRST: Final = words(
    "the of and to in on for by with from this that each both their its shall will may must between "
    "under such any all"
    " be is are which or not at as an it has have been per"
)
_LAST: Final = words(
    "the of and to in on for by with from this that their its shall will may must between under "
    "which or not be is are"
    " has have been such any all at as a"
)
_GREAT: Final = frozenset(
    [word.lower() for word in PARTY_WORDS]
    + [
        "agreement",
        "article",
        "articles",
        "annex",
        "paragraph",
        "treaty",
        "convention",
        "memorandum",
        "accord",
    ]
)
_ENDS: Final = frozenset(["side", "sides", "state", "states"])  # of words such as “inside”
# Pairs of small words that are words of their own.
_REAL: Final = words(
    "into onto within without upon whichever forthwith therewith herewith wherewith thereof hereof "
    "whereof therein herein"
    " wherein thereto hereto thereby hereby whereby therefrom thereon hereon another together forall "
    "tofor inform inter"
    " isthe asis bethe bean been orbit order orto into aton onus toby ofte orall overall orison "
    "notary notice noting"
    " ally allay anyway forbear forbe forbid former format forth forty beat bethink begin believe "
    "being beside beat"
    " atone atall asat ason island isle isis area arena areas hasten haste hasp mayor maybe dismay "
    "tonot bythe byte"
    " within withal withall withstand withhold withdraw its itself item items ashore aside ascent "
    "assist asset attest"
    " attend attain attach inland indeed inset intent intend income insure ingot onset online tonal "
    "total today toward"
    " fortress formal formula forward foresee forestall forget forgo allot allow alloy allure anthem "
    "anthrax another"
    " anon antic order organ oral orchard ornate nothing notion normal notable notation ofthe "
    "pertain permit perform"
    " person percent perhaps period persist andante android island theme then there these thesis "
    "they theory therapy"
    " thermal theatre theft their them willing willow thisle maybe mustard bead bear beast beaten "
    "become bed offence offences offend offset office"
    " offer offering thereof whereof hereof"
) - {"ofthe", "isthe", "bethe", "bythe", "atall", "asat", "ason", "asis", "orto", "tofor", "thisle", "tonot"}
_LONG: Final = 5  # letters of a word that is no small one
_SURE: Final = words("the shall will which their this of and")


def run_together_words(text: Text) -> Iterator[Mark]:
    """Words that are two, of which the text or the language knows both."""
    if not text.is_english:
        return
    words = {word for passage in text.passages for word in _TOKEN.findall(passage.words)}
    seen = {word: _parted(word, text.distinct) for word in words}
    for passage in text.passages if any(seen.values()) else ():
        for match in _WORD.finditer(passage.words):
            if parted := seen.get(match[0]):
                yield _mark(passage, match, parted)


def _mark(passage: Passage, match: re.Match[str], parted: str) -> Mark:
    return passage.mark(
        f"“{match[0]}” is two words", match.span(), suggestion=f"write “{parted}”", replacement=parted
    )


def _parted(word: str, known: frozenset[str]) -> str:
    """The two words that one is; empty where it is one."""
    if hump := _HUMP.match(word):
        first, second = hump["first"], hump["second"]
        if first.lower() in known | _FIRST and second.lower() in known and len(first) > 1:
            return f"{first} {second}"
    low = word.lower()
    if low in _REAL or not (word[1:].islower()):
        return ""
    for at in range(2, len(low) - 1):
        first, second = low[:at], low[at:]
        if _is_pair(first, second, known):
            return f"{word[:at]} {word[at:]}"
    return ""


def _is_pair(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether two words stand there: a small one beside one of parties, a known one or another small one."""
    if first in _GREAT and (second in _LAST or (len(first) > _LONG and _is_known(second, known))):
        return True
    if second in _GREAT - _ENDS and first in _FIRST:
        return True
    if first in _FIRST and second in _LAST and len(first) + len(second) >= _LONG:
        return bool({first, second} & _SURE)
    if second in _SURE and _is_known(first, known):
        return True
    if first in ("the", "will", "shall") and len(second) == _LONG - 1:
        return second in known or (second in PLAIN_VERBS and first != "the")
    return first in _SURE and _is_known(second, known)


def _is_known(word: str, known: frozenset[str]) -> bool:
    return len(word) >= _LONG and (word in TREATY or word in PLAIN_VERBS or word in known)


RULE: Final = Rule("TD919", "warning", run_together_words)
