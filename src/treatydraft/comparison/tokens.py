"""Text → the tokens that a comparison keeps whole: words, numbers, dates, amounts, quoted terms, marks.

A token is a piece of the text as it stands; joined, the tokens are the text. What is compared are keys, in
which quotation marks, dashes, blanks and composed letters have one form each. The patterns go by form and
not by lists of months or currencies, so that they serve texts in any language.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SP: Final = r"[ \t\u00a0\u2007\u2009\u202f]"  # blanks within a line
_LETTERS: Final = r"[^\W\d_][\w\u0300-\u036f]*"
_NUMBER: Final = rf"\d+(?:[.,]\d+|{_SP}\d{{3}}(?!\d))*"
_SCALES: Final = (
    "thousand|million|billion|trillion|mln|bn|mio|mrd|тис|млн|млрд|трлн|мільйон(?:и|ів)?|мільярд(?:и|ів|а)?"
    "|millions?|milliards?|millionen?|milliarden?|milioni|miliardi|millones"
)
# Scripts without blanks between words: Thai, kana, Han.
_UNSPACED: Final = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IN_WORD: Final = rf"(?:(?![{_UNSPACED}])[\w\u0300-\u036f])+"
_DASH: Final = "[-\u2010\u2011]"
_APOSTROPHE: Final = "['’ʼ]"


_TOKEN: Final = re.compile(
    "|".join(
        (
            r"\s+",
            # a date with the name of its month, `12 July 2023`, `13 juin 2024`, or `June 13, 2024`
            rf"\d{{1,2}}(?:st|nd|rd|th|\.)?{_SP}{_LETTERS}{_SP}\d{{4}}\b",
            rf"[^\W\d_]{{3,}}{_SP}\d{{1,2}},{_SP}\d{{4}}\b",
            r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b",
            # an amount with its currency, and in millions: `EUR 1,250,000`, `€1.1 billion`
            rf"(?:[A-Z]{{3}}{_SP}|[€$£¥₴]{_SP}?){_NUMBER}(?:{_SP}?(?:{_SCALES})\b)?",
            rf"{_NUMBER}{_SP}?(?:(?:{_SCALES})\b|%)",
            # the number of a clause with what hangs on it: `5(2)(a)`
            r"\d+(?:\([\w]{1,4}\))+",
            rf"{_NUMBER}(?![^\W{_UNSPACED}])",
            # a quoted term of at most six words
            rf"[“„«\"](?=[^\W_])(?:[\w’'-]+{_SP}){{0,5}}[\w’'-]+[”“»\"]",
            # a modal with its negation is one thing
            rf"\b(?:shall|will|may|must|should|can){_SP}not\b",
            # French elision cuts: `l’accord`; other apostrophes join: `Ukraine’s`
            rf"\b(?i:[ldjmnstc]|qu|jusqu|lorsqu|puisqu){_APOSTROPHE}(?=[^\W\d_])",
            # a text without blanks between words goes letter by letter
            f"[{_UNSPACED}]",
            r"(?:[A-Z]\.){2,}",
            rf"{_IN_WORD}(?:(?:{_APOSTROPHE}|{_DASH}){_IN_WORD})*",
            r"\.{3}|[\W_]",
        )
    ),
    re.DOTALL,
)
_APOSTROPHES: Final = "‘’‛ʼ´`"
_QUOTES: Final = "“”„‟«»"
_DASHES: Final = "\u2010\u2011\u2012–—―−"
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_UNSEEN, ""),
    }
)
_BLANKS: Final = re.compile(r"\s+")
_PLAIN_WORD: Final = re.compile(r"[a-z0-9]+")
_WORD: Final = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")


def tokens(text: str) -> tuple[str, ...]:
    """The pieces of a text; joined they are the text.

    >>> tokens("within 24 hours, EUR 1,250,000")
    ('within', ' ', '24', ' ', 'hours', ',', ' ', 'EUR 1,250,000')
    """
    return tuple(match[0] for match in _TOKEN.finditer(text))


@lru_cache(maxsize=65_536)
def key(token: str) -> str:
    r"""What a token is compared by: one form of each mark, blank and accent; empty for blanks.

    >>> key("“the\u00a0Party”"), key(" \t"), key("2024–2027")
    ('"the Party"', '', '2024-2027')
    """
    return one_form(token)


def one_form(text: str) -> str:
    """The text with one form of each mark, blank and accent, and no blanks around it."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text).translate(_FOLDED)
    return _BLANKS.sub(" ", composed).strip()


def words(text: str) -> tuple[str, ...]:
    """The bare words of a text in one case, by which clauses that resemble one another are found.

    >>> words("The Parties’ – and THE Party")
    ('the', 'parties', 'and', 'the', 'party')
    """
    if text.isascii():
        return tuple(_PLAIN_WORD.findall(text.lower()))
    return tuple(_WORD.findall(one_form(text).casefold()))
