"""The parties of a document by the names under which its text speaks of them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found

_ARTICLE: Final = re.compile(r"\Athe\s+", re.IGNORECASE)
# What stands before the name proper: the Government of Japan, the Republic of Poland, the Kingdom of Norway.
_STYLES: Final = re.compile(
    r"\A(?:(?:the\s+)?(?:government|cabinet of ministers|(?:federal |hellenic |french |italian "
    r"|czech )?republic|kingdom"
    r"|grand duchy|principality|state|federation|union|commonwealth)\s+of\s+(?:the\s+)?){1,2}",
    re.IGNORECASE,
)


def parties_named(text: str, parties: tuple[tree.Party, ...]) -> Iterator[Found]:
    """Every mention of a party by name in the text, with the party's id."""
    if pattern := _mentions(parties):
        ids = _ids(parties)
        for match in pattern.finditer(folded(text)):
            yield Found(ids[match[0].lower()], match.start(), match.end())


def short_of(name: str) -> str:
    """A name without its article and without what it is a state of.

    >>> short_of("the Government of the Kingdom of Norway"), short_of("the United States of America")
    ('Norway', 'United States of America')
    """
    plain = _ARTICLE.sub("", name.strip())
    return _STYLES.sub("", plain) or plain


@lru_cache(maxsize=32)
def _ids(parties: tuple[tree.Party, ...]) -> dict[str, str]:
    return {name: party.id for party in parties for name in _names(party)}


@lru_cache(maxsize=32)
def _mentions(parties: tuple[tree.Party, ...]) -> re.Pattern[str] | None:
    names = sorted(_ids(parties), key=len, reverse=True)
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE) if names else None
    )


def _names(party: tree.Party) -> Iterator[str]:
    """The names of a party in small letters: in full, in short, and without what they are states of."""
    for name in (party.name, party.short):
        plain = _ARTICLE.sub("", folded(name).strip()).lower()
        if plain:
            yield plain
            yield short_of(plain)
