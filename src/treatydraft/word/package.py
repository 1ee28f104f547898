"""Open a Word file that may come from anybody, and write one whose bytes depend on its content alone."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.unpacking import PackageError, refuse_dtd, refuse_many_elements, unpacked

_DEFLATE_LEVEL = 6
_CONTENT_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)<")
_FIRST_PARTS = (_CONTENT_TYPES, "_rels/.rels", "word/document.xml")
_OLD_OFFICE_FILE = bytes.fromhex("d0cf11e0")
_OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
_NEWEST = datetime(2107, 12, 31, tzinfo=UTC)
__all__ = ["RELATIONS", "Package", "PackageError", "Relationship", "open_package", "rels_of"]

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points to: another part by its name, or something outside the file."""

    source: str
    type: str  # the last word of the type: `header`, `hyperlink` …
    target: str
    external: bool


class Package:
    """The parts of a Word file by name; parts asked for as trees are written as these trees then stand."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._trees: dict[str, etree._Element] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    @property
    def parts(self) -> Mapping[str, bytes]:
        """The parts as they were unpacked."""
        return self._parts

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order in which they are written."""
        first = [part for part in _FIRST_PARTS if part in self._parts]
        return (*first, *sorted(self._parts.keys() - set(first)))

    def content(self, part: str) -> bytes:
        """The bytes of a part."""
        return markup.serialise(self._trees[part]) if part in self._trees else self._parts[part]

    def tree(self, part: str) -> etree._Element:
        """The root element of a part, to read or to change."""
        if part not in self._trees:
            self._trees[part] = self.glance(part)
        return self._trees[part]

    def glance(self, part: str) -> etree._Element:
        """The root element of a part, to read only: the part is written as it stood."""
        if part in self._trees:
            return self._trees[part]
        try:
            return markup.parse(self._parts[part])
        except etree.XMLSyntaxError as error:
            if "depth" in error.msg:
                raise PackageError(f"the part {part} is nested deeper than any document needs") from None
            raise PackageError(f"the part {part} is not well-formed XML: {error.msg}") from None

    def replace(self, part: str, content: bytes) -> None:
        """Give a part other bytes."""
        self._parts[part] = content
        self._trees.pop(part, None)

    def relationships(self) -> Iterator[Relationship]:
        """Every relationship of every part."""
        for rels in self.names():
            if rels.endswith(".rels"):
                yield from self._relationships_in(rels)

    def main(self) -> str:
        """The name of the part that holds the text."""
        found = [
            link.target for link in self.relationships() if not link.source and link.type == "officeDocument"
        ]
        if not found or found[0] not in self._parts:
            raise PackageError("the file has no text part, so it is not a Word document")
        return found[0]

    def related(self, kind: str) -> tuple[str, ...]:
        """The parts of one kind that the text uses: `styles`, `header` …; each once, by name."""
        main = self.main()
        links = [link for link in self.relationships() if link.source == main and link.type == kind]
        return tuple(sorted({link.target for link in links if link.target in self._parts}))

    def targets(self, source: str) -> dict[str, str]:
        """The parts that a part points to, by the ids of its relationships."""
        rels = rels_of(source)
        if rels not in self._parts:
            return {}
        folder = posixpath.dirname(source)
        return {
            link.get("Id", ""): _inside(folder, link.get("Target", ""))
            for link in self.tree(rels).iterfind(markup.name("pr:Relationship"))
            if link.get("TargetMode") != "External"
        }

    def content_type(self, part: str) -> str:
        """What the file says that a part is."""
        types = self.tree(_CONTENT_TYPES)
        for override in types.iterfind(markup.name("ct:Override")):
            if override.get("PartName") == f"/{part}":
                return override.get("ContentType", "")
        extension = part.rpartition(".")[2]
        defaults = types.iterfind(markup.name("ct:Default"))
        return next((d.get("ContentType", "") for d in defaults if d.get("Extension") == extension), "")

    def modified(self) -> datetime:
        """When the file was saved last, by its own word; 1980 where it does not say."""
        found = _MODIFIED.search(self.content(_CORE)) if _CORE in self else None
        try:
            return datetime.fromisoformat(found[1].decode()) if found else _OLDEST
        except ValueError:
            return _OLDEST

    def set_content_type(self, part: str, content_type: str) -> None:
        """Say what a part is."""
        types = self.tree(_CONTENT_TYPES)
        for override in types.findall(markup.name("ct:Override")):
            if override.get("PartName") == f"/{part}":
                types.remove(override)
        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(types, markup.name("ct:Override"), attributes)

    def add(self, part: str, content: bytes, content_type: str, relation: str, source: str = "") -> None:
        """Add a part and the relationship through which `source` (the whole file if empty) uses it."""
        self.replace(part, content)
        self.set_content_type(part, content_type)
        rels = rels_of(source)
        if rels not in self._parts:
            self._parts[rels] = f'<Relationships xmlns="{markup.NAMESPACES["pr"]}"/>'.encode()
        root = self.tree(rels)
        taken = {link.get("Id") for link in root}
        fresh = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        target = posixpath.relpath(part, posixpath.dirname(source) or ".")
        attributes = {"Id": fresh, "Type": relation, "Target": target}
        etree.SubElement(root, markup.name("pr:Relationship"), attributes)

    def external(self, source: str) -> Iterator[tuple[str, str, str]]:
        """The links of a part to something outside the file: id, whole type and target."""
        rels = rels_of(source)
        if rels in self._parts:
            for link in self.tree(rels).iterfind(markup.name("pr:Relationship")):
                if link.get("TargetMode") == "External":
                    yield link.get("Id", ""), link.get("Type", ""), link.get("Target", "")

    def remove(self, part: str) -> None:
        """Take a part out of the file, with its relationships and those that point to it."""
        for gone in (part, rels_of(part)):
            self._parts.pop(gone, None)
            self._trees.pop(gone, None)
        for rels in [name for name in self.names() if name.endswith(".rels")]:
            folder = rels.rpartition("_rels/")[0]
            for link in list(self.tree(rels)):
                if link.get("TargetMode") != "External" and _inside(folder, link.get("Target", "")) == part:
                    self.tree(rels).remove(link)
        types = self.tree(_CONTENT_TYPES)
        for override in types.findall(markup.name("ct:Override")):
            if override.get("PartName") == f"/{part}":
                types.remove(override)

    def write(self, timestamp: datetime = _OLDEST) -> bytes:
        """The file: the same parts at the same timestamp give the same bytes."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_DEFLATE_LEVEL) as archive:
            for part in self.names():
                info = zipfile.ZipInfo(part, _zip_time(timestamp))
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0  # else the file would tell on which system it was made
                archive.writestr(info, self.content(part), compresslevel=_DEFLATE_LEVEL)
        return buffer.getvalue()

    def _relationships_in(self, rels: str) -> Iterator[Relationship]:
        folder, _, file = rels.rpartition("_rels/")
        source = folder + file.removesuffix(".rels")
        for link in self.tree(rels).iterfind(markup.name("pr:Relationship")):
            external = link.get("TargetMode") == "External"
            target = link.get("Target", "")
            kind = link.get("Type", "").rpartition("/")[2]
            yield Relationship(source, kind, target if external else _inside(folder, target), external)


def open_package(data: bytes) -> Package:
    """The parts of a Word file; raises `PackageError` where it is none or is made to do harm."""
    if not data:
        raise PackageError("the file is empty")
    if data.startswith(_OLD_OFFICE_FILE):
        raise PackageError(
            "the file is encrypted or in the old .doc format; save it as .docx without a password"
        )
    package = Package(unpacked(data))
    _check_content(package)
    return package


def _check_content(package: Package) -> None:
    if _CONTENT_TYPES not in package:
        raise PackageError("the file is a zip archive but no Word document")
    refuse_dtd(package.parts, (".xml", ".rels"))
    refuse_many_elements(package.parts)
    package.main()


@lru_cache(maxsize=256)
def rels_of(part: str) -> str:
    """The name of the part that holds the relationships of a part."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def _zip_time(timestamp: datetime) -> tuple[int, int, int, int, int, int]:
    moment = timestamp.replace(tzinfo=UTC) if timestamp.tzinfo is None else timestamp.astimezone(UTC)
    moment = min(max(moment, _OLDEST), _NEWEST)
    return (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
