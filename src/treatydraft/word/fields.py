"""Follow the fields of a text: what is shown of each is its last result, never its instruction."""

import re
from dataclasses import dataclass, field
from typing import Final

_REFERENCE: Final = re.compile(r'\s*(?:REF|PAGEREF|NOTEREF)\s+(?:"([^"]+)"|([^\s"\\]+))', re.IGNORECASE)
_LINK: Final = re.compile(r'\s*HYPERLINK\s+(?:\\[a-km-z]\s+)*\\l\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_COMPUTED: Final = re.compile(r"\s*(LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT)\b", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Field:
    """A field or link that is open."""

    is_link: bool = False
    in_result: bool = False
    is_hidden: bool = False  # it stands in the instruction of a field around it
    outer: str = ""  # the bookmark to which a field around it points
    target: str = ""  # the bookmark for which its own result stands
    instruction: list[str] = field(default_factory=list)


class Fields:
    """The fields that are open at a place, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def target(self) -> str:
        """The bookmark to which the words here point."""
        return (self._open[-1].outer or self._open[-1].target) if self._open else ""

    @property
    def is_hidden(self) -> bool:
        """Whether the words here belong to the instruction of a field around another one."""
        return bool(self._open) and self._open[-1].is_hidden

    def link(self, target: str) -> Field:
        """Open a link or a field whose result begins at once."""
        return self._begin(is_link=True, target=target)

    def close(self, opened: Field) -> None:
        """Close a link, and a field that a broken file leaves open in it."""
        if opened in self._open:
            del self._open[self._open.index(opened) :]

    def mark(self, kind: str) -> str:
        """Take a mark of a field, `begin`, `separate` or `end`; the instruction of one that ends."""
        if kind == "begin":
            self._begin(is_link=False)
            return ""
        place = next((n for n in reversed(range(len(self._open))) if not self._open[n].is_link), None)
        if place is None:
            return ""
        current = self._open[place]
        instruction = "".join(current.instruction)
        if kind == "separate":
            current.in_result = True
            current.target = target(instruction)
            return ""
        del self._open[place]
        return instruction

    def instruct(self, words: str) -> None:
        """Take words of an instruction, of which an own run may hold each letter."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(words)

    def end_paragraph(self) -> None:
        """Close fields without a result: an instruction does not go on in the next paragraph."""
        while self._open and not self._open[-1].in_result:
            self._open.pop()

    def _begin(self, *, is_link: bool, target: str = "") -> Field:
        around = self._open[-1] if self._open else None
        opened = Field(
            is_link=is_link,
            in_result=is_link,
            is_hidden=around is not None and (around.is_hidden or not around.in_result),
            outer=self.target,
            target=target,
        )
        self._open.append(opened)
        return opened


def target(instruction: str) -> str:
    """The bookmark to which a field points, empty where it points to none."""
    found = _REFERENCE.match(instruction) or _LINK.match(instruction)
    return (found[1] or found[2]) if found else ""


def is_computed(instruction: str) -> bool:
    """Whether Word prints a number for a field that the file does not hold."""
    return _COMPUTED.match(instruction) is not None
