"""Give a Word file the multilevel lists that number its styles, in place of those that its template shows."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from xml.sax.saxutils import quoteattr

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.manuscript import ListLevel
from treatydraft.word.package import RELATIONS, Package
from treatydraft.word.styles import Styles

_PART = "word/numbering.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_LIST_CODE = 0x54524400  # Word tells lists apart by a number of eight hex digits


def number_styles(
    package: Package, styles: Styles, lists: Sequence[Sequence[ListLevel]], unnumbered: Iterable[str]
) -> None:
    """Link each level of each list with its style, and take the numbers from the styles in `unnumbered`."""
    root = _root(package)
    names = {*unnumbered, *(level.style for levels in lists for level in levels)}
    replaced = {styles.list_of(name) for name in names} - {""}
    for name in sorted(names):
        styles.clear_list(name)
    _let_styles_number(package, {styles[name] for name in names})
    _drop(root, replaced - _used(package, styles))
    for levels in lists:
        list_id = _add(root, [_level(position, level, styles) for position, level in enumerate(levels)])
        for position, level in enumerate(levels):
            styles.set_list(level.style, list_id, position)


def _let_styles_number(package: Package, style_ids: set[str]) -> None:
    """Take from single paragraphs the number that LibreOffice writes there beside that of their style."""
    for properties in package.tree(package.main()).iter(markup.name("w:pPr")):
        own = properties.find(markup.name("w:numPr"))
        if own is not None and markup.value(properties.find(markup.name("w:pStyle"))) in style_ids:
            properties.remove(own)


def _root(package: Package) -> etree._Element:
    parts = package.related("numbering")
    if not parts:
        empty = f'<w:numbering xmlns:w="{markup.NAMESPACES["w"]}"/>'.encode()
        package.add(_PART, empty, _TYPE, f"{RELATIONS}numbering", package.main())
    return package.tree(*parts or (_PART,))


def _used(package: Package, styles: Styles) -> set[str]:
    """The lists that other styles and single paragraphs use."""
    parts = ("header", "footer", "footnotes", "endnotes")
    texts = (package.main(), *(part for kind in parts for part in package.related(kind)))
    roots = [styles.root, *(package.tree(part) for part in texts)]
    return {markup.value(found) for root in roots for found in root.iter(markup.name("w:numId"))}


def _drop(root: etree._Element, list_ids: set[str]) -> None:
    for number in root.findall(markup.name("w:num")):
        if markup.value(number, "w:numId") in list_ids:
            root.remove(number)
    kept = {
        markup.value(found)
        for found in root.iterfind(f"{markup.name('w:num')}/{markup.name('w:abstractNumId')}")
    }
    for abstract in root.findall(markup.name("w:abstractNum")):
        if markup.value(abstract, "w:abstractNumId") not in kept:
            root.remove(abstract)


def _add(root: etree._Element, levels: Sequence[etree._Element]) -> int:
    abstracts = root.findall(markup.name("w:abstractNum"))
    abstract_id = 1 + max((int(markup.value(old, "w:abstractNumId")) for old in abstracts), default=0)
    numbers = root.findall(markup.name("w:num"))
    list_id = 1 + max((int(markup.value(old, "w:numId")) for old in numbers), default=0)
    abstract = markup.fragment(
        f'<w:abstractNum w:abstractNumId="{abstract_id}"><w:nsid w:val="{_LIST_CODE + abstract_id:08X}"/>'
        '<w:multiLevelType w:val="multilevel"/></w:abstractNum>'
    )
    abstract.extend(levels)
    # The schema wants all definitions before all lists.
    root.insert(root.index(abstracts[-1]) + 1 if abstracts else 0, abstract)
    number = f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/></w:num>'
    place = root.index(numbers[-1]) + 1 if numbers else root.index(abstract) + 1
    root.insert(place, markup.fragment(number))
    return list_id


def _level(position: int, level: ListLevel, styles: Styles) -> etree._Element:
    text = level.text.replace("{}", f"%{position + 1}")
    restart = "" if level.restart is None else f'<w:lvlRestart w:val="{level.restart}"/>'
    element = markup.fragment(
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>{restart}'
        f'<w:pStyle w:val={quoteattr(styles[level.style])}/><w:suff w:val="{level.suffix}"/>'
        f'<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/></w:lvl>'
    )
    indent = styles.indent(level.style)
    if indent is not None:  # some programs take the indent from the list and not from the style
        properties = etree.SubElement(element, markup.name("w:pPr"))
        properties.append(deepcopy(indent))
    return element
