"""Who owes what, and how firmly: the verbs with which a sentence obliges, promises, intends or allows.

The pairs of treaties and of other instruments: `shall` and `will`, `undertake` and `intend`. The longer
wordings stand first, so that `shall not` is never read as `shall`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from treatydraft.facts.folding import folded
from treatydraft.facts.wording import table

Strength: TypeAlias = Literal[
    "shall not", "shall", "undertakes", "agrees", "will not", "will", "commits", "policy", "intends", "plans",
    "should", "may not", "may", "endeavours", "would",
]  # fmt: skip

STRENGTHS: Final = table(
    ("policy", "\\bit is the policy of\\b"),
    ("shall not", "\\bshall (?:not|never)\\b"),
    (
        "endeavours",
        (
            "\\b(?:shall |will )?(?:endeavou?rs?|seeks?|strives?|make (?:every|all|best) efforts?"
            "|use (?:its|their) best efforts)(?: to)?\\b"
        ),
    ),
    ("shall", "\\b(?:shall|must)\\b"),
    ("undertakes", "\\b(?:undertakes?|is obliged|are obliged|is bound|are bound)\\b(?: to)?"),
    (
        "commits",
        "\\b(?:(?:is|are|remains?|will remain) committed|commits?|pledges?|commitment|resolved)\\b(?: to)?",
    ),
    ("will not", "\\bwill (?:not|never)\\b"),
    (
        "intends",
        (
            "\\b(?:intends?|aims?|expects?|wish(?:es)?|(?:is|are|stands?) (?:ready|prepared|willing"
            "|determined))\\b(?: to)?"
        ),
    ),
    ("will", "\\bwill\\b"),
    ("agrees", "\\b(?:agrees?|decides?|accepts?|jointly determined?) (?:to|that|on)\\b"),
    ("plans", "\\bplans? to\\b"),
    ("should", "\\bshould\\b"),
    ("may not", "\\b(?:may|can) not\\b|\\bcannot\\b"),
    ("may", "\\b(?:may|can|could)\\b"),
    ("would", "\\bwould\\b"),
    ("will", "\\b\\w{3,20}(?:тиме|тимуть|тимемо)(?:ся)?\\b|\\b(?:буде|будуть|надасть|нададуть|проведуть)\\b"),
    ("intends", "\\b(?:має|мають) намір\\b|\\bпрагн\\w{2,5}\\b|\\bготов\\w{1,2}\\b|\\bзобов'яз\\w{3,8}\\b"),
    ("may", "\\b(?:може|можуть)\\b"),
)
_SUBJECT: Final = re.compile(r"(?:\A|[,;:]\s)\s*([^,;:]{2,90}?)[,\s]*\Z")


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a sentence asks of whom: the strength, the words for who owes it, and the span of the verb."""

    strength: str
    owed_by: str
    start: int
    end: int


def obligations(words: str) -> Iterator[Obligation]:
    """Each verb of the sentence that obliges or allows, in order.

    >>> [(one.strength, one.owed_by) for one in obligations("The Parties shall not act, and it may object.")]
    [('shall not', 'The Parties'), ('may', 'and it')]
    """
    rest = folded(words)
    found: list[Obligation] = []
    for wording in STRENGTHS:
        matches = list(wording.pattern.finditer(rest))
        for match in matches:
            owed_by = _subject(words, match.start())
            found.append(Obligation(wording.value, owed_by, match.start(), match.end()))
        if matches:  # what one wording has taken is none of the next
            rest = wording.pattern.sub(_blank, rest)
    yield from sorted(found, key=lambda one: one.start)


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _subject(words: str, end: int) -> str:
    match = _SUBJECT.search(words[max(0, end - 120) : end])
    return match[1].strip() if match else ""
