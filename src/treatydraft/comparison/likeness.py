"""Two texts → how much of their words they share, by which a new version is told from another instrument.

Single words say little, since all agreements are made of the same ones, and whole sentences too much, since
an edit changes a sentence. So words count that stand in the same phrase on both sides, wherever in the text
that is. The cost is linear in the length of the texts.

Measured: agreements that different parties signed, of one family and copied from one another in part, share a
fifth of their words and in the nearest pair half. A draft in another house style shares nearly all with what
it was before; a text of which every twentieth word was replaced nine tenths, of which every fifth was, two
thirds. Drafts of one pack for other parties lie on both sides of the threshold. That is meant: where two
texts share most of their words, it is best to show word by word what differs, whoever the parties are.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, TypeAlias

from treatydraft.comparison.tokens import words
from treatydraft.comparison.units import Unit

ONE_INSTRUMENT: Final = 0.6  # share of the words from which two texts are versions of one
_PHRASE: Final = 4  # words

_Phrase: TypeAlias = tuple[str, ...]


def likeness(old: Sequence[Unit], new: Sequence[Unit]) -> float:
    """The share of the words of both texts that stand in both in the same phrase, from 0 to 1."""
    olds, news = list(_texts(old)), list(_texts(new))
    both = set(olds) & set(news)  # all their phrases are common
    own = [text for text in (*olds, *news) if text not in both]
    asked = {phrase for text in own for phrase in _phrases(text)}
    common = _among(asked, olds) & _among(asked, news)
    shared = sum(len(text) for text in (*olds, *news) if text in both)
    shared += sum(_words_in(text, common) for text in own)
    whole = sum(len(text) for text in (*olds, *news))
    return shared / whole if whole else 1.0


def _among(asked: set[_Phrase], texts: Iterable[_Phrase]) -> set[_Phrase]:
    """The phrases that stand in one of the texts."""
    return asked.intersection(chain.from_iterable(map(_phrases, texts)))


def _texts(units: Sequence[Unit]) -> Iterator[_Phrase]:
    """The words of each unit; what stands on the pages around the text is no part of it."""
    return (words(unit.side.words) for unit in units if unit.side.zone != "page")


def _phrases(text: _Phrase) -> Iterator[_Phrase]:
    """All runs of so many words; a text that is shorter is one phrase."""
    return (text[start : start + _PHRASE] for start in range(max(1, len(text) - _PHRASE + 1)))


def _words_in(text: _Phrase, common: set[_Phrase]) -> int:
    """How many words of a text stand in a common phrase."""
    count = end = 0
    for start, phrase in enumerate(_phrases(text)):
        if phrase in common:
            reached = start + len(phrase)
            count += reached - max(start, end)
            end = reached
    return count
