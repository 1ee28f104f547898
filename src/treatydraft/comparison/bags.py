"""Texts as bags of weighted words: the rarer a word is in both texts, the more it says."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import Final, TypeAlias

from treatydraft.comparison.tokens import words
from treatydraft.facts.lexicon import one_spelling

Bag: TypeAlias = Mapping[str, float]

_STEM: Final = 6  # letters by which a word is known, so that “terminated” and “termination” are one
_PLACES: Final = 60  # units to which a word leads, those where it weighs most


def stems(text: str) -> Counter[str]:
    """The words of a text without their endings and in one spelling, each with how often it stands there.

    >>> sorted(stems("Defence, and terminations in defense").items())
    [('and', 1), ('defens', 2), ('in', 1), ('termin', 1)]
    """
    return Counter(one_spelling(word)[:_STEM] for word in words(text))


def rarities(bags: Sequence[Iterable[str]]) -> dict[str, float]:
    """How much each word says: more the fewer bags have it, and next to nothing if all do."""
    having = Counter(word for bag in bags for word in set(bag))
    return {word: math.log((len(bags) + 1) / (count + 0.5)) for word, count in having.items()}


def weighed(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """The bag of words with these counts; what is said often weighs more, but not as often as it is said."""
    return {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}


def scaled(bag: Bag) -> dict[str, float]:
    """The bag with the length of one, so that long and short texts compare."""
    length = math.sqrt(math.fsum(weight * weight for weight in bag.values()))
    return {word: weight / length for word, weight in bag.items()} if length else dict(bag)


def mixed(*shares: tuple[Bag, float]) -> dict[str, float]:
    """Bags as one, each with its share in it, and with the length of one."""
    found: defaultdict[str, float] = defaultdict(float)
    for bag, share in shares:
        for word, weight in bag.items():
            found[word] += share * weight
    return scaled(found)


def heaviest_words(bag: Bag, count: int) -> dict[str, float]:
    """What weighs most in a bag."""
    return dict(nlargest(count, bag.items(), key=lambda item: (item[1], item[0])))


class Index:
    """Finds the bags that are like a given one without looking at all of them."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        places: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
        for place, bag in enumerate(bags):
            for word, weight in bag.items():
                places[word].append((weight, -place))
        self._places = {word: nlargest(_PLACES, found) for word, found in places.items()}

    def like(self, bag: Bag) -> Mapping[int, float]:
        """The places of bags that share words with this one, and how like they are at least."""
        found: defaultdict[int, float] = defaultdict(float)
        for word, weight in bag.items():
            for other, place in self._places.get(word, ()):
                found[-place] += weight * other
        return found
