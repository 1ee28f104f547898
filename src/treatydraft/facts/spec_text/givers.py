"""The subject of a sentence → the parties that it names, where it names nobody else."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from babel import Locale

from treatydraft.document import tree
from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.facts.names import parties_named
from treatydraft.facts.wording import pattern

_ALL: Final = pattern("{parties}|\\bboth (?:parties|participants|sides)\\b")
# What may stand beside the names: with any other word, somebody else may be meant.
_BESIDE: Final = frozenset(
    [
        "and",
        "but",
        "also",
        "both",
        "the",
        "jointly",
        "together",
        "further",
        "furthermore",
        "moreover",
        "therefore",
        "accordingly",
        "in",
        "addition",
        "to",
        "this",
        "end",
        "that",
        "respect",
        "regard",
        "hereby",
        "each",
        "та",
        "і",
        "й",
        "також",
        "обидві",
        "обидва",
        "цією",
        "метою",
        "з",
    ]
)
_RESPECTIVELY: Final = re.compile(r"\brespectively\b", re.IGNORECASE)
_IN_QUOTES: Final = re.compile(r"[\"'](?:the )?([^\"']{2,60})[\"']", re.IGNORECASE)
_COUNTRY: Final = 2  # letters of its code


class Givers:
    """The parties of one document under every name that its subjects may have for them."""

    def __init__(self, parties: tuple[tree.Party, ...], ids: Mapping[str, str], opening: str) -> None:
        self._ids = tuple(ids[party.id] for party in parties)
        self._names = tuple(
            tree.Party(ids[party.id], name, party.short)
            for party in parties
            for name in (party.name, *_known_names(ids[party.id]))
        )
        self._respective = dict(_respective(self._ids, folded(opening)))

    def of(self, subject: str) -> tuple[str, ...]:
        """The ids of who is named; none where anybody else may be meant."""
        plain = folded(subject)
        if everybody := _ALL.search(plain):
            found = [Found(one, everybody.start(), everybody.end()) for one in self._ids]
        else:
            found = [*self._by_role(plain)] or [*parties_named(plain, self._names)]
        rest = "".join(_outside(plain, found)).lower()
        alone = set(re.findall(r"[\w']+", rest)) <= _BESIDE
        return tuple(dict.fromkeys(one.value for one in found)) if alone else ()

    def _by_role(self, plain: str) -> Iterator[Found]:
        for role, party in self._respective.items():
            for match in re.finditer(rf"\b{re.escape(role)}\b", plain, re.IGNORECASE):
                yield Found(party, match.start(), match.end())


def _known_names(code: str) -> Iterator[str]:
    """The name of a country in the languages that facts are read in, and its code where that is a name."""
    if len(code) == _COUNTRY:
        names = (Locale(language).territories.get(code) for language in ("en", "uk"))
        yield from (name for name in names if name)
    if code == "EU":
        yield code


def _respective(ids: tuple[str, ...], opening: str) -> Iterator[tuple[str, str]]:
    """The names that the text gives one after the other: `respectively as the “Seller” and the “Buyer”`."""
    if match := _RESPECTIVELY.search(opening):
        names = _IN_QUOTES.findall(opening, match.end())[: len(ids)]
        yield from zip(names, ids, strict=False) if len(names) == len(ids) else ()


def _outside(text: str, found: list[Found]) -> Iterator[str]:
    end = 0
    for one in sorted(found, key=lambda one: one.start):
        yield text[end : one.start]
        end = max(end, one.end)
    yield text[end:]
