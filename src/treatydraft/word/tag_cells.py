"""Turn the tags that merge or colour table cells into the properties of the cell in which they stand."""

from collections.abc import Iterable

from lxml import etree

from treatydraft.word import markup, tag_text
from treatydraft.word.tag_marks import put_before
from treatydraft.word.tag_places import CELL, PARAGRAPH, TEXT
from treatydraft.word.tag_runs import drop, set_text

_CELL_WORDS = ("colspan", "cellbg", "vm", "hm")
# The order in which Word's schema wants the properties of a cell.
_ORDER = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
    "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange",
)  # fmt: skip
_PROPERTIES, _SPAN = markup.name("w:tcPr"), markup.name("w:gridSpan")
_FIRST, _END = "{% if loop.first %}", "{% endif %}"


def set_cells(root: etree._Element) -> None:
    """Apply `{% colspan %}`, `{% cellbg %}`, `{% vm %}` and `{% hm %}`, and take them out of the text."""
    for text in list(root.iter(TEXT)):
        words = text.text or ""
        found = [tag for tag in tag_text.tags(words) if tag_text.word(tag) in _CELL_WORDS]
        cell = next(text.iterancestors(CELL), None) if found else None
        if cell is None:
            continue
        for tag in found:
            words = words.replace(tag, "")
            _set_cell(cell, tag_text.word(tag), tag_text.argument(tag))
        if words:
            set_text(text, words)
        else:
            drop(text)


def _set_cell(cell: etree._Element, word: str, argument: str) -> None:
    match word:
        case "colspan":
            _set(cell, "gridSpan", val=f"{{{{ {argument} }}}}")
        case "cellbg":
            _set(cell, "shd", val="clear", color="auto", fill=f"{{{{ {argument} }}}}")
        case "vm":
            _set(cell, "vMerge", val=f"{_FIRST}restart{{% else %}}continue{_END}")
            _show_first(cell.findall(PARAGRAPH))
        case _:
            span = markup.value(cell.find(f"{_PROPERTIES}/{_SPAN}"))
            _set(cell, "gridSpan", val=f"{{{{ {span + ' * ' if span else ''}loop.length }}}}")
            _surround(cell)


def _set(cell: etree._Element, local: str, **values: str) -> None:
    properties = cell.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        cell.insert(0, properties)
    attributes = {markup.name(f"w:{name}"): value for name, value in values.items()}
    markup.put(properties, etree.Element(markup.name(f"w:{local}"), attributes), _ORDER)


def _show_first(paragraphs: Iterable[etree._Element]) -> None:
    """What the first of merged cells holds is shown; the paragraphs of the others stay and are empty."""
    for paragraph in paragraphs:
        content = [child for child in paragraph if child.tag != markup.name("w:pPr")]
        if content:
            put_before(content[0], _FIRST)
            content[-1].tail = (content[-1].tail or "") + _END


def _surround(cell: etree._Element) -> None:
    """Of cells that are merged into one, only the first stays."""
    put_before(cell, _FIRST)
    cell.tail = f"{_END}{cell.tail or ''}"
