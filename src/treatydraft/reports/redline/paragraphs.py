"""Old and new paragraphs in one place → paragraphs whose tracked changes lead from the ones to the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from typing import Final, Literal, TypeAlias

from lxml import etree

from treatydraft.comparison.edits import Edit, edits
from treatydraft.comparison.tokens import tokens
from treatydraft.reports.redline.adopting import Adopter
from treatydraft.reports.redline.lines import NO_RUN, SPACE, Line, Run
from treatydraft.reports.redline.side import W
from treatydraft.reports.redline.signs import PARAGRAPH, is_sign
from treatydraft.reports.redline.tracking import Tag, Tracker

_State: TypeAlias = Literal["equal", "ins", "del"]
_APART_FROM_PARAGRAPH: Final = (f"{W}rPr", f"{W}sectPr", f"{W}pPrChange")
_APART_FROM_RUN: Final = (f"{W}rPrChange", f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_APART_FROM_SECTION: Final = (f"{W}headerReference", f"{W}footerReference", f"{W}sectPrChange")


@dataclass
class Pen:
    """What writing needs: the marks, the way from the old file, and the notes that stand in equal places."""

    tracker: Tracker
    adopter: Adopter
    notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, old id, new id


def rewritten(old: Sequence[Line], new: Sequence[Line], pen: Pen) -> list[etree._Element]:
    """The paragraphs: of one beside one, of one that was split, of several that were merged.

    The mark of the last paragraph of both sides is the same one.
    """
    return _Writer(old, new, pen).write()


class _Text:
    """The letters of several lines, with a sign for the mark of every paragraph."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.text = PARAGRAPH.join(line.text for line in lines)
        self.tokens = tokens(self.text)
        self.starts = list(accumulate(map(len, self.tokens), initial=0))
        self._offsets = list(accumulate((len(line.text) + 1 for line in lines), initial=0))[:-1]
        cuts = {cut for line, offset in zip(lines, self._offsets, strict=True) for cut in _cuts(line, offset)}
        self._cuts = sorted(cuts)

    def at(self, place: int) -> tuple[int, int]:
        """The line of a letter, and its place there."""
        number = bisect_right(self._offsets, place) - 1
        return number, place - self._offsets[number]

    def run(self, place: int) -> Run:
        """How the letter at a place is set."""
        number, within = self.at(place)
        line = self.lines[number]
        return line.runs[bisect_right(line.starts, within) - 1]

    def things(self, place: int) -> list[etree._Element]:
        """What the sign at a place stands for."""
        number, within = self.at(place)
        return self.lines[number].things[within]

    def cuts(self, span: range) -> list[int]:
        """Where within a span letters begin that cannot stand in a run with those before them."""
        return self._cuts[bisect_right(self._cuts, span.start) : bisect_left(self._cuts, span.stop)]


def _cuts(line: Line, offset: int) -> Iterator[int]:
    yield from (offset + start for start in line.starts)
    yield from (offset + place for place, _ in line.markers)
    for place in (*line.things, len(line.text)):
        yield from (offset + place, offset + place + 1)


def _stretches(span: range, cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The pieces of a span between cuts, each by its start and end."""
    return pairwise([span.start, *sorted(set(cuts)), span.stop]) if span else iter(())


class _Writer:
    def __init__(self, old: Sequence[Line], new: Sequence[Line], pen: Pen) -> None:
        self.old, self.new, self.pen = _Text(old), _Text(new), pen
        self.part, self.into = old[0].side.part, new[0].side.part
        self.content: list[tuple[_State, etree._Element]] = []
        self.done: list[etree._Element] = []
        self._places = {
            (number, place) for number, line in enumerate(new) for place, _ in line.markers
        }  # of the new text before which markers stand
        self._marked: dict[int, int] = {}  # of each new line: the markers that are set

    def write(self) -> list[etree._Element]:
        for edit in edits(self.old.tokens, self.new.tokens, exact=True):
            self._edit(edit)
        self._close_equal(len(self.old.lines) - 1, len(self.new.lines) - 1)
        return self.done

    def _edit(self, edit: Edit) -> None:
        old = range(self.old.starts[edit.old_start], self.old.starts[edit.old_end])
        new = range(self.new.starts[edit.new_start], self.new.starts[edit.new_end])
        if edit.op == "equal":
            self._equal(old, new)
            return
        self._changed(self.old, old, "del")
        self._changed(self.new, new, "ins")

    def _equal(self, old: range, new: range) -> None:
        shift = new.start - old.start
        cuts = (*self.new.cuts(new), *(cut + shift for cut in self.old.cuts(old)))
        for start, end in _stretches(new, cuts):
            if self.new.text[start] == PARAGRAPH:
                self._close_equal(self.old.at(start - shift)[0], self.new.at(start)[0])
            else:
                self._equal_run(start - shift, start, self.new.text[start:end])

    def _equal_run(self, first_old: int, first_new: int, text: str) -> None:
        self._markers(first_new)
        run, before = self.new.run(first_new), self.old.run(first_old)
        for element in self._elements(text, run, self.new, first_new):
            if element.tag == f"{W}r" and run is not NO_RUN and run.key != before.key:
                self._note_former(element, before)
            self.content.append(("equal", element))
        self._pair_notes(first_old, first_new, text)

    def _note_former(self, run: etree._Element, before: Run) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        former = self.pen.adopter.properties(before.properties, self.part, self.into)
        self.pen.tracker.former(properties, former, _APART_FROM_RUN)

    def _pair_notes(self, old: int, new: int, text: str) -> None:
        if not is_sign(text):
            return
        for kind in ("footnote", "endnote"):
            ends = [
                [ref for thing in side.things(place) for ref in thing.iter(f"{W}{kind}Reference")]
                for side, place in ((self.old, old), (self.new, new))
            ]
            for before, after in zip(*ends, strict=False):
                self.pen.notes.append((kind, before.get(f"{W}id", ""), after.get(f"{W}id", "")))

    def _changed(self, side: _Text, span: range, state: _State) -> None:
        for start, end in _stretches(span, side.cuts(span)):
            if side.text[start] == PARAGRAPH:
                self._close_changed(side, side.at(start)[0], state)
                continue
            if state == "ins":
                self._markers(start)
            for element in self._elements(side.text[start:end], side.run(start), side, start):
                self.content.append((state, element if state == "ins" else self._adopted(element)))

    def _adopted(self, element: etree._Element) -> etree._Element:
        return self.pen.adopter.element(element, self.part, self.into)

    def _elements(self, text: str, run: Run, side: _Text, place: int) -> Iterator[etree._Element]:
        """Letters as a run, or the things of a sign, in a run where they stood in one."""
        if not is_sign(text):
            yield _run(run, [_words(text)])
        elif run is NO_RUN:
            yield from (deepcopy(thing) for thing in side.things(place))
        else:
            yield _run(run, [deepcopy(thing) for thing in side.things(place)])

    # --- markers of the new text --------------------------------------------------------------------------

    def _markers(self, new: int) -> None:
        """Set the bookmarks and the like that stand before a letter."""
        number, within = self.new.at(new)
        self._markers_upto(number, within)

    def _markers_upto(self, number: int, within: int) -> None:
        markers = self.new.lines[number].markers
        done = self._marked.get(number, 0)
        while done < len(markers) and markers[done][0] <= within:
            self.content.append(("equal", deepcopy(markers[done][1])))
            done += 1
        self._marked[number] = done

    # --- marks of paragraphs ------------------------------------------------------------------------------

    def _close_equal(self, old: int, new: int) -> None:
        before, after = self.old.lines[old], self.new.lines[new]
        self._markers_upto(new, len(after.text))
        self._keep_cited(before)
        properties = deepcopy(after.properties)
        self.done.append(self._paragraph(after, with_former(before, after, properties, self.pen)))

    def _close_changed(self, side: _Text, number: int, state: _State) -> None:
        line = side.lines[number]
        if state == "ins":
            self._markers_upto(number, len(line.text))
            properties = deepcopy(line.properties)
        else:
            self._keep_cited(line)
            properties = self.pen.adopter.paragraph_properties(line.properties, self.part, self.into)
        tag: Tag = "ins" if state == "ins" else "del"
        marked = self.pen.tracker.mark(properties, tag)
        self.done.append(self._paragraph(line if state == "ins" else None, marked))

    def _keep_cited(self, old: Line) -> None:
        """Put the bookmarks that only the old text has around the paragraph, where its fields need them."""
        for name in self.pen.adopter.cites(old.paragraph):
            identity = self.pen.tracker.next_id()
            start = etree.Element(f"{W}bookmarkStart", {f"{W}id": identity, f"{W}name": name})
            self.content.insert(0, ("equal", start))
            self.content.append(("equal", etree.Element(f"{W}bookmarkEnd", {f"{W}id": identity})))

    def _paragraph(self, like: Line | None, properties: etree._Element | None) -> etree._Element:
        paragraph = etree.Element(f"{W}p")
        if like is not None:
            paragraph.attrib.update(like.paragraph.attrib)
        if properties is not None:
            paragraph.append(properties)
        for state, group in groupby(self.content, key=lambda one: one[0]):
            elements = [element for _, element in group]
            paragraph.extend(elements if state == "equal" else self.pen.tracker.around(elements, state))
        self.content = []
        return paragraph


def with_former(
    before: Line, after: Line, properties: etree._Element | None, pen: Pen
) -> etree._Element | None:
    """The properties of a new paragraph with what they were, where they were others."""
    old, new = before.side, after.side
    found = properties
    if old.mark(before.properties) != new.mark(after.properties):
        found = etree.Element(f"{W}pPr") if found is None else found
        _former_mark(found, before, after, pen)
    if before.properties is not None and found is not None:
        _former_section(found, before, after, pen)
    if old.paragraph(before.properties) != new.paragraph(after.properties):
        found = etree.Element(f"{W}pPr") if found is None else found
        adopted = pen.adopter.paragraph_properties(before.properties, old.part, new.part)
        pen.tracker.former(found, adopted, _APART_FROM_PARAGRAPH)
    return found


def _former_mark(properties: etree._Element, before: Line, after: Line, pen: Pen) -> None:
    marks = properties.find(f"{W}rPr")
    if marks is None:
        marks = etree.Element(f"{W}rPr")
        place = next(
            (n for n, one in enumerate(properties) if one.tag in _APART_FROM_PARAGRAPH), len(properties)
        )
        properties.insert(place, marks)
    own = None if before.properties is None else before.properties.find(f"{W}rPr")
    pen.tracker.former(marks, pen.adopter.properties(own, before.side.part, after.side.part), _APART_FROM_RUN)


def _former_section(properties: etree._Element, before: Line, after: Line, pen: Pen) -> None:
    assert before.properties is not None  # noqa: S101 - its caller has looked
    old, new = before.properties.find(f"{W}sectPr"), properties.find(f"{W}sectPr")
    if old is not None and new is not None and before.side.section(old) != after.side.section(new):
        pen.tracker.former(new, old, _APART_FROM_SECTION)


def _run(run: Run, content: Sequence[etree._Element]) -> etree._Element:
    made = etree.Element(f"{W}r")
    if run.properties is not None:
        made.append(deepcopy(run.properties))
    made.extend(content)
    return made


def _words(text: str) -> etree._Element:
    words = etree.Element(f"{W}t", {SPACE: "preserve"})
    words.text = text
    return words
