"""Number the items of HTML lists as a browser does."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from treatydraft.document.numbering import format_number
from treatydraft.readers.html_settings import declarations

BULLET: Final = "•"
_MOST_ROMAN: Final = 3999
_TYPES: Final = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_INTEGER: Final = re.compile(r"\s*([+-]?\d{1,9})")


@dataclass(slots=True)
class ItemList:
    """A list whose items are being read."""

    kind: str  # a CSS list style: `decimal`, `lower-alpha`, `disc`, `none` …
    number: int
    step: int

    @classmethod
    def of(cls, element: HtmlElement) -> "ItemList":
        """The list that an `ol`, `ul` or `menu` opens."""
        ordered = element.tag == "ol"
        backwards = "reversed" in element.attrib
        count = sum(1 for child in element if child.tag == "li")
        start = _integer(element.get("start"), count if backwards else 1)
        kind = _kind(element, "decimal" if ordered else "disc")
        return cls(kind, start, -1 if backwards else 1)

    def label(self, item: HtmlElement) -> str:
        """What is printed before the next item; empty where the list shows no numbers."""
        number = _integer(item.get("value"), self.number)
        self.number = number + self.step
        kind = _kind(item, self.kind)
        if kind == "none":
            return ""
        return f"{_FORMATS[kind](number)}." if kind in _FORMATS else BULLET


def _kind(element: HtmlElement, otherwise: str) -> str:
    style = declarations(element)
    for word in f"{style.get('list-style-type', '')} {style.get('list-style', '')}".split():
        if word in _FORMATS or word in _UNNUMBERED:
            return word
    type_ = element.get("type", "")
    return _TYPES.get(type_) or (type_.lower() if type_.lower() in _UNNUMBERED else otherwise)


def _integer(written: str | None, otherwise: int) -> int:
    found = _INTEGER.match(written or "")
    return int(found[1]) if found else otherwise


def _letters(number: int) -> str:
    """Past z come aa, ab: not Word's aa, bb.

    >>> _letters(1), _letters(26), _letters(28)
    ('a', 'z', 'ab')
    """
    if number < 1:
        return str(number)
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def _roman(number: int) -> str:
    return format_number(number, "lower-roman") if 0 < number <= _MOST_ROMAN else str(number)


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimal-leading-zero": "{:02}".format,
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda number: _roman(number).upper(),
}
_UNNUMBERED: Final = frozenset({"none", "disc", "circle", "square"})
