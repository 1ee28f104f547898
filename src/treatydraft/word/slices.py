"""The bytes of a Word part, cut before each block, so that what stays can stay byte for byte."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from xml.parsers import expat

_UTF8: Final = re.compile(rb"<\?xml[^>]*encoding=[\"'](?i:utf-?8)[\"']|(?!<\?xml)|<\?xml(?![^>]*encoding)")


@dataclass(frozen=True, slots=True)
class Slices:
    """What stands before the first block, the blocks, and what stands after the last one."""

    head: bytes
    blocks: tuple[bytes, ...]
    tail: bytes


def is_utf8(xml: bytes) -> bool:
    """Whether a part says that its bytes are UTF-8, as nearly all do."""
    return _UTF8.match(xml.removeprefix(b"\xef\xbb\xbf")) is not None


def sliced(xml: bytes, parent: str) -> Slices:
    """Cut a part before each child of the first element with that name, whatever its prefix."""
    cutter = _Cutter(parent)
    cutter.parse(xml)
    starts = [*cutter.starts, cutter.end]
    if not cutter.starts:
        return Slices(xml[: cutter.end], (), xml[cutter.end :])
    blocks = tuple(xml[start:end] for start, end in pairwise(starts))
    return Slices(xml[: starts[0]], blocks, xml[cutter.end :])


class _Cutter:
    def __init__(self, parent: str) -> None:
        self.starts: list[int] = []
        self.end = -1
        self._parent = parent
        self._wanted = -1  # the depth of the children, once the parent was found
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._stop

    def parse(self, xml: bytes) -> None:
        self._parser.Parse(xml, True)  # noqa: FBT003 - what expat calls final has no name

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if self._depth == self._wanted and self.end < 0:
            self.starts.append(self._parser.CurrentByteIndex)
        elif self._wanted < 0 and name.rpartition(":")[2] == self._parent:
            self._wanted = self._depth + 1
        self._depth += 1

    def _stop(self, _name: str) -> None:
        self._depth -= 1
        if self._depth == self._wanted - 1 and self.end < 0:
            self.end = self._parser.CurrentByteIndex
