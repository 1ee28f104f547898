"""In a treaty that says “shall”, a promise of the parties says “will” or “should”.

## Why it matters
Where all other promises say “shall”, a “will” reads as a promise that was meant to be weaker, or as a mere
forecast; and nobody may have wanted either.

## Wrong
    Article 1 # Data
      1. The Parties shall exchange data on fish stocks.
      2. Each Party shall publish its quotas.
      3. The Parties will meet once a year.

## Right
    Article 1 # Data
      1. The Parties shall exchange data on fish stocks.
      2. Each Party shall publish its quotas.
      3. The Parties shall meet once a year.

## Source
Guidance of the United Kingdom on treaties and memoranda: “shall” in the one, “will” in the other. A treaty
may set out a policy or an intention, which it then says in so many words.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.wordings import (
    in_register,
    sentence_start,
    stands_for_signatories,
    subject_before,
)
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_SOFT: Final = re.compile(
    r"(?<!political )(?<!free )\b(?:will|should)\b"
    r"(?! (?:of|and|to|the|a|an|any|either|it|they|this|such|one|circumstances)\b)",
    re.IGNORECASE,
)
_SHALL: Final = re.compile(r"\bshall\b", re.IGNORECASE)
_FEWEST: Final = 2  # of `shall`, which make it the rule
# What a clause brings about in law: `The termination shall take effect`, `which shall remain in force`.
_LEGAL_EFFECT: Final = re.compile(
    r"\s+(?:also |not )?(?:take effect|(?:enter|come) into force|remain in force|cease to|prevail)\b"
)
_IF: Final = r"\b(?:if|when|where|once|until|unless|whether|how|because|since|so that|in order)\b"
_CONDITION: Final = re.compile(_IF, re.IGNORECASE)
_CONDITION_OR_THAT: Final = re.compile(rf"{_IF}|\bthat\b", re.IGNORECASE)
# What lies ahead and is not promised: `vessels that will fish there`, `recognize that peace will not last`.
_RELATIVE: Final = re.compile(
    r"\b(?:that|which|who|whom|whose|(?:as|than)(?= (?:the|it|they|each)\b))\s+(?:[\w'-]+\s+){0,4}\Z",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"\b(?:recogni[sz]|acknowledg|(?:re)?affirm|consider|believ|expect|hop|declar|confirm|not(?:e|es|ing)\b|understand"
    r"|ensur|provid(?:ed|ing)\b|agre|convinc|intend|anticipat|assum|suppos|inform|indicat)\w*\b.*\bthat\b",
    re.IGNORECASE,
)
_CLAUSE_BEGINS: Final = re.compile(r"[.;:,(]\s*")


def soft_verb_in_treaty(text: Text) -> Iterator[Mark]:
    """`The Parties will`, where `the Parties shall` is the rule."""
    found = [*in_register(text, "binding", _SOFT, "body", "annex", "closing")]
    if not found:
        return
    hard = sum(1 for _ in in_register(text, "binding", _SHALL, "body", "annex", "closing"))
    soft = [(passage, match) for passage, match in found if _promises(text, passage, match)]
    if hard < _FEWEST or hard <= len(soft):
        return
    for passage, match in soft:
        yield passage.mark(
            f"“{match[0]}” promises less than the “shall” of the other clauses",
            match.span(),
            suggestion="write “shall”, or “intends to” where no more is meant",
        )


def _promises(text: Text, passage: Passage, match: re.Match[str]) -> bool:
    """Whether a party is to do something, or something is to be done, in the main clause of a sentence."""
    words = passage.folded
    before = words[sentence_start(words, match.start()) : match.start()]
    subject = subject_before(words, match.start())
    if stands_for_signatories(text, subject):
        main = before[: len(before.rstrip()) - len(subject)]
        return not re.search(
            r"\bthat\s*\Z|\b(?:if|when|where|which|whether|unless|until)\s*\Z", main, re.IGNORECASE
        )
    if _LEGAL_EFFECT.match(words, match.end()) and not _CONDITION_OR_THAT.search(before):
        return True
    own = _CLAUSE_BEGINS.split(before)[-1]
    is_main = bool(own.strip()) and not _CONDITION.search(own) and not _RELATIVE.search(own)
    return is_main and not _REPORTS.search(before)


RULE: Final = Rule("TD704", "warning", soft_verb_in_treaty)
