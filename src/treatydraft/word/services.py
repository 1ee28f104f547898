"""What loops need while one document is rendered: ids, names, lists, notes and links of their own.

`source.py` weaves calls of these methods into the template; no author types them. One `Services` lives as
long as one render.
"""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

_MANY = 100_000  # ids made here begin beyond those that a template can plausibly hold


class Pass:
    """One pass of one loop, inside a pass of the loop around it."""

    __slots__ = ("above", "loop")

    def __init__(self, loop: int, above: "Pass | None") -> None:
        self.loop = loop
        self.above = above


@dataclass(slots=True)
class Relation:
    """A relationship that a part gains while it is rendered."""

    type: str
    target: str
    external: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or comment that was made while the document was rendered."""

    id: str
    template_id: str  # of the one in the template that it was made from; empty where it came with a value
    content: str


@dataclass(slots=True)
class Gained:
    """What a render adds to the parts of the template."""

    notes: dict[str, list[Note]] = field(default_factory=dict)  # by kind
    lists: list[tuple[str, str]] = field(default_factory=list)  # id and the list that it begins again
    new_lists: list[tuple[str, str]] = field(default_factory=list)  # definition and list, as XML
    styles: list[str] = field(default_factory=list)  # as XML
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)  # by part, by id
    media: dict[str, tuple[bytes, str]] = field(default_factory=dict)  # by part name: content and type


class Services:
    """The state of one render."""

    def __init__(
        self,
        *,
        first_notes: Mapping[str, int] = MappingProxyType({}),
        styles: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.part = ""  # the one that is being rendered
        self.printed: set[int] = set()  # the lines that a tag has printed, by identity
        self.gained = Gained()
        self._first_notes = first_notes  # the first id that a note may have, by kind
        self._styles = dict(styles)  # their ids by their names in small letters
        self._outer: list[str] = []
        self._ids = itertools.count(_MANY)
        self._marks: dict[tuple[str, str, Pass | None], str] = {}
        self._names: dict[tuple[str, Pass | None], str] = {}
        self._uses: dict[str, int] = {}
        self._first: dict[str, Pass | None] = {}

    # Loops.

    def enter(self, loop: int, above: Pass | None) -> Pass:
        """Begin a pass of a loop."""
        return Pass(loop, above)

    # Ids and names that must not repeat.

    def fresh(self) -> str:
        """An id that nothing else has."""
        return str(next(self._ids))

    def mark(self, kind: str, old: str, loop: int, current: Pass | None) -> str:
        """The id of the two ends of a range, the same within one pass."""
        key = (kind, old, _of_loop(current, loop))
        if key not in self._marks:
            self._marks[key] = self.fresh()
        return self._marks[key]

    def bookmark(self, name: str, loop: int, current: Pass | None) -> str:
        """The name of a bookmark in this pass; the first pass keeps the name as it is typed."""
        key = (name, _of_loop(current, loop))
        if key[1] is None:
            return name
        if key not in self._names:
            self._uses[name] = self._uses.get(name, 0) + 1
            count = self._uses[name]
            self._names[key] = name if count == 1 else f"{name[: 39 - len(str(count))]}_{count}"
        return self._names[key]

    # Lists, notes and links.

    def restarted(self, old: str, loop: int, current: Pass | None) -> str:
        """The list of this pass: that of the template in the first, and in each later one a new beginning."""
        place = _of_loop(current, loop)
        if self._first.setdefault(old, place) is place:
            return old
        key = ("list", old, place)
        if key not in self._marks:
            self._marks[key] = self.fresh()
            self.gained.lists.append((self._marks[key], old))
        return self._marks[key]

    def note(self, kind: str, content: Markup | str, template_id: str = "", identity: str = "") -> str:
        """Keep the content of a footnote, endnote or comment; gives its id."""
        notes = self.gained.notes.setdefault(kind, [])
        identity = identity or str(self._first_notes.get(kind, 1) + len(notes))
        notes.append(Note(identity, template_id, str(content)))
        return identity

    def inside(self, part: str) -> str:
        """What follows belongs to another part: links and pictures of a note are those of the notes."""
        self._outer.append(self.part)
        self.part = part
        return ""

    def outside(self) -> str:
        """What follows belongs to the part around it again."""
        self.part = self._outer.pop()
        return ""

    def relation(self, relation: Relation) -> str:
        """The id of a relationship of the part that is being rendered; the same target has one id."""
        relations = self.gained.relations.setdefault(self.part, {})
        for identity, known in relations.items():
            if known == relation:
                return identity
        identity = f"rIdRendered{len(relations) + 1}"
        relations[identity] = relation
        return identity

    # What another Word file brings.

    def style_id(self, name: str) -> str:
        """The id of the style of this name in small letters; empty where there is none."""
        return self._styles.get(name, "")

    def add_style(self, name: str, style_id: str, xml: str) -> None:
        """Add a style; from then on `style_id` knows its name."""
        self._styles[name] = style_id
        self.gained.styles.append(xml)

    def add_list(self, definition: str, numbering: str) -> None:
        """Add a list: the XML of its definition and that of the list itself."""
        self.gained.new_lists.append((definition, numbering))

    def add_media(self, part: str, data: bytes, content_type: str) -> None:
        """Add a part that is no XML, where it is not there yet."""
        self.gained.media.setdefault(part, (data, content_type))

    def add_note(self, content: str) -> str:
        """Add a footnote with these paragraphs; gives its id."""
        return self.note("footnote", content)

    def relate(self, kind: str, target: str, *, external: bool) -> str:
        """The id by which the part that is being rendered points to a part or to something outside."""
        return self.relation(Relation(kind, target, external=external))

    def link(self, type_: str, target: Markup | str) -> str:
        """The id of a link whose target was rendered here."""
        return self.relation(Relation(type_, Markup(target).unescape()))  # noqa: S704 - read, not printed


def _of_loop(current: Pass | None, loop: int) -> Pass | None:
    """The pass of a loop that this pass lies in; none outside of it, which stands for its first pass."""
    while current is not None and current.loop != loop:
        current = current.above
    return current


def _calling(name: str) -> Callable[..., object]:
    method = getattr(Services, name)

    def call(services: Services, *arguments: object) -> object:
        return method(services, *arguments)

    return call


# A filter costs a template a third of what a call of a method does, and authors reach no more than these.
FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    f"_{name}": _calling(name)
    for name in (
        "bookmark", "enter", "fresh", "inside", "link", "mark", "note", "outside", "restarted",
    )
}  # fmt: skip
