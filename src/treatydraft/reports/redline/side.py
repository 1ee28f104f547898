"""One side of a redline: a part of a Word file, and keys by which what stands in it is compared.

Two keys are equal where Word would show the same: ids are told by what they stand for, and what only notes an
editing session, a spelling check or a page that was broken once is left out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.meaning import Meaning, plain_xml

W: Final = "{" + markup.NAMESPACES["w"] + "}"
R: Final = "{" + markup.NAMESPACES["r"] + "}"

_MARKS: Final = frozenset(
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
)
_APART: Final = frozenset({f"{W}rPr", f"{W}sectPr", *_MARKS})
_SECTION_APART: Final = frozenset({f"{W}headerReference", f"{W}footerReference", f"{W}sectPrChange"})
_TABLE_APART: Final = frozenset(
    f"{W}{name}" for name in ("tblPrChange", "trPrChange", "tcPrChange", "ins", "del")
)
_USUAL: Final = b'<w:cantSplit w:val="off"/>'  # as a row is that says nothing
# That each of these begins with the same letter makes the search ten times as fast.
_IDS: Final = re.compile(
    rb"<(?:"
    rb'w:(?:(?P<style>[prt](?:bl)?Style) w:val="(?P<name>[^"]*)"/>'
    rb'|numId w:val="(?P<list>\d+)"/>'
    rb"|(?P<note>footnote|endnote)Reference\b[^>]*/>"
    rb'|id w:val="[^"]*"/>'
    rb"|(?:bookmark|proofErr|commentRange|lastRenderedPageBreak)[^>]*/>)"
    rb'|(?P<drawing>(?:wp:docPr|pic:cNvPr|wps:cNvPr|a:cNvPr)\b[^>]*?) id="\d+"'
    rb"|(?P<shape>v:(?:shape|shapetype|rect|roundrect|oval|line|group)\b[^>]*))"
)
_RELATIONS: Final = re.compile(rb' r:\w+="([^"]*)"')
_PARAGRAPHS: Final = re.compile(
    rb"<w:p(?: [^>]*?)?(?P<bare>/)?>(?:<w:pPr/>|(?P<own><w:pPr>)(?P<style><style \w+>)?)?"
)
_TABLES: Final = re.compile(rb"<w:tblPr(?P<bare>/)?>(?P<style><style \w+>)?")
_SHAPE_NAMES: Final = re.compile(rb' (?:id|type|o:spid)="[^"]*"')


@dataclass
class Side:
    """A part and what its ids mean; lists are told by the number that `list_of` gives them."""

    meaning: Meaning
    part: str
    list_of: Callable[[str], str]
    _known: dict[bytes, bytes] = field(default_factory=dict)

    def key(self, element: etree._Element) -> bytes:
        """What any element shows."""
        found = _IDS.sub(self._meant, plain_xml(element))
        found = _PARAGRAPHS.sub(self._styled, found).replace(b"<w:pPr></w:pPr>", b"")
        if b"<w:tblPr" in found:
            found = _TABLES.sub(self._styled_table, found)
        return _RELATIONS.sub(self._target, found) if b" r:" in found else found

    def _target(self, found: re.Match[bytes]) -> bytes:
        return b" r=%b" % self.meaning.target(self.part, found[1].decode()).encode()

    def _meant(self, found: re.Match[bytes]) -> bytes:
        match found.lastgroup:
            case "name":
                return self._style(found["name"].decode())
            case "list":
                return b"<list %b>" % self.list_of(found["list"].decode()).encode()
            case "drawing":
                return b"<" + found["drawing"]
            case "shape":
                return b"<" + _SHAPE_NAMES.sub(b"", found["shape"])
            case "note":
                return b"<note>"
            case _:
                return b""

    def _styled(self, found: re.Match[bytes]) -> bytes:
        """The begin of a paragraph, with the default style where it names none."""
        end = b"</w:p>" if found["bare"] else b""
        return b"<w:p>" + (found["style"] or self._default) + (found["own"] or b"") + end

    def _styled_table(self, found: re.Match[bytes]) -> bytes:
        """The begin of the properties of a table, with the default style where they name none."""
        end = b"</w:tblPr>" if found["bare"] else b""
        return b"<w:tblPr>" + (found["style"] or self._default_table) + end

    def _style(self, name: str) -> bytes:
        """A style; one that the file does not define is none."""
        found = self.meaning.style(name).encode()
        return b"<style %b>" % found if found else b""

    @cached_property
    def _default(self) -> bytes:
        """The style of paragraphs that name none."""
        return self._style(self.meaning.defaults.get("paragraph", ""))

    @cached_property
    def _default_table(self) -> bytes:
        """The style of tables that name none."""
        return self._style(self.meaning.defaults.get("table", ""))

    def run(self, properties: etree._Element | None) -> bytes:
        """How a run is set."""
        return self._sorted(properties, _MARKS)

    def paragraph(self, properties: etree._Element | None) -> bytes:
        """How a paragraph is set, its mark aside; without a style it has the default one."""
        own = self._sorted(properties, _APART)
        style = markup.value(None if properties is None else properties.find(f"{W}pStyle"))
        return own if self.meaning.style(style) else self._default + own

    def mark(self, properties: etree._Element | None) -> bytes:
        """How the mark of a paragraph is set."""
        return self.run(None if properties is None else properties.find(f"{W}rPr"))

    def section(self, properties: etree._Element | None) -> bytes:
        """How the pages of a section are set, its headers and footers aside."""
        return self._sorted(properties, _SECTION_APART)

    def table(self, properties: etree._Element | None) -> bytes:
        """How a table, a row or a cell is set."""
        own = self._sorted(properties, _TABLE_APART).replace(_USUAL, b"")
        if properties is None or properties.tag != f"{W}tblPr":
            return own
        style = markup.value(properties.find(f"{W}tblStyle"))
        return own if self.meaning.style(style) else self._default_table + own

    def _sorted(self, properties: etree._Element | None, apart: frozenset[str]) -> bytes:
        if properties is None:
            return b""
        raw = etree.tostring(properties, with_tail=False)
        if raw not in self._known:
            keys = sorted(self.key(child) for child in properties if child.tag not in apart)
            self._known[raw] = b"".join(keys)
        return self._known[raw]
