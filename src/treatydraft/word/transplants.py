"""Copy styles and lists from one Word file into another, under ids of their own."""

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Final, Protocol

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package

_LIST_CODE: Final = 0x54000000  # Word tells lists apart by a number of eight hex digits
_NO_LIST: Final = "0"
# From a list to styles, and to the pictures that serve as bullets, of which only the characters are copied.
_LINKS: Final = tuple(map(markup.name, ("w:styleLink", "w:numStyleLink", "w:pStyle", "w:lvlPicBulletId")))


class Target(Protocol):
    """The document that receives them."""

    def fresh(self) -> str:
        """A number that no id of the document has."""

    def style_id(self, name: str) -> str:
        """The id of the style of this name in small letters; empty where there is none."""

    def add_style(self, name: str, style_id: str, xml: str) -> None:
        """Add a style; from then on `style_id` knows its name."""

    def add_list(self, definition: str, numbering: str) -> None:
        """Add a list: the XML of its definition and that of the list itself."""


class Lists:
    """The lists of the source; each that is used is copied once."""

    def __init__(self, package: Package, target: Target) -> None:
        roots = [package.tree(part) for part in package.related("numbering")]
        self._lists = {
            markup.value(number, "w:numId"): number
            for root in roots
            for number in root.iterfind(markup.name("w:num"))
        }
        self._definitions = {
            markup.value(definition, "w:abstractNumId"): definition
            for root in roots
            for definition in root.iterfind(markup.name("w:abstractNum"))
        }
        self._target = target
        self._ids: dict[str, str] = {}
        self._copies: list[tuple[etree._Element, etree._Element]] = []

    def of(self, old: str) -> str:
        """The id of a list of the source in the target."""
        if old not in self._ids:
            self._ids[old] = self._copy(old)
        return self._ids[old]

    def add(self, styles: Mapping[str, str]) -> None:
        """Add the copies to the target, linked with those of these styles that number themselves by them."""
        for definition, number in self._copies:
            for element in (definition, number):
                _link_again(element, styles)
            self._target.add_list(_xml(definition), _xml(number))

    def _copy(self, old: str) -> str:
        number = self._lists.get(old)
        definition = None if number is None else self._definition(number)
        if number is None or definition is None:
            return _NO_LIST
        fresh = self._target.fresh()
        number = deepcopy(number)
        number.set(markup.name("w:numId"), fresh)
        for link in number.iterfind(markup.name("w:abstractNumId")):
            link.set(markup.name("w:val"), fresh)
        self._copies.append((_own_definition(definition, fresh), number))
        return fresh

    def _definition(self, number: etree._Element) -> etree._Element | None:
        """The definition of a list; one that only names a style of lists stands for the one that has it."""
        definition = self._definitions.get(markup.value(number.find(markup.name("w:abstractNumId"))))
        link = None if definition is None else definition.find(markup.name("w:numStyleLink"))
        if link is None:
            return definition
        name = markup.value(link)
        return next(
            (one for one in self._definitions.values() if _link(one, "w:styleLink") == name), definition
        )


def _own_definition(definition: etree._Element, fresh: str) -> etree._Element:
    own = deepcopy(definition)
    own.set(markup.name("w:abstractNumId"), fresh)
    for code in own.iterfind(markup.name("w:nsid")):
        code.set(markup.name("w:val"), f"{_LIST_CODE + int(fresh):08X}")
    return own


def _link_again(element: etree._Element, styles: Mapping[str, str]) -> None:
    """Link levels with the styles that were copied; those of the target are numbered by its own lists."""
    for link in list(element.iter(*_LINKS)):
        holder, own = link.getparent(), styles.get(markup.value(link), "")
        if own and link.tag == markup.name("w:pStyle"):
            link.set(markup.name("w:val"), own)
        elif holder is not None:
            holder.remove(link)


def _link(definition: etree._Element, tag: str) -> str:
    return markup.value(definition.find(markup.name(tag)))


class Styles:
    """The styles of the source; each that is used and that the target lacks is copied once."""

    def __init__(self, package: Package, target: Target, lists: Lists) -> None:
        self._styles = {
            markup.value(style, "w:styleId"): style
            for part in package.related("styles")
            for style in package.tree(part).iterfind(markup.name("w:style"))
        }
        self._target = target
        self._lists = lists
        self._ids: dict[str, str] = {}
        self.copied: dict[str, str] = {}  # new ids by old ones

    def translate(self, use: etree._Element) -> None:
        """Let an element that names a style name that of the target; without such a style it goes."""
        style_id = self._of(markup.value(use))
        holder = use.getparent()
        if style_id:
            use.set(markup.name("w:val"), style_id)
        elif holder is not None:
            holder.remove(use)

    def _of(self, old: str) -> str:
        style = self._styles.get(old)
        if style is None:
            return ""
        if old not in self._ids:
            name = markup.value(style.find(markup.name("w:name")))
            self._ids[old] = self._target.style_id(name.lower())
            if not self._ids[old]:
                self._ids[old] = self.copied[old] = re.sub(r"\W", "", old) + self._target.fresh()
                self._copy(style, name, self._ids[old])
        return self._ids[old]

    def _copy(self, style: etree._Element, name: str, style_id: str) -> None:
        own = deepcopy(style)
        own.set(markup.name("w:styleId"), style_id)
        own.attrib.pop(markup.name("w:default"), "")  # the target has its own
        for tag in ("w:basedOn", "w:next", "w:link"):
            for use in own.findall(markup.name(tag)):
                self.translate(use)
        for number in own.iter(markup.name("w:numId")):
            number.set(markup.name("w:val"), self._lists.of(markup.value(number)))
        self._target.add_style(name.lower(), style_id, _xml(own))


def _xml(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
