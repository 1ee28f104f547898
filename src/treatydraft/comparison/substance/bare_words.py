"""Text → its bare words, in one case and one spelling, each with its place."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from treatydraft.comparison.substance.phrases import one_of_two_spellings, stop_words
from treatydraft.facts.folding import folded
from treatydraft.facts.lexicon import one_spelling

Span = tuple[int, int]

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class BareWord:
    """A word as it is compared, and where it stands."""

    key: str
    start: int
    end: int

    @property
    def is_small(self) -> bool:
        """Whether it is one of the words that say nothing of their own, such as articles."""
        return self.key in stop_words()

    def is_in(self, spans: Iterable[Span]) -> bool:
        """Whether one of the spans holds it."""
        return any(start <= self.start and self.end <= end for start, end in spans)


def bare_words(text: str, start: int = 0, end: int | None = None) -> tuple[BareWord, ...]:
    """The words of a text, or of a part of it.

    >>> [word.key for word in bare_words("The Defence-Organisation’s LICENCE")]
    ['the', 'defense', 'organisation', 's', 'license']
    """
    end = len(text) if end is None else end
    found = _WORD.finditer(folded(text), start, end)
    return tuple(BareWord(_key(match[0]), match.start(), match.end()) for match in found)


def _key(word: str) -> str:
    return one_spelling(one_of_two_spellings().get(word.lower(), word))


def resemblance(old: Iterable[str], new: Iterable[str]) -> float:
    """How much of two bags of words is the same, from 0 to 1."""
    first, second = Counter(old), Counter(new)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0
