"""When the parties look at an instrument again: how often, and by when for the first time."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.levels import LEVELS
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.periods import periods, rhythms
from treatydraft.facts.searching import first
from treatydraft.facts.wording import pattern, table

_REVIEW: Final = pattern("\\b(?:review|reviews|reviewed|reviewing|evaluate|evaluation)\\b")
_OWN: Final = pattern(
    "{instrument}|\\b(?:this|the) (?:annex|agreement|accord|memorandum)\\b"
    "|\\b(?:the|these|security|its|their) (?:[\\w']+ ){0,3}commitments\\b"
)
_FIRST: Final = pattern(
    "\\b(?:within|(?:no|not) later than|at the latest|before the end of) {duration} (?:of|from"
    "|after|following)\\b"
)
_FROM: Final = table(
    ("signature", "\\bsignature\\b|\\bsigning\\b"),
    ("entry-into-force", "(?:entry|coming|enters|comes) into {force}"),
)
_PRONOUN: Final = pattern("\\b(?:it|they)\\b")


def review(reading: Reading) -> Iterator[Fact]:
    """How often the instrument is reviewed, by when for the first time, and at what level.

    A number of months or years counts before a mere `regularly` elsewhere in the text.
    """
    sentences = [one for one in reading.of("body", "closing", "annex") if _is_review(one)]
    counted = [*chain.from_iterable(map(_counted, sentences))]
    yield from counted or chain.from_iterable(map(_rhythm, sentences))
    yield from chain.from_iterable(map(_first, sentences))
    yield from chain.from_iterable(map(_level, sentences))


def _is_review(sentence: Sentence) -> bool:
    # `it` and `they` may be anybody: an instrument that is reviewed is named.
    text = _PRONOUN.sub("", sentence.folded)
    return bool(_REVIEW.search(text) and _OWN.search(text))


def _counted(sentence: Sentence) -> Iterator[Fact]:
    for found in islice(periods(sentence.words), 1):
        yield sentence.fact("review.every", found.value, found.start, found.end)


def _rhythm(sentence: Sentence) -> Iterator[Fact]:
    for found in islice(rhythms(sentence.words), 1):
        yield sentence.fact("review.every", found.value, found.start, found.end)


def _first(sentence: Sentence) -> Iterator[Fact]:
    if match := _FIRST.search(sentence.folded):
        yield sentence.fact("review.first_within", duration_of(match["duration"]), match.start(), match.end())
        yield from first("review.from", sentence, _FROM)


def _level(sentence: Sentence) -> Iterator[Fact]:
    return first("review.level", sentence, LEVELS)
