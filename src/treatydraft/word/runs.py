"""Turn the pieces of a line into the XML of runs; no word of a spec is ever read as markup or template."""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from treatydraft.word.manuscript import Footnote, Line, NumberOf, Piece, Run

_BREAKS = re.compile(r"([\t\n])")
# What XML 1.0 cannot hold. A tab and a line feed are printed as Word's own; a carriage return is dropped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}


class Inline:
    """Finished runs, which a template prints with `{{r … }}`; remembers whether it did."""

    def __init__(self, xml: str, words: str) -> None:
        self._xml = xml
        self.words = words
        self.printed = False

    def __html__(self) -> str:
        self.printed = True
        return self._xml

    def __bool__(self) -> bool:
        return bool(self._xml)


def escaped(text: str) -> str:
    """Text as it stands in XML, its braces safe from a template engine that reads it again.

    Raises `ValueError` on a character that no XML file can hold.
    """
    if found := _FORBIDDEN.search(text):
        raise ValueError(
            f"the text {text[:40]!r} holds the character U+{ord(found[0]):04X}, which Word cannot"
        )
    return escape(text.replace("\r\n", "\n").replace("\r", "\n"), {'"': "&quot;"}).translate(BRACES)


class RunWriter:
    """Writes lines and collects their footnotes and bookmarks; `styles` gives the id of a named style."""

    def __init__(self, styles: Mapping[str, str], first_note: int = 1, first_bookmark: int = 1) -> None:
        self._styles = styles
        self._note_ids = itertools.count(first_note)
        self._bookmark_ids = itertools.count(first_bookmark)
        self.notes: dict[int, str] = {}

    def line(self, line: Line) -> Inline:
        """The runs of a line, in their bookmark."""
        xml = "".join(map(self._piece, line.pieces))
        if line.bookmark:
            number = next(self._bookmark_ids)
            start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(line.bookmark)}/>'
            xml = f'{start}{xml}<w:bookmarkEnd w:id="{number}"/>'
        return Inline(xml, "".join(piece.text for piece in line.pieces if not isinstance(piece, Footnote)))

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Run(text=text, style=style):
                return self._run(_text(text), style) if text else ""
            case NumberOf(bookmark=bookmark, text=text, style=style):
                return "".join(self._field(f"REF {bookmark} \\n \\h", text, style))
            case Footnote(pieces=pieces):
                return self._note(pieces)
            case _:
                assert_never(piece)

    def _run(self, inside: str, style: str = "") -> str:
        properties = f"<w:rPr><w:rStyle w:val={quoteattr(self._styles[style])}/></w:rPr>" if style else ""
        return f"<w:r>{properties}{inside}</w:r>"

    def _field(self, code: str, text: str, style: str) -> Iterator[str]:
        yield self._run('<w:fldChar w:fldCharType="begin"/>', style)
        yield self._run(f'<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText>', style)
        yield self._run('<w:fldChar w:fldCharType="separate"/>', style)
        yield self._run(_text(text), style)
        yield self._run('<w:fldChar w:fldCharType="end"/>', style)

    def _note(self, pieces: tuple[Piece, ...]) -> str:
        number = next(self._note_ids)
        mark = self._run("<w:footnoteRef/>", "footnote reference")
        words = "".join(map(self._piece, pieces))
        paragraph = f"<w:pPr><w:pStyle w:val={quoteattr(self._styles['footnote text'])}/></w:pPr>"
        self.notes[number] = f"<w:p>{paragraph}{mark}{self._run(_text(' '))}{words}</w:p>"
        return self._run(f'<w:footnoteReference w:id="{number}"/>', "footnote reference")


def _text(text: str) -> str:
    return "".join(map(_text_piece, filter(None, _BREAKS.split(text))))


def _text_piece(text: str) -> str:
    match text:
        case "\t":
            return "<w:tab/>"
        case "\n":
            return "<w:br/>"
        case _:
            return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
