"""Read, make and write the XML of Word parts: prefixed names, a safe parser, children in schema order."""

from collections.abc import Sequence
from typing import Final, cast

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

_LONGEST_TEXT: Final = 10_000_000  # that libxml2 puts into a tree

# The order in which Word's schema wants the properties of a paragraph.
PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip


def name(prefixed: str) -> str:
    """The name that lxml knows: `w:p` with its namespace in braces."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def parse(xml: bytes) -> etree._Element:
    """The root of a part; entities stay unread and nothing is fetched."""
    return etree.fromstring(xml, _parser())


def check(xml: bytes) -> None:
    """As strict as `parse`, without making a tree, which takes nearly as long as the reading."""
    parser = _parser(cast("etree.ParserTarget", _Nothing()))  # any object with this method, says lxml
    etree.fromstring(xml, parser)
    # A parser without a tree only notes a prefix that stands for nothing, and takes a text of any length.
    if parser.error_log or len(xml) > _LONGEST_TEXT:
        parse(xml)


class _Nothing:
    """The target of a parser that only reads."""

    def close(self) -> None:
        """Give nothing as the result."""


def _parser(target: "etree.ParserTarget | None" = None) -> etree.XMLParser:
    return etree.XMLParser(
        target=target,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
    )


def serialise(root: etree._Element) -> bytes:
    """The bytes of a part as Word writes them."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fragment(xml: str) -> etree._Element:
    """One element written with the usual prefixes, such as `<w:num w:numId="1"/>`."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    element = parse(f"<root {declared}>{xml}</root>".encode())[0]
    etree.cleanup_namespaces(element)
    return element


def emptied(element: etree._Element) -> etree._Element:
    """An element of the same name, attributes and prefixes, with nothing in it."""
    made = etree.Element(element.tag, nsmap=cast("dict[str, str]", element.nsmap))
    made.attrib.update(element.attrib)
    return made


def value(element: etree._Element | None, attribute: str = "w:val") -> str:
    """An attribute, empty where the element or the attribute is absent."""
    return "" if element is None else element.get(name(attribute), "")


def put(parent: etree._Element, child: etree._Element, order: Sequence[str]) -> None:
    """Set a child in its place by the schema's order, instead of one of the same name."""
    local = etree.QName(child).localname
    for present in parent.findall(child.tag):
        parent.remove(present)
    later = set(order[order.index(local) + 1 :])
    place = next(
        (i for i, sibling in enumerate(parent) if etree.QName(sibling).localname in later), len(parent)
    )
    parent.insert(place, child)
