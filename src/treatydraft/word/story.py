"""Walk one text of a Word file, its body or a note, and give its paragraphs in reading order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, TypeAlias

from lxml import etree

from treatydraft.word import changes, markup
from treatydraft.word.fields import Field, Fields, is_computed, target
from treatydraft.word.lists import Counts, Label
from treatydraft.word.received import (
    Change,
    Choice,
    Paragraph,
    Piece,
    Remark,
    RemarkKind,
    TablePlace,
    Words,
    plain,
)
from treatydraft.word.stylesheet import ParagraphLook, RunLook, Stylesheet
from treatydraft.word.symbols import readable, symbol

_W: Final = "{" + markup.NAMESPACES["w"] + "}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MANY_DIGITS: Final = 5  # no table has so many columns
_SOFT_HYPHEN: Final = "\u00ad"
_HYPHEN_THAT_HOLDS: Final = "\u2011"
_PLACE_OF_CURSOR: Final = "_GoBack"

_PARAGRAPH: Final = f"{_W}p"
_REMARKS: Final[dict[str, RemarkKind]] = {
    f"{_W}footnoteReference": "footnote",
    f"{_W}endnoteReference": "endnote",
    f"{_W}commentReference": "comment",
}
_PROPERTIES: Final = tuple(
    _W + tag
    for tag in (
        "pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rt",
        "rubyPr", "customXmlPr", "smartTagPr", "fldData", "ffData",
    )
)  # fmt: skip
FindRemark: TypeAlias = Callable[[RemarkKind, str], Remark | None]


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    look: ParagraphLook = field(default_factory=ParagraphLook)
    pieces: list[Piece] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    joins: bool = False  # the next paragraph goes on where this one ends
    new_page: bool = False
    is_mark_hidden: bool = False
    former_label: str | None = None  # where changes are rejected


@dataclass(slots=True)
class _Container:
    """What holds paragraphs of its own: the text, a cell or a text box."""

    place: TablePlace | None = None
    text_box: int = -1
    fields: Fields = field(default_factory=Fields)
    carried: _Open | None = None  # a paragraph that goes on in the next one


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    column: int = 0
    cell: int = 0


class Story:
    """Reads one text of a file."""

    def __init__(self, styles: Stylesheet, counts: Counts, choice: Choice, find_remark: FindRemark) -> None:
        self._styles = styles
        self._counts = counts
        self._choice = choice
        self._find_remark = find_remark
        self._done: list[Paragraph] = []
        self._containers = [_Container()]
        self._paragraphs: list[_Open] = [_Open()]  # the first takes what stands outside paragraphs
        self._looks: list[RunLook] = [RunLook()]
        self._tables: list[_Table] = []
        self._links: list[Field] = []
        self._changes: list[Change] = []
        self._bookmarks: list[str] = []  # between paragraphs
        self._new_page = False  # the next paragraph begins one
        self._table_count = self._box_count = 0

    def read(self, root: etree._Element) -> tuple[Paragraph, ...]:
        """The paragraphs of a text, those in text boxes after the one at which the box stands."""
        open_elements: list[tuple[etree._Element, Iterator[etree._Element]]] = [(root, iter(root))]
        while open_elements:
            element, children = open_elements[-1]
            child = next(children, None)
            if child is None:
                open_elements.pop()
                for box in self._leave(element):
                    self._containers.append(_Container(text_box=self._box_count))
                    self._box_count += 1
                    open_elements.append((box, iter(box)))
            elif self._enter(child):
                open_elements.append((child, iter(child)))
        self._end_container()
        return tuple(self._done)

    def _enter(self, element: etree._Element) -> bool:
        """Take an element; true where its children are to be read."""
        handler = self._ENTER.get(element.tag)
        return handler is None or handler(self, element)

    def _leave(self, element: etree._Element) -> list[etree._Element]:
        handler = self._LEAVE.get(str(element.tag))
        if handler is not None:
            handler(self, element)
        if element.tag == _PARAGRAPH:
            return self._end_paragraph()
        return []

    # --- Paragraphs -----------------------------------------------------------------------------------

    def _begin_paragraph(self, element: etree._Element) -> bool:
        properties = changes.paragraph_properties(element, self._choice)
        opened = _Open(self._styles.paragraph(properties))
        opened.former_label = changes.former_label(properties, self._choice)
        self._mark(opened, element.find(f"{_W}pPr/{_W}rPr"))
        self._carry(opened)
        opened.new_page, self._new_page = self._new_page or opened.look.new_page, False
        if properties is not None and (section := properties.find(f"{_W}sectPr")) is not None:
            self._new_page = markup.value(section.find(f"{_W}type")) != "continuous"
        self._paragraphs.append(opened)
        return True

    def _mark(self, opened: _Open, mark: etree._Element | None) -> None:
        """Take what the mark says with which a paragraph ends."""
        opened.joins = opened.look.drop_cap or not self._takes(mark)
        if mark is not None and mark.find(f"{_W}specVanish") is None:
            opened.is_mark_hidden = self._styles.run(opened.look.style_id, mark).hidden

    def _carry(self, opened: _Open) -> None:
        """Let a paragraph begin with what the one before it, whose mark is gone, left to it."""
        carried, self._containers[-1].carried = self._containers[-1].carried, None
        if carried is not None:
            opened.pieces, opened.bookmarks = carried.pieces, carried.bookmarks
            opened.boxes, opened.unread = carried.boxes, carried.unread
        opened.bookmarks += self._bookmarks
        self._bookmarks = []

    def _end_paragraph(self) -> list[etree._Element]:
        opened = self._paragraphs.pop()
        self._containers[-1].fields.end_paragraph()
        if opened.joins:
            self._containers[-1].carried = opened
            return []
        self._finish(opened)
        return opened.boxes[::-1]

    def _finish(self, opened: _Open) -> None:
        container, label = self._containers[-1], self._label(opened)
        self._done.append(
            Paragraph(
                pieces=tuple(opened.pieces),
                look=opened.look,
                label=label.text,
                bulleted=label.bullet,
                bookmarks=tuple(opened.bookmarks),
                place=container.place,
                text_box=container.text_box,
                new_page=opened.new_page,
                unread=tuple(opened.unread),
            )
        )

    def _label(self, opened: _Open) -> Label:
        if opened.former_label is not None:
            return Label(opened.former_label, bullet=False)
        # Word does not count a paragraph that it does not show.
        is_hidden = opened.is_mark_hidden and all(
            isinstance(piece, Words) and piece.look.hidden for piece in opened.pieces
        )
        label = None
        if opened.look.list_id and not is_hidden:
            label = self._counts.label(opened.look.list_id, opened.look.level or 0)
        return label or Label("", bullet=False)

    def _end_container(self) -> None:
        """Finish a paragraph after which none follows to go on with, and what stands outside of any."""
        carried = self._containers[-1].carried
        self._containers[-1].carried = None
        if carried is not None and (plain(tuple(carried.pieces)).strip() or carried.unread):
            self._finish(carried)
        stray = self._paragraphs[0]
        if len(self._paragraphs) == 1 and (stray.pieces or stray.unread):
            self._paragraphs[0] = _Open()
            self._finish(stray)

    # --- Tables and boxes -----------------------------------------------------------------------------

    def _begin_table(self, _element: etree._Element) -> bool:
        self._end_container()
        self._tables.append(_Table(self._table_count))
        self._table_count += 1
        return True

    def _end_table(self, _element: etree._Element) -> None:
        self._tables.pop()

    def _begin_row(self, element: etree._Element) -> bool:
        properties = element.find(f"{_W}trPr")
        if not self._takes(properties):
            return False
        self._changes += self._kept(properties)
        if self._tables:
            table = self._tables[-1]
            before = None if properties is None else properties.find(f"{_W}gridBefore")
            table.row, table.column, table.cell = table.row + 1, _count(before, 0), 0
        return True

    def _end_row(self, element: etree._Element) -> None:
        self._end_kept(element.find(f"{_W}trPr"))

    def _begin_cell(self, element: etree._Element) -> bool:
        properties = element.find(f"{_W}tcPr")
        if not self._takes(properties):
            return False
        self._changes += self._kept(properties)
        place = None
        if self._tables:
            table = self._tables[-1]
            place = TablePlace(table.number, max(table.row, 0), table.column, table.cell)
        self._containers.append(_Container(place))
        return True

    def _end_cell(self, element: etree._Element) -> None:
        self._end_kept(element.find(f"{_W}tcPr"))
        self._end_container()
        self._containers.pop()
        if self._tables:
            self._tables[-1].cell += 1
            self._tables[-1].column += _count(element.find(f"{_W}tcPr/{_W}gridSpan"), 1)

    def _takes(self, properties: etree._Element | None) -> bool:
        """Whether a row, a cell or the mark of a paragraph is read, as its properties say."""
        found = changes.changes_in(properties)
        return not any(changes.is_dropped(one.kind, self._choice) for one in found)

    def _kept(self, properties: etree._Element | None) -> list[Change]:
        return changes.changes_in(properties) if self._choice == "kept" else []

    def _end_kept(self, properties: etree._Element | None) -> None:
        for _ in self._kept(properties):
            self._changes.pop()

    def _begin_box(self, element: etree._Element) -> bool:
        self._paragraphs[-1].boxes.append(element)
        return False

    def _end_box(self, _element: etree._Element) -> None:
        self._end_container()
        self._containers.pop()

    # --- Words ----------------------------------------------------------------------------------------

    def _begin_run(self, element: etree._Element) -> bool:
        properties = changes.run_properties(element, self._choice)
        self._looks.append(self._styles.run(self._paragraphs[-1].look.style_id, properties))
        return True

    def _end_run(self, _element: etree._Element) -> None:
        self._looks.pop()

    def _add(self, text: str) -> bool:
        fields = self._containers[-1].fields
        if text and not fields.is_hidden:
            words = Words(text, self._looks[-1], fields.target, changes.innermost(self._changes))
            self._paragraphs[-1].pieces.append(words)
        return False

    def _text(self, element: etree._Element) -> bool:
        text = (element.text or "").replace(_SOFT_HYPHEN, "").replace("\n", " ")
        return self._add(readable(text, self._looks[-1].font))

    def _deleted_text(self, element: etree._Element) -> bool:
        return False if changes.is_dropped("deleted", self._choice) else self._text(element)

    def _tab(self, _element: etree._Element) -> bool:
        return self._add("\t")

    def _break(self, element: etree._Element) -> bool:
        if markup.value(element, "w:type") in {"page", "column"}:
            opened = self._paragraphs[-1]
            is_first = not plain(tuple(opened.pieces)).strip()
            opened.new_page, self._new_page = opened.new_page or is_first, not is_first
        return self._add("\n")

    def _hyphen(self, _element: etree._Element) -> bool:
        return self._add(_HYPHEN_THAT_HOLDS)

    def _symbol(self, element: etree._Element) -> bool:
        return self._add(symbol(markup.value(element, "w:char"), markup.value(element, "w:font")))

    # --- Fields, links and bookmarks ------------------------------------------------------------------

    def _field_mark(self, element: etree._Element) -> bool:
        form = element.find(f"{_W}ffData")
        if form is not None:
            self._add(_chosen_in(form))
        instruction = self._containers[-1].fields.mark(markup.value(element, "w:fldCharType"))
        if is_computed(instruction):
            self._paragraphs[-1].unread.append("a number that only Word computes")
        return False

    def _instruction(self, element: etree._Element) -> bool:
        self._containers[-1].fields.instruct(element.text or "")
        return False

    def _begin_simple_field(self, element: etree._Element) -> bool:
        self._links.append(self._containers[-1].fields.link(target(markup.value(element, "w:instr"))))
        return True

    def _begin_link(self, element: etree._Element) -> bool:
        is_outside = element.get(markup.name("r:id")) is not None
        anchor = "" if is_outside else markup.value(element, "w:anchor")
        self._links.append(self._containers[-1].fields.link(anchor))
        return True

    def _end_link(self, _element: etree._Element) -> None:
        self._containers[-1].fields.close(self._links.pop())

    def _bookmark(self, element: etree._Element) -> bool:
        name = markup.value(element, "w:name")
        if name and name != _PLACE_OF_CURSOR:
            is_outside = len(self._paragraphs) == 1
            (self._bookmarks if is_outside else self._paragraphs[-1].bookmarks).append(name)
        return False

    # --- Remarks, changes and alternatives ------------------------------------------------------------

    def _remark(self, element: etree._Element) -> bool:
        kind = _REMARKS[str(element.tag)]
        found = self._find_remark(kind, markup.value(element, "w:id"))
        if found is not None:
            remark = replace(found, changes=changes.innermost(self._changes))
            self._paragraphs[-1].pieces.append(remark)
        return False

    def _begin_change(self, element: etree._Element) -> bool:
        change = changes.change(element)
        if changes.is_dropped(change.kind, self._choice):
            return False
        if self._choice == "kept":
            self._changes.append(change)
        return True

    def _end_change(self, _element: etree._Element) -> None:
        if self._choice == "kept":
            self._changes.pop()

    def _alternative(self, element: etree._Element) -> bool:
        parent = element.getparent()
        return parent is not None and _chosen(parent) is element

    def _other_part(self, element: etree._Element) -> bool:
        what = "a document of its own" if element.tag == f"{_W}subDoc" else "a part in another format"
        self._paragraphs[-1].unread.append(what)
        if len(self._paragraphs) == 1:
            self._end_container()
        return False

    def _skip(self, _element: etree._Element) -> bool:
        return False

    # What is done where an element begins and where it ends; others are entered, so that no word is lost.
    _ENTER: ClassVar[dict[str, Callable[["Story", etree._Element], bool]]] = {
        **dict.fromkeys(_PROPERTIES, _skip),
        **dict.fromkeys(changes.KINDS, _begin_change),
        **dict.fromkeys(_REMARKS, _remark),
        f"{_MC}Choice": _alternative,
        f"{_MC}Fallback": _alternative,
        _PARAGRAPH: _begin_paragraph,
        f"{_W}tbl": _begin_table,
        f"{_W}tr": _begin_row,
        f"{_W}tc": _begin_cell,
        f"{_W}txbxContent": _begin_box,
        f"{_W}r": _begin_run,
        f"{_W}t": _text,
        f"{_M}t": _text,
        f"{_W}delText": _deleted_text,
        f"{_W}tab": _tab,
        f"{_W}ptab": _tab,
        f"{_W}br": _break,
        f"{_W}cr": _break,
        f"{_W}noBreakHyphen": _hyphen,
        f"{_W}sym": _symbol,
        f"{_W}fldChar": _field_mark,
        f"{_W}instrText": _instruction,
        f"{_W}delInstrText": _instruction,
        f"{_W}fldSimple": _begin_simple_field,
        f"{_W}hyperlink": _begin_link,
        f"{_W}bookmarkStart": _bookmark,
        f"{_W}altChunk": _other_part,
        f"{_W}subDoc": _other_part,
    }
    _LEAVE: ClassVar[dict[str, Callable[["Story", etree._Element], None]]] = {
        **dict.fromkeys(changes.KINDS, _end_change),
        f"{_W}tbl": _end_table,
        f"{_W}tr": _end_row,
        f"{_W}tc": _end_cell,
        f"{_W}txbxContent": _end_box,
        f"{_W}r": _end_run,
        f"{_W}fldSimple": _end_link,
        f"{_W}hyperlink": _end_link,
    }


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    """The first alternative that holds text as Word knows it."""
    known = (f"{_W}*", f"{_M}*")
    return next((child for child in alternatives if next(child.iter(*known), None) is not None), None)


def _chosen_in(form: etree._Element) -> str:
    """What a form shows where the file holds no words for it: a box or an entry of a list."""
    box, entries = form.find(f"{_W}checkBox"), form.find(f"{_W}ddList")
    if box is not None:
        state = box.find(f"{_W}checked")
        state = box.find(f"{_W}default") if state is None else state
        is_off = state is None or markup.value(state) in {"0", "false", "off"}
        return "☐" if is_off else "☒"
    if entries is None:
        return ""
    chosen = entries.find(f"{_W}result")
    place = _count(entries.find(f"{_W}default") if chosen is None else chosen, 0)
    listed = [markup.value(entry) for entry in entries.iterfind(f"{_W}listEntry")]
    return listed[place] if place < len(listed) else ""


def _count(element: etree._Element | None, default: int) -> int:
    text = markup.value(element)
    return int(text) if text.isdecimal() and len(text) < _MANY_DIGITS else default
