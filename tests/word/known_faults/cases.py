"""What a row of a table says: paragraphs of a template, the values, and the text or the refusal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from tests.word.known_faults.ooxml import Xml
from tests.word.known_faults.places import PLACES

EVERYWHERE: Final = tuple(PLACES)
USUAL: Final = ("body", "header", "footnote", "cell")
VALUES: Final[Mapping[str, object]] = {
    "name": "Arcadia",
    "party": {"name": "Borduria", "seat": "Szohôd"},
    "x": True,
    "empty": "",
    "no": False,
    "n": 3,
    "xs": ["one", "two"],
    "numbers": [1, 2, 3],
    "act": "Trade & Ports",
    "secret": "SECRET",
}


@dataclass(frozen=True, slots=True)
class Prints:
    """Paragraphs that come out as these."""

    paragraphs: Xml
    texts: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    places: tuple[str, ...] = USUAL

    @property
    def context(self) -> Mapping[str, object]:
        return {**VALUES, **self.values}


@dataclass(frozen=True, slots=True)
class Refused:
    """Paragraphs that are refused in words that match `says` and quote `tag` as it was typed."""

    paragraphs: Xml
    tag: str
    says: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    places: tuple[str, ...] = USUAL

    @property
    def context(self) -> Mapping[str, object]:
        return {**VALUES, **self.values}


def in_places(table: Mapping[str, Prints] | Mapping[str, Refused]) -> Iterator[tuple[str, str]]:
    """Each case of a table with each of its places."""
    for name, case in table.items():
        yield from ((name, place) for place in case.places)
