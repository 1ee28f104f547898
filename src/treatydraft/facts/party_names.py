"""The parties of a document that names none as such, from its title: `… between Ukraine and Japan`."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from babel import Locale

from treatydraft.document import tree
from treatydraft.facts.folding import folded
from treatydraft.facts.names import short_of

_BETWEEN: Final = re.compile(r"\b(?:between|among|між)\s+", re.IGNORECASE)
_AND: Final = re.compile(r",?\s+(?:and|та|і|й)\s+(?!northern\b)|,\s+", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\s+(?:on|regarding|concerning|in the field|about|щодо|про)\b.*|[.:;(].*", re.IGNORECASE
)
_ORGANISATIONS: Final = {"european union": "EU", "the european union": "EU"}
# States whose name in full holds no short one: `the Argentine Republic`. United Nations, UNTERM.
_REPUBLICS: Final = {
    "argentine republic": "AR",
    "dominican republic": "DO",
    "french republic": "FR",
    "gabonese republic": "GA",
    "hellenic republic": "GR",
    "italian republic": "IT",
    "kyrgyz republic": "KG",
    "lebanese republic": "LB",
    "portuguese republic": "PT",
    "slovak republic": "SK",
    "swiss confederation": "CH",
    "syrian arab republic": "SY",
    "togolese republic": "TG",
}
_OPENING: Final = 2000  # characters of the preamble that name the parties
_LONGEST: Final = 80  # characters of a party's name


def with_parties(document: tree.Document) -> tuple[tree.Party, ...]:
    """The parties of a document, from its title where it has none of its own."""
    if document.parties:
        return document.parties
    opening = folded(tree.plain(document.preamble.opening.text))[:_OPENING]
    named = parties_of_title(tree.plain(document.title)) or _of_blocks(document)
    return tuple(_with_short(party, opening) for party in named)


def _with_short(party: tree.Party, opening: str) -> tree.Party:
    """A party under the short name that the opening of the preamble gives it, where it gives one."""
    defined = re.compile(
        rf"{re.escape(party.short)}\s*\((?:hereinafter|hereafter)?[^\"'()]{{0,30}}[\"']([^\"'()]{{2,60}})[\"']\)",
        re.IGNORECASE,
    )
    match = defined.search(opening)
    return replace(party, short=match[1]) if match else party


def parties_of_title(title: str) -> tuple[tree.Party, ...]:
    """The parties that a title names: `Agreement between Ukraine and Japan`; none where it names none."""
    title = " ".join(folded(title).split())
    found = _BETWEEN.search(title)
    if found is None:
        return ()
    named = _ENDS.sub("", title[found.end() :])
    parties = [_party(name) for name in _AND.split(named) if 0 < len(name) <= _LONGEST]
    return tuple(parties) if len(parties) > 1 else ()


def _of_blocks(document: tree.Document) -> tuple[tree.Party, ...]:
    lines = (tree.plain(block.text) for block in document.closing.signatures)
    names = (re.sub(r"\A(?:for|за)\s+|[:\s]+\Z", "", folded(line), flags=re.IGNORECASE) for line in lines)
    return tuple(_party(name) for name in names if name and len(name) <= _LONGEST)


def _party(name: str) -> tree.Party:
    short = short_of(name)
    return tree.Party(code_of(name) or re.sub(r"\W+", "-", short).strip("-"), name, short)


def code_of(name: str) -> str:
    """The code of the state or the union that a text names; empty where none is known by that name.

    >>> code_of("the Kingdom of Norway"), code_of("Україною"), code_of("Ruritania")
    ('NO', 'UA', '')
    """
    low, short = folded(name).lower(), folded(short_of(name)).lower()
    return _codes().get(low) or _codes().get(short) or _inflected(short)


def _inflected(name: str) -> str:
    """The code of a state in a case of Ukrainian, which changes the end of its name: `Україною`."""
    stem = name[: -len("ою")]
    if len(stem) <= len("ою") or stem.isascii():
        return ""
    found = {code for one, code in _codes().items() if one.startswith(stem)}
    return found.pop() if len(found) == 1 else ""


@cache
def _codes() -> dict[str, str]:
    """The codes of states by their names in English and Ukrainian."""
    codes = {
        folded(name).lower(): code
        for locale in (Locale("uk"), Locale("en"))
        for code, name in locale.territories.items()
        if len(code) == len("UA")
    }
    united = {"united kingdom of great britain & northern ireland": "GB", "united states of america": "US"}
    united |= {"united kingdom of great britain and northern ireland": "GB", "czech republic": "CZ"}
    return {**codes, **united, **_REPUBLICS, **_ORGANISATIONS}
