"""Read a Word file that somebody sent: its text, notes, comments, headers, footers and title."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.lists import Lists
from treatydraft.word.package import Package, PackageError, open_package
from treatydraft.word.reaching import embedded, fields_in, loaded
from treatydraft.word.received import Choice, ReceivedFile, Remark, RemarkKind, plain
from treatydraft.word.story import Story
from treatydraft.word.stylesheet import Stylesheet

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_ID: Final = markup.name("r:id")
_PARTS: Final[dict[RemarkKind, str]] = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_EXCERPT: Final = 60  # letters of a text, to find it again
_PICTURES: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_DRAWN: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
)
# What the strict form of the standard calls the same things.
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": markup.NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": markup.NAMESPACES["r"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


def receive(data: bytes, choice: Choice) -> ReceivedFile:
    """What a file says; raises `PackageError` where it is no Word file or is made to do harm."""
    package = open_package(data)
    _loosen(package)
    root = package.tree(package.main())
    if root.tag != f"{_W}document":
        raise PackageError("the file is an Office file but no Word document; save it as .docx")
    return _Reception(package, choice).read(root)


def _loosen(package: Package) -> None:
    """Give the parts of a file in the strict form the names that all others use."""
    for part in package.names():
        content = package.content(part) if part.endswith(".xml") else b""
        if _STRICT in content:
            for strict, usual in _STRICT_NAMES.items():
                content = content.replace(strict, usual)
            package.replace(part, content)


class _Reception:
    def __init__(self, package: Package, choice: Choice) -> None:
        self._package = package
        self._choice = choice
        styles = self._root("styles")
        language = "" if styles is None else _language(styles)
        self._lists = Lists(self._root("numbering"), language)
        self._styles = Stylesheet(styles, self._lists)
        self._remarks: dict[RemarkKind, dict[str, etree._Element]] = {
            kind: self._elements(kind) for kind in _PARTS
        }
        self._beside = self._lists.counts()  # of all texts besides the main one

    def read(self, root: etree._Element) -> ReceivedFile:
        story = Story(self._styles, self._lists.counts(), self._choice, self._remark)
        return ReceivedFile(
            paragraphs=story.read(root),
            headers=tuple(self._margins(root, "header")),
            footers=tuple(self._margins(root, "footer")),
            title=self._title(),
            unread=tuple(self._unread(root)),
        )

    def _remark(self, kind: RemarkKind, key: str) -> Remark | None:
        """A note or comment where it is first referred to; Word refers to each once."""
        element = self._remarks[kind].pop(key, None)
        if element is None:
            return None
        find = _no_remark if kind == "comment" else self._comment
        story = Story(self._styles, self._beside, self._choice, find)
        return Remark(kind, story.read(element), markup.value(element, "w:author"))

    def _comment(self, kind: RemarkKind, key: str) -> Remark | None:
        """A comment on a note; a note on a note would have no end."""
        return self._remark(kind, key) if kind == "comment" else None

    def _margins(self, root: etree._Element, kind: str) -> Iterator[str]:
        """The distinct headers or footers in the order in which the sections use them."""
        targets = self._package.targets(self._package.main())
        references = (targets.get(found.get(_ID, ""), "") for found in root.iter(f"{_W}{kind}Reference"))
        parts = dict.fromkeys(part for part in references if part in self._package)
        texts = dict.fromkeys(self._text(self._package.tree(part)) for part in parts)
        return filter(None, texts)

    def _text(self, root: etree._Element) -> str:
        story = Story(self._styles, self._lists.counts(), self._choice, _no_remark)
        lines = (plain(paragraph.pieces).strip() for paragraph in story.read(root))
        return "\n".join(filter(None, lines))

    def _title(self) -> str:
        for link in self._package.relationships():
            if not link.source and link.type == "core-properties" and link.target in self._package:
                return (self._package.tree(link.target).findtext(markup.name("dc:title")) or "").strip()
        return ""

    def _unread(self, root: etree._Element) -> Iterator[str]:
        for what in embedded(self._package):
            yield f"the {what} of the file were not read"
        for link in loaded(self._package):
            yield f"the file uses {link.target!r} ({link.type}), which was not fetched"
        for kind in fields_in(self._package):
            yield f"the file has a field {kind}, and what it reads was not fetched"
        for tags, what in ((_PICTURES, "pictures"), (_DRAWN, "charts or diagrams")):
            if next(root.iter(*tags), None) is not None:
                yield f"the {what} of the file were not read"
        yield from self._lost_remarks(root)

    def _lost_remarks(self, root: etree._Element) -> Iterator[str]:
        """Notes to which nothing refers, so that Word does not print them."""
        for kind, remarks in self._remarks.items():
            used = {markup.value(found, "w:id") for found in root.iter(f"{_W}{kind}Reference")}
            for key in remarks.keys() - used:
                if markup.value(remarks[key], "w:type") not in _SEPARATORS and (
                    text := self._text(remarks[key])
                ):
                    yield f"a {kind} stands nowhere in the text: “{text[:_EXCERPT]}”"

    def _root(self, kind: str) -> etree._Element | None:
        parts = self._package.related(kind)
        return self._package.tree(parts[0]) if parts else None

    def _elements(self, kind: RemarkKind) -> dict[str, etree._Element]:
        root = self._root(_PARTS[kind])
        return (
            {}
            if root is None
            else {markup.value(note, "w:id"): note for note in root.iterfind(f"{_W}{kind}")}
        )


def _no_remark(_kind: RemarkKind, _key: str) -> None:
    return None


def _language(styles: etree._Element) -> str:
    return markup.value(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang"))
