"""Add footnotes to a Word file, with the part that holds them where it has none yet."""

from collections.abc import Mapping

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.package import RELATIONS, Package

_PART = "word/footnotes.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = (
    f'<w:footnotes xmlns:w="{markup.NAMESPACES["w"]}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
    "</w:footnotes>"
)


def first_free(package: Package) -> int:
    """The first number that no note of the file has."""
    parts = package.related("footnotes")
    if not parts:
        return 1
    notes = package.tree(parts[0]).iterfind(markup.name("w:footnote"))
    return 1 + max((int(markup.value(note, "w:id")) for note in notes), default=0)


def add_notes(package: Package, notes: Mapping[int, str]) -> None:
    """Add notes, each as the XML of its paragraphs."""
    if not notes:
        return
    root = _root(package)
    for number, paragraphs in notes.items():
        root.append(markup.fragment(f'<w:footnote w:id="{number}">{paragraphs}</w:footnote>'))


def _root(package: Package) -> etree._Element:
    parts = package.related("footnotes")
    if not parts:
        package.add(_PART, _EMPTY.encode(), _TYPE, f"{RELATIONS}footnotes", package.main())
    return package.tree(*parts or (_PART,))
