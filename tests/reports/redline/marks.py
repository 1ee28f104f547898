"""What a redline shows, read without the code under test, and the two texts that are in it."""

import re
from collections.abc import Iterator

from lxml import etree
from tests.word.known_faults.ooxml import NAMESPACES
from tests.word.known_faults.reading import tree

W = "{" + NAMESPACES["w"] + "}"
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_BRACKETS = {"ins": ("{+", "+}"), "del": ("[-", "-]"), "moveFrom": ("<-", "->"), "moveTo": ("<+", "+>")}
_SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011"}


def shown(data: bytes, part: str = "document") -> list[str]:
    """A line for each paragraph: `a [-b-]{+c+} d`, moves as `<-…->` and `<+…+>`, then `¶` and its mark."""
    return [_line(paragraph) for paragraph in tree(data, part).iter(f"{W}p")]


def _line(paragraph: etree._Element) -> str:
    text = "".join(_pieces(paragraph))
    for left, right in (("[-", "-]"), ("{+", "+}"), ("<-", "->"), ("<+", "+>")):
        text = text.replace(right + left, "")
    mark = [kind for kind in _TRACKED if paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None]
    return text + "".join(f"¶{kind}" for kind in mark)


def _pieces(element: etree._Element, kind: str = "") -> Iterator[str]:
    for child in element:
        name = etree.QName(child).localname
        if name in ("pPr", "rPr", "txbxContent"):
            continue
        if name in _TRACKED:
            yield from _pieces(child, name)
        elif name in ("t", "delText"):
            yield _marked(child.text or "", kind)
        elif name in _SIGNS:
            yield _marked(_SIGNS[name], kind)
        else:
            yield from _pieces(child, kind)


def _marked(text: str, kind: str) -> str:
    left, right = {
        "ins": ("{+", "+}"),
        "del": ("[-", "-]"),
        "moveFrom": ("<-", "->"),
        "moveTo": ("<+", "+>"),
    }.get(kind, ("", ""))
    return f"{left}{text}{right}"


def side(data: bytes, *, accepted: bool, part: str = "document") -> list[str]:
    """The paragraphs of one of the two texts, by a reading of the marks that shares no code with ours."""
    gone = ("del", "moveFrom") if accepted else ("ins", "moveTo")
    lines: list[str] = []
    open_line = ""
    for paragraph in tree(data, part).iter(f"{W}p"):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is not None and any(row.find(f"{W}trPr/{W}{kind}") is not None for kind in gone):
            continue
        if any(etree.QName(above).localname in gone for above in paragraph.iterancestors()):
            continue  # in a text box that goes as a whole
        open_line += "".join(
            (text.text or "") if text.tag in (f"{W}t", f"{W}delText") else _SIGNS[etree.QName(text).localname]
            for text in paragraph.iter(f"{W}t", f"{W}delText", *(f"{W}{sign}" for sign in _SIGNS))
            if not any(etree.QName(above).localname in gone for above in text.iterancestors())
            and next(text.iterancestors(f"{W}p")) is paragraph
        )
        if any(paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in gone):
            continue
        lines.append(open_line)
        open_line = ""
    return lines


def ids(data: bytes) -> list[str]:
    """The ids of all changes of a file, in all its texts."""
    kinds = "|".join((*_TRACKED, r"\w+Change", "moveFromRangeStart", "moveToRangeStart"))
    found: list[str] = []
    for part in _parts(data):
        source = etree.tostring(tree(data, part)).decode()
        found += re.findall(rf'<w:(?:{kinds}) [^>]*?w:id="(\d+)"', source)
    return found


def _parts(data: bytes) -> Iterator[str]:
    from tests.word.known_faults.reading import members  # noqa: PLC0415 - beside its only use

    for name in members(data):
        if re.fullmatch(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml", name):
            yield name
