"""Write what a Word file says about itself: its subject, language and dates, and no person or machine."""

from datetime import UTC, datetime

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.manuscript import Properties
from treatydraft.word.package import Package

CORE = "docProps/core.xml"
_OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>treatydraft</Application></Properties>"
)


def clear(package: Package) -> None:
    """Take from a template what it says about itself; `core` gives what stands there instead."""
    for part in _related(package, "core-properties"):
        package.remove(part)
    package.add(CORE, core(Properties(), "", _OLDEST), _CORE_TYPE, _CORE_RELATION)
    for part in _related(package, "extended-properties"):
        package.replace(part, _APPLICATION)


def core(properties: Properties, language: str, timestamp: datetime) -> bytes:
    """The part that says what a document is."""
    return markup.serialise(_core(properties, language, timestamp))


def _related(package: Package, kind: str) -> tuple[str, ...]:
    links = [link for link in package.relationships() if not link.source and link.type == kind]
    return tuple(link.target for link in links if link.target in package)


def _core(properties: Properties, language: str, timestamp: datetime) -> etree._Element:
    prefixes = {prefix: markup.NAMESPACES[prefix] for prefix in ("cp", "dc", "dcterms", "xsi")}
    root = etree.Element(markup.name("cp:coreProperties"), nsmap=prefixes)
    moment = timestamp.replace(tzinfo=UTC) if timestamp.tzinfo is None else timestamp.astimezone(UTC)
    for tag, text in (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:description", properties.description),
        ("dc:language", language),
        ("cp:category", properties.category),
        ("cp:contentStatus", properties.status),
    ):
        if text:
            etree.SubElement(root, markup.name(tag)).text = text
    for tag in ("dcterms:created", "dcterms:modified"):
        date = etree.SubElement(root, markup.name(tag), {markup.name("xsi:type"): "dcterms:W3CDTF"})
        date.text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return root
