"""How often something comes round, `annually`, `once every 12–18 months`, → a period of the spec."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import duration_of
from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.facts.numerals import COUNT, number_of
from treatydraft.facts.wording import pattern, table

_BETWEEN: Final = re.compile(
    rf"\b(?:every|each)\s+({COUNT})\s*(?:-|to|and|or)\s*({COUNT})\s+(month|year|week|day)s", re.IGNORECASE
)
_EVERY: Final = pattern("\\b(?:every|once every|each) {duration}")
_ADVERBS: Final = table(
    ("1 year", "\\bonce (?:a|per|each|every|in a) year\\b|\\b(?:annual|annually|yearly)\\b|\\bevery year\\b"),
    ("6 months", "\\btwice (?:a|per) year\\b|\\bsemi-annual\\w{0,2}\\b|\\bbiannual\\w{0,2}\\b"),
    ("3 months", "\\bquarterly\\b"),
    ("1 month", "\\bmonthly\\b"),
)
_RHYTHMS: Final = table(
    ("ongoing", "\\b(?:ongoing|continuous|constant) review\\b"),
    (
        "as-necessary",
        "\\b(?:as|when|where|if|whenever) (?:deemed )?(?:necessary|needed|required|appropriate)\\b",
    ),
    ("regularly", "\\b(?:regular|regularly|periodic|periodical|periodically)\\b"),
    ("ongoing", "\\b(?:ongoing|continuous|constant) basis\\b"),
)


def periods(text: str) -> Iterator[Found]:
    """Every period in numbers or in a word for them.

    >>> [one.value for one in periods("once every 12–18 months, and annually")]
    ['12-18 months', '1 year']
    """
    plain = folded(text)
    for match in _BETWEEN.finditer(plain):
        low, high = number_of(match[1]), number_of(match[2])
        if low and high and low < high:
            yield Found(f"{low}-{high} {match[3].lower()}s", match.start(), match.end())
    for match in _EVERY.finditer(plain):
        yield Found(duration_of(match["duration"]), match.start(), match.end())
    for wording in _ADVERBS:
        for match in wording.pattern.finditer(plain):
            yield Found(wording.value, match.start(), match.end())


def rhythms(text: str) -> Iterator[Found]:
    """Every rhythm that is said in words only: `regularly`, `as necessary`."""
    plain = folded(text)
    for wording in _RHYTHMS:
        if match := wording.pattern.search(plain):
            yield Found(wording.value, match.start(), match.end())
