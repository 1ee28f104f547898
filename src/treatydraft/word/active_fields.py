"""Find the fields of a text with which Word reads another file or talks to another program."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from treatydraft.word import markup

_KINDS: Final = frozenset(
    (
        "DATABASE",
        "DDE",
        "DDEAUTO",
        "EMBED",
        "IMPORT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "LINK",
        "RD",
    )
)
_INSIDE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a field inside the code of another
MADE: Final = "that another field makes"
_MARK: Final = markup.name("w:fldChar")
_SIMPLE: Final = markup.name("w:fldSimple")
_CODES: Final = (markup.name("w:instrText"), markup.name("w:delInstrText"))


def active_fields(root: etree._Element) -> tuple[str, ...]:
    """Each kind of such a field once, as `DDE`; `MADE` for one that only Word can tell."""
    return tuple(dict.fromkeys(filter(None, map(_kind, _codes(root)))))


@dataclass(slots=True)
class _Open:
    """A field that has begun; its code goes on until its result begins."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False


def _codes(root: etree._Element) -> Iterator[str]:
    """The code of each field, however many runs it is cut over, and what stands outside of any."""
    opened = [_Open()]  # the first for a code that a broken file has outside of a field
    for element in root.iter(_MARK, _SIMPLE, *_CODES):
        if element.tag == _SIMPLE:
            yield markup.value(element, "w:instr")
        elif element.tag == _MARK:
            yield from _marked(opened, markup.value(element, "w:fldCharType"))
        elif not opened[-1].in_result:
            opened[-1].code.append(element.text or "")
    for one in opened:
        yield "".join(one.code)


def _marked(opened: list[_Open], kind: str) -> Iterator[str]:
    if kind == "begin":
        if not opened[-1].in_result and len(opened) > 1:
            opened[-1].code.append(_INSIDE)
        opened.append(_Open())
    elif kind == "separate":
        opened[-1].in_result = len(opened) > 1
    elif len(opened) > 1:
        yield "".join(opened.pop().code)


def _kind(code: str) -> str:
    """The kind of a field that is active; empty for all others. Word takes small letters, too."""
    first = next(iter(code.replace(_INSIDE, f" {_INSIDE} ").split()), "").strip('"').upper()
    if first == _INSIDE:
        return MADE
    return first if first in _KINDS else ""
