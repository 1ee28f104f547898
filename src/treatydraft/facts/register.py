"""Whether an instrument binds in law or only politically, by the words that it uses.

The paired vocabulary of treaties and other instruments: United Kingdom, Treaties and MoUs: Guidance on
Practice and Procedures; United States, Guidance on Non-Binding Documents. Intention decides and the words
show it, but none of them alone: each mark has a weight, and the heavier side has it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading
from treatydraft.facts.wording import pattern, table

# What one register says and the other avoids; each counts once.
_MARKS: Final = table(
    ("binding", "\\bhave agreed (?:as follows|to the following|upon the following|on the following)"),
    ("binding", "\\b(?:hereinafter|hereafter|referred to)\\b.{0,60}\\b(?:contracting )?parties\\b"),
    ("binding", "{instrument} (?:shall|will) (?:enter|come) into force"),
    ("binding", "\\bregister(?:ed)?\\b.{0,90}\\barticle 102\\b"),
    ("binding", "\\bin witness whereof\\b"),
    ("binding", "\\b(?:creates?|gives? rise to) (?:rights and )?obligations under international law\\b"),
    (
        "political",
        "\\b(?:hereinafter|hereafter|referred to)\\b.{0,60}\\b(?:participants|sides|signatories)\\b",
    ),
    ("political", "{instrument}.{0,40}\\b(?:come|comes) into effect\\b"),
    (
        "political",
        "\\b(?:not|no)\\b.{0,50}\\b(?:legally binding|legal obligations|obligations under international)\\b",
    ),
    ("political", "\\bnot (?:be )?eligible for registration\\b"),
    ("political", "\\bpolitical commitments of\\b"),
    ("political", "\\bhave (?:jointly )?(?:decided|determined|reached the following)\\b"),
    ("binding", "далі.{0,30}сторон[иа]\\b"),
    ("political", "далі.{0,30}учасник"),
)
# The verbs with which the parties speak, each time that they do.
_VERBS: Final = table(
    ("binding", "\\bshall\\b"),
    ("political", "\\b(?:will|intends? to|should|aims? to)\\b"),
    ("political", "\\b\\w{3,20}(?:тимуть|тиме)\\b"),
)
_LANGUAGE_CLAUSE: Final = pattern("\\bprevail|\\bterminated\\b|\\bmade in writing\\b")
_VERBS_WEIGH: Final = 2  # as much as two marks, where one verb is the rule


@dataclass
class _Side:
    weight: float = 0
    evidence: Fact | None = None


def register(reading: Reading) -> Iterator[Fact]:
    """The register of the instrument, where its words show one; an annex may have another."""
    sides: dict[str, _Side] = defaultdict(_Side)
    for value, fact in _marks(reading):
        sides[value].weight += 1
        sides[value].evidence = sides[value].evidence or fact
    for value, share, fact in _verbs(reading):
        sides[value].weight += share * _VERBS_WEIGH
        sides[value].evidence = sides[value].evidence or fact
    ranked = sorted(sides.values(), key=lambda side: side.weight, reverse=True)
    if ranked and ranked[0].evidence and (len(ranked) == 1 or ranked[0].weight > ranked[1].weight):
        yield ranked[0].evidence


def _marks(reading: Reading) -> Iterator[tuple[str, Fact]]:
    for mark in _MARKS:
        for sentence in reading.of("preamble", "body", "closing"):
            if match := mark.pattern.search(sentence.folded):
                fact = sentence.fact("instrument.register", mark.value, match.start(), match.end())
                yield mark.value, fact
                break


def _verbs(reading: Reading) -> Iterator[tuple[str, float, Fact]]:
    """The share of each register's verbs in the body, without the clauses that say `shall` in either."""
    counts: Counter[str] = Counter()
    first: dict[str, Fact] = {}
    for sentence in reading.of("body"):
        if _LANGUAGE_CLAUSE.search(sentence.folded):
            continue
        for verb in _VERBS:
            for match in verb.pattern.finditer(sentence.folded):
                counts[verb.value] += 1
                if verb.value not in first:
                    fact = sentence.fact("instrument.register", verb.value, match.start(), match.end())
                    first[verb.value] = fact
    for value in ("binding", "political"):
        if value in first:
            yield value, counts[value] / counts.total(), first[value]
