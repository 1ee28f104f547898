"""What stands in a Word file, read without the code under test, and whether Word would have to repair it."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from openxml_audit import OpenXmlValidator
from tests.word.known_faults.ooxml import NAMESPACES

from treatydraft.word.check import faults

# Word opens files without a theme or a table of fonts, and ours need none.
_NO_THEME = "A required relationship type"
_SIGNS = {"tab": "\t", "noBreakHyphen": "\u2011", "cr": "\n"}
_UNIQUE = {
    "bookmark ids": ("w:bookmarkStart", "w:id"),
    "bookmark names": ("w:bookmarkStart", "w:name"),
    "drawing ids": ("wp:docPr", "id"),
    "paragraph ids": ("w:p", "w14:paraId"),
}
_PAIRS = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "moveFromRangeStart": "moveFromRangeEnd",
}


def members(data: bytes) -> dict[str, bytes]:
    """The parts of a file; a name that stands twice fails."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names)), "a part stands twice in the file"
        return {name: archive.read(name) for name in names}


def tree(data: bytes, part: str = "document") -> etree._Element:
    """The root of a part, read strictly."""
    name = part if "/" in part else f"word/{part}.xml"
    return etree.fromstring(members(data)[name])


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements of an XPath with the usual prefixes."""
    result = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(result, list)
    return [element for element in result if isinstance(element, etree._Element)]


def attribute(element: etree._Element, name: str) -> str:
    """An attribute with its prefix, empty where it is absent."""
    return element.get(_name(name), "")


def texts(data: bytes, part: str = "document", inside: str = "//w:p") -> list[str]:
    """The text of the paragraphs that an XPath finds, without what is in a text box or deleted."""
    return [text_of(paragraph) for paragraph in found(tree(data, part), inside)]


def body(data: bytes) -> list[str]:
    """The text of each paragraph of the text, tables and all."""
    return texts(data)


def text_of(paragraph: etree._Element) -> str:
    """The text of one paragraph as Word shows it: tabs, breaks and all."""
    return "".join(_signs(paragraph))


def _signs(element: etree._Element) -> Iterator[str]:
    for child in element:
        local = etree.QName(child).localname
        if local == "t":
            yield child.text or ""
        elif local in ("br", "cr"):
            yield "\f" if attribute(child, "w:type") == "page" else "\n"
        elif local in _SIGNS and etree.QName(element).localname == "r":
            yield _SIGNS[local]
        elif local not in ("pPr", "rPr", "pict", "AlternateContent", "del", "moveFrom", "sdtPr", "instrText"):
            yield from _signs(child)


def codes(data: bytes, part: str = "document") -> list[str]:
    """The codes of the fields of a part."""
    root = tree(data, part)
    joined: list[str] = []
    for element in root.iter(_name("w:fldChar"), _name("w:instrText"), _name("w:fldSimple")):
        local = etree.QName(element).localname
        if local == "fldSimple":
            joined.append(attribute(element, "w:instr"))
        elif local == "instrText":
            joined[-1] += element.text or ""
        elif attribute(element, "w:fldCharType") == "begin":
            joined.append("")
    return [" ".join(code.split()) for code in joined]


def run_look(data: bytes, words: str, part: str = "document") -> set[str]:
    """The properties of the run in which these words stand."""
    run = next(r for r in tree(data, part).iter(_name("w:r")) if words in text_of(r))
    return {etree.QName(child).localname for child in found(run, "w:rPr/*")}


def damage(data: bytes) -> list[str]:
    """What is repeated, unpaired or out of order: by a count of our own, our check, and the validator."""
    return [*_disorder(data), *faults(data), *audited(data)]


def audited(data: bytes) -> list[str]:
    """What the validator of the file format finds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        errors = map(str, OpenXmlValidator().validate(path).errors)
        return [error for error in errors if _NO_THEME not in error]


def _disorder(data: bytes) -> Iterator[str]:
    roots = {
        name: etree.fromstring(content)
        for name, content in members(data).items()
        if name.endswith((".xml", ".rels"))
    }
    text = [root for name, root in roots.items() if name.startswith("word/") and name.endswith(".xml")]
    for what, (tag, key) in _UNIQUE.items():
        values = Counter(
            element.get(_name(key) if ":" in key else key)
            for root in text
            for element in root.iter(_name(tag))
            if not any(ancestor.tag == _name("mc:Fallback") for ancestor in element.iterancestors())
        )
        yield from (f"{what}: {value} {n} times" for value, n in values.items() if value and n > 1)
    for root in text:
        yield from _unpaired(root)
        yield from _unbalanced(root)
    controls = Counter(attribute(e, "w:val") for root in text for e in found(root, "//w:sdtPr/w:id"))
    yield from (f"content control {value} {n} times" for value, n in controls.items() if n > 1)


def _unpaired(root: etree._Element) -> Iterator[str]:
    for start, end in _PAIRS.items():
        starts = Counter(attribute(e, "w:id") for e in root.iter(_name(f"w:{start}")))
        ends = Counter(attribute(e, "w:id") for e in root.iter(_name(f"w:{end}")))
        if starts != ends:
            yield f"{start} {dict(starts)}, {end} {dict(ends)}"


def _unbalanced(root: etree._Element) -> Iterator[str]:
    """Fields that begin and do not end within their paragraphs' part."""
    depth = 0
    for mark in root.iter(_name("w:fldChar")):
        depth += {"begin": 1, "end": -1}.get(attribute(mark, "w:fldCharType"), 0)
        if depth < 0:
            yield "a field ends that has not begun"
    if depth:
        yield "a field does not end"


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
