"""Turn the pieces of a line into the XML of runs; no word of a spec is ever read as markup or template."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from treatydraft.word.manuscript import Footnote, Line, NumberOf, Piece, Run

_BREAKS = re.compile(r"([\t\n])")
# What XML 1.0 cannot hold. A tab and a line feed are printed as Word's own; a carriage return is dropped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Text as it stands in XML.

    Raises `ValueError` on a character that no XML file can hold.
    """
    if found := _FORBIDDEN.search(text):
        raise ValueError(
            f"the text {text[:40]!r} holds the character U+{ord(found[0]):04X}, which Word cannot"
        )
    return escape(text.replace("\r\n", "\n").replace("\r", "\n"), {'"': "&quot;"})


class RunWriter:
    """Writes lines.

    `styles` gives the id of a style by its name in small letters, `add_note` keeps a footnote
    and gives its id.
    """

    def __init__(
        self, styles: Mapping[str, str], add_note: Callable[[str], str], first_bookmark: int
    ) -> None:
        self._styles = styles
        self._add_note = add_note
        self._bookmark_ids = itertools.count(first_bookmark)

    def line(self, line: Line) -> str:
        """The runs of a line, in their bookmark."""
        xml = "".join(map(self._piece, line.pieces))
        if not line.bookmark:
            return xml
        number = next(self._bookmark_ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(line.bookmark)}/>'
        return f'{start}{xml}<w:bookmarkEnd w:id="{number}"/>'

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

    def _style(self, name: str) -> str:
        try:
            return self._styles[name.lower()]
        except KeyError:
            raise ValueError(f"the template has no style named {name!r}; add it in Word") from None

    def _run(self, inside: str, style: str = "") -> str:
        properties = f"<w:rPr><w:rStyle w:val={quoteattr(self._style(style))}/></w:rPr>" if style else ""
        return f"<w:r>{properties}{inside}</w:r>"

    def _field(self, code: str, text: str, style: str) -> Iterator[str]:
        yield self._run('<w:fldChar w:fldCharType="begin"/>', style)
        yield self._run(f'<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText>', style)
        yield self._run('<w:fldChar w:fldCharType="separate"/>', style)
        yield self._run(_text(text), style)
        yield self._run('<w:fldChar w:fldCharType="end"/>', style)

    def _note(self, pieces: tuple[Piece, ...]) -> str:
        mark = self._run("<w:footnoteRef/>", "footnote reference")
        words = "".join(map(self._piece, pieces))
        paragraph = f"<w:pPr><w:pStyle w:val={quoteattr(self._style('footnote text'))}/></w:pPr>"
        number = self._add_note(f"<w:p>{paragraph}{mark}{self._run(_text(' '))}{words}</w:p>")
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
