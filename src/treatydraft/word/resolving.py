"""Accept or reject every tracked change of a Word part, as a person does who wants one text.

After ECMA-376 Part 1, 17.13.5 (revisions), and what Word does where that is silent: a paragraph whose mark
goes is joined with the one after it, whose properties stay; where nothing is left of it, it goes whole; and
where a table follows, or nothing, it keeps its mark. A table without rows goes, and so does a hyperlink,
a field or a content control that the change emptied.
"""

from collections.abc import Container, Iterable
from typing import Final, Literal, TypeAlias

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package

Resolution: TypeAlias = Literal["accept", "reject"]

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_INSERTED: Final = frozenset({f"{_W}ins", f"{_W}moveTo"})
_DELETED: Final = frozenset({f"{_W}del", f"{_W}moveFrom"})
_TRACKED: Final = _INSERTED | _DELETED
_CELLS: Final = {f"{_W}cellIns": "inserted", f"{_W}cellDel": "deleted"}
_FORMER: Final = tuple(
    f"{_W}{name}"
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange",
    )
)  # fmt: skip
_KEPT_BY_FORMER: Final[dict[str, tuple[str, ...]]] = {
    "pPrChange": (f"{_W}rPr", f"{_W}sectPr"),
    "sectPrChange": (f"{_W}headerReference", f"{_W}footerReference"),
    "trPrChange": (f"{_W}ins", f"{_W}del"),
    "tcPrChange": (f"{_W}cellIns", f"{_W}cellDel", f"{_W}cellMerge"),
    "rPrChange": (f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo"),
}
_MARKS: Final = tuple(
    f"{_W}{name}"
    for name in (
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "numberingChange",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd", "cellMerge",
    )
)  # fmt: skip
_PLAIN_NAMES: Final = {f"{_W}delText": f"{_W}t", f"{_W}delInstrText": f"{_W}instrText"}
_WRAPPERS: Final = frozenset(
    f"{_W}{name}"
    for name in ("hyperlink", "fldSimple", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_UNSEEN: Final = frozenset(
    f"{_W}{name}"
    for name in (
        "pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd",
        "permStart", "permEnd",
    )
)  # fmt: skip
_STORIES: Final = ("header", "footer", "footnotes", "endnotes", "comments")


def resolved(package: Package, resolution: Resolution) -> None:
    """Resolve every change in all texts of a file, in place."""
    main = package.main()
    for part in (main, *(part for kind in _STORIES for part in package.related(kind))):
        if is_tracked(package.content(part)):
            resolve(package.tree(part), resolution)


def is_tracked(xml: bytes) -> bool:
    """Whether a part may hold tracked changes."""
    return any(sign in xml for sign in (b":ins ", b":del ", b":move", b"Change ", b":cellIns", b":cellDel"))


def resolve(root: etree._Element, resolution: Resolution) -> None:
    """Resolve every change below an element, in place."""
    dropped = _DELETED if resolution == "accept" else _INSERTED
    _resolve_properties(root, resolution)
    _resolve_cells(root, "deleted" if resolution == "accept" else "inserted")
    empty = set(_empty_wrappers(root))
    _resolve_runs(root, dropped)
    _drop_emptied(root, empty)
    _resolve_rows(root, dropped)
    _resolve_controls(root, resolution)
    _resolve_paragraph_marks(root, dropped)
    _drop_emptied(root, empty)
    for mark in list(root.iter(*_MARKS)):
        _remove(mark)
    for former, plain in _PLAIN_NAMES.items():
        for element in root.iter(former):
            element.tag = plain


def _resolve_properties(root: etree._Element, resolution: Resolution) -> None:
    for change in list(root.iter(*_FORMER)):
        properties = change.getparent()
        if properties is None:
            continue
        if resolution == "reject":
            _restore(properties, change)
        else:
            properties.remove(change)
    if resolution == "reject":
        for mark in list(root.iter(f"{_W}ins")):
            parent = mark.getparent()
            if parent is not None and parent.tag == f"{_W}numPr":
                _remove(parent)


def _restore(properties: etree._Element, change: etree._Element) -> None:
    """Put the properties before a change in the place of those after it."""
    former = change[0] if len(change) else None
    kept = _KEPT_BY_FORMER.get(etree.QName(change).localname, ())
    stay = [child for child in properties if child.tag in kept]
    before = [] if former is None else [child for child in former if child.tag not in kept]
    for child in list(properties):
        properties.remove(child)
    if properties.tag == f"{_W}sectPr":
        properties.extend([*stay, *before])
        properties.attrib.clear()
        if former is not None:
            properties.attrib.update(former.attrib)
    elif properties.tag == f"{_W}rPr":
        properties.extend([*stay, *before])
    else:
        properties.extend([*before, *stay])


def _resolve_cells(root: etree._Element, dropped: str) -> None:
    for mark in list(root.iter(*_CELLS)):
        properties = mark.getparent()
        if properties is None:
            continue
        cell = properties.getparent()
        properties.remove(mark)
        if _CELLS[str(mark.tag)] == dropped and cell is not None:
            _remove(cell)


def _resolve_runs(root: etree._Element, dropped: Iterable[str]) -> None:
    """Unwrap or drop what is tracked around runs."""
    for change in list(root.iter(*_TRACKED)):
        if not len(change):
            continue
        if change.tag in dropped:
            _remove(change)
        else:
            _unwrap(change)


def _resolve_rows(root: etree._Element, dropped: Iterable[str]) -> None:
    for properties in list(root.iter(f"{_W}trPr")):
        marks = [child for child in properties if child.tag in _TRACKED]
        for mark in marks:
            properties.remove(mark)
        row = properties.getparent()
        if not len(properties) and marks:
            _remove(properties)
        if row is not None and any(mark.tag in dropped for mark in marks):
            table = row.getparent()
            _remove(row)
            if table is not None and table.find(f"{_W}tr") is None and not any(table.iter(f"{_W}tr")):
                _remove(table)


def _resolve_controls(root: etree._Element, resolution: Resolution) -> None:
    """Unwrap the content controls that go: a range of their own leads into them, and another out."""
    kinds = (
        ("customXmlDel", "customXmlMoveFrom")
        if resolution == "accept"
        else ("customXmlIns", "customXmlMoveTo")
    )
    for kind in kinds:
        ends = {end.get(f"{_W}id"): end for end in root.iter(f"{_W}{kind}RangeEnd")}
        for start in list(root.iter(f"{_W}{kind}RangeStart")):
            end = ends.get(start.get(f"{_W}id"))
            content = None if end is None else end.getparent()
            if content is None or content.tag != f"{_W}sdtContent" or content is start.getparent():
                continue
            control = content.getparent()
            if control is not None and control.getparent() is start.getparent():
                for apart in [one for one in control if one is not content]:
                    control.remove(apart)
                _unwrap(content)
                _unwrap(control)


def _resolve_paragraph_marks(root: etree._Element, dropped: Iterable[str]) -> None:
    for paragraph in list(root.iter(f"{_W}p")):
        marks = _mark_changes(paragraph)
        for mark in marks:
            properties = mark.getparent()
            assert properties is not None  # noqa: S101 - it was found there
            properties.remove(mark)
            _remove_if_bare(properties)
        if any(mark.tag in dropped for mark in marks):
            _join_with_next(paragraph)


def _mark_changes(paragraph: etree._Element) -> list[etree._Element]:
    properties = paragraph.find(f"{_W}pPr/{_W}rPr")
    return [] if properties is None else [child for child in properties if child.tag in _TRACKED]


def _join_with_next(paragraph: etree._Element) -> None:
    following = _next_block(paragraph)
    content = [child for child in paragraph if child.tag != f"{_W}pPr"]
    if following is not None and following.tag == f"{_W}p":
        place = 1 if following.find(f"{_W}pPr") is not None else 0
        for offset, child in enumerate(content):
            following.insert(place + offset, child)
        _remove(paragraph)
    elif not _shows_anything(paragraph) and not _ends_text(paragraph, following):
        _remove(paragraph)


def _next_block(paragraph: etree._Element) -> etree._Element | None:
    sibling = paragraph.getnext()
    while sibling is not None and sibling.tag not in (f"{_W}p", f"{_W}tbl", f"{_W}sdt", f"{_W}sectPr"):
        sibling = sibling.getnext()
    return None if sibling is None or sibling.tag == f"{_W}sectPr" else sibling


def _ends_text(paragraph: etree._Element, following: etree._Element | None) -> bool:
    """Whether it is the last block of a text, a cell or a note, which must be there."""
    parent = paragraph.getparent()
    return following is None and parent is not None and parent.tag != f"{_W}sdtContent"


def _shows_anything(paragraph: etree._Element) -> bool:
    return any(child.tag not in _UNSEEN and child.tag not in _MARKS for child in paragraph)


def _drop_emptied(root: etree._Element, empty: Container[etree._Element]) -> None:
    """Drop the links, fields and controls that were not empty before."""
    for wrapper in _empty_wrappers(root):
        if wrapper not in empty:
            _remove(wrapper)


def _empty_wrappers(root: etree._Element) -> list[etree._Element]:
    return [wrapper for wrapper in root.iter(*_WRAPPERS) if not _holds_content(wrapper)]


def _holds_content(wrapper: etree._Element) -> bool:
    inner = (
        child for child in wrapper if child.tag not in (f"{_W}sdtPr", f"{_W}sdtEndPr", f"{_W}smartTagPr")
    )
    return any(child.tag not in _UNSEEN and not _is_empty_wrapper(child) for child in inner)


def _is_empty_wrapper(element: etree._Element) -> bool:
    return element.tag in _WRAPPERS and not _holds_content(element)


def _remove_if_bare(properties: etree._Element) -> None:
    """Drop properties that only held the mark of a change: `w:rPr`, then `w:pPr`."""
    while not len(properties) and not properties.attrib and properties.tag in (f"{_W}rPr", f"{_W}pPr"):
        parent = properties.getparent()
        if parent is None:
            return
        parent.remove(properties)
        properties = parent


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - its caller has looked
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
