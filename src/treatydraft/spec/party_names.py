"""The names that states and organisations use of themselves, for the first draft of a spec.

A person checks them: how a party is named is for that party to say.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from babel import Locale

from treatydraft.spec.phrase import RefusedError
from treatydraft.spec.text import check_party_code
from treatydraft.spec.wording import nearest
from treatydraft.spec.words import PartyKind


class PartyName(NamedTuple):
    """A party's full name, its short one where it differs, and what it is."""

    name: str
    short: str | None = None
    kind: PartyKind = "state"


# Full names as used in treaties deposited with the United Nations, with the article that a sentence needs.
_FULL: Final[dict[str, PartyName]] = {
    "AT": PartyName("the Republic of Austria", "Austria"),
    "AU": PartyName("Australia"),
    "BE": PartyName("the Kingdom of Belgium", "Belgium"),
    "BG": PartyName("the Republic of Bulgaria", "Bulgaria"),
    "BR": PartyName("the Federative Republic of Brazil", "Brazil"),
    "CA": PartyName("Canada"),
    "CH": PartyName("the Swiss Confederation", "Switzerland"),
    "CL": PartyName("the Republic of Chile", "Chile"),
    "CY": PartyName("the Republic of Cyprus", "Cyprus"),
    "CZ": PartyName("the Czech Republic", "Czechia"),
    "DE": PartyName("the Federal Republic of Germany", "Germany"),
    "DK": PartyName("the Kingdom of Denmark", "Denmark"),
    "EE": PartyName("the Republic of Estonia", "Estonia"),
    "ES": PartyName("the Kingdom of Spain", "Spain"),
    "FI": PartyName("the Republic of Finland", "Finland"),
    "FR": PartyName("the French Republic", "France"),
    "GB": PartyName("the United Kingdom of Great Britain and Northern Ireland", "the United Kingdom"),
    "GR": PartyName("the Hellenic Republic", "Greece"),
    "HR": PartyName("the Republic of Croatia", "Croatia"),
    "HU": PartyName("Hungary"),
    "IE": PartyName("Ireland"),
    "IN": PartyName("the Republic of India", "India"),
    "IS": PartyName("Iceland"),
    "IT": PartyName("the Italian Republic", "Italy"),
    "JP": PartyName("Japan"),
    "KE": PartyName("the Republic of Kenya", "Kenya"),
    "KR": PartyName("the Republic of Korea"),
    "LT": PartyName("the Republic of Lithuania", "Lithuania"),
    "LU": PartyName("the Grand Duchy of Luxembourg", "Luxembourg"),
    "LV": PartyName("the Republic of Latvia", "Latvia"),
    "MD": PartyName("the Republic of Moldova", "Moldova"),
    "MT": PartyName("the Republic of Malta", "Malta"),
    "MX": PartyName("the United Mexican States", "Mexico"),
    "NL": PartyName("the Kingdom of the Netherlands", "the Netherlands"),
    "NO": PartyName("the Kingdom of Norway", "Norway"),
    "NZ": PartyName("New Zealand"),
    "PH": PartyName("the Republic of the Philippines", "the Philippines"),
    "PL": PartyName("the Republic of Poland", "Poland"),
    "PT": PartyName("the Portuguese Republic", "Portugal"),
    "RO": PartyName("Romania"),
    "SE": PartyName("the Kingdom of Sweden", "Sweden"),
    "SI": PartyName("the Republic of Slovenia", "Slovenia"),
    "SK": PartyName("the Slovak Republic", "Slovakia"),
    "TR": PartyName("the Republic of Türkiye", "Türkiye"),
    "UA": PartyName("Ukraine"),
    "US": PartyName("the United States of America", "the United States"),
    "ZA": PartyName("the Republic of South Africa", "South Africa"),
    "EU": PartyName("the European Union", None, "organisation"),
    "NATO": PartyName("the North Atlantic Treaty Organization", None, "organisation"),
    "UN": PartyName("the United Nations", None, "organisation"),
    "ASEAN": PartyName("the Association of Southeast Asian Nations", None, "organisation"),
}

# Territories whose common name takes the article.
_WITH_ARTICLE: Final = frozenset(
    {"AE", "BS", "CD", "CF", "CG", "DO", "FK", "FO", "GM", "KM", "KY", "MH", "MV", "SB", "SC"}
)


# Codes in daily use that ISO 3166 does not have, or has for another country's sake.
_USUAL: Final = {"UK": "GB", "USA": "US", "EL": "GR"}
_TWO_LETTERS: Final = re.compile(r"[A-Z]{2}")


def party_code(written: str) -> tuple[str, str]:
    """The id of a party that a person named by its code or its name, and what to tell the person of it.

    Raises:
        RefusedError: what is written names no party, and can be no id of one's own.
    """
    text = " ".join(written.split())
    if code := _by_name().get(_bare(text)):
        return code, f"{text}: taken as {code}"
    if code := _USUAL.get(text):
        return code, f"{text}: taken as {code}, which is its code in ISO 3166"
    upper = text.upper()
    if upper != text and _is_known(upper):
        raise _no_party(text, _USUAL.get(upper, upper))
    if _TWO_LETTERS.fullmatch(text) and not _is_known(text):
        hint = "an id of your own has three letters or more"
        raise RefusedError("bad-id", f"{text} is no country code of ISO 3166", hint=hint)
    if near := nearest(_bare(text), tuple(_by_name())) if text != upper else None:
        raise _no_party(text, _by_name()[near])
    return check_party_code(text), ""


def _no_party(written: str, meant: str) -> RefusedError:
    return RefusedError("bad-id", f"“{written}” is no code of a party", hint=f"did you mean {meant}?")


def _is_known(code: str) -> bool:
    return code in _FULL or code in _USUAL or (len(code) == 2 and code in _territories())  # noqa: PLR2004 - letters of a country's code


@cache
def _by_name() -> dict[str, str]:
    """The codes of countries and organisations by their names in small letters, without the article."""
    names = {_bare(name): code for code, name in _territories().items() if _TWO_LETTERS.fullmatch(code)}
    for code, party in _FULL.items():
        names |= {_bare(name): code for name in (party.name, party.short) if name}
    return names


def _territories() -> dict[str, str]:
    return {code: str(name) for code, name in Locale("en").territories.items() if code != "ZZ"}


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def code_of_name(name: str) -> str:
    """The id of the party that a text names, with or without its article; empty where the name is not known.

    >>> code_of_name("the Kingdom of Norway"), code_of_name("NORWAY"), code_of_name("Borduria")
    ('NO', 'NO', '')
    """
    return _by_name().get(_bare(" ".join(name.replace("&", "and").split())), "")


def party_name(identifier: str) -> PartyName:
    """What a draft calls the party of this id; an id that means nothing here names itself."""
    if known := _FULL.get(identifier):
        return known
    territory = Locale("en").territories.get(identifier)
    if territory is None:
        return PartyName(identifier)
    return PartyName(f"the {territory}" if identifier in _WITH_ARTICLE else territory)
