"""Text → its bare words, in one case and one spelling, each with its place."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from treatydraft.comparison.substance.phrases import one_of_two_spellings, stop_words
from treatydraft.facts.folding import folded
from treatydraft.facts.lexicon import one_spelling

Span = tuple[int, int]

_WORD: Final = re.compile(  # with accents that are letters of their own
    r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]+)*[\u0300-\u036f]*"
)


_REACH: Final = 30  # characters around a part of a text in which the next words stand


class BareWord(NamedTuple):
    """A word as it is compared, and where it stands."""

    key: str
    start: int
    end: int
    is_name: bool = False  # in capitals among other words: `UN`, which is no French article

    @property
    def is_small(self) -> bool:
        """Whether it is one of the words that say nothing of their own, such as articles."""
        return self.key in stop_words() and not self.is_name

    def is_in(self, places: Collection[int]) -> bool:
        """Whether its first and last letter stand in one of the places."""
        return self.start in places and self.end - 1 in places


def covered(spans: Iterable[Span]) -> frozenset[int]:
    """Every place that one of the spans holds."""
    return frozenset(place for start, end in spans for place in range(start, end))


def bare_words(text: str, start: int = 0, end: int | None = None) -> tuple[BareWord, ...]:
    """The words of a text, or of a part of it.

    >>> [word.key for word in bare_words("The Defence-Organisation’s LICENCE")]
    ['the', 'defense', 'organisation', 's', 'license']
    """
    end = len(text) if end is None else end
    begin = max(0, start - _REACH)
    found = [
        (match[0], begin + match.start()) for match in _WORD.finditer(folded(text[begin : end + _REACH]))
    ]
    named = [len(word) > 1 and word.isupper() for word, _ in found]
    return tuple(
        BareWord(_key(word), at, at + len(word), is_name=named[place] and not _among(named, place))
        for place, (word, at) in enumerate(found)
        if start <= at and at + len(word) <= end
    )


def _among(capitals: Sequence[bool], place: int) -> bool:
    """Whether the word beside it is in capitals too, as in a heading that is all capitals."""
    return any(capitals[max(0, place - 1) : place]) or any(capitals[place + 1 : place + 2])


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    word = unicodedata.normalize("NFC", word).lower()
    return one_spelling(one_of_two_spellings().get(word, word))


def resemblance(old: Iterable[str], new: Iterable[str]) -> float:
    """How much of two bags of words is the same, from 0 to 1."""
    first, second = Counter(old), Counter(new)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0
