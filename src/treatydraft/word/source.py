"""Weave the services of loops into the source of a part: ids, names and lists of each pass, notes and links.

The source is the XML of a part in which block tags stand between elements, as Jinja will read it. It is gone
through once, tag by tag; what a loop repeats and Word wants to be unique becomes a call of `Services`.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from treatydraft.word.markup import PARAGRAPH_PROPERTIES

_JINJA = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
_TOKEN = re.compile(rf"{_JINJA}|<(?:{_JINJA}|[^<>{{]|\{{(?![{{%#]))*>", re.DOTALL)
_STATEMENT = re.compile(r"\{%[-+]?\s*(\w+)")
_ELEMENT = re.compile(r"</?([\w:]+)")
_PRINTED = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_FIELD_TARGET = re.compile(r"^(\s*(?:REF|PAGEREF|NOTEREF|HYPERLINK\s+\\l)\s+\"?)([^\s\"]+)")
_NUMBERED_AFTER = frozenset(
    f"w:{name}" for name in PARAGRAPH_PROPERTIES[: PARAGRAPH_PROPERTIES.index("numPr")]
)
_NOTE_KINDS = {
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote",
    "w:commentReference": "comment",
}
_RANGES = {
    "w:bookmarkStart": "bookmark",
    "w:bookmarkEnd": "bookmark",
    "w:commentRangeStart": "comment",
    "w:commentRangeEnd": "comment",
    "w:permStart": "permission",
    "w:permEnd": "permission",
}
PASS = "_pass"  # noqa: S105 - the name under which templates hold the pass of a loop
SERVICES = "_services"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the other parts of the template say about the elements of this one."""

    style_lists: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # style → list and level
    notes: Mapping[tuple[str, str], tuple[str, str]] = field(
        default_factory=dict
    )  # kind and id → part, content
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # relationship id → type and target
    bullets: AbstractSet[str] = frozenset()  # lists that do not count


@dataclass(slots=True)
class _Loop:
    """A loop that is open; `begins_with` is the list of its first paragraph, if that has a number."""

    number: int
    above: "_Loop | None"
    start: int  # of its body, in pieces of the output
    end: int = 0
    paragraphs: int = 0
    conditions: int = 0
    begins_with: str | None = None
    certain: bool = True  # whether the first paragraph is there in each pass
    restarts: bool | None = None  # what the author asked for

    def stack(self) -> "Iterator[_Loop]":
        loop: _Loop | None = self
        while loop is not None:
            yield loop
            loop = loop.above


@dataclass(slots=True)
class _Paragraph:
    """A paragraph inside a loop, as far as its list goes."""

    loop: _Loop
    certain: bool
    style: str = ""
    list: str = ""
    list_piece: int = -1  # the piece of the output that holds `w:numId`
    insert_at: int = -1  # the piece after which properties of a list belong
    open: bool = True


def weave(xml: str, around: Surroundings) -> str:
    """The source with its services."""
    return _Weaver(around).weave(_inlined(xml, around))


def _inlined(xml: str, around: Surroundings) -> str:
    """Notes and link targets stand where they are used, so that they see what a loop gives there."""
    if not around.notes and not around.links:
        return xml
    return _TOKEN.sub(lambda found: _with_content(found[0], around), xml)


def _with_content(token: str, around: Surroundings) -> str:
    element = _ELEMENT.match(token)
    name = element[1] if element else ""
    if name in _NOTE_KINDS and (identity := _attribute(token, "w:id")) is not None:
        found = around.notes.get((_NOTE_KINDS[name], identity))
        if found is not None:
            return _with_note(token, _NOTE_KINDS[name], identity, found)
    return _with_link(token, name, around.links)


def with_links(xml: str, links: Mapping[str, tuple[str, str]]) -> str:
    """The content of a note with the targets of its links where they are used."""
    return _inlined(xml, Surroundings(links=links)) if links else xml


def _with_link(token: str, name: str, links: Mapping[str, tuple[str, str]]) -> str:
    link = links.get(_attribute(token, "r:id") or "") if name == "w:hyperlink" else None
    if link is None:
        return token
    kept = f"{{% set _kept %}}{link[1]}{{% endset %}}"
    return kept + _with_attribute(token, "r:id", f"{{{{ {SERVICES}|_link({link[0]!r}, _kept) }}}}")


def _with_note(token: str, kind: str, identity: str, found: tuple[str, str]) -> str:
    part, content = found
    switched = f"{{{{ {SERVICES}|_inside({part!r}) }}}}{content}{{{{ {SERVICES}|_outside }}}}"
    kept = f"{{% set _kept %}}{switched}{{% endset %}}"
    if kind == "comment":  # its id stands in the two ends of the range too, and these come first
        return f"{kept}{{%comment {identity}%}}{token}"
    call = f"{SERVICES}|_note({kind!r}, _kept, {identity!r})"
    return kept + _with_attribute(token, "w:id", f"{{{{ {call} }}}}")


def _attribute(token: str, name: str) -> str | None:
    found = re.search(rf'\s{name}="([^"]*)"', token)
    return found[1] if found else None


def _with_attribute(token: str, name: str, value: str) -> str:
    return re.sub(rf'(\s{name}=")[^"]*"', lambda found: f'{found[1]}{value}"', token, count=1)


class _Weaver:
    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._next = 1
        self._out: list[str] = []
        self._loop: _Loop | None = None
        self._loops: list[_Loop] = []
        self._blocks: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._current: _Paragraph | None = None
        self._bookmarks: dict[str, int] = {}
        self._targets: list[tuple[int, _Loop | None]] = []
        self._in_control = False
        self._in_field = False

    def weave(self, xml: str) -> str:
        position = 0
        for found in _TOKEN.finditer(xml):
            self._put(xml[position : found.start()])
            self._token(found[0])
            position = found.end()
        self._put(xml[position:])
        self._restart_lists()
        self._aim_references()
        self._enter_loops()
        return "".join(self._out)

    def _put(self, text: str) -> None:
        if text:
            if self._in_field:
                self._targets.append((len(self._out), self._loop))
            self._out.append(text)

    def _token(self, token: str) -> None:
        if token.startswith("{%"):
            self._statement(token)
        elif token.startswith("{"):
            self._put(token)
        else:
            element = _ELEMENT.match(token)
            self._element(token, element[1] if element else "")

    # Statements.

    def _statement(self, token: str) -> None:
        found = _STATEMENT.match(token)
        word = found[1] if found else ""
        match word:
            case "for":
                self._open_loop(token)
            case "endfor":
                self._close_loop(token)
            case "numbering":
                self._numbering(token)
            case "comment":
                self._comment(token)
            case "if":
                self._blocks.append(word)
                self._conditions(1)
                self._put(token)
            case "endif":
                self._conditions(-1)
                self._put(token)
            case _:
                self._put(token)

    def _open_loop(self, token: str) -> None:
        number = self._next
        self._next += 1
        self._put(token)
        self._loop = _Loop(number, self._loop, len(self._out))
        self._loops.append(self._loop)
        self._out.append("")  # where a pass begins; see `_enter_loops`

    def _close_loop(self, token: str) -> None:
        if self._loop is not None:
            self._loop.end = len(self._out)
            self._loop = self._loop.above
        self._put(token)

    def _enter_loops(self) -> None:
        """Begin a pass in the loops in which something needs to know its pass."""
        for loop in self._loops:
            if any(PASS in piece for piece in self._out[loop.start : loop.end]):
                self._out[loop.start] = f"{{% set {PASS} = {SERVICES}|_enter({loop.number}, {PASS}) %}}"

    def _numbering(self, token: str) -> None:
        """`{%p numbering restart %}` and `{%p numbering continue %}`: what the author wants of this loop."""
        if self._loop is not None:
            self._loop.restarts = "restart" in token

    def _comment(self, token: str) -> None:
        """The place where the content of a comment has been rendered: keep it under the id of its range."""
        old = token.removeprefix("{%comment ").removesuffix("%}")
        mark = (
            f"{SERVICES}|_mark('comment', {old!r}, {self._loop.number}, {PASS})" if self._loop else repr(old)
        )
        self._put(f"{{% do {SERVICES}|_note('comment', _kept, {old!r}, {mark}) %}}")

    def _conditions(self, change: int) -> None:
        if self._loop is not None:
            self._loop.conditions += change

    # Elements.

    def _element(self, token: str, name: str) -> None:
        token = _PRINTED.sub(
            lambda found: f"{{{{ ({found[1]})|_attribute }}}}" if _plain(found[1]) else found[0], token
        )
        if name == "w:instrText":
            self._in_field = not token.startswith("</") and not token.endswith("/>")
        if name == "w:sdtPr":
            self._in_control = not token.startswith("</")
        if self._loop is not None:
            token = self._repeated(token, name, self._loop)
        self._watch_paragraph(token, name)
        if name in ("w:hyperlink", "w:fldSimple"):
            self._targets.append((len(self._out), self._loop))
        self._out.append(token)

    def _repeated(self, token: str, name: str, loop: _Loop) -> str:
        """An element that a loop repeats, with what must differ from pass to pass."""
        number = loop.number
        if (kind := _RANGES.get(name)) and (old := _attribute(token, "w:id")) is not None:
            call = f"{SERVICES}|_mark({kind!r}, {old!r}, {number}, {PASS})"
            token = _with_attribute(token, "w:id", f"{{{{ {call} }}}}")
        if name == "w:commentReference" and (old := _attribute(token, "w:id")) is not None:
            call = f"{SERVICES}|_mark('comment', {old!r}, {number}, {PASS})"
            token = _with_attribute(token, "w:id", f"{{{{ {call} }}}}")
        if name == "w:bookmarkStart" and (bookmark := _attribute(token, "w:name")):
            token = self._named(token, bookmark, number)
        if name.startswith("v:") and (shape := _attribute(token, "id")):
            call = f"{SERVICES}|_bookmark({shape!r}, {number}, {PASS})"
            token = _with_attribute(token, "id", f"{{{{ {call} }}}}")
        if name == "wp:docPr":
            token = _with_attribute(token, "id", f"{{{{ {SERVICES}|_fresh }}}}")
        if name == "w:id" and self._in_control:
            token = _with_attribute(token, "w:val", f"{{{{ {SERVICES}|_fresh }}}}")
        return re.sub(r'\sw14:(?:paraId|textId)="[^"]*"', "", token)

    def _named(self, token: str, bookmark: str, number: int) -> str:
        if "{{" in bookmark:
            return token  # the author makes the names differ
        self._bookmarks[bookmark] = number
        return _with_attribute(
            token, "w:name", f"{{{{ {SERVICES}|_bookmark({bookmark!r}, {number}, {PASS}) }}}}"
        )

    # Lists.

    def _watch_paragraph(self, token: str, name: str) -> None:
        if self._loop is not None and name == "w:p" and not token.startswith("</"):
            self._paragraphs.append(_Paragraph(self._loop, self._loop.conditions == 0))
            self._current = self._paragraphs[-1]
            self._current.open = not token.endswith("/>")
        paragraph = self._current
        if paragraph is None or not paragraph.open:
            return
        self._watch_property(paragraph, token, name)
        if name in ("w:r", "w:p") and (name == "w:r" or token.startswith("</")):
            paragraph.open = False
            self._note_first(paragraph)

    def _watch_property(self, paragraph: _Paragraph, token: str, name: str) -> None:
        if name == "w:pPr" and not token.startswith("</"):
            paragraph.insert_at = len(self._out)
        elif name == "w:numId":
            paragraph.list, paragraph.list_piece = _attribute(token, "w:val") or "", len(self._out)
        elif name in _NUMBERED_AFTER:
            paragraph.insert_at = len(self._out)
            if name == "w:pStyle":
                paragraph.style = _attribute(token, "w:val") or ""

    def _note_first(self, paragraph: _Paragraph) -> None:
        """Remember of each loop the list of its first paragraph, and whether that is always there."""
        number = paragraph.list or self._around.style_lists.get(paragraph.style, ("", ""))[0]
        for loop in paragraph.loop.stack():
            if loop.paragraphs == 0:
                loop.begins_with = number or None
                loop.certain = paragraph.certain
            loop.paragraphs += 1

    def _restart_lists(self) -> None:
        for paragraph in self._paragraphs:
            style_list, level = self._around.style_lists.get(paragraph.style, ("", ""))
            number = paragraph.list or style_list
            counts = number not in {"", "0", *self._around.bullets}
            if counts and (loop := _restarting(paragraph.loop, number)):
                self._restart(paragraph, number, level, loop)

    def _restart(self, paragraph: _Paragraph, number: str, level: str, loop: _Loop) -> None:
        call = f"{{{{ {SERVICES}|_restarted({number!r}, {loop.number}, {PASS}) }}}}"
        if paragraph.list_piece >= 0:
            piece = self._out[paragraph.list_piece]
            self._out[paragraph.list_piece] = _with_attribute(piece, "w:val", call)
        elif paragraph.insert_at >= 0:
            properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{call}"/></w:numPr>'
            self._out[paragraph.insert_at] += properties

    # References.

    def _aim_references(self) -> None:
        for piece, loop in self._targets:
            self._out[piece] = self._aimed(self._out[piece], loop)

    def _aimed(self, piece: str, loop: _Loop | None) -> str:
        if not piece.startswith("<"):
            return _FIELD_TARGET.sub(lambda found: found[1] + self._target(found[2], loop), piece, count=1)
        for attribute in ("w:anchor", "w:instr"):
            if (value := _attribute(piece, attribute)) is not None:
                aimed = self._target(value, loop)
                if attribute == "w:instr":
                    aimed = _FIELD_TARGET.sub(
                        lambda found: found[1] + self._target(found[2], loop), value, count=1
                    )
                piece = _with_attribute(piece, attribute, aimed)
        return piece

    def _target(self, name: str, loop: _Loop | None) -> str:
        """A bookmark as a reference names it: inside the bookmark's own loop, that of the same pass."""
        number = self._bookmarks.get(name)
        if number is None or loop is None or all(one.number != number for one in loop.stack()):
            return name
        return f"{{{{ {SERVICES}|_bookmark({name!r}, {number}, {PASS}) }}}}"


def _plain(expression: str) -> bool:
    """Whether an expression in an attribute is the author's, and none that has been woven in."""
    return SERVICES not in expression


def _restarting(loop: _Loop, number: str) -> _Loop | None:
    """The loop with each pass of which a list begins again.

    A loop whose pass begins with something else than an item of the list, as an article does with its
    heading, has a list of its own in each pass. A loop that begins with an item makes one long list.
    """
    for one in loop.stack():
        if one.restarts is not None:
            return one if one.restarts else None
        if one.certain and one.begins_with != number:
            return one
    return None
