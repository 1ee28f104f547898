"""How a person cites a clause: by the labels from the top."""

from typing import Final

_LOOSE: Final = ".:;,–—- "


def place(above: str, label: str) -> str:
    """What a clause is called that stands below another: `Article XI`, then `.2`, then `(a)`.

    A label without a letter or digit, such as a bullet, adds nothing.

    >>> place("", "Article XI:"), place("Article XI", "2."), place("Article XI.2", "(a)"), place("II", "•")
    ('Article XI', 'Article XI.2', 'Article XI.2(a)', 'II')
    """
    own = label.strip(_LOOSE)
    if not any(map(str.isalnum, own)):
        return above
    if not above:
        return own
    return f"{above}{own}" if own.startswith("(") else f"{above}.{own}"
