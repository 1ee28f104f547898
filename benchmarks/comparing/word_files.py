"""Blocks of text → a Word file with real numbering, tables, a header and a footer."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

_DATE: Final = dt.datetime(2024, 6, 13)  # noqa: DTZ001 - python-docx writes it as it stands
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
_LIST: Final = 99
_LEVELS: Final = {  # kind of block → style, number format and label
    "heading": ("Heading 1", "decimal", "Article %1"),
    "paragraph": ("Body Text", "decimal", "%2."),
    "item": ("List", "lowerLetter", "(%3)"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or item with its text, or a table with its rows."""

    id: int
    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """All its words."""
        return " ".join((self.text, *(" ".join(row) for row in self.rows)))


def written(title: str, blocks: Sequence[Block]) -> bytes:
    """The same blocks give the same bytes."""
    document = docx.Document()
    _set_up(document, title)
    styles = {kind: document.styles[style] for kind, (style, *_) in _LEVELS.items()}
    for block in blocks:
        if block.kind == "table":
            _table(document, block.rows)
        else:
            document.add_paragraph(block.text, styles[block.kind])
    document.add_paragraph("Done in duplicate.")  # Word wants a paragraph after the last table
    buffer = io.BytesIO()
    document.save(buffer)
    return _dated(buffer.getvalue())


def _set_up(document: Document, title: str) -> None:
    document.styles["Normal"].font.size = Pt(12)
    _number(document)
    document.core_properties.created = document.core_properties.modified = _DATE
    document.add_heading(title, 0)
    document.sections[0].header.paragraphs[0].text = title
    document.sections[0].footer.paragraphs[0].text = "For official use"


def _number(document: Document) -> None:
    """One list with three levels, to which the styles belong."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{document.styles[style].style_id}"/><w:lvlText w:val="{label}"/></w:lvl>'
        for level, (style, form, label) in enumerate(_LEVELS.values())
    )
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    opening = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}">'
    kind = '<w:multiLevelType w:val="multilevel"/>'
    first.addprevious(parse_xml(f"{opening}{kind}{levels}</w:abstractNum>"))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>')
    )
    for level, (style, *_) in enumerate(_LEVELS.values()):
        properties = document.styles[style].element.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = level
        numbered.get_or_add_numId().val = _LIST


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _dated(data: bytes) -> bytes:
    """The package with the same date on every part: python-docx takes that of the clock."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_DATE), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
