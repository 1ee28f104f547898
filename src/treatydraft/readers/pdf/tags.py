"""Take from a tagged PDF which words of a page belong to one paragraph, and which of these are headings.

Most programs that turn a text into a PDF say so; a page without tags has no blocks.
"""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import pypdfium2
from pypdfium2 import raw

_BLOCK: Final = re.compile(r"P|H(?P<level>[1-6])?|LI|TD|TH|Note|Caption|TOCI|Title")
_MOST_KIDS: Final = 3_000  # that are looked at on a page: files list all their paragraphs on each page
_LONGEST_NAME: Final = 64  # bytes


class Block(NamedTuple):
    """A paragraph of a page, as its tags say."""

    number: int
    heading: int = 0  # 1 is the topmost; 0 for no heading


def blocks(page: pypdfium2.PdfPage) -> dict[int, Block]:
    """The paragraph of each piece of marked content on a page, by the number of that piece."""
    with _tree(page) as tree:
        return _Blocks(tree).found if tree else {}


@contextmanager
def _tree(page: pypdfium2.PdfPage) -> Iterator[Any]:
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        yield tree
    finally:
        if tree:
            raw.FPDF_StructTree_Close(tree)


class _Blocks:
    """Walks the tags of a page from its root."""

    def __init__(self, tree: Any) -> None:  # noqa: ANN401 - a handle of a library without types
        self.found: dict[int, Block] = {}
        self._left = _MOST_KIDS
        self._waiting: list[tuple[Any, Block | None]] = [
            (kid, None)
            for place in self._places(raw.FPDF_StructTree_CountChildren(tree))
            if (kid := raw.FPDF_StructTree_GetChildAtIndex(tree, place))
        ]
        while self._waiting:
            self._visit(*self._waiting.pop())

    def _places(self, count: int) -> range:
        """The places of the kids of an element; none where they are too many to be looked at."""
        if count > self._left:
            return range(0)
        self._left -= max(count, 0)
        return range(count)

    def _visit(self, element: Any, outer: Block | None) -> None:  # noqa: ANN401 - as above
        block = self._block(element) or outer
        for place in self._places(raw.FPDF_StructElement_CountChildren(element)):
            content = raw.FPDF_StructElement_GetChildMarkedContentID(element, place)
            if content >= 0:
                if block:
                    self.found[content] = block
            elif kid := raw.FPDF_StructElement_GetChildAtIndex(element, place):  # none on another page
                self._waiting.append((kid, block))

    def _block(self, element: Any) -> Block | None:  # noqa: ANN401 - as above
        if match := _BLOCK.fullmatch(_kind(element)):
            return Block(self._left, int(match["level"] or 0))  # what is left falls with each element
        return None


def _kind(element: Any) -> str:  # noqa: ANN401 - as above
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDF_StructElement_GetType(element, buffer, len(buffer))
    return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]
