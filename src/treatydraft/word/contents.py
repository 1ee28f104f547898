"""Fill tables of contents with the headings that stand in a rendered text, and let Word look at them again.

Page numbers are known to the program that lays the pages out; until it has, an entry ends without one. The
field is marked dirty, which Word heeds in silence; the setting that makes Word ask is never written.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package
from treatydraft.word.runs import escaped

_LEVELS: Final = range(1, 10)
_FIRST_ID: Final = 900_000  # beyond what a template and its loops use
_FIRST_NAME: Final = 100_000_000  # Word's own names of this kind have nine digits, too
_NAMED: Final = re.compile(r"(heading|toc) (\d)")
_CODE: Final = re.compile(r"\s*TOC\b")
_SWITCH: Final = re.compile(r'\\(\w)(?:\s+"([^"]*)"|\s+([^\s\\"]+))?')
_OTHER_TABLES: Final = frozenset("acfl")  # of figures and of marked entries: no headings stand in them
_P, _R, _SIGN, _INSTRUCTION = map(markup.name, ("w:p", "w:r", "w:fldChar", "w:instrText"))
_RANGES: Final = tuple(
    markup.name(f"w:{kind}{end}") for kind in ("bookmark", "commentRange", "perm") for end in ("Start", "End")
)
_NO_HEADINGS: Final = tuple(map(markup.name, ("w:txbxContent", "w:moveFrom")))


@dataclass(frozen=True, slots=True)
class Outline:
    """What the styles of a file say of headings and contents; levels count from 1."""

    names: Mapping[str, str] = field(default_factory=dict)  # of each style, in small letters
    headings: Mapping[str, int] = field(default_factory=dict)  # the levels of Word's own heading styles
    levels: Mapping[str, int] = field(default_factory=dict)  # the outline levels of all styles that have one
    entries: Mapping[int, str] = field(default_factory=dict)  # the style of an entry, by level

    @classmethod
    def of(cls, package: Package) -> "Outline":
        """Read the styles of a file."""
        styles = {
            markup.value(style, "w:styleId"): style
            for part in package.related("styles")
            for style in package.tree(part).iterfind(markup.name("w:style"))
        }
        names = {
            one: markup.value(style.find(markup.name("w:name"))).lower() for one, style in styles.items()
        }
        kinds = [(one, found[1], int(found[2])) for one in names if (found := _NAMED.fullmatch(names[one]))]
        levels = {one: _style_level(one, styles) for one in styles}
        return cls(
            names,
            {one: level for one, kind, level in kinds if kind == "heading"},
            {one: level for one, level in levels.items() if level in _LEVELS},
            {level: one for one, kind, level in kinds if kind == "toc"},
        )


def fill_contents(root: etree._Element, outline: Outline) -> bool:
    """Whether the text holds a table of contents; each then has its entries and is marked as outdated."""
    for simple in list(root.iter(markup.name("w:fldSimple"))):
        if _CODE.match(markup.value(simple, "w:instr")):
            _spell_out(simple)
    tables = list(_tables(root))
    headings = _Headings(root, outline, {p for table in tables for p in table.paragraphs()})
    for table in tables:
        table.begin.set(markup.name("w:dirty"), "true")
        if table.can_be_filled():
            _fill(table, headings, outline)
    return bool(tables)


# --- Headings -----------------------------------------------------------------------------------------------


def _style_level(style_id: str, styles: Mapping[str, etree._Element]) -> int:
    """The outline level of a style or of one that it is based on; 0 without."""
    seen: set[str] = set()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        style = styles[style_id]
        level = style.find(f"{markup.name('w:pPr')}/{markup.name('w:outlineLvl')}")
        if level is not None:
            return _level(level)
        style_id = markup.value(style.find(markup.name("w:basedOn")))
    return 0


def _level(element: etree._Element) -> int:
    value = markup.value(element)
    return int(value) + 1 if value.isdigit() else 0


class _Headings:
    """The paragraphs that can stand in a table of contents, and the bookmarks that it points to."""

    def __init__(self, root: etree._Element, outline: Outline, left_out: set[etree._Element]) -> None:
        self._outline = outline
        self._paragraphs = [p for p in root.iter(_P) if p not in left_out and self._may_count(p)]
        marks = list(root.iter(markup.name("w:bookmarkStart")))
        self._names = {markup.value(mark, "w:name") for mark in marks}
        ids = (markup.value(mark, "w:id") for mark in marks)
        self._last_id = max((int(one) for one in ids if one.isdigit()), default=0)
        self._last_id = max(self._last_id, _FIRST_ID)
        self._last_name = _FIRST_NAME

    def listed(self, switches: "_Switches") -> Iterator[tuple[int, etree._Element]]:
        """The headings that a table asks for, with their levels."""
        for paragraph in self._paragraphs:
            level = switches.level(paragraph, self._outline)
            if level in _LEVELS:
                yield level, paragraph

    def mark(self, paragraph: etree._Element) -> str:
        """The name of the bookmark around a heading."""
        for mark in paragraph.iterchildren(markup.name("w:bookmarkStart")):
            if (name := markup.value(mark, "w:name")).startswith("_Toc"):
                return name
        name = self._fresh_name()
        self._last_id += 1
        properties = paragraph.find(markup.name("w:pPr"))
        start = f'<w:bookmarkStart w:id="{self._last_id}" w:name="{name}"/>'
        paragraph.insert(0 if properties is None else 1, markup.fragment(start))
        paragraph.append(markup.fragment(f'<w:bookmarkEnd w:id="{self._last_id}"/>'))
        return name

    def _fresh_name(self) -> str:
        self._last_name += 1
        while f"_Toc{self._last_name}" in self._names:
            self._last_name += 1
        return f"_Toc{self._last_name}"

    def _may_count(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(markup.name("w:pPr"))
        if properties is None or not _words(paragraph):
            return False
        has_level = properties.find(markup.name("w:outlineLvl")) is not None
        styled = _style(paragraph)
        return (has_level or styled in self._outline.names) and not any(
            True for _ in paragraph.iterancestors(*_NO_HEADINGS)
        )


def _style(paragraph: etree._Element) -> str:
    return markup.value(paragraph.find(f"{markup.name('w:pPr')}/{markup.name('w:pStyle')}"))


def _words(paragraph: etree._Element) -> str:
    """What a heading says on one line."""
    blank = {markup.name("w:tab"), markup.name("w:br"), markup.name("w:cr")}
    pieces = (
        " " if piece.tag in blank else piece.text or ""
        for run in paragraph.iter(_R)
        for piece in run.iterchildren(markup.name("w:t"), *blank)
        if not any(True for _ in run.iterancestors(*_NO_HEADINGS))
    )
    return " ".join("".join(pieces).split(" ")).strip()


# --- Tables of contents -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Switches:
    """What the code of a table asks for."""

    headings: range
    outline: range  # the levels of any paragraph
    styles: Mapping[str, int]  # by name in small letters
    linked: bool
    numbered: bool

    @classmethod
    def of(cls, code: str) -> "_Switches | None":
        """Read a code; None for a table of something else."""
        found = {one[1].lower(): one[2] or one[3] or "" for one in _SWITCH.finditer(code)}
        if found.keys() & _OTHER_TABLES:
            return None
        headings = _levels(found["o"]) if "o" in found else range(0)
        if not found.keys() & set("otu"):  # without any of them, Word lists its own heading styles
            headings = _LEVELS
        outline = (headings or _LEVELS) if "u" in found else range(0)
        return cls(headings, outline, _styles(found.get("t", "")), "h" in found, "n" not in found)

    def level(self, paragraph: etree._Element, outline: Outline) -> int:
        """The level on which a paragraph is listed; 0 where it is not."""
        style = _style(paragraph)
        if named := self.styles.get(outline.names.get(style, "")):
            return named
        if outline.headings.get(style, 0) in self.headings:
            return outline.headings[style]
        own = paragraph.find(f"{markup.name('w:pPr')}/{markup.name('w:outlineLvl')}")
        level = outline.levels.get(style, 0) if own is None else _level(own)
        return level if level in self.outline else 0


def _levels(text: str) -> range:
    """The levels of `1-3`; all of them where none are named."""
    found = re.fullmatch(r"\s*(\d)\s*-\s*(\d)\s*", text)
    return range(int(found[1]), int(found[2]) + 1) if found else _LEVELS


def _styles(text: str) -> dict[str, int]:
    """The levels of `Style,1,Other,2`; some countries write `;` between them."""
    pieces = [piece.strip() for piece in re.split("[,;]", text)]
    pairs = zip(pieces[::2], pieces[1::2], strict=False)
    return {name.lower(): int(level) for name, level in pairs if level.isdigit()}


@dataclass(frozen=True, slots=True)
class _Table:
    """A field that is a table of contents: its signs and what it asks for."""

    begin: etree._Element
    separate: etree._Element | None
    end: etree._Element
    switches: _Switches

    def paragraphs(self) -> list[etree._Element]:
        """The paragraphs from its begin to its end, where these are neighbours."""
        first, last = _holder(self.begin), _holder(self.end)
        if first is None or last is None or first.getparent() is not last.getparent():
            return [] if first is None else [first]
        between = [first]
        while between[-1] is not last and (following := between[-1].getnext()) is not None:
            between.append(following)
        return between

    def can_be_filled(self) -> bool:
        """Whether its entries lie between paragraphs of one level, and its signs in runs of their own."""
        between = self.paragraphs()
        ends = between and between[-1] is _holder(self.end)
        if not ends or self.separate is None or _holder(self.separate) is not between[0]:
            return False
        return self.separate.getparent() is not self.end.getparent()


def _holder(sign: etree._Element) -> etree._Element | None:
    return next(sign.iterancestors(_P), None)


def _tables(root: etree._Element) -> Iterator[_Table]:
    """The tables of contents; those inside another one go with it."""
    opened: list[tuple[etree._Element, list[str], list[etree._Element]]] = []
    for element in root.iter(_SIGN, _INSTRUCTION):
        sign = markup.value(element, "w:fldCharType")
        if sign == "begin":
            opened.append((element, [], []))
        elif opened and element.tag == _INSTRUCTION:
            opened[-1][1].append(element.text or "")
        elif opened and sign == "separate":
            opened[-1][2].append(element)
        elif opened and sign == "end":
            begin, code, separate = opened.pop()
            switches = _Switches.of("".join(code)) if _CODE.match("".join(code)) else None
            if switches is not None and not opened:
                yield _Table(begin, separate[0] if separate else None, element, switches)


def _spell_out(simple: etree._Element) -> None:
    """Write a short field as one with signs, between which paragraphs can stand."""
    holder = simple.getparent()
    if holder is None or holder.tag != _P:
        return
    place = holder.index(simple)
    holder.remove(simple)
    for run in reversed(_runs(_field(markup.value(simple, "w:instr"), ""))):
        holder.insert(place, run)


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escaped(code)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _runs(xml: str) -> list[etree._Element]:
    return list(markup.fragment(f"<w:p>{xml}</w:p>"))


# --- Entries ------------------------------------------------------------------------------------------------


def _fill(table: _Table, headings: _Headings, outline: Outline) -> None:
    between = table.paragraphs()
    models = {_style(paragraph): paragraph.find(markup.name("w:pPr")) for paragraph in reversed(between)}
    entries = []
    for level, heading in headings.listed(table.switches):
        entry = _entry(_words(heading), headings.mark(heading), table.switches)
        _dress(entry, outline.entries.get(level, ""), models)
        entries.append(entry)
    _replace(table, between, entries)


def _entry(words: str, bookmark: str, switches: _Switches) -> etree._Element:
    inside = f'<w:r><w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'
    if switches.numbered:
        inside += "<w:r><w:tab/></w:r>" + _field(f" PAGEREF {bookmark} \\h ", "")
    if switches.linked:
        inside = f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inside}</w:hyperlink>'
    return markup.fragment(f"<w:p>{inside}</w:p>")


def _dress(entry: etree._Element, style: str, models: Mapping[str, etree._Element | None]) -> None:
    """Let an entry look like those of its level in the template, whose tabs reach to the margin."""
    if not style:
        return
    model = models.get(style)
    properties = markup.fragment("<w:pPr><w:pStyle/></w:pPr>") if model is None else deepcopy(model)
    for section in properties.findall(markup.name("w:sectPr")):
        properties.remove(section)
    for use in properties.iterfind(markup.name("w:pStyle")):
        use.set(markup.name("w:val"), style)
    entry.insert(0, properties)


def _replace(table: _Table, between: list[etree._Element], entries: list[etree._Element]) -> None:
    """Set the entries in place of the old ones; the signs of the field stay, each where it belongs."""
    first, last = between[0], between[-1]
    opening, closing = _until(first, table.separate), _since(last, table.end)
    keeps_last = last is not first and len(_content(last)) == len(closing)
    marks = _marks_in(between, opening, closing)
    for paragraph in entries:
        first.addprevious(paragraph)
    start = entries[0] if entries else first
    for old in _content(first) if not entries else ():
        first.remove(old)
    end = last if keeps_last else entries[-1] if entries else first
    for position, element in enumerate((*opening, *marks)):
        start.insert(_text_place(start) + position, element)
    if not keeps_last:
        end.extend(closing)
    for old in between:
        parent = old.getparent()
        if parent is not None and old is not start and old is not end:
            parent.remove(old)


def _until(paragraph: etree._Element, sign: etree._Element | None) -> list[etree._Element]:
    """What a paragraph holds up to a sign."""
    content = _content(paragraph)
    return content[: 1 + content.index(_child(paragraph, sign))]


def _since(paragraph: etree._Element, sign: etree._Element) -> list[etree._Element]:
    """What a paragraph holds from a sign on."""
    content = _content(paragraph)
    return content[content.index(_child(paragraph, sign)) :]


def _content(paragraph: etree._Element) -> list[etree._Element]:
    return [child for child in paragraph if child.tag != markup.name("w:pPr")]


def _child(paragraph: etree._Element, sign: etree._Element | None) -> etree._Element:
    """The child of a paragraph in which a sign stands."""
    return next(child for child in paragraph if sign is not None and sign in child.iter(_SIGN))


def _marks_in(
    between: list[etree._Element], opening: list[etree._Element], closing: list[etree._Element]
) -> list[etree._Element]:
    """The ends of ranges that stand in the old entries and would be missed elsewhere."""
    kept = {element for piece in (*opening, *closing) for element in piece.iter()}
    return [mark for paragraph in between for mark in paragraph.iter(*_RANGES) if mark not in kept]


def _text_place(paragraph: etree._Element) -> int:
    return 0 if paragraph.find(markup.name("w:pPr")) is None else 1
