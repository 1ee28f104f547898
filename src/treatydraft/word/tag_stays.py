"""Keep a paragraph in each cell, header or note that would have none if its blocks printed nothing."""

from dataclasses import dataclass

from lxml import etree

from treatydraft.word import markup, tag_text
from treatydraft.word.tag_places import CELL, PARAGRAPH

# Word refuses these without a paragraph; a cell must also end with one.
_HOLDERS = {
    CELL,
    *(markup.name(f"w:{local}") for local in ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")),
}
_TABLE = markup.name("w:tbl")
_ALTERNATIVE = ("for", "if")


@dataclass(slots=True)
class _Scan:
    """How the blocks nest up to a place in a holder, and what surely stands before it."""

    open_blocks: list[list[str]]
    stays: bool = False  # whether the last element outside all blocks is a paragraph

    def read(self, text: str) -> tuple[int, list[str]]:
        """Where the last tag in a text stands that closes an outermost block, and the words of the block."""
        closing: tuple[int, list[str]] = (-1, [])
        for span in tag_text.spans(text):
            word = tag_text.word(text[span.start : span.end])
            if word.startswith("end") and self.open_blocks:
                block = self.open_blocks.pop()
                closing = closing if self.open_blocks else (span.start, block)
            elif word in ("else", "elif") and self.open_blocks:
                self.open_blocks[-1].append(word)
            elif word in ("for", "if", "with", "macro", "call", "filter", "set"):
                self.open_blocks.append([word])
        return closing


def keep_a_paragraph(holder: etree._Element) -> None:
    """Give the last block of a holder an `else` with an empty paragraph where none surely stands in it."""
    if holder.tag not in _HOLDERS:
        return
    scan = _Scan([])
    closing = scan.read(holder.text or "")
    for child in holder:
        if not scan.open_blocks and child.tag in (PARAGRAPH, _TABLE):
            scan.stays = child.tag == PARAGRAPH
        closing = scan.read(child.tail or "")
    last = holder[-1] if len(holder) else None
    if last is not None and last.tag == _TABLE and holder.tag == CELL:
        etree.SubElement(holder, PARAGRAPH)
    elif not scan.stays:
        _add_else(holder, last, *closing)


def _add_else(holder: etree._Element, last: etree._Element | None, at: int, block: list[str]) -> None:
    text = (holder.text if last is None else last.tail) or ""
    if last is None and at < 0:
        etree.SubElement(holder, PARAGRAPH)
    elif at >= 0 and block[0] in _ALTERNATIVE and "else" not in block:
        paragraph = etree.SubElement(holder, PARAGRAPH)
        paragraph.tail = text[at:]
        _set_text_after(holder, last, f"{text[:at]}{{% else %}}")


def _set_text_after(holder: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        holder.text = text
    else:
        last.tail = text
