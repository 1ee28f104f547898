"""The text of a clause → everything typed that it states, kind by kind, with the words and their span."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from treatydraft.document import tree
from treatydraft.facts.citations import titles
from treatydraft.facts.dates import dates
from treatydraft.facts.durations import duration_of, durations
from treatydraft.facts.found import Found
from treatydraft.facts.language_names import languages_named
from treatydraft.facts.levels import LEVELS
from treatydraft.facts.money import sums
from treatydraft.facts.names import parties_named
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.periods import periods
from treatydraft.facts.signing import place_of
from treatydraft.facts.strengths import obligations
from treatydraft.facts.terms import defined_terms
from treatydraft.facts.wording import pattern

Kind: TypeAlias = Literal[
    "duration", "deadline", "date", "period", "money", "obligation", "party", "reference", "term", "level",
    "place", "language",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """One typed thing in the words of a clause."""

    kind: Kind
    value: str  # in the form of the spec
    clause: str  # the id of the clause
    label: str
    evidence: str  # its exact words
    span: tuple[int, int]  # where they stand in the clause's words
    by: str = ""  # of an obligation: the words for who owes it
    bound: str = ""  # of money: `at-least`, `up-to`, `about`


_DEADLINE: Final = pattern(
    "\\b(?:within|(?:no|not) later than|at the latest|протягом) (?:a period of )?{duration}"
    "|\\bimmediately\\b|\\bwithout delay\\b|\\bнегайно\\b"
)
_LANGUAGES: Final = pattern("\\blanguages?\\b|\\btexts?\\b|\\bversions?\\b|\\bмов(?:ами|ою|а)\\b")


def statements_of(sentence: Sentence, parties: tuple[tree.Party, ...]) -> Iterator[Statement]:
    """What a sentence states, kind by kind; `parties` are those whose names count."""
    for kind, find in _FINDERS.items():
        for found in find(sentence):
            yield _statement(kind, sentence, found.value, found.start, found.end)
    for party in parties_named(sentence.words, parties):
        yield _statement("party", sentence, party.value, party.start, party.end)
    for one in sums(sentence.words):
        yield _statement("money", sentence, one.value, one.start, one.end, bound=one.bound)
    for owed in obligations(sentence.words):
        yield _statement("obligation", sentence, owed.strength, owed.start, owed.end, by=owed.owed_by)


def statements(reading: Reading) -> Iterator[Statement]:
    """What all sentences of a document state, in order."""
    for sentence in reading.all:
        yield from statements_of(sentence, reading.parties)


def _deadlines(sentence: Sentence) -> Iterator[Found]:
    for match in _DEADLINE.finditer(sentence.folded):
        length = duration_of(match["duration"]) if match["duration"] else "immediately"
        yield Found(length, match.start(), match.end())


def _levels(sentence: Sentence) -> Iterator[Found]:
    for wording in LEVELS:
        if match := wording.pattern.search(sentence.folded):
            yield Found(wording.value, match.start(), match.end())


def _references(sentence: Sentence) -> Iterator[Found]:
    for start, end in titles(sentence.words):
        yield Found(" ".join(sentence.words[start:end].split()), start, end)


def _languages(sentence: Sentence) -> Iterator[Found]:
    return languages_named(sentence.folded) if _LANGUAGES.search(sentence.folded) else iter(())


def _places(sentence: Sentence) -> Iterator[Found]:
    place = place_of(sentence)
    return iter([place] if place else [])


_FINDERS: Final[Mapping[Kind, Callable[[Sentence], Iterator[Found]]]] = {
    "duration": lambda sentence: durations(sentence.words),
    "deadline": _deadlines,
    "date": lambda sentence: dates(sentence.words),
    "period": lambda sentence: periods(sentence.words),
    "reference": _references,
    "term": lambda sentence: defined_terms(sentence.words),
    "level": _levels,
    "place": _places,
    "language": _languages,
}


def _statement(  # noqa: PLR0913 - a statement has that many parts
    kind: Kind, sentence: Sentence, value: str, start: int, end: int, *, by: str = "", bound: str = ""
) -> Statement:
    fact = sentence.fact(kind, value, start, end)
    return Statement(kind, value, fact.clause, fact.label, fact.evidence, fact.span, by, bound)
