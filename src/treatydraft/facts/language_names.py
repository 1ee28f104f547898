"""Languages by the names that agreements in English and Ukrainian give them, from the Unicode locale data."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale
from babel.languages import get_official_languages

from treatydraft.facts.found import Found

_PLAIN_CODE: Final = 3  # `en`, `sah`; longer codes are of variants
_OTHER_NAMES: Final = {"norwegian": "no", "bokmål": "nb", "farsi": "fa", "greek": "el", "chinese": "zh"}


def languages_named(folded: str) -> Iterator[Found]:
    """Every language that the text names, in order.

    >>> [one.value for one in languages_named("in the English and Ukrainian languages")]
    ['en', 'uk']
    """
    for match in _words().finditer(folded):
        code = _codes().get(match[0].lower()) or _codes().get(_stem(match[0].lower()))
        if code:
            yield Found(code, match.start(), match.end())


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]{4,})?")


def _stem(word: str) -> str:
    """A Ukrainian adjective without its ending.

    >>> _stem("українською"), _stem("англійській")
    ('українськ', 'англійськ')
    """
    return re.sub(r"(?:ою|ій|ої|у|а|і|их)\Z", "", word)


@cache
def _codes() -> dict[str, str]:
    """The names of the languages that are official somewhere; a language of nowhere is no treaty language."""
    english, ukrainian = Locale("en").languages, Locale("uk").languages
    codes = {
        code
        for territory in Locale("en").territories
        for code in get_official_languages(str(territory), de_facto=True)
        if len(code) <= _PLAIN_CODE
    }
    names = {english[code].lower(): code for code in sorted(codes) if code in english}
    stems = {ukrainian[code].removesuffix("а"): code for code in sorted(codes) if code in ukrainian}
    return {**stems, **names, **_OTHER_NAMES}
