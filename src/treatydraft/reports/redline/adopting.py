"""Content of the older file in the newer one: what its ids stand for goes with it, under free ids."""

import posixpath
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cached_property
from typing import Final

from lxml import etree

from treatydraft.reports.redline.side import R, W
from treatydraft.word import markup
from treatydraft.word.meaning import Meaning
from treatydraft.word.package import Package, rels_of

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SESSION: Final = re.compile(r"\{[^}]*\}(?:rsid\w*|paraId|textId)\Z")
_DRAWINGS: Final = re.compile(r"\{[^}]*\}(?:docPr|cNvPr)\Z")
_DROPPED: Final = (
    f"{W}proofErr", f"{W}commentRangeStart", f"{W}commentRangeEnd",
    f"{W}lastRenderedPageBreak", f"{W}permStart", f"{W}permEnd",
)  # fmt: skip
_V: Final = "{urn:schemas-microsoft-com:vml}"
_STYLES: Final = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")


class Adopter:
    """Takes elements of the old file into the new one."""

    def __init__(self, old: Meaning, new: Meaning, lists: dict[str, str], next_id: Callable[[], str]) -> None:
        self.old, self.new = old, new
        self.next_id = next_id
        self.cited = _cited(old.package) - _bookmarks(new.package)  # names that fields of the old file need
        self.lists = lists  # of the old file → of the new one, as far as they are the same
        self._styles: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        # Of lists: old levels → those in the new file that are the same, or a copy.
        self._definitions = {old.levels(one): new.levels(other) for one, other in lists.items() if one != "0"}
        self._next_drawing = 0
        self._controls: set[str] | None = None  # the ids of those in the new file, once they are asked for

    def element(self, element: etree._Element, part: str, into: str) -> etree._Element:
        """A copy of an element of the old file's `part`, for `into` of the new file."""
        copy = deepcopy(element)
        copy.tail = None
        for dropped in list(copy.iter(*_DROPPED)):
            _remove(dropped)
        self._keep_cited(copy)
        for reference in list(copy.iter(f"{W}commentReference")):
            run = reference.getparent()
            _remove(reference if run is None else run)
        for unknown in [one for one in copy.iter(*_STYLES) if self._is_unknown(one)]:
            _remove(unknown)
        for one in copy.iter(etree.Element):
            self._translate(one, part, into)
        self._rename_shapes(copy)
        for paragraph in copy.iter(f"{W}p") if self._default else ():
            self._name_default(paragraph)
        if copy.tag != f"{W}style" and (default := self._default_of("table")):
            for table in copy.iter(f"{W}tblPr"):
                if table.find(f"{W}tblStyle") is None:
                    table.insert(0, etree.Element(f"{W}tblStyle", {f"{W}val": default}))
        return copy

    @cached_property
    def _default(self) -> str:
        """The style of the old file's paragraphs that name none, where it is another one in the new file."""
        return self._default_of("paragraph")

    def _default_of(self, kind: str) -> str:
        """The default style of the old file for paragraphs or tables, where the new file has another one."""
        name = self.old.defaults.get(kind, "")
        same = self.old.style(name) == self.new.style(self.new.defaults.get(kind, ""))
        return "" if same or not name else self._style(name)

    def _name_default(self, paragraph: etree._Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        self._with_default(properties)

    def _with_default(self, properties: etree._Element) -> etree._Element:
        if self._default and properties.find(f"{W}pStyle") is None:
            properties.insert(0, etree.Element(f"{W}pStyle", {f"{W}val": self._default}))
        return properties

    def _rename_shapes(self, copy: etree._Element) -> None:
        """Give shapes of the old kind names of their own; a shape names its type."""
        shapes = [one for one in copy.iter(f"{_V}*") if one.get("id")]
        names = {f"#{one.get('id')}": f"{one.get('id')}-{self.next_id()}" for one in shapes}
        for one in shapes:
            one.set("id", names[f"#{one.get('id')}"])
        for one in copy.iter(f"{_V}*") if names else ():
            if (named := one.get("type")) in names:
                one.set("type", f"#{names[named]}")

    def cites(self, element: etree._Element) -> list[str]:
        """The names of the bookmarks in an element that fields of the old file need and the new one lacks."""
        names = [markup.value(one, "w:name") for one in element.iter(f"{W}bookmarkStart")]
        return [name for name in names if name in self.cited]

    def _keep_cited(self, copy: etree._Element) -> None:
        """Leave of the bookmarks those that are needed and end where they begin."""
        ends = {end.get(f"{W}id"): end for end in copy.iter(f"{W}bookmarkEnd")}
        for start in list(copy.iter(f"{W}bookmarkStart")):
            end = ends.get(start.get(f"{W}id"))
            if end is None or markup.value(start, "w:name") not in self.cited:
                _remove(start)
                continue
            fresh = self.next_id()
            start.set(f"{W}id", fresh)
            end.set(f"{W}id", fresh)
        kept = {start.get(f"{W}id") for start in copy.iter(f"{W}bookmarkStart")}
        for end in list(copy.iter(f"{W}bookmarkEnd")):
            if end.get(f"{W}id") not in kept:
                _remove(end)

    def properties(self, element: etree._Element | None, part: str, into: str) -> etree._Element | None:
        """Properties, which may be none."""
        return None if element is None else self.element(element, part, into)

    def paragraph_properties(self, found: etree._Element | None, part: str, into: str) -> etree._Element:
        """The properties of a paragraph, with the default style of the old file where that is another."""
        own = etree.Element(f"{W}pPr") if found is None else self.element(found, part, into)
        return self._with_default(own)

    def _translate(self, element: etree._Element, part: str, into: str) -> None:
        for name in [name for name in element.attrib if _SESSION.match(str(name))]:
            del element.attrib[name]
        if element.tag in _STYLES:
            element.set(f"{W}val", self._style(markup.value(element)))
        elif element.tag == f"{W}numId":
            element.set(f"{W}val", self._list(markup.value(element)))
        elif element.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            element.set(f"{W}id", self._note(element))
        elif element.tag == f"{W}sdtPr":
            for identity in element.findall(f"{W}id"):
                identity.set(f"{W}val", self._control())
        elif _DRAWINGS.match(str(element.tag)):
            element.set("id", self._drawing())
        for name, value in element.attrib.items():
            if str(name).startswith(R):
                element.set(name, self._relation(str(value), part, into))

    # --- styles -------------------------------------------------------------------------------------------

    def _style(self, name: str) -> str:
        """The id under which the new file has a style of the old one."""
        if name not in self._styles:
            self._styles[name] = self._found_style(name) or self._copied_style(name)
        return self._styles[name]

    def _is_unknown(self, use: etree._Element) -> bool:
        """Whether a style that the old file only names would mean something in the new one."""
        name = markup.value(use)
        return name not in self.old.styles and name in self.new.styles

    def _found_style(self, name: str) -> str:
        """A style of the same look and name; it mostly has the same id."""
        wanted = self.old.style(name)
        if not wanted:
            return name
        ids = (name, *self.new.styles)
        return next((one for one in ids if self.new.style(one) == wanted and self._is_called(one, name)), "")

    def _is_called(self, new: str, old: str) -> bool:
        return _name(self.new.styles[new]) == _name(self.old.styles[old])

    def _copied_style(self, name: str) -> str:
        found = self.old.styles[name]
        taken = {_name(style) for style in self.new.styles.values()}
        clashes = name in self.new.styles or _name(found) in taken
        fresh = _fresh(f"{name}Before", self.new.styles) if clashes else name
        self._styles[name] = fresh  # also for a style that is based on itself
        copy = self.element(found, "", "")
        copy.set(f"{W}styleId", fresh)
        copy.attrib.pop(f"{W}default", "")
        if clashes:
            copy.set(f"{W}customStyle", "1")
        for child in copy.findall(f"{W}name"):
            child.set(f"{W}val", f"{markup.value(child)} (before)" if clashes else markup.value(child))
        for gone in (*copy.findall(f"{W}next"), *copy.findall(f"{W}link"), *copy.findall(f"{W}aliases")):
            copy.remove(gone)
        for base in copy.findall(f"{W}basedOn"):
            if markup.value(base) in self.old.styles:
                base.set(f"{W}val", self._style(markup.value(base)))
            else:
                copy.remove(base)
        self._style_root().append(copy)
        self.new.styles[fresh] = copy
        return fresh

    def _style_root(self) -> etree._Element:
        """The root of the new file's styles; a file without styles is given an empty part for them."""
        parts, package = self.new.package.related("styles"), self.new.package
        if parts:
            return package.tree(parts[0])
        source = self.old.package.related("styles")[0]
        name = source if source not in package else _fresh_part(source, package)
        empty = markup.serialise(markup.emptied(self.old.package.tree(source)))
        content_type = self.old.package.content_type(source)
        package.add(name, empty, content_type, f"{_OFFICE}styles", package.main())
        return package.tree(name)

    # --- lists --------------------------------------------------------------------------------------------

    def _list(self, number: str) -> str:
        if number not in self.lists:
            self._copy_list(number)
        return self.lists.get(number, number)

    def _copy_list(self, number: str) -> None:
        num, old_root = self.old.lists.get(number), self.old.root("numbering")
        if num is None or old_root is None:
            return
        root = self._list_root(old_root)
        copy, fresh = deepcopy(num), _next_number(root, "num", "numId")
        copy.set(f"{W}numId", fresh)
        self.lists[number] = fresh  # before its styles are taken, since these name the list
        self.new.lists[fresh] = copy
        _put_after(root, copy, (f"{W}num", f"{W}abstractNum"))
        for link in copy.findall(f"{W}abstractNumId"):
            link.set(f"{W}val", self._definition(markup.value(link), old_root, root))

    def _definition(self, wanted: str, old_root: etree._Element, root: etree._Element) -> str:
        """The id of a copy of what several lists may share: these count together."""
        if wanted in self._definitions:
            return self._definitions[wanted]
        found = (
            one for one in old_root.iterfind(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == wanted
        )
        copy, fresh = deepcopy(next(found)), _next_number(root, "abstractNum", "abstractNumId")
        self._definitions[wanted] = fresh
        copy.set(f"{W}abstractNumId", fresh)
        for gone in (*copy.findall(f"{W}nsid"), *copy.findall(f"{W}tmpl")):
            copy.remove(gone)
        _put_after(root, copy, (f"{W}abstractNum", f"{W}numPicBullet"))
        for style in copy.iter(f"{W}pStyle"):
            style.set(f"{W}val", self._style(markup.value(style)))
        return fresh

    def _list_root(self, like: etree._Element) -> etree._Element:
        """The root of the new file's lists; a file without lists is given an empty part for them."""
        found = self.new.root("numbering")
        if found is not None:
            return found
        source = self.old.package.related("numbering")[0]
        name = source if source not in self.new.package else _fresh_part(source, self.new.package)
        empty = markup.emptied(like)
        content_type = self.old.package.content_type(source)
        relation, main = f"{_OFFICE}numbering", self.new.package.main()
        self.new.package.add(name, markup.serialise(empty), content_type, relation, main)
        return self.new.package.tree(name)

    # --- notes, drawings, relationships -------------------------------------------------------------------

    def _note(self, reference: etree._Element) -> str:
        """The id of a copy of the note that is cited; a new file without such notes is given them all."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        found = self.old.notes(kind).get(reference.get(f"{W}id", ""))
        if found is None:
            return reference.get(f"{W}id", "")
        old_part = self.old.package.related(f"{kind}s")[0]
        parts = self.new.package.related(f"{kind}s")
        if not parts:
            self._take_part(old_part, f"{kind}s", self.new.package.main())
            return reference.get(f"{W}id", "")
        root = self.new.package.tree(parts[0])
        taken = {int(note.get(f"{W}id", "0")) for note in root}
        copy = self.element(found, old_part, parts[0])
        fresh = str(max(taken, default=0) + 1)
        copy.set(f"{W}id", fresh)
        root.append(copy)
        return fresh

    def _take_part(self, part: str, kind: str, source: str) -> None:
        package = self.new.package
        content_type = self.old.package.content_type(part)
        package.add(part, self.old.package.content(part), content_type, f"{_OFFICE}{kind}", source)
        self._take_relations(part, part)

    def _control(self) -> str:
        """An id that no content control has."""
        if self._controls is None:
            content = (self.new.package.content(part) for part in _texts(self.new.package))
            self._controls = {one.decode() for text in content for one in _CONTROL.findall(text)}
        return next(one for one in iter(self.next_id, None) if one not in (self._controls or ()))

    def _drawing(self) -> str:
        if not self._next_drawing:
            self._next_drawing = 1 + _highest_drawing(self.new.package)
        self._next_drawing += 1
        return str(self._next_drawing)

    def _relation(self, relation: str, part: str, into: str) -> str:
        """The id of a relationship of the new part that leads to the same."""
        wanted = self.old.target(part, relation)
        if not wanted:
            return relation
        same = self.new.relation_to(into, wanted)
        return same or self._new_relation(relation, part, into)

    def _new_relation(self, relation: str, part: str, into: str) -> str:
        rels = self.old.package.tree(rels_of(part))
        link = next(one for one in rels if one.get("Id") == relation)
        target, kind = link.get("Target", ""), link.get("Type", "")
        if link.get("TargetMode") == "External":
            return self.new.relate(into, kind, target, external=True)
        source = self.old.package.targets(part)[relation]
        return self.new.relate(into, kind, self._take_target(source), external=False)

    def _take_target(self, source: str) -> str:
        """The name that a part of the old file has in the new one, copied where it has none."""
        if source not in self._parts:
            package = self.new.package
            name = source if source not in package else _fresh_part(source, package)
            package.replace(name, self.old.package.content(source))
            package.set_content_type(name, self.old.package.content_type(source))
            self._parts[source] = name
            self._take_relations(source, name)
        return self._parts[source]

    def _take_relations(self, source: str, name: str) -> None:
        rels = rels_of(source)
        if rels not in self.old.package:
            return
        root = deepcopy(self.old.package.tree(rels))
        for link in root:
            if link.get("TargetMode") != "External":
                inner = self.old.package.targets(source).get(link.get("Id", ""), "")
                if inner in self.old.package and inner != source:
                    target = posixpath.relpath(self._take_target(inner), posixpath.dirname(name) or ".")
                    link.set("Target", target)
        self.new.package.replace(rels_of(name), markup.serialise(root))


_CITING: Final = (re.compile(rb"REF\s+(\w+)"), re.compile(rb' w:anchor="([^"]+)"'))
_CONTROL: Final = re.compile(rb'<w:id w:val="(-?\d+)"')
_NAMED: Final = re.compile(rb'<w:bookmarkStart\b[^>]*? w:name="([^"]*)"')


def _cited(package: Package) -> set[str]:
    """The names of the bookmarks that fields and links of a file lead to."""
    texts = [package.content(part) for part in _texts(package)]
    return {name.decode() for text in texts for citing in _CITING for name in citing.findall(text)}


def _bookmarks(package: Package) -> set[str]:
    return {one[1].decode() for part in _texts(package) for one in _NAMED.finditer(package.content(part))}


def _texts(package: Package) -> list[str]:
    return [name for name in package.names() if name.startswith("word/") and name.endswith(".xml")]


def _put_after(root: etree._Element, child: etree._Element, tags: Sequence[str]) -> None:
    """Set a child behind the last one of the first of these tags that there is."""
    for tag in tags:
        if found := root.findall(tag):
            root.insert(root.index(found[-1]) + 1, child)
            return
    root.insert(0, child)


def _next_number(root: etree._Element, tag: str, attribute: str) -> str:
    return str(
        1 + max((int(one.get(f"{W}{attribute}", "0")) for one in root.iterfind(f"{W}{tag}")), default=0)
    )


def _name(style: etree._Element) -> str:
    """The name of a style, whose capitals do not count."""
    return markup.value(style.find(f"{W}name")).lower()


def _fresh(name: str, taken: dict[str, etree._Element]) -> str:
    return next(one for one in (name, *(f"{name}{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _fresh_part(part: str, package: Package) -> str:
    stem, dot, ending = part.rpartition(".")
    return next(
        f"{stem}-{n}{dot}{ending}" for n in range(2, 10_000) if f"{stem}-{n}{dot}{ending}" not in package
    )


def _highest_drawing(package: Package) -> int:
    found = re.compile(rb'<(?:wp:docPr|pic:cNvPr|wps:cNvPr)\b[^>]*? id="(\d+)"')
    return max(
        (int(one[1]) for part in _texts(package) for one in found.finditer(package.content(part))), default=0
    )


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
