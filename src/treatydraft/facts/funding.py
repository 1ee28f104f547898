"""The sums of money that an agreement names."""

from collections.abc import Iterator
from typing import Final

from babel.numbers import get_territory_currencies

from treatydraft.document import tree
from treatydraft.facts.fact import Fact
from treatydraft.facts.money import sums
from treatydraft.facts.passages import Reading

# The dollars of ISO 4217 that are written with a bare sign at home.
_DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "BBD", "JMD", "TTD", "BSD", "FJD"})
_FALLBACK: Final = "USD"  # what a bare sign means between parties that have no dollar of their own


def funding(reading: Reading) -> Iterator[Fact]:
    """Each sum, in any part of the text."""
    dollar = dollar_of(reading.parties)
    for sentence in reading.all:
        for one in sums(sentence.words, dollar=dollar):
            yield sentence.fact("money.amount", one.value, one.start, one.end)


def dollar_of(parties: tuple[tree.Party, ...]) -> str:
    """The currency of a bare dollar sign: that of the party whose money it is."""
    for party in parties:
        own = set(get_territory_currencies(party.id)) & _DOLLARS if len(party.id) == len("CA") else set()
        if own:
            return min(own)
    return _FALLBACK
