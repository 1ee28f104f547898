"""British words in the spelling of another locale, by the pack's own table."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def respelt(text: str, table: Mapping[str, str]) -> str:
    """The text with each word of the table replaced; the case of the first letter stays.

    >>> respelt("Defence and defence-related programmes", {"defence": "defense", "programmes": "programs"})
    'Defense and defense-related programs'
    """
    return _WORD.sub(lambda found: _word(found[0], table), text) if table else text


def _word(word: str, table: Mapping[str, str]) -> str:
    if (replacement := table.get(word.lower())) is not None:
        return replacement.capitalize() if word[0].isupper() else replacement
    return "-".join(_word(part, table) for part in word.split("-")) if "-" in word else word
