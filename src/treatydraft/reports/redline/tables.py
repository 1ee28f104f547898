"""A table of both sides → one with changed cells, and with rows inserted and deleted whole."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from treatydraft.comparison.blocks import Block, align
from treatydraft.comparison.tokens import words
from treatydraft.reports.redline.side import Side, W
from treatydraft.reports.redline.units import Unit
from treatydraft.word import markup

if TYPE_CHECKING:
    from treatydraft.reports.redline.containers import Container

_APART: Final = tuple(
    f"{W}{name}" for name in ("tblPrChange", "trPrChange", "tcPrChange", "ins", "del", "cellIns", "cellDel")
)
_GRID: Final = (f"{W}tblGridChange",)


class TableWriter:
    """Writes the tables of a container."""

    def __init__(self, container: "Container") -> None:
        self.container = container
        self.old, self.new = container.old, container.new
        self.tracker, self.adopter = container.pen.tracker, container.pen.adopter

    def table(self, old: Unit, new: Unit) -> Iterator[etree._Element]:
        """The table, or both where they have other columns."""
        if not _same_columns(old.element, new.element):
            yield from self._replaced(old.element, new.element)
            return
        made = markup.emptied(new.element)
        rows = iter(self._rows(old.element, new.element))
        placed = False
        for child in new.element:
            if child.tag == f"{W}tr":
                if not placed:
                    made.extend(rows)
                    placed = True
            else:
                made.append(self._head(child, old.element))
        yield made

    def _replaced(self, old: etree._Element, new: etree._Element) -> Iterator[etree._Element]:
        gone = self.container.adopted(old)
        self.tracker.block(gone, "del")
        come = deepcopy(new)
        self.tracker.block(come, "ins")
        yield from (gone, come)

    def _head(self, child: etree._Element, old: etree._Element) -> etree._Element:
        """The properties of the table and its grid, with what they were."""
        made = deepcopy(child)
        before = old.find(child.tag)
        if child.tag == f"{W}tblPr":
            self._note_former(made, before, child)
        elif before is not None and self.old.table(before) != self.new.table(child):
            change = etree.SubElement(made, f"{W}tblGridChange", {f"{W}id": self.tracker.next_id()})
            inner = etree.SubElement(change, f"{W}tblGrid")
            inner.extend(deepcopy(one) for one in before if one.tag not in _GRID)
        return made

    def _note_former(
        self, made: etree._Element, before: etree._Element | None, after: etree._Element | None
    ) -> None:
        if self.old.table(before) != self.new.table(after):
            adopted = self.adopter.properties(before, self.old.part, self.new.part)
            self.tracker.former(made, adopted, _APART)

    def _rows(self, old: etree._Element, new: etree._Element) -> Iterator[etree._Element]:
        olds, news = list(old.iterfind(f"{W}tr")), list(new.iterfind(f"{W}tr"))
        found = align([_block(row, self.old) for row in olds], [_block(row, self.new) for row in news])
        beside = {
            match.new: match.old
            for match in found.matches
            if not match.moved and _same_cells(olds[match.old], news[match.new], self.old, self.new)
        }
        nexts = [len(olds)]  # of each new row, from the last: the old one that stays next
        for place in reversed(range(len(news))):
            nexts.append(beside.get(place, nexts[-1]))
        done = 0
        for place, row in enumerate(news):
            stays = nexts[len(news) - place]
            yield from self._deleted(olds[done:stays])
            done = stays
            if place in beside:
                yield self._row(olds[stays], row)
                done += 1
            else:
                made = deepcopy(row)
                self.tracker.row(made, "ins")
                yield made
        yield from self._deleted(olds[done:])

    def _deleted(self, rows: Sequence[etree._Element]) -> Iterator[etree._Element]:
        for row in rows:
            made = self.container.adopted(row)
            self.tracker.row(made, "del")
            yield made

    def _row(self, old: etree._Element, new: etree._Element) -> etree._Element:
        made = markup.emptied(new)
        cells = iter(old.iterfind(f"{W}tc"))
        before = old.find(f"{W}trPr")
        if new.find(f"{W}trPr") is None and self.old.table(before):
            self._note_former(etree.SubElement(made, f"{W}trPr"), before, None)
        for child in new:
            if child.tag == f"{W}tc":
                made.append(self._cell(next(cells), child))
            else:
                made.append(deepcopy(child))
                if child.tag == f"{W}trPr":
                    self._note_former(made[-1], before, child)
        return made

    def _cell(self, old: etree._Element, new: etree._Element) -> etree._Element:
        made = self.container.filled(old, new)
        before, after = old.find(f"{W}tcPr"), new.find(f"{W}tcPr")
        own = made.find(f"{W}tcPr")
        if own is None and self.old.table(before):
            own = etree.Element(f"{W}tcPr")
            made.insert(0, own)
        if own is not None:
            self._note_former(own, before, after)
        return made


def _block(row: etree._Element, side: Side) -> Block:
    text = " ".join(
        "".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.iterfind(f"{W}tc")
    )
    return Block(words(text), side.key(row) if not text.strip() else text)


def _same_columns(old: etree._Element, new: etree._Element) -> bool:
    counts = [len(table.findall(f"{W}tblGrid/{W}gridCol")) for table in (old, new)]
    others = [[one.tag for one in table if one.tag not in _TABLE_PARTS] for table in (old, new)]
    return counts[0] == counts[1] and others == [[], []]


_TABLE_PARTS: Final = (f"{W}tblPr", f"{W}tblGrid", f"{W}tr")
_SPANS: Final = tuple(f"{W}{name}" for name in ("gridSpan", "vMerge", "hMerge"))
_ROW_PARTS: Final = (f"{W}trPr", f"{W}tblPrEx", f"{W}tc")


def _same_cells(old: etree._Element, new: etree._Element, before: Side, after: Side) -> bool:
    """Whether two rows have the same cells, so that only what is in them differs."""
    if any(one.tag not in _ROW_PARTS for row in (old, new) for one in row):
        return before.key(old) == after.key(new)
    shapes = [
        [_spans(cell, side) for cell in row.iterfind(f"{W}tc")] for row, side in ((old, before), (new, after))
    ]
    return shapes[0] == shapes[1]


def _spans(cell: etree._Element, side: Side) -> list[bytes]:
    properties = cell.find(f"{W}tcPr")
    return [] if properties is None else [side.key(one) for one in properties if one.tag in _SPANS]
