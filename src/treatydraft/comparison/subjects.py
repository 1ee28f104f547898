"""Units → what each is about: the subjects that its words name, and the facts that it settles."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, TypeAlias

from treatydraft.comparison.units import Unit
from treatydraft.facts import Fact, Vocabulary
from treatydraft.facts.folding import folded


@dataclass(frozen=True, slots=True)
class Subject:
    """What one unit is about."""

    named: Mapping[str, int] = field(default_factory=dict)  # topics and areas, how often its words name each
    stated: frozenset[str] = frozenset()  # fields of the facts that it settles


Subjects: TypeAlias = Sequence[Subject]  # one for each unit

# What many clauses state in passing, whatever they are about.
_IN_PASSING: Final = frozenset({"instrument", "money", "parties", "references"})


def subjects(
    units: Sequence[Unit], facts: Mapping[str, Sequence[Fact]], vocabulary: Vocabulary
) -> tuple[Subject, ...]:
    """What each unit is about, in the words of the vocabulary of its pack."""
    fields: defaultdict[str, set[str]] = defaultdict(set)
    for fact in chain.from_iterable(facts.values()):
        if fact.field.partition(".")[0] not in _IN_PASSING:
            fields[fact.clause].add(fact.field)
    return tuple(Subject(_named(unit, vocabulary), frozenset(fields.get(unit.side.id, ()))) for unit in units)


def _named(unit: Unit, vocabulary: Vocabulary) -> Mapping[str, int]:
    text = folded(unit.side.words)
    lexicons = vocabulary.topic_lexicon, vocabulary.area_lexicon
    return Counter(found.value for lexicon in lexicons for found in lexicon.find(text))
