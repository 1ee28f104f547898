"""What a Word file shows, without the ids by which it says so: written apart from the code under test.

Each text becomes nested tuples: blocks, their effective properties (styles with all that they are based
on, lists by their definition and by which list of the text they are), and their content in stretches of equal
effective properties. Notes stand where they are cited, headers and footers at their sections.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package

Shown: TypeAlias = object
_Properties: TypeAlias = dict[str, str]

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_R: Final = "{" + markup.NAMESPACES["r"] + "}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SESSION: Final = ("rsid", "paraId", "textId")
_IGNORED: Final = frozenset(
    f"{_W}{name}"
    for name in (
        "proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
        "commentRangeEnd", "commentReference", "permStart", "permEnd", "annotationRef",
    )
)  # fmt: skip
_DRAWN: Final = frozenset({"docPr", "cNvPr"})
_TOGGLES: Final = frozenset(
    f"{_W}{name}"
    for name in ("b", "bCs", "i", "iCs", "caps", "smallCaps", "vanish", "strike", "dstrike", "outline")
)
_UNNAMED: Final = ("Normal", "Default paragraph")  # what a paragraph has that names no style
_OFF: Final = frozenset({"0", "false", "off", "none"})
_EDGES: Final = ("headerReference", "footerReference")
_EMPTY: Final = "(empty)"
_SPLITS: Final = (f"{_W}cantSplit {_W}val", "off")


def shown(package: Package) -> list[Shown]:
    """The main text block by block, each with all that belongs to it."""
    return _File(package).blocks()


def bookmarks(package: Package) -> set[str]:
    """The names of the bookmarks of the main text."""
    root = package.tree(package.main())
    return {markup.value(one, "w:name") for one in root.iter(f"{_W}bookmarkStart")} - {"_GoBack"}


def difference(expected: list[Shown], found: list[Shown]) -> str:
    """The first block in which two files differ, empty where they do not."""
    for place, (before, after) in enumerate(zip(expected, found, strict=False)):
        if before != after:
            return f"block {place}: {_apart(before, after)}"
    if len(expected) != len(found):
        longer = expected if len(expected) > len(found) else found
        rest = longer[min(len(expected), len(found))]
        return f"{len(found)} blocks instead of {len(expected)}, the first more or fewer {rest!r:.400}"
    return ""


def _apart(before: Shown, after: Shown) -> str:
    """The innermost difference."""
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            if one != other:
                return _apart(one, other)
    return f"{before!r:.700}\n  became {after!r:.700}"


class _File:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = {markup.value(style, "w:styleId"): style for style in self._children("styles", "style")}
        self.lists = {markup.value(one, "w:numId"): one for one in self._children("numbering", "num")}
        self.definitions = {
            markup.value(one, "w:abstractNumId"): one for one in self._children("numbering", "abstractNum")
        }
        self.order: dict[str, int] = {}
        self.targets: dict[str, dict[str, str]] = {}

    def blocks(self) -> list[Shown]:
        main = self.package.main()
        body = self.package.tree(main).find(f"{_W}body")
        assert body is not None
        self.edges: dict[str, tuple[Shown, ...]] = {}
        blocks = list(_Story(self, main).blocks(body))
        # Word sets an empty paragraph behind a table that ends the text.
        ends = [child.tag for child in body if child.tag not in _IGNORED and child.tag != f"{_W}sectPr"][-2:]
        if len(ends) > 1 and ends[0] in (f"{_W}tbl", f"{_W}sdt") and blocks[len(blocks) - 2] == _bare(blocks):
            del blocks[len(blocks) - 2]
        return blocks

    def _children(self, kind: str, tag: str) -> Iterator[etree._Element]:
        for part in self.package.related(kind):
            yield from self.package.tree(part).iterfind(f"{_W}{tag}")

    def target(self, part: str, relation: str) -> str:
        """Where a relationship leads: an address, or the content of a part."""
        if part not in self.targets:
            known = {key: target for key, _, target in self.package.external(part)}
            for key, name in self.package.targets(part).items():
                content = self.package.content(name) if name in self.package else b""
                known[key] = hashlib.sha1(content, usedforsecurity=False).hexdigest()
            self.targets[part] = known
        return self.targets[part].get(relation, "nothing")

    def default(self, kind: str) -> str:
        return next(
            (
                name
                for name, style in self.styles.items()
                if style.get(f"{_W}type") == kind and style.get(f"{_W}default") in ("1", "true")
            ),
            "",
        )

    def chain(self, name: str) -> list[etree._Element]:
        """A style below those that it is based on, the most general first."""
        found: dict[str, etree._Element] = {}
        while name in self.styles and name not in found:
            found[name] = self.styles[name]
            name = markup.value(found[name].find(f"{_W}basedOn"))
        return list(found.values())[::-1]

    def of_style(self, name: str, tag: str) -> _Properties:
        merged: _Properties = {}
        for style in self.chain(name):
            merged |= self.properties(style.find(f"{_W}{tag}"))
        return merged

    def rest_of_style(self, name: str) -> str:
        """What a style of tables says."""
        tags = ("tblPr", "trPr", "tcPr", "tblStylePr", "pPr", "rPr")
        parts = [part for style in self.chain(name) for tag in tags for part in style.iterfind(f"{_W}{tag}")]
        return repr([self.properties(part) for part in parts])

    def properties(self, element: etree._Element | None, leave: Iterable[str] = ()) -> _Properties:
        """Properties by name and attribute."""
        found: _Properties = {}
        for child in () if element is None else element:
            if child.tag in leave or child.tag in _IGNORED:
                continue
            if child.tag == f"{_W}numPr":
                found |= self.numbering(child)
            elif len(child):
                found[str(child.tag)] = repr(_plain(child))
            else:
                named = {f"{child.tag} {name!s}": str(value) for name, value in child.attrib.items()}
                found |= named or {str(child.tag): ""}
        return found

    def numbering(self, element: etree._Element) -> _Properties:
        level = markup.value(element.find(f"{_W}ilvl")) or "0"
        number = markup.value(element.find(f"{_W}numId"))
        return {"level": level, "list": number} if number else {"level": level}

    def list(self, number: str) -> Shown:
        """A list by its definition and by which one of the text it is."""
        found = self.lists.get(number)
        if found is None:
            return "no list"
        wanted = markup.value(found.find(f"{_W}abstractNumId"))
        definition = self.definitions.get(wanted)
        apart = (f"{_W}nsid", f"{_W}tmpl", f"{_W}name", f"{_W}styleLink", f"{_W}numStyleLink")
        levels = [] if definition is None else [_plain(one) for one in definition if one.tag not in apart]
        overrides = [_plain(one) for one in found.iterfind(f"{_W}lvlOverride")]
        places = [
            self.order.setdefault(key, len(self.order)) for key in (f"list {number}", f"levels {wanted}")
        ]
        digest = hashlib.sha1(repr((levels, overrides)).encode(), usedforsecurity=False).hexdigest()
        return digest, *places

    def style_name(self, name: str) -> str:
        style = self.styles.get(name)
        found = "" if style is None else markup.value(style.find(f"{_W}name")).removesuffix(" (before)")
        return "" if found in _UNNAMED else found


class _Story:
    def __init__(self, file: _File, part: str) -> None:
        self.file, self.part = file, part

    def blocks(self, container: etree._Element) -> Iterator[Shown]:
        for child in container:
            if child.tag in _IGNORED:
                continue
            match str(child.tag).removeprefix(_W):
                case "p":
                    yield self.paragraph(child)
                case "tbl":
                    yield self.table(child)
                case "sdt":
                    yield ("control", self.control(child), *self.blocks(_inside(child)))
                case "sectPr":
                    yield self.section(child)
                case "tcPr":
                    continue
                case _:
                    yield self.other(child)

    # --- Paragraphs ---------------------------------------------------------------------------------------

    def paragraph(self, element: etree._Element) -> Shown:
        own = element.find(f"{_W}pPr")
        name = markup.value(None if own is None else own.find(f"{_W}pStyle"))
        name = name if name in self.file.styles else self.file.default("paragraph")
        apart = (f"{_W}pStyle", f"{_W}rPr", f"{_W}sectPr")
        merged = self.file.of_style(name, "pPr") | self.file.properties(own, apart)
        numbered = self.file.list(merged.pop("list")) if "list" in merged else None
        section = None if own is None else own.find(f"{_W}sectPr")
        mark = self.look(None if own is None else own.find(f"{_W}rPr"), name)
        return (
            "paragraph",
            tuple(_stretches(self.content(element, name))),
            self.file.style_name(name),
            tuple(sorted(merged.items())),
            numbered,
            mark,
            None if section is None else self.section(section),
        )

    def look(self, own: etree._Element | None, paragraph_style: str) -> Shown:
        name = markup.value(None if own is None else own.find(f"{_W}rStyle"))
        below = self.file.of_style(paragraph_style, "rPr")
        character = self.file.of_style(name, "rPr")
        direct = self.file.properties(own, (f"{_W}rStyle",))
        merged = below | character
        for key in _toggled(below) & _toggled(character):
            merged[key] = "off"
        return self.file.style_name(name), tuple(sorted((_settled(merged) | _settled(direct)).items()))

    def content(self, element: etree._Element, style: str) -> Iterator[tuple[Shown, str | Shown]]:
        for child in element:
            if child.tag in _IGNORED or child.tag == f"{_W}pPr":
                continue
            match str(child.tag).removeprefix(_W):
                case "r":
                    look = self.look(child.find(f"{_W}rPr"), style)
                    for piece in child:
                        if piece.tag in (f"{_W}t", f"{_W}instrText"):
                            text = piece.text or ""
                            text = text if piece.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
                            code = piece.tag == f"{_W}instrText"
                            yield (("code",) if code else look, text)
                        elif piece.tag != f"{_W}rPr" and piece.tag not in _IGNORED:
                            yield look, self.other(piece)
                case "sdt":
                    inner = tuple(_stretches(self.content(_inside(child), style)))
                    yield None, ("control", self.control(child), inner)
                case "hyperlink" | "smartTag" | "fldSimple" | "customXml" | "dir" | "bdo":
                    yield (
                        None,
                        (child.tag, self.attributes(child), tuple(_stretches(self.content(child, style)))),
                    )
                case _:
                    yield None, self.other(child)

    def control(self, element: etree._Element) -> Shown:
        properties = element.find(f"{_W}sdtPr")
        ids = (f"{_W}id", f"{_W}placeholder")
        return () if properties is None else tuple(_plain(one) for one in properties if one.tag not in ids)

    def other(self, element: etree._Element) -> Shown:
        """Whatever is neither a paragraph nor a run, with the texts in it as texts."""
        local = etree.QName(element).localname
        if local in ("footnoteReference", "endnoteReference"):
            return local, tuple(self.note(local.removesuffix("Reference"), markup.value(element, "w:id")))
        if local == "txbxContent":
            return local, tuple(self.blocks(element))
        inner = [self.other(child) for child in element if child.tag not in _IGNORED]
        return str(element.tag), self.attributes(element), (element.text or "").strip(), tuple(inner)

    def attributes(self, element: etree._Element) -> Shown:
        drawn = etree.QName(element).localname in _DRAWN
        names = ("id", "type") if str(element.tag).startswith(_V) else ("id",) if drawn else ()
        found = {
            name: self.file.target(self.part, str(value)) if str(name).startswith(_R) else str(value)
            for name, value in element.attrib.items()
            if not any(word in str(name) for word in _SESSION) and name not in names
        }
        return tuple(sorted(found.items()))

    def note(self, kind: str, number: str) -> Iterator[Shown]:
        for part in self.file.package.related(f"{kind}s"):
            for note in self.file.package.tree(part).iterfind(f"{_W}{kind}"):
                if markup.value(note, "w:id") == number:
                    yield from _Story(self.file, part).blocks(note)

    # --- Tables -------------------------------------------------------------------------------------------

    def table(self, element: etree._Element) -> Shown:
        own = element.find(f"{_W}tblPr")
        name = markup.value(None if own is None else own.find(f"{_W}tblStyle"))
        name = name or self.file.default("table")
        grid = [markup.value(one, "w:w") for one in element.iterfind(f"{_W}tblGrid/{_W}gridCol")]
        return (
            "table",
            tuple(self.rows(element)),
            self.file.rest_of_style(name),
            _sorted(self.file.properties(own, (f"{_W}tblStyle",))),
            tuple(grid),
        )

    def rows(self, element: etree._Element) -> Iterator[Shown]:
        for row in element:
            if row.tag == f"{_W}tr":
                cells = tuple(self.cells(row))
                own = (self.file.properties(row.find(f"{_W}{tag}")) for tag in ("trPr", "tblPrEx"))
                yield ("row", cells, *map(_sorted, own))
            elif row.tag == f"{_W}sdt":
                yield ("control", self.control(row), *self.rows(_inside(row)))

    def cells(self, row: etree._Element) -> Iterator[Shown]:
        for cell in row:
            if cell.tag == f"{_W}tc":
                yield (
                    "cell",
                    tuple(self.blocks(cell)),
                    _sorted(self.file.properties(cell.find(f"{_W}tcPr"))),
                )
            elif cell.tag == f"{_W}sdt":
                yield ("control", self.control(cell), *self.cells(_inside(cell)))

    # --- Sections -----------------------------------------------------------------------------------------

    def section(self, element: etree._Element) -> Shown:
        edges = {f"{_W}{edge}" for edge in _EDGES}
        targets = self.file.package.targets(self.part)
        for reference in element:
            if reference.tag in edges:
                kind = f"{etree.QName(reference).localname} {markup.value(reference, 'w:type') or 'default'}"
                part = targets.get(reference.get(f"{_R}id", ""), "")
                if part in self.file.package:
                    blocks = tuple(_Story(self.file, part).blocks(self.file.package.tree(part)))
                    self.file.edges[kind] = blocks
        showing = {kind: blocks for kind, blocks in self.file.edges.items() if any(map(_says, blocks))}
        return (
            "section",
            _sorted(self.file.properties(element, edges)),
            tuple(sorted(showing.items(), key=repr)),
        )


def _bare(blocks: list[Shown]) -> Shown:
    """The last paragraph, if nothing stands in it."""
    last = blocks[len(blocks) - 2]
    return last if isinstance(last, tuple) and last[0] == "paragraph" and not last[1] else None


def _says(block: Shown) -> bool:
    """An empty header shows what none shows."""
    return not isinstance(block, tuple) or block[0] != "paragraph" or bool(block[1])


def _stretches(content: Iterable[tuple[Shown, str | Shown]]) -> Iterator[Shown]:
    """Texts that follow one another and look alike, as one."""
    look: Shown = None
    text = ""
    for own, piece in content:
        if isinstance(piece, str) and own == look:
            text += piece
            continue
        if text:
            yield look, text
        look, text = own, ""
        if isinstance(piece, str):
            text = piece
        else:
            look = _EMPTY
            yield own, piece
    if text:
        yield look, text


def _settled(properties: Mapping[str, str]) -> _Properties:
    """Properties that are on or off said one way."""
    return {
        key.removesuffix(f" {_W}val"): "off"
        if value in _OFF
        else "on"
        if key.removesuffix(f" {_W}val") in _TOGGLES
        else value
        for key, value in properties.items()
    }


def _toggled(properties: Mapping[str, str]) -> set[str]:
    return {key for key, value in properties.items() if key in _TOGGLES and value not in _OFF}


def _sorted(properties: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Properties in one order; a row that may be split says so or says nothing."""
    return tuple(sorted((key, value) for key, value in properties.items() if (key, value) != _SPLITS))


def _inside(control: etree._Element) -> etree._Element:
    found = control.find(f"{_W}sdtContent")
    return control if found is None else found


def _plain(element: etree._Element) -> Shown:
    attributes = {
        str(name): str(value)
        for name, value in element.attrib.items()
        if not any(word in str(name) for word in _SESSION) and not str(name).endswith("tplc")
    }
    linked = element.tag == f"{_W}pStyle"
    inner = tuple(_plain(child) for child in element if child.tag not in _IGNORED)
    return str(element.tag), "" if linked else tuple(sorted(attributes.items())), element.text or "", inner
