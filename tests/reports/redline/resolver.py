"""Take or refuse all tracked changes of a Word file: written apart from the code under test, to check it.

Where the standard leaves a choice it does as Word: a paragraph whose mark goes is joined with the next
one, whose properties stay; where none follows there is nothing to join with.
"""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package, open_package

W: Final = "{" + markup.NAMESPACES["w"] + "}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

INSERTED: Final = (f"{W}ins", f"{W}moveTo")
DELETED: Final = (f"{W}del", f"{W}moveFrom")
CHANGE_RECORDS: Final = tuple(
    f"{W}{name}Change"
    for name in ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "numbering")
)
# What records of a change leave alone: Word does not track these together with the other properties.
UNTRACKED: Final = {
    f"{W}pPrChange": (f"{W}rPr", f"{W}sectPr"),
    f"{W}rPrChange": (*INSERTED, *DELETED),
    f"{W}sectPrChange": (f"{W}headerReference", f"{W}footerReference"),
    f"{W}trPrChange": (f"{W}ins", f"{W}del"),
    f"{W}tcPrChange": (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge"),
}
REVISION_RANGES: Final = tuple(
    f"{W}{kind}Range{end}"
    for kind in (
        "moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo",
    )
    for end in ("Start", "End")
)  # fmt: skip
# Marks of no width that name a place in the text and belong to neither side of a change.
PLACES: Final = tuple(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    )
)  # fmt: skip
_PARTS: Final = ("header", "footer", "footnotes", "endnotes", "comments")


def stories(package: Package) -> Iterator[str]:
    """The parts that hold text: the main one first."""
    yield package.main()
    for kind in _PARTS:
        yield from package.related(kind)


Choice: TypeAlias = Literal["accepted", "rejected"]

_DELETED_TEXT: Final = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_PROPERTIES: Final = tuple(f"{W}{name}" for name in ("rPr", "trPr", "numPr"))
_VANISH_EMPTY: Final = tuple(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo", "sdtContent", "sdt", "r")
)
_NO_CONTENT: Final = (
    tuple(f"{W}{name}" for name in ("rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")) + PLACES
)
_MAY_BE_EMPTY: Final = tuple(f"{W}{name}" for name in ("rPr", "pPr", "trPr", "tblPrEx"))
_REMARKS: Final = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
_MERGES: Final = {"cont": "continue", "rest": "restart"}


def resolved(data: bytes, choice: Choice) -> Package:
    """The file as it is once every tracked change is accepted or rejected."""
    package = open_package(data)
    before = _references(package)
    for part in stories(package):
        resolve(package.tree(part), choice)
    after = _references(package)
    for (part_kind, kind), were, are in zip(_REMARKS, before, after, strict=True):
        _forget(package, part_kind, kind, were - are)
    return package


def resolve(root: etree._Element, choice: Choice) -> None:
    """Take or refuse the tracked changes of one text, in place."""
    dropped, kept = (DELETED, INSERTED) if choice == "accepted" else (INSERTED, DELETED)
    for record in list(root.iter(*CHANGE_RECORDS)):
        _settle(record, choice)
    _settle_controls(root, "Del" if choice == "accepted" else "Ins")
    for mark in list(root.iter(*REVISION_RANGES)):
        _remove(mark)
    _settle_numbers(root, choice)
    emptied = _settle_content(root, dropped)
    emptied += _settle_rows_and_cells(root, dropped, choice)
    _vanish(emptied)
    join_paragraphs(root, dropped)
    for mark in list(root.iter(*kept, *dropped)):  # of paragraphs, rows and numbers that stay
        _remove_property(mark)
    for text in root.iter(*_DELETED_TEXT):
        text.tag = _DELETED_TEXT[str(text.tag)]


# --- Remarks whose reference went -----------------------------------------------------------------------


def _references(package: Package) -> tuple[set[str], ...]:
    """The notes and comments to which the texts refer, by kind."""
    found: tuple[set[str], ...] = tuple(set() for _ in _REMARKS)
    tags = {f"{W}{kind}Reference": ids for (_, kind), ids in zip(_REMARKS, found, strict=True)}
    for part in stories(package):
        for reference in package.tree(part).iter(*tags):
            tags[str(reference.tag)].add(markup.value(reference, "w:id"))
    return found


def _forget(package: Package, part_kind: str, kind: str, ids: set[str]) -> None:
    if not ids:
        return
    for part in package.related(part_kind):
        for remark in package.tree(part).findall(f"{W}{kind}"):
            if markup.value(remark, "w:id") in ids:
                _remove(remark)
    if kind == "comment":
        for part in stories(package):
            for mark in list(package.tree(part).iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
                if markup.value(mark, "w:id") in ids:
                    _remove(mark)


def _settle_controls(root: etree._Element, kind: str) -> None:
    """Open the content controls into which a range of a dropped kind leads."""
    for start in list(root.iter(f"{W}customXml{kind}RangeStart")):
        control = start.getnext()
        content = None if control is None else control.find(f"{W}sdtContent")
        first = None if content is None else next(iter(content), None)
        leads_in = first is not None and markup.value(first, "w:id") == markup.value(start, "w:id")
        if control is not None and content is not None and leads_in:
            _replace(control, list(content))


# --- Properties -----------------------------------------------------------------------------------------


def _settle(record: etree._Element, choice: Choice) -> None:
    """Drop the record of a change, and where changes are rejected put back what it holds."""
    properties = record.getparent()
    if properties is None:
        return
    properties.remove(record)
    if choice == "rejected" and record.tag != f"{W}numberingChange":
        former = list(record[0]) if len(record) else []
        untracked = UNTRACKED.get(str(record.tag), ())
        for child in [child for child in properties if child.tag not in untracked]:
            properties.remove(child)
        if record.tag in {f"{W}pPrChange", f"{W}trPrChange"}:
            properties[0:0] = former
        else:
            properties.extend(former)
    _drop_if_empty(properties)


def _settle_numbers(root: etree._Element, choice: Choice) -> None:
    """Numbers that were given to a paragraph go where changes are rejected."""
    for numbering in list(root.iter(f"{W}numPr")):
        for mark in numbering.findall(f"{W}ins"):
            _remove(numbering if choice == "rejected" else mark)


def _remove_property(mark: etree._Element) -> None:
    properties = mark.getparent()
    if properties is not None:
        properties.remove(mark)
        _drop_if_empty(properties)


def _drop_if_empty(properties: etree._Element) -> None:
    holder = properties.getparent()
    if holder is not None and not len(properties) and properties.tag in _MAY_BE_EMPTY:
        holder.remove(properties)
        if holder.tag in _MAY_BE_EMPTY:
            _drop_if_empty(holder)


# --- Words ----------------------------------------------------------------------------------------------


def _settle_content(root: etree._Element, dropped: tuple[str, ...]) -> list[etree._Element]:
    """Drop or unwrap what stands around words; gives the elements that lost something."""
    emptied = []
    for change in list(root.iter(*INSERTED, *DELETED)):
        holder = change.getparent()
        if holder is None or holder.tag in _PROPERTIES or not _is_under(change, root):
            continue
        if change.tag in dropped:
            _replace(change, list(change.iter(*PLACES)))
            emptied.append(holder)
        else:
            _replace(change, list(change))
    return emptied


def _is_under(element: etree._Element, root: etree._Element) -> bool:
    """Whether an element still belongs to the text, and was not dropped with one around it."""
    top: etree._Element = element
    while (above := top.getparent()) is not None:
        top = above
    return top is root or top is root.getroottree().getroot()


def _replace(element: etree._Element, content: Iterable[etree._Element]) -> None:
    holder = element.getparent()
    if holder is not None:
        for place, child in enumerate(list(content), holder.index(element)):
            holder.insert(place, child)
        holder.remove(element)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def _vanish(emptied: Iterable[etree._Element]) -> None:
    """Drop the links, tags and controls from which everything was dropped."""
    for element in emptied:
        current: etree._Element | None = element
        while current is not None and current.tag in _VANISH_EMPTY and not _holds(current):
            holder = current.getparent()
            _replace(current, [child for child in current if child.tag in PLACES])
            current = holder


def _holds(element: etree._Element) -> bool:
    return any(child.tag not in _NO_CONTENT for child in element)


# --- Tables ---------------------------------------------------------------------------------------------


def _settle_rows_and_cells(
    root: etree._Element, dropped: tuple[str, ...], choice: Choice
) -> list[etree._Element]:
    emptied: list[etree._Element] = []
    gone = f"{W}cellDel" if choice == "accepted" else f"{W}cellIns"
    for mark in list(root.iter(f"{W}cellDel", f"{W}cellIns", f"{W}cellMerge")):
        if mark.tag == gone:
            _drop_cell(mark)
        elif mark.tag == f"{W}cellMerge":
            _merge(mark, choice)
        else:
            _remove_property(mark)
    for row in [row for row in root.iter(f"{W}tr") if _is_dropped(row, dropped)]:
        emptied += _drop_row(row)
    return emptied


def _is_dropped(row: etree._Element, dropped: tuple[str, ...]) -> bool:
    if row.find(f"{W}tc") is None and row.find(f".//{W}tc") is None:
        return True
    properties = row.find(f"{W}trPr")
    return properties is not None and any(child.tag in dropped for child in properties)


def _drop_cell(mark: etree._Element) -> None:
    cell = next(mark.iterancestors(f"{W}tc"), None)
    if cell is not None:
        _remove(cell)


def _merge(mark: etree._Element, choice: Choice) -> None:
    properties = mark.getparent()
    value = markup.value(mark, "w:vMerge" if choice == "accepted" else "w:vMergeOrig")
    if properties is None:
        return
    for present in properties.findall(f"{W}vMerge"):
        properties.remove(present)
    if value in _MERGES:
        merge = etree.Element(f"{W}vMerge", {f"{W}val": _MERGES[value]})
        properties.replace(mark, merge)
    else:
        properties.remove(mark)


def _drop_row(row: etree._Element) -> Iterator[etree._Element]:
    """Drop a row, and the table when it was the last one; gives what stood around the table."""
    table = next(row.iterancestors(f"{W}tbl"), None)
    _remove(row)
    if table is not None and table.find(f".//{W}tr") is None:
        holder = table.getparent()
        _remove(table)
        if holder is not None:
            yield holder


# --- Marks of paragraphs ---------------------------------------------------------------------------------

_PARAGRAPH: Final = f"{W}p"
_OWN_PROPERTIES: Final = f"{W}pPr"
# What may stand between two paragraphs that follow one another.
_BETWEEN: Final = (*PLACES, f"{W}proofErr")
_MAY_VANISH_BEFORE: Final = (f"{W}tbl", f"{W}sdt", f"{W}customXml")


def join_paragraphs(root: etree._Element, dropped: tuple[str, ...]) -> None:
    """Join each paragraph whose mark carries one of these changes with its next one.

    The properties of the next one stay, since Word keeps those of a paragraph in its mark; of several
    in a row those of the last. Where no paragraph follows, there is nothing to join with: one that still has
    content, or that ends its text, stays; one without content before a table goes.
    """
    for paragraph in [p for p in root.iter(_PARAGRAPH) if _loses_mark(p, dropped)]:
        following = _next(paragraph)
        if following is not None and following.tag == _PARAGRAPH:
            _join(paragraph, following)
        elif following is not None and following.tag in _MAY_VANISH_BEFORE and not _content(paragraph):
            _leave_places(paragraph)


def _loses_mark(paragraph: etree._Element, dropped: tuple[str, ...]) -> bool:
    mark = paragraph.find(f"{_OWN_PROPERTIES}/{W}rPr")
    return mark is not None and any(child.tag in dropped for child in mark)


def _next(paragraph: etree._Element) -> etree._Element | None:
    following = paragraph.getnext()
    while following is not None and following.tag in _BETWEEN:
        following = following.getnext()
    return following


def _content(paragraph: etree._Element) -> list[etree._Element]:
    return [child for child in paragraph if child.tag not in (_OWN_PROPERTIES, *_BETWEEN)]


def _join(paragraph: etree._Element, following: etree._Element) -> None:
    own = [child for child in paragraph if child.tag != _OWN_PROPERTIES]
    between = []
    while (sibling := paragraph.getnext()) is not None and sibling is not following:
        between.append(sibling)
        _remove(sibling)
    place = 1 if len(following) and following[0].tag == _OWN_PROPERTIES else 0
    for child in reversed([*own, *between]):
        following.insert(place, child)
    _remove(paragraph)


def _leave_places(paragraph: etree._Element) -> None:
    _replace(paragraph, [child for child in paragraph if child.tag in PLACES])
