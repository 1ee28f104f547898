"""Acronyms in the words of a text, and those that need no expansion."""

import re
from functools import lru_cache
from typing import Final

from babel.numbers import list_currencies

# Of bodies that every reader of treaties knows, and words that are spoken as such.
KNOWN: Final = frozenset(
    [
        *(
            "UN",
            "EU",
            "NATO",
            "OSCE",
            "OECD",
            "IMF",
            "WTO",
            "WHO",
            "UNESCO",
            "UNICEF",
            "UNHCR",
            "UNDP",
            "IAEA",
            "ICAO",
        ),
        *(
            "IMO",
            "ILO",
            "FAO",
            "WFP",
            "ICC",
            "ICJ",
            "ICRC",
            "USA",
            "US",
            "UK",
            "UAE",
            "USSR",
            "ISO",
            "ASEAN",
            "OAS",
        ),
        *(
            "OPEC",
            "SWIFT",
            "INTERPOL",
            "EUROPOL",
            "AIDS",
            "HIV",
            "COVID",
            "GDP",
            "VAT",
            "IT",
            "TV",
            "PDF",
            "GPS",
            "UTC",
        ),
        *("GMT", "ID", "SIM", "R&D", "AM", "PM", "DC", "BC", "AD", "NB", "SOS"),
    ]
)
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
ACRONYM: Final = re.compile(
    r"(?<![\w./&-])[A-Z](?:[A-Z0-9]|&(?=[A-Z])|-(?=[A-Z]\b)){1,7}(?![\w&]|/\w|-\d|\(\d)"
)
_SHOUTED: Final = re.compile(
    r"(?<![\w])[A-Z]{2,}[ ,]{1,2}(?:[A-Z]{1,}[ ,]{1,2})+[A-Z]{2,}|(?:[A-Z]{4,} )+[A-Z]{4,}"
)
_NEAR: Final = 40  # characters on both sides of a word
_CURRENCIES: Final = frozenset(list_currencies())


def is_acronym(word: str) -> bool:
    """Whether capitals are an acronym that somebody may not know.

    >>> [is_acronym(word) for word in ("UDCG", "NATO", "EUR", "XIV", "F1")]
    [True, False, False, False, False]
    """
    letters = sum(letter.isalpha() for letter in word)
    return letters > 1 and word not in KNOWN and word not in _CURRENCIES and _ROMAN.fullmatch(word) is None


def is_shouted(words: str, start: int, end: int) -> bool:
    """Whether a word stands among others in capitals, and is no acronym: `HAVE AGREED as follows`."""
    near = _SHOUTED.finditer(words, max(0, start - _NEAR), end + _NEAR)
    return any(one.start() <= start and end <= one.end() for one in near)


@lru_cache(maxsize=1024)
def spelled_out(acronym: str) -> re.Pattern[str]:
    """The pattern of words whose first letters are those of an acronym: `liquefied natural gas` of LNG."""
    letters = [letter for letter in acronym if letter.isalpha()]
    small = r"(?:[ -](?:of|and|for|the|in|on|to|&)){0,2}[ -]"
    return re.compile(r"\b" + small.join(rf"{letter}[\w']+" for letter in letters), re.IGNORECASE)
