"""Text → the same text with one form of each mark, letter for letter, so that spans stay true."""

from typing import Final

_APOSTROPHES: Final = "\u2018\u2019\u201b\u02bc\u00b4`"
_QUOTES: Final = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES: Final = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r\v\f"
)
_FOLDED: Final = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SPACES, " "),
    }
)


def folded(text: str) -> str:
    r"""The text with plain quotes, hyphens and spaces; as long as before, and in the same case.

    >>> folded("Ukraine’s “path” – 2022—2024")
    'Ukraine\'s "path" - 2022-2024'
    """
    return text.translate(_FOLDED)
