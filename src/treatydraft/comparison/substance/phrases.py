"""The words that change what a clause means, as data: one file a language, read all at once.

A received text does not say its language, and agreements quote one another; the words of the languages
hardly clash.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from treatydraft.facts.found import Found
from treatydraft.facts.lexicon import NOTHING, Lexicon, one_spelling

# What a phrase may do; a table of that name in a file lists values with their wordings.
SORTS: Final = ("strength", "negation", "quantity", "example", "condition", "conjunction")
_LEADING: Final = ("bound", "filler")
_IDLE: Final = "idle"  # phrases that hold such a word and do not mean it
_PARTED: Final = ":"


@cache
def stop_words() -> frozenset[str]:
    """Small words that say nothing of their own."""
    return frozenset(one_spelling(word) for language in _languages() for word in language["stop"].split())


@cache
def one_of_two_spellings() -> Mapping[str, str]:
    """One spelling for words that have two by no rule, and one form for verbs that promise nothing."""
    spellings = (language.get("spelling", {}) for language in _languages())
    found = {word: other for table in spellings for word, other in table.items()}
    return found | {form: verb for verb, forms in _future_verbs().items() for form in forms}


@cache
def future_verbs() -> frozenset[str]:
    """Verbs that say what holds anyway: `enters into force` is as firm as `shall enter into force`."""
    return frozenset(_future_verbs())


@cache
def future_leads() -> frozenset[str]:
    """What stands before a `will` that promises nothing: `what will arise`, `political will`."""
    return frozenset(
        word for language in _languages() for word in language.get("future", {}).get("leads", "").split()
    )


@lru_cache(maxsize=1024)
def phrases(text: str) -> tuple[tuple[str, Found], ...]:
    """What stands in a text, each with its sort; of phrases that overlap, the longest counts.

    >>> [(sort, found.value) for sort, found in phrases("all help, where possible, not later than today")]
    [('quantity', 'all'), ('condition', 'where possible')]
    """
    return tuple(_found(_lexicon(SORTS), text))


def leading_phrases(text: str) -> Iterator[tuple[str, Found]]:
    """What may stand right before a measure: bounds, `at least`, and fillers, `a period of`."""
    return _found(_lexicon(_LEADING), text)


def _found(lexicon: Lexicon, text: str) -> Iterator[tuple[str, Found]]:
    for found in lexicon.find(text):
        sort, _, value = found.value.partition(_PARTED)
        yield sort, Found(value, found.start, found.end)


@cache
def _lexicon(sorts: tuple[str, ...]) -> Lexicon:
    return Lexicon(
        (phrase, NOTHING if value == _IDLE else f"{sort}{_PARTED}{value}")
        for language in _languages()
        for sort in sorts
        for value, wordings in language.get(sort, {}).items()
        for phrase in wordings
    )


def _future_verbs() -> Mapping[str, Sequence[str]]:
    tables = (language.get("future", {}).get("verbs", {}) for language in _languages())
    return {verb: forms for table in tables for verb, forms in table.items()}


@cache
def _languages() -> tuple[Mapping[str, Any], ...]:
    folder = files("treatydraft.comparison.substance") / "words"
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in found)
