"""Go once through a part of a Word file: what it defines, what it uses, and what is wrong in it alone."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from lxml import etree

from treatydraft.word import markup

_LONGEST_BOOKMARK = 40
_LONGEST_QUOTE = 40
_FIRST_REFUSED_DIGIT = "8"  # Word refuses paragraph ids from 80000000 on
_NAMESPACES = {
    **markup.NAMESPACES,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_TARGET = re.compile(r'\s*(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"]+)')
_VARIABLE = re.compile(r'\s*(?:SET|ASK)\s+"?([^\s"]+)')  # fields that make a bookmark when they are updated


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def _names(*prefixed: str) -> frozenset[str]:
    return frozenset(map(_name, prefixed))


_WORD = _name("w:")
_PARAGRAPH, _TABLE, _ROW, _CELL = map(_name, ("w:p", "w:tbl", "w:tr", "w:tc"))
_BODY, _SECTION, _TEXT, _FALLBACK = map(_name, ("w:body", "w:sectPr", "w:t", "mc:Fallback"))
_ID, _NAMED, _CODE, _FIELD_TYPE = map(_name, ("w:id", "w:name", "w:instr", "w:fldCharType"))
_SIMPLE_FIELD, _FIELD_SIGN, _FIELD_TEXT = map(_name, ("w:fldSimple", "w:fldChar", "w:instrText"))
_WRAPPERS = _names("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")
_INLINE = _names("w:p", "w:r")
_HOLD_TEXT = _names("w:t", "w:delText", "w:instrText", "w:delInstrText", "w:fldData")

# libxml2 does these for the whole part at once; to visit each element here would take longer.
_relations = etree.XPath("//@r:*", namespaces=_NAMESPACES, smart_strings=False)
_paragraph_ids = etree.XPath("//@w14:paraId", namespaces=_NAMESPACES, smart_strings=False)
_shown_paragraph_ids = etree.XPath(
    "//@w14:paraId[not(ancestor::mc:Fallback)]", namespaces=_NAMESPACES, smart_strings=False
)
_styles = etree.XPath(
    "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val", namespaces=_NAMESPACES, smart_strings=False
)
_lists = etree.XPath("//w:numId/@w:val", namespaces=_NAMESPACES, smart_strings=False)
_texts_elsewhere = etree.XPath("//text()[not(parent::w:t)][normalize-space()]", namespaces=_NAMESPACES)
_elements_in_texts = etree.XPath("//w:t/*", namespaces=_NAMESPACES)
_misplaced = etree.XPath("//w:p/w:p|//w:r/w:p|//w:r/w:r", namespaces=_NAMESPACES)
_next_words = etree.XPath("string(following::w:t[1])", namespaces=_NAMESPACES, smart_strings=False)


@dataclass(slots=True)
class Survey:
    """What one part says; a name stands in the lists as often as it does in the part."""

    part: str
    defined: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # by kind
    used: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # by kind
    targets: dict[str, str] = field(default_factory=dict)  # bookmarks to which fields point, and the codes
    ends_in_section: bool = False
    faults: list[str] = field(default_factory=list)

    def blame(self, fault: str, element: etree._Element) -> None:
        """Note what is wrong with an element, and the words in it or after it, by which a person finds it."""
        words = "".join(map(str, element.itertext(_TEXT))).strip() or str(_next_words(element))
        quote = words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"
        self.faults.append(f"{fault}, in {self.part}" + (f" near “{quote}”" if quote else ""))


class _Walk:
    """What is open at a place of the part: ranges and fields."""

    def __init__(self, found: Survey) -> None:
        self.found = found
        self.ranges: dict[tuple[str, str], etree._Element] = {}
        self.fields: list[_Field] = []
        self.skipped: set[etree._Element] = set()

    def end_story(self) -> None:
        """A field ends in the text, the note or the comment in which it begins."""
        for open_field in self.fields:
            self.found.blame("a field begins and does not end", open_field.sign)
        self.fields.clear()

    def end_part(self) -> None:
        """A range ends in the part in which it begins."""
        self.end_story()
        for (kind, number), start in self.ranges.items():
            self.found.blame(f"{kind} {start.get(_NAMED, number)} does not end exactly once", start)


@dataclass(slots=True)
class _Field:
    """A field that is open."""

    sign: etree._Element
    code: list[str] = field(default_factory=list)
    has_result: bool = False


_Handler: TypeAlias = "Callable[[_Walk, etree._Element], None]"  # noqa: SLF001 - lxml names it no other way


def survey(part: str, root: etree._Element) -> Survey:
    """Go through a part, given its root."""
    found = Survey(part)
    walk = _Walk(found)
    skipped, handlers = walk.skipped, _HANDLERS
    for element in root.iter(*handlers):
        if not skipped or element not in skipped:
            handlers[element.tag](walk, element)
    walk.end_part()
    ids = _shown_paragraph_ids if walk.skipped else _paragraph_ids
    _note_paragraph_ids(found, _strings(ids(root)))
    found.used["relationship"] = _strings(_relations(root))
    found.used["style"] = _strings(_styles(root))
    found.used["list"] = _strings(_lists(root))
    _look_for_strays(found, root)
    return found


def field_codes(root: etree._Element) -> Iterator[str]:
    """The codes of the fields of a part, those that are cut over several runs joined."""
    for simple in root.iter(_SIMPLE_FIELD):
        yield simple.get(_CODE, "")
    open_codes: list[list[str]] = []
    for element in root.iter(_FIELD_SIGN, _FIELD_TEXT):
        if element.tag == _FIELD_TEXT:
            if open_codes:
                open_codes[-1].append(element.text or "")
        elif element.get(_FIELD_TYPE) == "begin":
            open_codes.append([])
        elif element.get(_FIELD_TYPE) == "end" and open_codes:
            yield "".join(open_codes.pop())


# --- What stands where Word does not look for it ------------------------------------------------------------


def _look_for_strays(found: Survey, root: etree._Element) -> None:
    for element in _elements(_elements_in_texts(root)):
        found.blame(f"{_short(element)} stands inside a text", element)
    for element in _elements(_misplaced(root)):
        _blame_place(found, element)
    for text, holder in _stray_texts(_texts_elsewhere(root)):
        found.blame(f"the text {text!r} stands outside any run, in {_short(holder)}", holder)


def _blame_place(found: Survey, element: etree._Element) -> None:
    holder = element.getparent()
    found.blame(f"{_short(element)} stands inside {'' if holder is None else _short(holder)}", element)


def _stray_texts(hits: object) -> Iterator[tuple[str, etree._Element]]:
    """Text in those elements of Word's own namespace that hold none, and these elements."""
    for hit in hits if isinstance(hits, list) else ():
        holder = hit.getparent()
        if hit.is_tail:
            holder = holder.getparent()
        tag = holder.tag
        if isinstance(tag, str) and tag.startswith(_WORD) and tag not in _HOLD_TEXT:
            yield str(hit).strip()[:_LONGEST_QUOTE], holder


def _short(element: etree._Element) -> str:
    return f"<w:{etree.QName(element).localname}>"


def _elements(hits: object) -> Iterator[etree._Element]:
    return (hit for hit in hits if etree.iselement(hit)) if isinstance(hits, list) else iter(())


def _strings(hits: object) -> list[str]:
    return hits if isinstance(hits, list) else []


# --- What is noted of each element --------------------------------------------------------------------------


def _defines(kind: str, attribute: str) -> _Handler:
    def note(walk: _Walk, element: etree._Element) -> None:
        walk.found.defined[kind].append(element.get(attribute, ""))

    return note


def _uses(kind: str, attribute: str) -> _Handler:
    def note(walk: _Walk, element: etree._Element) -> None:
        walk.found.used[kind].append(element.get(attribute, ""))

    return note


def _story(kind: str) -> _Handler:
    def note(walk: _Walk, element: etree._Element) -> None:
        walk.end_story()
        walk.found.defined[kind].append(element.get(_ID, ""))

    return note


def _note_paragraph_ids(found: Survey, ids: list[str]) -> None:
    found.defined["paragraph id"] = ids
    if ids and max(ids) >= _FIRST_REFUSED_DIGIT:  # all have eight digits, so the order of letters will do
        found.faults.append(f"paragraph id {max(ids)} is too large, in {found.part}")


def _starts(kind: str) -> _Handler:
    def note(walk: _Walk, element: etree._Element) -> None:
        number = element.get(_ID, "")
        walk.found.defined[f"{kind} id"].append(number)
        walk.ranges[kind, number] = element

    return note


def _ends(kind: str) -> _Handler:
    def note(walk: _Walk, element: etree._Element) -> None:
        number = element.get(_ID, "")
        if walk.ranges.pop((kind, number), None) is None:
            walk.found.blame(f"{kind} {number} ends where none is open", element)

    return note


def _bookmark(walk: _Walk, element: etree._Element) -> None:
    name = element.get(_NAMED, "")
    walk.found.defined["bookmark"].append(name.lower())  # for Word they are the same
    _start_bookmark(walk, element)
    if len(name) > _LONGEST_BOOKMARK:
        walk.found.blame(f"bookmark {name} has more than {_LONGEST_BOOKMARK} characters", element)


_start_bookmark = _starts("bookmark")


def _simple_field(walk: _Walk, element: etree._Element) -> None:
    _note_code(walk.found, element.get(_CODE, ""))


def _field_text(walk: _Walk, element: etree._Element) -> None:
    if walk.fields:
        walk.fields[-1].code.append(element.text or "")


def _field_sign(walk: _Walk, element: etree._Element) -> None:
    sign = element.get(_FIELD_TYPE)
    if sign == "begin":
        walk.fields.append(_Field(element))
    elif not walk.fields:
        walk.found.blame("a field has no begin", element)
    elif sign == "end":
        _note_code(walk.found, "".join(walk.fields.pop().code))
    elif walk.fields[-1].has_result:
        walk.found.blame("a field has two results", element)
    else:
        walk.fields[-1].has_result = True


def _note_code(found: Survey, code: str) -> None:
    if target := _TARGET.match(code):
        found.targets[target[1].lower()] = code.strip()
    elif variable := _VARIABLE.match(code):
        found.defined["variable"].append(variable[1].lower())


def _table(walk: _Walk, element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None and holder.tag in _INLINE:
        _blame_place(walk.found, element)
    if next(element.iter(_ROW), None) is None:
        walk.found.blame("a table has no rows", element)


def _row(walk: _Walk, element: etree._Element) -> None:
    if len(element) and element[-1].tag == _CELL:  # as nearly always: a shortcut for long tables
        return
    if next(element.iter(_CELL), None) is None:
        walk.found.blame("a row of a table has no cells", element)


def _cell(walk: _Walk, element: etree._Element) -> None:
    if len(element) and element[-1].tag == _PARAGRAPH:
        return
    if not _ends_in_paragraph(element):
        walk.found.blame("a cell of a table does not end with a paragraph", element)


def _ends_in_paragraph(holder: etree._Element) -> bool:
    for child in reversed(holder):
        if child.tag == _PARAGRAPH:
            return True
        if child.tag in _WRAPPERS:
            return _ends_in_paragraph(child)
        if child.tag not in _MARKS:
            return False
    return False


def _body(walk: _Walk, element: etree._Element) -> None:
    walk.found.ends_in_section = bool(len(element)) and element[-1].tag == _SECTION
    if any(child.getnext() is not None for child in element.iterchildren(_SECTION)):
        walk.found.blame("the page layout of the text stands before its end", element)


def _fallback(walk: _Walk, element: etree._Element) -> None:
    """What older programs are shown says again what the newer ones are: the same ids, and rightly so."""
    walk.skipped.update(element.iter(*_HANDLERS))


_RANGES = {
    "w:bookmark": "bookmark",
    "w:commentRange": "comment range",
    "w:perm": "permission",
    "w:moveFromRange": "moved text",
    "w:moveToRange": "new place of moved text",
}
_ENDS = {_name(f"{tag}End"): _ends(kind) for tag, kind in _RANGES.items()}
_STARTS = {_name(f"{tag}Start"): _starts(kind) for tag, kind in _RANGES.items()}
_MARKS = {*_STARTS, *_ENDS, _name("w:proofErr")}  # what may follow the last paragraph of a cell
_HANDLERS: Final[Mapping[str, _Handler]] = {
    **_STARTS,
    **_ENDS,
    _name("w:bookmarkStart"): _bookmark,
    _name("wp:docPr"): _defines("drawing id", "id"),
    _name("w:id"): _defines(
        "content control id", _name("w:val")
    ),  # in a text, no other element has this name
    _name("w:style"): _defines("style", _name("w:styleId")),
    _name("w:num"): _defines("list", _name("w:numId")),
    _name("pr:Relationship"): _defines("relationship", "Id"),
    _name("w:footnoteReference"): _uses("footnote", _ID),
    _name("w:endnoteReference"): _uses("endnote", _ID),
    _name("w:commentReference"): _uses("comment", _ID),
    _name("w:footnote"): _story("footnote"),
    _name("w:endnote"): _story("endnote"),
    _name("w:comment"): _story("comment"),
    _SIMPLE_FIELD: _simple_field,
    _FIELD_SIGN: _field_sign,
    _FIELD_TEXT: _field_text,
    _TABLE: _table,
    _ROW: _row,
    _CELL: _cell,
    _BODY: _body,
    _FALLBACK: _fallback,
}
NOTED: Final = frozenset(etree.QName(tag).localname for tag in _HANDLERS)  # by their names alone
