"""What docxtpl makes of a template, and the parts of Word files in a form in which only what shows counts."""

import copy
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from docxtpl import DocxTemplate, RichText
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from tests.word.known_faults import reading
from tests.word.known_faults.ooxml import NAMESPACES

from treatydraft.word.values import Rich, Run

_W: Final = f"{{{NAMESPACES['w']}}}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# Marks of a Word that once had the file open; nothing of them shows.
_TRACES: Final = (f"{_W}proofErr", f"{_W}lastRenderedPageBreak")
_STORIES: Final = ("document", "header", "footer", "footnotes")
# What must be unique and is not in docxtpl's loops: drawings, shapes and content controls.
_NUMBERED: Final = {
    f"{{{NAMESPACES['wp']}}}docPr": "id",
    f"{{{NAMESPACES['v']}}}shape": "id",
    f"{_W}id": f"{_W}val",
}


def by_docxtpl(
    template: bytes, context: Mapping[str, object], filters: Mapping[str, Callable[..., object]] | None = None
) -> bytes:
    """What docxtpl makes of a template, in the sandbox and with the escaping that it advises."""
    environment = ImmutableSandboxedEnvironment(autoescape=True)
    environment.filters.update(filters or {})
    document = DocxTemplate(io.BytesIO(template))
    document.render(_for_docxtpl(context), jinja_env=environment, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _for_docxtpl(value: object) -> object:
    match value:
        case Rich(pieces=pieces):
            rich = RichText()
            for piece in pieces:
                assert isinstance(piece, Run)
                rich.add(piece.text, style=piece.style or None)
            return rich
        case Mapping():
            return {key: _for_docxtpl(inside) for key, inside in value.items()}
        case list():
            return [_for_docxtpl(inside) for inside in value]
        case _:
            return value


def stories(data: bytes) -> dict[str, list[str]]:
    """Each part of a file that holds text, and its properties, in canonical form."""
    members = reading.members(data)
    texts = {
        name: _canonical(content)
        for name, content in members.items()
        if name.startswith(tuple(f"word/{kind}" for kind in _STORIES)) and name.endswith(".xml")
    }
    return {**texts, "properties": sorted(_properties(members["docProps/core.xml"]))}


def _properties(core: bytes) -> Iterator[str]:
    """Those that say something: docxtpl adds empty ones and the name of a library."""
    for element in etree.fromstring(core):
        if element.text:
            yield f"{etree.QName(element).localname}: {element.text}"


def _canonical(content: bytes) -> list[str]:
    root = copy.deepcopy(etree.fromstring(content))
    for element in list(root.iter(*_TRACES)):
        _parent(element).remove(element)
    for element in root.iter():
        _clean_attributes(element)
    for run in list(root.iter(f"{_W}r")):
        _join_texts(run)
    for parent in list(root.iter()):
        _join_runs(parent)
    return etree.tostring(root, method="c14n", exclusive=True).decode().replace("><", ">\n<").split("\n")


def _clean_attributes(element: etree._Element) -> None:
    for name in [name for name in element.attrib if str(name).startswith(f"{_W}rsid")]:
        del element.attrib[name]
    if element.tag == f"{_W}t":
        element.attrib[_SPACE] = "preserve"
    if element.tag in _NUMBERED:
        element.attrib[_NUMBERED[str(element.tag)]] = "0"
    if element.tag == f"{_W}tcPr":  # docxtpl puts its own first, which the schema does not allow
        element[:] = sorted(element, key=lambda child: str(child.tag))
    if element.tag not in (f"{_W}t", f"{_W}instrText"):
        element.text = (element.text or "").strip() or None
    element.tail = (element.tail or "").strip() or None


def _join_texts(run: etree._Element) -> None:
    """Texts that follow one another in a run are one; an empty one is none."""
    for text in run.findall(f"{_W}t"):
        before = text.getprevious()
        if not text.text:
            run.remove(text)
        elif before is not None and before.tag == text.tag:
            before.text = (before.text or "") + text.text
            run.remove(text)


def _join_runs(parent: etree._Element) -> None:
    """Runs of one look that follow one another are one; one without content is none."""
    for run in parent.findall(f"{_W}r"):
        content = [child for child in run if child.tag != f"{_W}rPr"]
        before = run.getprevious()
        if not content:
            parent.remove(run)
        elif before is not None and before.tag == run.tag and _look(before) == _look(run):
            before.extend(content)
            parent.remove(run)
            _join_texts(before)


def _look(run: etree._Element) -> bytes:
    properties = run.find(f"{_W}rPr")
    return b"" if properties is None or not len(properties) else etree.tostring(properties, method="c14n")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent
