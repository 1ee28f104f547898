"""Another Word file as a value of a template: its paragraphs and tables, with the styles and lists they use.

A style that the template has under the same name is the template's; any other is copied with those that it is
based on. Lists, pictures, links and footnotes are copied under their own ids. Page layout, headers, footers
and comments stay behind, and so do the extensions that Word itself marks as ignorable.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.guard import open_template
from treatydraft.word.package import Package, PackageError
from treatydraft.word.transplants import Lists, Styles

_RELATION: Final = markup.name("r:")
_IGNORABLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_LONGEST_BOOKMARK: Final = 40
_NOTE: Final = (markup.name("w:footnote"), markup.name("w:footnoteReference"))
_STYLE_USES: Final = tuple(map(markup.name, ("w:pStyle", "w:rStyle", "w:tblStyle")))
# What means nothing outside of its own file: page layout, comments, and what content controls are bound to.
_LEFT_BEHIND: Final = tuple(
    markup.name(f"w:{local}")
    for local in (
        "sectPr", "commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding", "placeholder",
        "id",
    )
)  # fmt: skip
_FIELD_TARGET: Final = re.compile(r'(\s*(?:REF|PAGEREF|NOTEREF|HYPERLINK\s+\\l)\s+"?)([^\s"]+)')


class Target(Protocol):
    """The document into which a file is merged, as it stands while it is rendered."""

    def fresh(self) -> str:
        """A number that no id of the document has."""

    def style_id(self, name: str) -> str:
        """The id of the style of this name in small letters; empty where there is none."""

    def add_style(self, name: str, style_id: str, xml: str) -> None:
        """Add a style; from then on `style_id` knows its name."""

    def add_list(self, definition: str, numbering: str) -> None:
        """Add a list: the XML of its definition and that of the list itself."""

    def add_media(self, part: str, data: bytes, content_type: str) -> None:
        """Add a part that is no XML, where it is not there yet."""

    def add_note(self, content: str) -> str:
        """Add a footnote with these paragraphs; gives its id."""

    def relate(self, kind: str, target: str, *, external: bool) -> str:
        """The id by which the part that is being rendered points to a part or to something outside."""


@dataclass(frozen=True, slots=True)
class SubDocument:
    """A Word file whose text a template takes over: `{{p part }}` in a paragraph of its own."""

    data: bytes


def merge(document: SubDocument, target: Target) -> str:
    """The XML of the paragraphs and tables, ending with a paragraph, once the target has what they need.

    Raises `PackageError` where the file is refused, or holds what cannot be taken over: charts, diagrams,
    embedded objects, endnotes, and pictures or links in footnotes.
    """
    package, _ = open_template(document.data)
    return _Merger(package, target).blocks()


class _Merger:
    """Makes the text of a file fit for another, in place: its trees are read for this alone."""

    def __init__(self, package: Package, target: Target) -> None:
        self._package = package
        self._target = target
        root = package.tree(package.main())
        body = root.find(markup.name("w:body"))
        if body is None:
            raise PackageError("the file has no text to take over")
        self._body = body
        self._ignorable = _ignorable(root)
        self._links = _links(package)
        self._lists = Lists(package, target)
        self._styles = Styles(package, target, self._lists)
        self._marks = {
            markup.value(mark, "w:name"): self._renamed(markup.value(mark, "w:name"))
            for mark in body.iter(markup.name("w:bookmarkStart"))
        }
        self._ids: dict[tuple[str, str], str] = {}

    def blocks(self) -> str:
        """The XML of the text."""
        self._fit(self._body)
        for reference in self._body.iter(markup.name("w:footnoteReference")):
            reference.set(markup.name("w:id"), self._note(markup.value(reference, "w:id")))
        for element in self._body.iter(etree.Element):
            self._relate(element)
        self._lists.add(self._styles.copied)
        return _closed(self._body)

    def _fit(self, root: etree._Element) -> None:
        """Give what stands below an element the ids and styles of the target."""
        if next(root.iter(markup.name("w:endnoteReference")), None) is not None:
            raise PackageError("the file has endnotes, which cannot be taken over; make footnotes of them")
        _drop(root, self._ignorable)
        for style in list(root.iter(*_STYLE_USES)):
            self._styles.translate(style)
        for number in root.iter(markup.name("w:numId")):
            number.set(markup.name("w:val"), self._lists.of(markup.value(number)))
        for element in root.iter(etree.Element):
            self._renumber(element)
        self._retarget(root)

    def _renumber(self, element: etree._Element) -> None:
        """Give marks, revisions and drawings numbers of their own, the same to the two ends of a range."""
        if element.tag == markup.name("wp:docPr"):
            element.set("id", self._target.fresh())
        elif (old := element.get(markup.name("w:id"))) is not None and element.tag not in _NOTE:
            family = etree.QName(element).localname.removesuffix("Start").removesuffix("End")
            key = (family, old)
            if key not in self._ids:
                self._ids[key] = self._target.fresh()
            element.set(markup.name("w:id"), self._ids[key])

    def _renamed(self, bookmark: str) -> str:
        end = f"_{self._target.fresh()}"
        return bookmark[: _LONGEST_BOOKMARK - len(end)] + end

    def _retarget(self, root: etree._Element) -> None:
        """Let fields and links point to the bookmarks by their new names."""
        for mark in root.iter(markup.name("w:bookmarkStart")):
            name = markup.value(mark, "w:name")
            mark.set(markup.name("w:name"), self._marks.get(name) or self._renamed(name))
        for link in root.iter(markup.name("w:hyperlink")):
            if anchor := self._marks.get(markup.value(link, "w:anchor")):
                link.set(markup.name("w:anchor"), anchor)
        for simple in root.iter(markup.name("w:fldSimple")):
            simple.set(markup.name("w:instr"), self._code(markup.value(simple, "w:instr")))
        for texts in _codes(root):
            code = "".join(text.text or "" for text in texts)
            if (changed := self._code(code)) != code:
                for text in texts:
                    text.text = ""
                texts[0].text = changed

    def _code(self, code: str) -> str:
        found = _FIELD_TARGET.match(code)
        if found is None or found[2] not in self._marks:
            return code
        return found[1] + self._marks[found[2]] + code[found.end() :]

    def _note(self, number: str) -> str:
        note = next((note for note in self._notes() if markup.value(note, "w:id") == number), None)
        if note is None:
            raise PackageError(f"the file refers to footnote {number}, which is not there")
        if any(str(name).startswith(_RELATION) for element in note.iter() for name in element.attrib):
            raise PackageError("a footnote of the file holds a picture or a link, which cannot be taken over")
        self._fit(note)
        return self._target.add_note("".join(map(_xml, note)))

    def _notes(self) -> Iterator[etree._Element]:
        for part in self._package.related("footnotes"):
            yield from self._package.tree(part).iterfind(markup.name("w:footnote"))

    def _relate(self, element: etree._Element) -> None:
        for name, old in element.attrib.items():
            if str(name).startswith(_RELATION) and old:
                element.set(name, self._related(str(old)))

    def _related(self, old: str) -> str:
        kind, target, external = self._links.get(old, ("", "", False))
        if kind == "hyperlink" and external:
            return self._target.relate(kind, target, external=True)
        if kind != "image" or external or target not in self._package:
            raise PackageError(f"the file holds a {kind or 'broken link'}, which cannot be taken over")
        data = self._package.content(target)
        part = f"word/media/{hashlib.sha256(data).hexdigest()[:32]}{posixpath.splitext(target)[1]}"
        self._target.add_media(part, data, self._package.content_type(target))
        return self._target.relate(kind, part, external=False)


def _closed(body: etree._Element) -> str:
    """The blocks; a paragraph ends them, without which a cell that they fill would be damaged."""
    blocks = list(body.iterchildren(etree.Element))
    ends = bool(blocks) and blocks[-1].tag == markup.name("w:p")
    return "".join(map(_xml, blocks)) + ("" if ends else f'<w:p xmlns:w="{markup.NAMESPACES["w"]}"/>')


def _xml(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _ignorable(root: etree._Element) -> frozenset[str]:
    """The namespaces that a program may leave out which does not know them."""
    prefixes = root.get(_IGNORABLE, "").split()
    return frozenset(root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap)


def _drop(root: etree._Element, ignorable: frozenset[str]) -> None:
    for element in list(root.iter(etree.Element)):
        if element.tag in _LEFT_BEHIND or etree.QName(element).namespace in ignorable:
            holder = element.getparent()
            if holder is not None and element is not root:
                holder.remove(element)
            continue
        for name in list(element.attrib):
            if etree.QName(str(name)).namespace in ignorable:
                del element.attrib[name]


def _codes(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The pieces over which the code of each field is cut."""
    open_codes: list[list[etree._Element]] = []
    for element in root.iter(markup.name("w:fldChar"), markup.name("w:instrText")):
        if element.tag == markup.name("w:instrText"):
            if open_codes:
                open_codes[-1].append(element)
        elif markup.value(element, "w:fldCharType") == "begin":
            open_codes.append([])
        elif markup.value(element, "w:fldCharType") == "end" and open_codes and (code := open_codes.pop()):
            yield code


def _links(package: Package) -> dict[str, tuple[str, str, bool]]:
    """What the text points to, by the ids of its relationships: kind, target, whether outside the file."""
    folder, file = posixpath.split(package.main())
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    if rels not in package:
        return {}
    links = {}
    for link in package.tree(rels).iterfind(markup.name("pr:Relationship")):
        target, external = link.get("Target", ""), link.get("TargetMode") == "External"
        inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = link.get("Type", "").rpartition("/")[2]
        links[link.get("Id", "")] = (kind, target if external else inside, external)
    return links
