"""The words by which the parts of an instrument are known, as data: one file a language.

A text is read with the words of all languages at once: they hardly clash, and the language of a received
file is often not what the file says.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, Final

from treatydraft.document.kinds import Kind

CITED_LEVELS: Final = ("annex", "part", "chapter", "section", "article", "paragraph", "subparagraph", "item")

_FOLDER: Final = "words"


@cache
def label_words() -> Mapping[str, Kind]:
    """What stands before the number of a unit, in lower case, with the kind of that unit."""
    return {word.casefold(): kind for kind, word in _kinds("labels")}


@cache
def wrapping_signs() -> Mapping[str, Kind]:
    """What stands after the number of a unit whose label begins with 第."""
    return {sign: kind for kind, sign in _kinds("wrapped")}


@cache
def joining_words() -> frozenset[str]:
    """What goes on with a title or heading that was begun on the line above."""
    return frozenset(_all("title", "joining"))


@cache
def preamble_headings() -> frozenset[str]:
    """What a preamble calls itself, in lower case."""
    return frozenset(_all("preamble", "headings"))


@cache
def opening_words() -> tuple[str, ...]:
    """What stands in the words that name the parties."""
    return tuple(_all("preamble", "openings"))


@cache
def enacting_words() -> tuple[str, ...]:
    """What leads from a preamble into the body."""
    return tuple(_all("preamble", "enacting"))


@cache
def testimonium_words() -> tuple[str, ...]:
    """How a testimonium begins."""
    return tuple(_all("closing", "testimonium"))


@cache
def signature_words() -> tuple[str, ...]:
    """How a signature block begins."""
    return tuple(_all("closing", "signature"))


@cache
def office_words() -> frozenset[str]:
    """Words of the offices that sign."""
    return frozenset(_all("closing", "offices"))


@cache
def citation_words() -> Mapping[str, str]:
    """What stands before the number of a clause that is cited, in lower case, with its level."""
    singular = (_cited_words(language["citations"]) for language in _citing_languages())
    return dict(chain(chain.from_iterable(singular), _plural_words()))


@cache
def plural_citation_words() -> frozenset[str]:
    """Those of them that several numbers may follow."""
    return frozenset(word for word, _ in _plural_words())


@cache
def words_in_citations(name: str) -> tuple[str, ...]:
    """The words of one row of the tables `citations`, such as `of` or `this`, in lower case."""
    return tuple(word.casefold() for language in _citing_languages() for word in language["citations"][name])


@cache
def instrument_words() -> tuple[frozenset[str], ...]:
    """What instruments call themselves, in lower case: the forms of each word together."""
    groups = (group for language in _citing_languages() for group in language["citations"]["instruments"])
    return tuple(frozenset(word.casefold() for word in group) for group in groups)


@cache
def party_words(name: str) -> tuple[str, ...]:
    """The words of one row of the tables `parties`, in lower case, the longest first."""
    return tuple(sorted(_all("parties", name), key=len, reverse=True))


def _kinds(table: str) -> Iterator[tuple[Kind, str]]:
    for language in _languages():
        for kind, words in language.get(table, {}).items():
            yield from ((kind, word) for word in words)


def _all(table: str, name: str) -> Iterator[str]:
    for language in _languages():
        yield from (word.casefold() for word in language[table][name])


def _citing_languages() -> Iterator[dict[str, Any]]:
    return (language for language in _languages() if "citations" in language)


def _cited_words(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for level in CITED_LEVELS:
        yield from ((word.casefold(), level) for word in table[level])


def _plural_words() -> Iterator[tuple[str, str]]:
    for language in _citing_languages():
        yield from _cited_words(language["citations"]["plural"])


@cache
def _languages() -> tuple[dict[str, Any], ...]:
    folder = files(__package__) / _FOLDER
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in found)
