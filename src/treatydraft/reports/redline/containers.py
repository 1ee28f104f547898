"""A text, a cell, a control or a note of both sides → its blocks with tracked changes.

What did not change comes back as `Kept`, so that whoever writes the part can leave its bytes alone.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from treatydraft.reports.redline.lines import Line, UnsplitError, line, shown
from treatydraft.reports.redline.ordering import Step, steps
from treatydraft.reports.redline.paragraphs import Pen, rewritten
from treatydraft.reports.redline.sharing import Kept, Written, shared
from treatydraft.reports.redline.side import Side, W
from treatydraft.reports.redline.signs import Signs
from treatydraft.reports.redline.tables import TableWriter
from treatydraft.reports.redline.tracking import Tag
from treatydraft.reports.redline.units import APART, MARKERS, Unit, units
from treatydraft.word import markup

_RANGES: Final[dict[Tag, str]] = {"moveFrom": "moveFromRange", "moveTo": "moveToRange"}


class Container:
    """Writes the blocks of one part, in whatever they stand."""

    def __init__(self, old: Side, new: Side, pen: Pen) -> None:
        self.old, self.new, self.pen = old, new, pen
        self.signs = Signs()

    def write(self, old: etree._Element, new: etree._Element) -> Iterator[Written]:
        """The blocks that lead from the old container to the new one, in order, markers too."""
        return shared(self._blocks(old, new), self.pen.tracker)

    def _blocks(self, old: etree._Element, new: etree._Element) -> Iterator[Written]:
        names: dict[int, str] = {}
        children, at = list(new), 0
        for step in steps(units(old, self.old), units(new, self.new)):
            if step.new:
                yield from self._markers(children, at, step.new[0].first)
                at = step.new[-1].first + len(step.new[-1].elements)
            yield from self._step(step, names)
        yield from self._markers(children, at, len(children))

    def _markers(self, children: Sequence[etree._Element], start: int, end: int) -> Iterator[Written]:
        for place, child in enumerate(children[start:end], start):
            if child.tag in MARKERS:
                yield Kept(Unit("region", (child,), self.new, place))

    def filled(self, old: etree._Element, new: etree._Element) -> etree._Element:
        """A copy of the new container with those blocks in it."""
        made = markup.emptied(new)
        made.extend(deepcopy(child) for child in new if child.tag in APART)
        for block in self.write(old, new):
            if isinstance(block, Kept):
                made.extend(map(deepcopy, block.unit.elements))
            else:
                made.append(block)
        return made

    def _step(self, step: Step, names: dict[int, str]) -> Iterator[Written]:
        match step.fate:
            case "same":
                yield from self._same(step.old, step.new)
            case "deleted":
                yield from self._whole(step.old, "del")
            case "inserted":
                yield from self._whole(step.new, "ins")
            case "moved from" | "moved to":
                name = names.setdefault(step.move, "") or self.pen.tracker.move_name()
                names[step.move] = name
                yield from self._moved(step, name)

    def _same(self, old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Written]:
        if len(old) == len(new) == 1 and old[0].key == new[0].key and not self._cites(old[0]):
            self._keep(old[0], new[0])
            yield Kept(new[0])
        elif new[0].kind == "paragraph":
            yield from self._paragraphs(old, new)
        elif new[0].kind == "table":
            yield from TableWriter(self).table(old[0], new[0])
        elif new[0].kind == "control" and _control_key(old[0]) == _control_key(new[0]):
            yield self._control(old[0].element, new[0].element)
        else:
            yield from self._whole(old, "del")
            yield from self._whole(new, "ins")

    def _cites(self, unit: Unit) -> bool:
        """Whether a block of the old text has bookmarks that must be put into the new one."""
        return unit.kind == "paragraph" and bool(self.pen.adopter.cites(unit.element))

    def _keep(self, old: Unit, new: Unit) -> None:
        """Note which notes stand in blocks that show the same, since the notes may differ."""
        for kind in ("footnote", "endnote"):
            ends = [
                [ref.get(f"{W}id", "") for one in unit.elements for ref in one.iter(f"{W}{kind}Reference")]
                for unit in (old, new)
            ]
            self.pen.notes.extend((kind, before, after) for before, after in zip(*ends, strict=True))

    def _paragraphs(self, old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Written]:
        try:
            before = [line(unit.element, self.old, self.signs) for unit in old]
            after = [line(unit.element, self.new, self.signs) for unit in new]
        except UnsplitError:
            yield from self._whole(old, "del")
            yield from self._whole(new, "ins")
            return
        same = len(before) == len(after) == 1 and _show_the_same(before[0], after[0])
        if same and not self._cites(old[0]):
            self._keep(old[0], new[0])
            yield Kept(new[0])
        else:
            yield from rewritten(before, after, self.pen)

    def _control(self, old: etree._Element, new: etree._Element) -> etree._Element:
        """A content control with other blocks in it."""
        made = markup.emptied(new)
        for child in new:
            before = old.find(f"{W}sdtContent")
            inside = child.tag == f"{W}sdtContent" and before is not None
            made.append(self.filled(before, child) if inside and before is not None else deepcopy(child))
        return made

    def _whole(self, found: Sequence[Unit], tag: Tag) -> Iterator[etree._Element]:
        """Units that only one side has."""
        for unit in found:
            for element in unit.elements:
                made = self._copied(element, tag)
                self.pen.tracker.block(made, tag)
                if made.tag == f"{W}sdt":
                    yield from self.pen.tracker.around_control(made, tag)
                else:
                    yield made

    def _copied(self, element: etree._Element, tag: Tag) -> etree._Element:
        if tag in ("ins", "moveTo"):
            return deepcopy(element)
        return self.adopted(element)

    def adopted(self, element: etree._Element) -> etree._Element:
        """A block of the old text for the new file."""
        return self.pen.adopter.element(element, self.old.part, self.new.part)

    def _moved(self, step: Step, name: str) -> Iterator[Written]:
        tag: Tag = "moveFrom" if step.old else "moveTo"
        unit = (step.old or step.new)[0]
        paragraph = self._copied(unit.element, tag)
        self.pen.tracker.whole_paragraph(paragraph, tag)
        start = self.pen.tracker.element(f"{_RANGES[tag]}Start")
        start.set(f"{W}name", name)
        end = etree.Element(f"{W}{_RANGES[tag]}End", {f"{W}id": start.get(f"{W}id", "")})
        paragraph.insert(1, start)
        yield paragraph
        yield end


def _control_key(unit: Unit) -> bytes:
    properties = unit.element.find(f"{W}sdtPr")
    return b"" if properties is None else unit.side.key(properties)


def _show_the_same(old: Line, new: Line) -> bool:
    """Whether paragraphs differ only in how their runs are cut."""
    return (
        old.text == new.text
        and list(shown(old)) == list(shown(new))
        and old.side.paragraph(old.properties) == new.side.paragraph(new.properties)
        and old.side.mark(old.properties) == new.side.mark(new.properties)
        and _section(old) == _section(new)
    )


def _section(of: Line) -> bytes | None:
    found = None if of.properties is None else of.properties.find(f"{W}sectPr")
    return None if found is None else of.side.section(found)
