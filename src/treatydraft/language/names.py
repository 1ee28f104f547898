"""Names of languages, and the languages of territories, from the Unicode locale data."""

from babel import Locale
from babel.languages import get_official_languages


def language_name(code: str, locale: str) -> str:
    """The English name of a language by its code; an unknown code comes back as it is.

    >>> language_name("uk", "en-US")
    'Ukrainian'
    """
    return str(Locale.parse(locale, sep="-").languages.get(code, code))


def official_languages(territory: str) -> tuple[str, ...]:
    """The official languages of a territory by its ISO code, the main ones first; empty for anything else.

    >>> official_languages("UA"), official_languages("US"), official_languages("EU")
    (('uk',), ('en',), ())
    """
    return tuple(get_official_languages(territory) or get_official_languages(territory, de_facto=True))
