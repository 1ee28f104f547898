"""Write lines down in one string each, so that a table of cases can be read."""

from typing import assert_never

from treatydraft.document import tree
from treatydraft.readers.lines import Line, Reading


def shown(reading: Reading) -> list[str]:
    """`1.|Words *apart*, [a link>bookmark], {footnote: a note}, +inserted+ and -deleted-.`."""
    return [_line(line) for line in reading.lines]


def _line(line: Line) -> str:
    words = pieces(line.pieces)
    return f"{line.label}|{words}" if line.label else words


def pieces(inlines: tuple[tree.Inline, ...]) -> str:
    return "".join(map(_piece, inlines))


def _piece(piece: tree.Inline) -> str:
    match piece:
        case tree.Text(text) | tree.Value(text=text) | tree.Term(text=text):
            return text
        case tree.Reference(target, text):
            return f"[{text}>{target}]"
        case tree.Emphasis(parts):
            return f"*{pieces(parts)}*"
        case tree.Note(parts, kind, author):
            return f"{{{kind}{' by ' + author if author else ''}: {pieces(parts)}}}"
        case tree.Revision(kind, parts):
            sign = {"inserted": "+", "deleted": "-"}[kind]
            return f"{sign}{pieces(parts)}{sign}"
        case _:
            assert_never(piece)
