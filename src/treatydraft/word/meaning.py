"""What the ids in a Word file stand for, so that texts of two files can be compared by what they show.

A style id stands for its definition with all that it is based on, the id of a list for its levels, the id of
a relationship for its target, that of a note for its text.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package, rels_of

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
# What makes no difference to what a style or a list looks like.
_ADMINISTRATIVE: Final = frozenset(
    f"{_W}{name}"
    for name in (
        "name", "aliases", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
        "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "nsid",
        "tmpl", "styleLink", "numStyleLink", "basedOn",
    )
)  # fmt: skip
_MARKED: Final = re.compile(rb' (?:w:rsid\w*|w14:paraId|w14:textId|xmlns:\w+)="[^"]*"')

# A level names the paragraph style that is numbered by it; the style names its list, and that is what counts.
_LINKED: Final = re.compile(rb'<w:pStyle w:val="[^"]*"/>')


def plain_xml(element: etree._Element) -> bytes:
    """An element without the ids of editing sessions and without declarations."""
    return _MARKED.sub(b"", etree.tostring(element, with_tail=False))


class Meaning:
    """The definitions of one file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._styles: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self._known_targets: dict[str, dict[str, str]] = {}

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """The styles by their ids."""
        root = self.root("styles")
        if root is None:
            return {}
        return {style.get(f"{_W}styleId", ""): style for style in root.iterfind(f"{_W}style")}

    @cached_property
    def defaults(self) -> dict[str, str]:
        """The id of the default style of each type."""
        return {
            style.get(f"{_W}type", ""): name
            for name, style in self.styles.items()
            if style.get(f"{_W}default") in ("1", "true", "on")
        }

    def add_default(self, kind: str) -> None:
        """Give paragraphs or tables that name no style one that says nothing, in this view of the file."""
        name = next(f"Default{n}" for n in range(len(self.styles) + 1) if f"Default{n}" not in self.styles)
        style = etree.Element(f"{_W}style", {f"{_W}type": kind, f"{_W}styleId": name})
        etree.SubElement(style, f"{_W}name", {f"{_W}val": f"Default {kind}"})
        self.styles[name] = style
        self.defaults[kind] = name

    def style(self, name: str) -> str:
        """What a style looks like, with all that it is based on; empty for none."""
        if name not in self._styles:
            self._styles[name] = ""  # a style that is based on itself ends here
            found = self.styles.get(name)
            if found is not None:
                self._styles[name] = _digest(b"".join(self._style_parts(found)))
        return self._styles[name]

    def _style_parts(self, style: etree._Element) -> Iterator[bytes]:
        yield style.get(f"{_W}type", "").encode()
        for child in style:
            if child.tag not in _ADMINISTRATIVE:
                yield plain_xml(child) if child.find(f".//{_W}numId") is None else self._numbered(child)
        base = markup.value(style.find(f"{_W}basedOn"))
        if base:
            yield self.style(base).encode()

    def _numbered(self, properties: etree._Element) -> bytes:
        """Properties with the list that they name in place of its id."""
        number = markup.value(properties.find(f".//{_W}numId"))
        return re.sub(rb'<w:numId w:val="\d+"/>', self.list(number).encode(), plain_xml(properties))

    @cached_property
    def lists(self) -> dict[str, etree._Element]:
        """The lists, `w:num`, by their ids."""
        root = self.root("numbering")
        if root is None:
            return {}
        return {num.get(f"{_W}numId", ""): num for num in root.iterfind(f"{_W}num")}

    def levels(self, number: str) -> str:
        """The id of the levels of a list; lists that share them count together."""
        num = self.lists.get(number)
        return "" if num is None else markup.value(num.find(f"{_W}abstractNumId"))

    def list(self, number: str) -> str:
        """What the levels of a list look like; empty where there is no such list."""
        if number not in self._lists:
            self._lists[number] = self._list(number)
        return self._lists[number]

    def _list(self, number: str) -> str:
        num = self.lists.get(number)
        root = self.root("numbering")
        if num is None or root is None:
            return ""
        wanted = self.levels(number)
        abstract = next(
            (one for one in root.iterfind(f"{_W}abstractNum") if one.get(f"{_W}abstractNumId") == wanted),
            None,
        )
        parts = (
            [] if abstract is None else [plain_xml(one) for one in abstract if one.tag not in _ADMINISTRATIVE]
        )
        overrides = [plain_xml(one) for one in num.iterfind(f"{_W}lvlOverride")]
        return _digest(_LINKED.sub(b"", b"".join((*parts, *overrides))))

    def target(self, part: str, relation: str) -> str:
        """What a relationship of a part leads to: an address, or the content of the part there."""
        return self._targets(part).get(relation, "")

    def relation_to(self, part: str, target: str) -> str:
        """The id of a relationship of a part that leads to a target, as `target` gives it; empty for none."""
        return next((relation for relation, found in self._targets(part).items() if found == target), "")

    def relate(self, part: str, kind: str, target: str, *, external: bool) -> str:
        """Make a relationship of a part and give its id; `kind` is its whole type."""
        rels = rels_of(part)
        if rels not in self.package:
            self.package.replace(rels, f'<Relationships xmlns="{markup.NAMESPACES["pr"]}"/>'.encode())
        root = self.package.tree(rels)
        taken = {link.get("Id") for link in root}
        fresh = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        address = target if external else posixpath.relpath(target, posixpath.dirname(part) or ".")
        attributes = {"Id": fresh, "Type": kind, "Target": address}
        if external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, markup.name("pr:Relationship"), attributes)
        self._known_targets.pop(part, None)
        return fresh

    def _targets(self, part: str) -> dict[str, str]:
        if part not in self._known_targets:
            self._known_targets[part] = dict(self._read_targets(part))
        return self._known_targets[part]

    def _read_targets(self, part: str) -> Iterator[tuple[str, str]]:
        if rels_of(part) not in self.package:
            return
        for relation, kind, target in self.package.external(part):
            yield relation, f"{kind} {target}"
        for relation, target in self.package.targets(part).items():
            if target in self.package:
                yield relation, _digest(self.package.content(target))

    def notes(self, kind: str) -> dict[str, etree._Element]:
        """The footnotes or endnotes by their ids."""
        root = self.root(f"{kind}s")
        return (
            {} if root is None else {note.get(f"{_W}id", ""): note for note in root.iterfind(f"{_W}{kind}")}
        )

    def root(self, kind: str) -> etree._Element | None:
        """The root of the part of a kind, `styles` or `numbering`, where the file has one."""
        parts = self.package.related(kind)
        return self.package.tree(parts[0]) if parts else None


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()
