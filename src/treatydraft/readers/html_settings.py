"""Say how the elements of HTML set the words inside them: their tags, classes and simple inline styles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml.html import HtmlElement

from treatydraft.document import tree
from treatydraft.readers.lines import Cell
from treatydraft.readers.runs import Run

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_FRAMES: Final = frozenset({"html", "body", "main", "article"})  # their classes say nothing about a line
_SET_IN: Final = frozenset({"blockquote", "dd", "figure"})
_STEP: Final = 30.0  # points by which browsers set these in
_BOLD: Final = frozenset({"b", "strong"})
_ITALIC: Final = frozenset({"i", "em", "cite", "var"})
_UNDERLINED: Final = frozenset({"u"})
_BOLDEST_PLAIN: Final = 500
_POINTS: Final = {
    "pt": 1.0,
    "px": 0.75,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 7.2 / 2.54,
    "em": 12.0,
    "rem": 12.0,
}
_LENGTH: Final = re.compile(r"([+-]?\d{0,6}\.?\d{1,6})(pt|px|in|cm|mm|r?em)")


_PLAIN: Final = Run()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the elements around a word say about it."""

    words: Run = _PLAIN
    style: str = ""
    named: bool = False  # whether that is a class, which holds for the blocks inside too
    heading: int = 0
    depth: int = -1
    cell: Cell | None = None
    centred: bool = False
    capitals: bool = False
    size: float = 0.0
    indent: float = 0.0
    first: float = 0.0
    spaced: bool = False  # whether white space is kept as written
    page: str = ""  # the part of the page around the text: `header`, `footer` or `notes`
    source: str = ""  # the line of the source, where a reader has put it


def within(element: HtmlElement, around: Setting) -> Setting:
    """The setting inside an element."""
    tag, style = str(element.tag), declarations(element)
    inside = replace(around, words=_words(tag, style, around.words))
    if tag in BLOCKS:
        inside = _block(element, tag, inside)
    if tag == "center" or "text-align" in style or "align" in element.attrib:
        align = style.get("text-align") or element.get("align", "")
        inside = replace(inside, centred=tag == "center" or align.strip().lower() == "center")
    if style:
        inside = _styled(inside, style)
    return inside


def declarations(element: HtmlElement) -> Mapping[str, str]:
    """The inline style of an element, in lower case.

    >>> from lxml.html import fromstring
    >>> declarations(fromstring('<p style="TEXT-ALIGN: Center; x">A</p>'))
    {'text-align': 'center'}
    """
    written = element.get("style")
    if not written:
        return {}
    pairs = (part.partition(":") for part in written.lower().split(";"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def classes(element: HtmlElement) -> list[str]:
    """The classes of an element, in lower case."""
    return str(element.get("class", "")).lower().split()


def _words(tag: str, style: Mapping[str, str], around: Run) -> Run:
    weight, slope = style.get("font-weight", ""), style.get("font-style", "")
    line = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    return replace(
        around,
        bold=_is_bold(weight) if weight else around.bold or tag in _BOLD,
        italic=slope in ("italic", "oblique") if slope else around.italic or tag in _ITALIC,
        underlined=around.underlined or tag in _UNDERLINED or "underline" in line,
    )


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:9]) > _BOLDEST_PLAIN)


def _block(element: HtmlElement, tag: str, around: Setting) -> Setting:
    level = int(tag[1]) if tag[1:].isdecimal() else around.heading
    style, named = around.style, around.named
    if tag not in _FRAMES:
        found = classes(element)
        keeps = named and level == around.heading
        style = found[0] if found else style if keeps else tag
        named = bool(found) or keeps
    return replace(
        around,
        style=style,
        named=named,
        heading=level,
        indent=around.indent + (_STEP if tag in _SET_IN else 0.0),
        spaced=around.spaced or tag == "pre",
        source=element.get("data-line", around.source),
    )


def _styled(around: Setting, style: Mapping[str, str]) -> Setting:
    capitals = style.get("text-transform")
    return replace(
        around,
        capitals=capitals == "uppercase" if capitals else around.capitals,
        size=_points(style.get("font-size", "")) or around.size,
        indent=around.indent + _points(style.get("margin-left", "")) + _points(style.get("padding-left", "")),
        first=_points(style["text-indent"]) if "text-indent" in style else around.first,
        spaced=style["white-space"].startswith("pre") if "white-space" in style else around.spaced,
    )


def _points(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def revised(element: HtmlElement, around: Setting) -> Setting:
    """The setting inside `ins` or `del` where revisions are kept."""
    kind: tree.RevisionKind = "inserted" if element.tag == "ins" else "deleted"
    change = tree.Revision(kind, (), date=element.get("datetime", ""))
    return replace(around, words=replace(around.words, revision=change))
