"""Units → what each is about: the subjects that its words name, and the facts that it states."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias

from treatydraft.comparison.units import Unit
from treatydraft.facts import Fact, Vocabulary
from treatydraft.facts.folding import folded


@dataclass(frozen=True, slots=True)
class Subject:
    """What one unit is about."""

    named: Mapping[str, int] = field(default_factory=dict)  # topics and areas, how often its words name each
    stated: frozenset[str] = frozenset()  # fields of facts


Subjects: TypeAlias = Sequence[Subject]  # one for each unit


def subjects(
    units: Sequence[Unit], facts: Mapping[str, Sequence[Fact]], vocabulary: Vocabulary
) -> tuple[Subject, ...]:
    """What each unit is about, in the words of the vocabulary of its pack."""
    fields: defaultdict[str, set[str]] = defaultdict(set)
    for fact in chain.from_iterable(facts.values()):
        fields[fact.clause].add(fact.field)
    return tuple(Subject(_named(unit, vocabulary), frozenset(fields.get(unit.side.id, ()))) for unit in units)


def _named(unit: Unit, vocabulary: Vocabulary) -> Mapping[str, int]:
    text = folded(unit.side.words)
    lexicons = vocabulary.topic_lexicon, vocabulary.area_lexicon
    return Counter(found.value for lexicon in lexicons for found in lexicon.find(text))
