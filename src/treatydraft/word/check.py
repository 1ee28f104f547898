"""Find what is well-formed in a Word file but wrong: fields without a bookmark, repeated ids, lost notes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import Package, open_package

_REF = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)")
_LONGEST_BOOKMARK = 40


def faults(data: bytes) -> tuple[str, ...]:
    """What Word would repair or show wrongly, a sentence each; raises `PackageError` for other files."""
    package = open_package(data)
    texts = [package.tree(part) for part in _text_parts(package)]
    return (
        *_tables(texts),
        *_bookmarks(texts),
        *_references(texts),
        *_ids(texts),
        *_notes(package),
        *_uses(package, texts),
    )


def field_codes(root: etree._Element) -> Iterator[str]:
    """The codes of the fields of a part, those that are cut over several runs joined."""
    for simple in root.iter(markup.name("w:fldSimple")):
        yield markup.value(simple, "w:instr")
    open_codes: list[list[str]] = []
    for element in root.iter(markup.name("w:fldChar"), markup.name("w:instrText")):
        if element.tag == markup.name("w:instrText"):
            if open_codes:
                open_codes[-1].append(element.text or "")
        elif markup.value(element, "w:fldCharType") == "begin":
            open_codes.append([])
        elif markup.value(element, "w:fldCharType") == "end" and open_codes:
            yield "".join(open_codes.pop())


def _text_parts(package: Package) -> tuple[str, ...]:
    kinds = ("header", "footer", "footnotes", "endnotes")
    return (package.main(), *(part for kind in kinds for part in package.related(kind)))


def _tables(texts: Iterable[etree._Element]) -> Iterator[str]:
    for root in texts:
        for table in root.iter(markup.name("w:tbl")):
            if table.find(markup.name("w:tr")) is None:
                yield "a table has no rows"
        for cell in root.iter(markup.name("w:tc")):
            if not len(cell) or cell[-1].tag != markup.name("w:p"):
                yield "a cell of a table does not end with a paragraph"


def _bookmarks(texts: Iterable[etree._Element]) -> Iterator[str]:
    starts = [mark for root in texts for mark in root.iter(markup.name("w:bookmarkStart"))]
    ends = Counter(
        markup.value(mark, "w:id") for root in texts for mark in root.iter(markup.name("w:bookmarkEnd"))
    )
    yield from _twice("bookmark", (markup.value(mark, "w:name").lower() for mark in starts))
    yield from _twice("bookmark id", (markup.value(mark, "w:id") for mark in starts))
    for mark in starts:
        name = markup.value(mark, "w:name")
        if ends[markup.value(mark, "w:id")] != 1:
            yield f"bookmark {name} does not end exactly once"
        if len(name) > _LONGEST_BOOKMARK:
            yield f"bookmark {name} has more than {_LONGEST_BOOKMARK} characters"


def _references(texts: Iterable[etree._Element]) -> Iterator[str]:
    texts = tuple(texts)
    marks = {
        markup.value(mark, "w:name") for root in texts for mark in root.iter(markup.name("w:bookmarkStart"))
    }
    for code in (code for root in texts for code in field_codes(root)):
        found = _REF.match(code)
        if found and found[1] not in marks:
            yield f"field {code.strip()} points to a bookmark that is not there"


def _ids(texts: Iterable[etree._Element]) -> Iterator[str]:
    drawings = [drawing for root in texts for drawing in root.iter(markup.name("wp:docPr"))]
    yield from _twice("drawing id", (drawing.get("id", "") for drawing in drawings))


def _notes(package: Package) -> Iterator[str]:
    parts = package.related("footnotes")
    notes = [note for part in parts for note in package.tree(part).iter(markup.name("w:footnote"))]
    kept = {markup.value(note, "w:id") for note in notes}
    used = [
        markup.value(m, "w:id") for m in package.tree(package.main()).iter(markup.name("w:footnoteReference"))
    ]
    yield from _twice("footnote", used)
    yield from (f"footnote {number} is not there" for number in used if number not in kept)


def _uses(package: Package, texts: Iterable[etree._Element]) -> Iterator[str]:
    styles = {markup.value(s, "w:styleId") for p in package.related("styles") for s in package.tree(p)}
    lists = {markup.value(n, "w:numId") for p in package.related("numbering") for n in package.tree(p)} | {
        "0"
    }
    roots = [*texts, *(package.tree(part) for part in package.related("styles"))]
    for root in roots:
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
            for use in root.iter(markup.name(tag)):
                if markup.value(use) not in styles:
                    yield f"style {markup.value(use)} is not there"
        for use in root.iter(markup.name("w:numId")):
            if markup.value(use) not in lists:
                yield f"list {markup.value(use)} is not there"


def _twice(what: str, values: Iterable[str]) -> Iterator[str]:
    return (f"{what} {value} stands {times} times" for value, times in Counter(values).items() if times > 1)
