"""Read a Word file that somebody sent: its text, notes, comments, headers, footers and title."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.lists import Lists
from treatydraft.word.package import Package, PackageError, open_package
from treatydraft.word.received import Choice, ReceivedFile, Remark, RemarkKind, plain
from treatydraft.word.story import Story
from treatydraft.word.stylesheet import Stylesheet

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_MACROS: Final = frozenset({"vbaProject", "wordVbaData"})
_PARTS: Final[dict[RemarkKind, str]] = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}


def receive(data: bytes, choice: Choice) -> ReceivedFile:
    """What a file says; raises `PackageError` where it is no Word file or is made to do harm."""
    package = open_package(data)
    root = package.tree(package.main())
    if root.tag != f"{_W}document":
        raise PackageError("the file is an Office file but no Word document; save it as .docx")
    return _Reception(package, choice).read(root)


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
            unread=tuple(self._unread()),
        )

    def _remark(self, kind: RemarkKind, key: str) -> Remark | None:
        element = self._remarks[kind].get(key)
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
        parts = self._package.targets(self._package.main())
        seen = {""}
        for reference in root.iter(f"{_W}{kind}Reference"):
            part = parts.get(reference.get(markup.name("r:id"), ""))
            if part is None or part not in self._package:
                continue
            text = self._text(self._package.tree(part))
            if text not in seen:
                seen.add(text)
                yield text

    def _text(self, root: etree._Element) -> str:
        story = Story(self._styles, self._lists.counts(), self._choice, _no_remark)
        lines = (plain(paragraph.pieces).strip() for paragraph in story.read(root))
        return "\n".join(filter(None, lines))

    def _title(self) -> str:
        for link in self._package.relationships():
            if not link.source and link.type == "core-properties" and link.target in self._package:
                return (self._package.tree(link.target).findtext(markup.name("dc:title")) or "").strip()
        return ""

    def _unread(self) -> Iterator[str]:
        if any(link.type in _MACROS for link in self._package.relationships()):
            yield "the macros of the file were not read"

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
