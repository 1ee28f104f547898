"""Look through a Word template for what its tags do not show: styles, lists, fonts and braces.

Beside these it tells what only plain docxtpl would get wrong, since ours reads such tags as they were meant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from treatydraft.word import markup, tag_runs, tag_text
from treatydraft.word.compiling import title_of
from treatydraft.word.package import Package
from treatydraft.word.tag_places import PARAGRAPH, Place, Places

_TEXTS: Final = ("header", "footer", "footnotes", "endnotes", "comments")
_UNREAD: Final = ("endnotes", "comments")  # parts in which plain docxtpl fills in nothing
_STYLED: Final = tuple(map(markup.name, ("w:pStyle", "w:rStyle", "w:tblStyle")))
_LIST, _FONTS, _BOX = map(markup.name, ("w:numId", "w:rFonts", "w:txbxContent"))
_FACES: Final = tuple(map(markup.name, ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")))
_LITERALS: Final = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")  # with which docxtpl prints braces
_CURLY: Final = re.compile("[‘’‚‛“”„‟«»‹›「」『』]")
_RAW: Final = re.compile(r"\{%[-+]?\s*raw\b")
_QUOTED: Final = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a template, and where; `harmless` where only plain docxtpl would get it wrong."""

    code: str
    message: str
    where: str  # the part as a person who uses Word would call it
    place: Place | None = None
    hint: str = ""
    harmless: bool = False


def reviewed(package: Package, needed: Iterable[str] = ()) -> Iterator[Remark]:
    """All that is to be said of a template; `needed` are the styles that it must have, by name."""
    review = _Review(package)
    yield from review.needed_styles(needed)
    yield from review.style_lists()
    yield from review.style_fonts()
    for part in text_parts(package):
        yield from review.part(part)


def text_parts(package: Package) -> Iterator[str]:
    """The parts in which people write."""
    yield package.main()
    for kind in _TEXTS:
        yield from package.related(kind)


class _Review:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = self._root("styles")
        numbering, fonts = self._root("numbering"), self._root("fontTable")
        self._style_ids = _values(self._styles, "w:style", "w:styleId")
        self._list_ids = _values(numbering, "w:num", "w:numId") | {"0"}
        self._fonts = None if fonts is None else _values(fonts, "w:font", "w:name")

    def _root(self, kind: str) -> etree._Element | None:
        parts = self._package.related(kind)
        return self._package.tree(parts[0]) if parts else None

    def needed_styles(self, needed: Iterable[str]) -> Iterator[Remark]:
        names = {name.lower() for name in _names(self._styles)}
        for name in needed:
            if name.lower() not in names:
                hint = "add it in Word, or copy it from another pack"
                yield Remark("missing-style", f"there is no style “{name}”", "the styles", hint=hint)

    def style_lists(self) -> Iterator[Remark]:
        for style in _each(self._styles, "w:style"):
            for found in style.iter(_LIST):
                if markup.value(found) not in self._list_ids:
                    message = f"the style “{_name_of(style)}” is numbered by list {markup.value(found)},"
                    yield Remark("missing-list", f"{message} which is not there", "the styles")

    def style_fonts(self) -> Iterator[Remark]:
        for holder in (*_each(self._styles, "w:docDefaults"), *_each(self._styles, "w:style")):
            what = f"the style “{_name_of(holder)}”" if _name_of(holder) else "the default text"
            for face in self._unknown_fonts(holder):
                yield _font(f"{what} has the font “{face}”", "the styles", None)

    def part(self, part: str) -> Iterator[Remark]:
        root, where = self._package.tree(part), title_of(part)
        places = Places(root)
        yield from self._used(root, where, places)
        yield from self._links(part, where)
        has_raw = _RAW.search("".join(map(str, root.itertext()))) is not None
        for paragraph in root.iter(PARAGRAPH):
            words = tag_runs.streams(paragraph)[0]
            if not has_raw and _has_leftovers(words.text):
                message = f"“{_short(words.text)}” has a brace that belongs to no tag"
                hint = "a tag has two: {{ name }}"
                yield Remark("leftover-braces", message, where, places.of(paragraph), hint)
            yield from _for_docxtpl(paragraph, words, where, places)
        if any(kind in part for kind in _UNREAD) and tag_text.tags("".join(map(str, root.itertext()))):
            yield Remark("docxtpl-part", f"plain docxtpl fills in no tags of {where}", where, harmless=True)

    def _used(self, root: etree._Element, where: str, places: Places) -> Iterator[Remark]:
        for found in root.iter(*_STYLED):
            if markup.value(found) not in self._style_ids:
                message = f"the style “{markup.value(found)}” is used and is not there"
                yield Remark("missing-style", message, where, places.of(found))
        for found in root.iter(_LIST):
            if markup.value(found) not in self._list_ids:
                message = f"list {markup.value(found)} is used and is not there"
                yield Remark("missing-list", message, where, places.of(found))
        for holder in root.iter(PARAGRAPH):
            for face in self._unknown_fonts(holder):
                yield _font(f"words have the font “{face}”", where, places.of(holder))

    def _unknown_fonts(self, holder: etree._Element) -> Iterator[str]:
        if self._fonts is None:
            return
        faces = (str(found.get(face)) for found in holder.iter(_FONTS) for face in _FACES if found.get(face))
        yield from (face for face in dict.fromkeys(faces) if face not in self._fonts)

    def _links(self, part: str, where: str) -> Iterator[Remark]:
        for _, _, target in self._package.external(part):
            if tag_text.has_edge(target) or "%7B%7B" in target.upper():
                message = f"plain docxtpl fills in no tags in the target of a link, “{_short(target)}”"
                yield Remark("docxtpl-link", message, where, harmless=True)


def _for_docxtpl(
    paragraph: etree._Element, words: tag_runs.Stream, where: str, places: Places
) -> Iterator[Remark]:
    """What plain docxtpl would get wrong in a paragraph."""
    tags = [span for span in tag_text.spans(words.text) if span.closed]
    if tags and next(paragraph.iterancestors(_BOX), None) is not None:
        message = "plain docxtpl can lose a tag in a text box"
        yield Remark("docxtpl-text-box", message, where, places.of(paragraph), harmless=True)
    for span in tags:
        written, place = words.text[span.start : span.end], places.of(paragraph)
        if (runs := runs_of(words, span)) > 1:
            message = f"{written} is split over {runs} runs"
            yield Remark("docxtpl-split", message, where, place, "heal it with --fix", harmless=True)
        if _CURLY.search(written) and tag_text.cleaned(written) != written:
            message = f"{written} has typographic quotes"
            yield Remark("docxtpl-quotes", message, where, place, "heal it with --fix", harmless=True)


def runs_of(words: tag_runs.Stream, span: tag_text.Span) -> int:
    """Over how many runs a tag lies."""
    runs, start = set(), 0
    for piece in words.pieces:
        end = start + len(piece.text)
        if piece.text and start < span.end and end > span.start:
            runs.add(piece.element.getparent())
        start = end
    return len(runs)


def _has_leftovers(text: str) -> bool:
    """Whether braces stand outside of tags; a tag that never closes is a fault of its own."""
    if not all(span.closed for span in tag_text.spans(text)):
        return False
    words = _LITERALS.sub("", tag_text.outside(text))
    return "{" in words or "}" in words


def _font(message: str, where: str, place: Place | None) -> Remark:
    hint = "choose a font of the file, or save it in Word once, which enters the font"
    return Remark("missing-font", f"{message}, which the file's table of fonts has not", where, place, hint)


def _each(root: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    if root is not None:
        yield from root.iterfind(markup.name(tag))


def _values(root: etree._Element | None, tag: str, attribute: str) -> frozenset[str]:
    return frozenset(markup.value(found, attribute) for found in _each(root, tag))


def _names(styles: etree._Element | None) -> Iterator[str]:
    yield from map(_name_of, _each(styles, "w:style"))


def _name_of(style: etree._Element) -> str:
    return markup.value(style.find(markup.name("w:name")))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"
