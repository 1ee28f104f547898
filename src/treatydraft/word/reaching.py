"""What a Word file holds besides words: links to load, embedded files, macros, fields that read files."""

from collections.abc import Iterator
from typing import Final

from treatydraft.word.active_fields import active_fields
from treatydraft.word.package import Package, Relationship

_MACROS: Final = frozenset({"vbaProject", "wordVbaData"})
_EMBEDDED: Final = {
    "oleObject": "embedded objects",
    "package": "embedded files",
    "control": "ActiveX controls",
    "aFChunk": "parts in another format",
}
_FIELD_SIGNS: Final = (b"nstrText", b"fldSimple")


def loaded(package: Package) -> Iterator[Relationship]:
    """What Word would load from outside the file."""
    return (link for link in package.relationships() if link.external and link.type != "hyperlink")


def embedded(package: Package) -> tuple[str, ...]:
    """The kinds of what lies in the file and is no text, macros first."""
    kinds = {link.type for link in package.relationships() if not link.external}
    macros = ("macros",) if kinds & _MACROS else ()
    return (*macros, *(name for kind, name in _EMBEDDED.items() if kind in kinds))


def fields_in(package: Package) -> tuple[str, ...]:
    """The kinds of fields with which Word reads other files, in all parts."""
    found: dict[str, None] = {}
    for part in package.names():
        content = package.content(part) if part.endswith(".xml") else b""
        if any(sign in content for sign in _FIELD_SIGNS):
            found.update(dict.fromkeys(active_fields(package.glance(part))))
    return tuple(found)
