"""The same final clause stands in two articles.

## Why it matters
Two clauses on one matter are two rules. If they differ nobody knows which holds; if they do not, the next
amendment changes one of them only.

## Wrong
    Article 8 # Amendment
      This Agreement may be amended by written agreement of the Parties.
    Article 9 # Duration
      This Agreement shall remain in force for ten years.
    Article 10 # Amendments
      Amendments to this Agreement shall enter into force upon an exchange of notes.

## Right
    Article 8 # Amendment
      1. This Agreement may be amended by written agreement of the Parties.
      2. Amendments shall enter into force upon an exchange of notes.
    Article 9 # Duration
      This Agreement shall remain in force for ten years.

## Source
Drafting practice: one matter, one article; the final clauses are where texts are most often joined from two
models.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.final_clauses import headed
from treatydraft.linting.features.wordings import OWN, has_one_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

# Sentences that settle a matter, and so stand once in a text.
_SETTLES: Final = {
    "entry into force": rf"{OWN} (?:shall |will )?(?:enters?|comes?) into (?:force|effect)\b",
    "duration": rf"{OWN} (?:shall |will |is )?(?:remains? in (?:force|effect)|be valid|valid|concluded)"
    r" (?:for|until|as)\b(?! (?:the other|the remaining|each|any|all|such|those)\b)",
    "termination": rf"\bmay (?:at any time )?(?:terminate|denounce|discontinue|withdraw from) {OWN}"
    rf"|{OWN} may be (?:terminated|denounced|discontinued)\b",
    "amendment": rf"{OWN} may (?:only )?be (?:amended|modified|revised)\b|\bmay (?:amend|modify"
    rf"|revise) {OWN} (?:by|with|at)\b",
    "settlement of disputes": r"\b(?:disputes?|differences?|divergences?|disagreements?)\b[^.;]{0,120}"
    r"\b(?:shall|will) be (?:settled|resolved)\b",
    "registration": rf"{OWN} (?:shall|will) be registered\b|\bshall register {OWN}",
}
_NEEDED: Final = (
    *("into force", "into effect", "in force", "in effect", "valid", "concluded", "terminate", "denounce"),
    *("discontinue", "withdraw", "amend", "modif", "revise", "settled", "resolved", "register"),
)
_PATTERN: Final = re.compile(
    "|".join(f"(?P<k{number}>{source})" for number, source in enumerate(_SETTLES.values())), re.IGNORECASE
)


def final_clause_doubled(text: Text) -> Iterator[Mark]:
    """The second of two articles with one heading, and the second of two sentences that settle one matter."""
    seen: dict[str, Passage] = {}
    for passage in text.of("body"):
        if (
            passage.clause.heading
            and passage.clause.kind != "part"
            and (kind := headed(passage.clause.heading))
        ):
            if kind in seen and not _is_within(passage, seen[kind]) and kind not in passage.clause.heading:
                yield _mark(passage, seen[kind], kind, (0, len(passage.clause.heading)), "heading")
            seen.setdefault(kind, passage)
    yield from _sentences(text)


def _sentences(text: Text) -> Iterator[Mark]:
    names = list(_SETTLES)
    seen: dict[str, tuple[Passage, str]] = {}
    found = (
        (passage, match)
        for passage in text.of("body")
        if has_one_of(_NEEDED, passage)
        for match in _PATTERN.finditer(passage.folded)
        if not passage.is_cited(*match.span())
    )
    for passage, match in found:
        kind = names[int((match.lastgroup or "k0")[1:])]
        first = seen.setdefault(kind, (passage, match[0]))
        if _article(first[0]) != _article(passage):
            yield _mark(passage, first[0], kind, match.span(), "text")


def _article(passage: Passage) -> str:
    """The id of the article in which a passage stands, which is its own where it stands alone."""
    headed_above = [clause for clause in passage.above if clause.heading]
    return headed_above[-1].id if headed_above else passage.clause.id


def _is_within(passage: Passage, other: Passage) -> bool:
    return any(clause.id == other.clause.id for clause in passage.above)


def _mark(passage: Passage, first: Passage, kind: str, span: tuple[int, int], part: str) -> Mark:
    return passage.mark(
        f"{first.label or 'an earlier clause'} settles {kind} already",
        span,
        part="heading" if part == "heading" else "text",
        suggestion="join the two clauses",
    )


RULE: Final = Rule("TD802", "warning", final_clause_doubled)
