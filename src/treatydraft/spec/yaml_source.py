"""Reads YAML into data with places: YAML 1.2 without tags, anchors or aliases, and within limits.

Only the parser's events are used. Nothing is ever constructed from what a file says but text, numbers, true,
false, nothing, lists and mappings, and nothing here calls itself, so no file can exhaust the stack.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from treatydraft.limits import current
from treatydraft.spec.decoding import decode, placed_at, too_deep, too_many
from treatydraft.spec.problems import FieldPath, Problem, path_text, shown
from treatydraft.spec.source import Place, Source
from treatydraft.spec.text import FORBIDDEN, code_point
from treatydraft.spec.yaml_wording import in_words

Read: TypeAlias = tuple[Source | None, tuple[Problem, ...]]

_STAND_IN: Final = 0xF0000  # a plane for private use; see `_Builder._stand_in`
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,400}")
_DECIMAL: Final = re.compile(
    r"[-+]?(?:\.[0-9]{1,400}|[0-9]{1,400}(?:\.[0-9]{0,400})?)(?:[eE][-+]?[0-9]{1,3})?"
)
_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def read_yaml(source: bytes, name: str, *, quick: bool = False) -> Read:
    """Read one YAML document whose top level is a mapping.

    Args:
        source: The bytes of the file.
        name: What problems call it.
        quick: Whether libyaml reads it where that is installed, in a tenth of the time. It knows YAML 1.1,
            which parts lines and words a little differently in odd places; for files of ours.

    Returns:
        What was read, or None if the file cannot be read; and what is wrong with it. A mapping that names a
        field twice is read, with the first value, and has a problem.
    """
    text = decode(source, name)
    if isinstance(text, Problem):
        return None, (text,)
    if quick:
        with suppress(_StoppedError):  # the other parser knows better what is wrong and where
            return _Builder(name, text, quick=True).read()
    try:
        return _Builder(name, text).read()
    except _StoppedError as stopped:
        return None, (stopped.problem,)


class _StoppedError(Exception):
    """Reading cannot go on; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Open:
    """A list or mapping that has begun and not ended."""

    items: list[Any] | dict[str, Any]
    path: FieldPath
    anchor: str | None
    key: str | None = None  # of the value that comes next

    @property
    def wants_key(self) -> bool:
        return isinstance(self.items, dict) and self.key is None

    def next_path(self) -> FieldPath:
        if isinstance(self.items, list):
            return (*self.path, len(self.items))
        return (*self.path, self.key or "")

    def add(self, value: object) -> None:
        """Take the next value; of a field that is named twice, the first stays."""
        if isinstance(self.items, list):
            self.items.append(value)
        else:
            self.items.setdefault(self.key or "", value)
            self.key = None


@dataclass
class _Builder:
    """Builds data from the parser's events, one after the other."""

    name: str
    text: str
    quick: bool = False
    data: Any = None
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    values: dict[FieldPath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    anchored: Problem | None = None
    forbidden: frozenset[str] = frozenset()  # characters that stand in the file raw
    restored: int = 0
    documents: int = 0
    left: int = field(default_factory=lambda: current().spec_values)  # that may still come

    def read(self) -> Read:
        """Build everything, or stop where reading cannot go on."""
        for event in self._events():
            self._take(event)
        if self.anchored:
            raise _StoppedError(self.anchored)
        if not isinstance(self.data, dict):
            return None, (self._not_fields(),)
        self._report_forbidden_elsewhere()
        return Source(self.name, self.data, self.keys, self.values), tuple(self.problems)

    def _not_fields(self) -> Problem:
        what = "a list" if isinstance(self.data, list) else "one value"
        message = f"the file must hold fields, each with a name, a colon and its value, and holds {what}"
        place = self.values.get((), Place(1, 1))
        return self._problem(
            "not-a-mapping", message, place, hint="`treatydraft new` writes a spec to start from"
        )

    def _events(self) -> Iterator[Any]:
        """The parser's events; whatever it stumbles over becomes a problem."""
        try:
            yield from YAML(typ="safe", pure=not self.quick).parse(self._with_stand_ins())
        except MarkedYAMLError as error:
            raise _StoppedError(in_words(error, self.name, self.text)) from None
        except (YAMLError, ValueError, ArithmeticError, LookupError, AttributeError, TypeError) as error:
            # The parser has faults of its own on odd input, such as "\UFFFFFFFF"; none is worth a traceback.
            problem = Problem("not-yaml", f"this is not YAML ({shown(str(error))})", self.name, 1, 1)
            raise _StoppedError(problem) from None

    def _take(self, event: object) -> None:
        if isinstance(event, NodeEvent):
            self._refuse_extras(event)
        match event:
            case ScalarEvent():
                self._scalar(event)
            case MappingStartEvent():
                self._begin({}, event)
            case SequenceStartEvent():
                self._begin([], event)
            case MappingEndEvent() | SequenceEndEvent():
                self._add(self.open.pop().items)
            case DocumentStartEvent():
                self._count_document(event)
            case _:
                pass

    def _scalar(self, event: ScalarEvent) -> None:
        text = self._restored(event)
        if self.open and self.open[-1].wants_key:
            self._key(text, _place(event))
            return
        path = self._next_path()
        self.values.setdefault(path, _place(event))
        self._add(_plain_value(text) if not event.style else text)

    def _key(self, text: str, place: Place) -> None:
        top = self.open[-1]
        top.key = text
        path = top.next_path()
        if path in self.keys:
            self._report_duplicate(path, place)
        self.keys.setdefault(path, place)

    def _report_duplicate(self, path: FieldPath, place: Place) -> None:
        first = self.keys[path]
        message = f"the field “{shown(str(path[-1]))}” stands here again; it was given in line {first.line}"
        hint = f"delete one of the two (lines {first.line} and {place.line})"
        self.problems.append(
            self._problem("duplicate-key", message, place, path, hint=hint, found=str(path[-1]))
        )

    def _begin(
        self, items: list[Any] | dict[str, Any], event: MappingStartEvent | SequenceStartEvent
    ) -> None:
        place = _place(event, width=1)
        if len(self.open) >= current().spec_depth:
            raise _StoppedError(self._problem("too-deep", too_deep(self.name).message, place))
        if self.open and self.open[-1].wants_key:
            message = "the name of a field must be a word, and a list or a group of fields stands here"
            raise _StoppedError(self._problem("not-yaml", message, place))
        path = self._next_path()
        self.values.setdefault(path, place)
        self.open.append(_Open(items, path, event.anchor))

    def _add(self, value: object) -> None:
        if self.open:
            self.open[-1].add(value)
        else:
            self.data = value

    def _next_path(self) -> FieldPath:
        return self.open[-1].next_path() if self.open else ()

    def _count_document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here, and a file holds one"
            raise _StoppedError(
                self._problem("several-documents", message, _place(event), hint="delete the line ---")
            )

    def _refuse_extras(self, event: NodeEvent) -> None:
        """Refuse what lets a file do more than hold data, or hold too many: tags, anchors and aliases."""
        place, tag = _place(event, width=1), getattr(event, "tag", None)
        self.left -= 1
        if self.left < 0:
            raise _StoppedError(self._problem("too-large", too_many(self.name).message, place))
        if isinstance(event, AliasEvent):
            raise _StoppedError(self._alias(event, place))
        if tag:
            shown_tag = shown(str(tag)).replace("tag:yaml.org,2002:", "!!")
            raise _StoppedError(
                self._problem("tag", f"the tag {shown_tag} is not allowed here", place, found=shown_tag)
            )
        if event.anchor and self.anchored is None:
            anchor = shown(f"&{event.anchor}")
            self.anchored = self._problem(
                "alias", f"the anchor {anchor} is not allowed here", place, found=anchor
            )

    def _alias(self, event: AliasEvent, place: Place) -> Problem:
        alias = shown(f"*{event.anchor}")
        recursive = any(one.anchor == event.anchor for one in self.open)
        message = f"the {'recursive ' if recursive else ''}alias {alias} is not allowed here"
        hint = "write the value out; a text that begins with * stands in quotes"
        return self._problem("alias", message, place, self._next_path(), hint=hint, found=alias)

    def _problem(  # noqa: PLR0913 - as many as a problem has parts
        self,
        code: str,
        message: str,
        place: Place,
        path: FieldPath = (),
        *,
        hint: str | None = None,
        found: str | None = None,
    ) -> Problem:
        where = (place.line, place.column, path_text(path))
        return Problem(code, message, self.name, *where, found=found, hint=hint, width=place.width)

    def _with_stand_ins(self) -> str:
        """The text with private characters for those that YAML refuses raw.

        So it is not the parser that complains about a stray control character, without saying in which field,
        but the field's own check.
        """
        self.forbidden = frozenset(FORBIDDEN.findall(self.text))
        return self.text.translate({ord(one): _STAND_IN + ord(one) for one in self.forbidden})

    def _restored(self, event: ScalarEvent) -> str:
        text = str(event.value)
        if not self.forbidden:
            return text
        restored = re.sub("[\U000f0000-\U000fffff]", lambda one: chr(ord(one[0]) - _STAND_IN), text)
        self.restored += len(FORBIDDEN.findall(restored))
        return restored

    def _report_forbidden_elsewhere(self) -> None:
        """Report a forbidden character that stands in no field, as in a comment."""
        if (found := FORBIDDEN.search(self.text)) and not self.restored:
            problem = Problem("control-character", f"{code_point(found[0])} stands here", self.name)
            self.problems.append(placed_at(problem, self.text, found.start()))


def _place(event: Any, width: int | None = None) -> Place:  # noqa: ANN401 - the parser's events share no typed base
    start, end = event.start_mark, event.end_mark
    if width is None:
        width = end.column - start.column if end.line == start.line else 1
    return Place(start.line + 1, start.column + 1, max(1, width))


def _plain_value(text: str) -> object:
    """What a text without quotes means in YAML 1.2: `NO` and `12:30` stay text, and so do dates."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
