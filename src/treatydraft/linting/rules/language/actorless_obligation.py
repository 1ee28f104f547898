"""An obligation has nobody who owes it.

## Why it matters
“Assistance shall be provided” binds no one: each Party may wait for the other.

## Wrong
    1. Assistance shall be provided to the vessels of the other Party.

## Right
    1. Each Party shall provide assistance to the vessels of the other Party.
    2. Notice shall be given by the Party that wishes to withdraw.
    3. This Agreement shall be amended in writing.

## Source
Manuals of legislative drafting: the subject of a duty is the one who has it. Of documents, their periods and
their entry into force the passive is usual.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.words import words as word_list
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_PASSIVE: Final = re.compile(
    r"\b(?:shall|must|will)(?: not| also| therefore| further)? be (?:\w+ly )?(?P<verb>\w+ed|given"
    r"|made|held|taken"
    r"|sent|kept|paid|met|drawn|borne|done|put|set|brought|built|found|sought|undertaken|shown|lent)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\bby (?!mutual|common|means|way|agreement|consensus|exchange|written|\w+ing\b)", re.IGNORECASE
)
# Documents and what is in them, and verbs that tell what a thing is and not what somebody does.
_THINGS: Final = re.compile(
    r"\b(?:agreement|accord|charter|declaration|statement|treaty|convention|protocol|memorandum|arrangement|annex(?:es)?|articles?|paragraphs?"
    r"|provisions?|amendments?|texts?|period|term|notifications?|notice|dispute|differences?|languages?"
    r"|instruments?|withdrawal|termination|registration)\b|\b(?:this|it|these|those|which|they) \Z",
    re.IGNORECASE,
)
_STATES: Final = word_list(
    "deemed considered understood construed interpreted based limited needed required entitled subjected"
    " affected called authorized authorised met"
)


def actorless_obligation(text: Text) -> Iterator[Mark]:
    """Duties in the passive voice without agent."""
    for sentence in text.sentences:
        words = sentence.folded
        if sentence.zone not in ("body", "annex") or " be " not in words:
            continue
        for match in _PASSIVE.finditer(words):
            before = words[: match.start()]
            if match["verb"].lower() in _STATES or _THINGS.search(before):
                continue
            if not _BY.search(words, match.end()) and not _BY.search(before):
                passage = text.by_id[sentence.clause.id]
                yield passage.mark(
                    "nobody is named who is to do it",
                    (sentence.start + match.start(), sentence.start + match.end()),
                    suggestion="make the Party that owes it the subject of the sentence",
                )


RULE: Final = Rule("TD207", "info", actorless_obligation)
