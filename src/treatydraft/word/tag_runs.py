"""Make each tag of a paragraph stand whole in one text of one run, and leave all that is no text balanced."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from treatydraft.word import markup
from treatydraft.word.tag_places import TEXT

CODE = markup.name("w:instrText")
FIELD = markup.name("w:fldChar")
RUN = markup.name("w:r")
DELETED = (markup.name("w:del"), markup.name("w:moveFrom"))
_INSERTED = (markup.name("w:ins"), markup.name("w:moveTo"))
_BREAK = markup.name("w:br")
_SPELLING = markup.name("w:proofErr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What stands in a run beside its text, as a tag reads it.
_READ = {
    markup.name(f"w:{local}"): text
    for local, text in {
        "tab": " ", "cr": " ", "br": " ", "noBreakHyphen": "-", "softHyphen": "", "lastRenderedPageBreak": "",
    }.items()
}  # fmt: skip
# What may stand around runs; it goes when a tag took all that it held.
_AROUND = {
    markup.name(f"w:{local}")
    for local in (
        "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
    )
}  # fmt: skip
_PROPERTIES = {
    markup.name(f"w:{local}")
    for local in ("rPr", "smartTagPr", "sdtPr", "sdtEndPr", "customXmlPr", "fldData", "proofErr")
}


@dataclass(slots=True)
class Piece:
    """Something in a paragraph that a tag may run over, and its text as a tag reads it."""

    element: etree._Element
    text: str
    structure: bool = False  # no text at all: it stays where it is


class Stream:
    """The pieces that read as one text: the words of a paragraph, or the code of one of its fields."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.text = "".join(piece.text for piece in pieces)
        self._starts = [0, *accumulate(len(piece.text) for piece in pieces)][:-1]

    def replace(self, start: int, end: int, text: str) -> list[Piece]:
        """Put a text in the first piece that it touches; gives all that it touched.

        Later places are replaced first: what stands before them keeps its place.
        """
        first, last = self._index(start), self._index(end - 1)
        head, tail = self.pieces[first], self.pieces[last]
        rest = tail.text[end - self._starts[last] :]
        before = head.text[: start - self._starts[first]]
        if first == last:
            head.text = before + text + rest
        else:
            for piece in self.pieces[first + 1 : last]:
                piece.text = ""
            head.text, tail.text = before + text, rest
        return self.pieces[first : last + 1]

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def streams(paragraph: etree._Element) -> list[Stream]:
    """The words of a paragraph, then the codes of its fields."""
    words: list[Piece] = []
    codes: list[list[Piece]] = [[]]
    open_codes = codes[:]
    for piece in _walk(paragraph):
        if piece.element.tag == CODE:
            open_codes[-1].append(piece)
            piece = Piece(piece.element, "", structure=True)  # noqa: PLW2901 - among the words it is no text
        words.append(piece)
        match markup.value(piece.element, "w:fldCharType"):
            case "begin":
                codes.append([])
                open_codes.append(codes[-1])
            case "end" if len(open_codes) > 1:
                open_codes.pop()
    return [Stream(words), *(Stream(code) for code in codes if code)]


def settle(paragraph: etree._Element, touched: list[Piece]) -> None:
    """Write the pieces of a tag back; what has lost its text to the tag's first piece goes."""
    dropped = _whole_fields(touched)
    for piece in touched:
        if piece.structure:
            if piece.element in dropped:
                drop(piece.element)
        elif piece.text:
            set_text(piece.element, piece.text)
        else:
            drop(piece.element)
    for mark in paragraph.findall(f".//{_SPELLING}"):
        drop(mark)


def revised(touched: list[Piece]) -> bool:
    """Whether a tracked change begins, ends or lies within a tag."""
    changes = {next(piece.element.iterancestors(*_INSERTED), None) for piece in touched}
    return len(changes) > 1 or any(piece.element.tag in DELETED for piece in touched)


def set_text(element: etree._Element, text: str) -> None:
    """Set the words of a text; blanks at its edges are kept."""
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def _walk(element: etree._Element) -> Iterator[Piece]:
    """The pieces of a paragraph; what text boxes in it hold are paragraphs of their own."""
    for child in element:
        if child.tag == RUN:
            yield from _run_pieces(child)
        elif child.tag in _AROUND:
            yield from _walk(child)
        elif child.tag in DELETED:
            yield Piece(child, "", structure=True)


def _run_pieces(run: etree._Element) -> Iterator[Piece]:
    for child in run:
        if child.tag in (TEXT, CODE):
            yield Piece(child, child.text or "")
        elif child.tag == FIELD:
            yield Piece(child, "", structure=True)
        elif child.tag == _BREAK and markup.value(child, "w:type") not in ("", "textWrapping"):
            continue  # a page that ends within a tag still ends
        elif child.tag in _READ:
            yield Piece(child, _READ[child.tag])


def _whole_fields(touched: list[Piece]) -> set[etree._Element]:
    """The marks and codes of fields that lie within a tag from begin to end: their result is in the tag."""
    begins: list[int] = []
    whole: set[etree._Element] = set()
    for index, piece in enumerate(touched):
        kind = markup.value(piece.element, "w:fldCharType")
        if kind == "begin":
            begins.append(index)
        elif kind == "end" and begins:
            inner = touched[begins.pop() : index + 1]
            whole.update(other.element for other in inner if other.element.tag in (FIELD, CODE))
    return whole


def drop(element: etree._Element) -> None:
    """Remove an element, and the run and all around it that held nothing else."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if (parent.tag == RUN or parent.tag in _AROUND) and all(child.tag in _PROPERTIES for child in parent):
        drop(parent)
