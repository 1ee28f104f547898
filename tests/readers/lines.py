"""Lines in a short form that a table of cases can hold."""

from treatydraft.document import tree
from treatydraft.readers.lines import Line, Reading


def shown(reading: Reading) -> list[str]:
    """Each line with all that is said about it and is not left at its default."""
    return [_shown(line) for line in reading.lines]


def _shown(line: Line) -> str:
    cell = line.cell
    said = [
        f"h{line.heading}" if line.heading else "",
        f"[{line.label}]" if line.label else "",
        f"d{line.depth}" if line.depth >= 0 else "",
        f"t{cell.table}.{cell.row}.{cell.column}" if cell else "",
        *(f"#{anchor}" for anchor in line.anchors),
        *(
            name
            for name in ("bold", "italic", "underlined", "capitals", "centred")
            if getattr(line.look, name)
        ),
        f"in{line.look.indent:g}" if line.look.indent else "",
        "gap" if line.look.after_gap else "",
    ]
    return " ".join([*filter(None, said), "".join(map(_piece, line.pieces)).replace("\n", "⏎")])


def _piece(piece: tree.Inline) -> str:
    match piece:
        case tree.Reference(target_id=target, text=text):
            return f"({text})->{target}"
        case tree.Emphasis(parts=parts):
            return f"*{''.join(map(_piece, parts))}*"
        case tree.Note(parts=parts):
            return f"^[{''.join(map(_piece, parts))}]"
        case tree.Revision(kind=kind, parts=parts):
            return f"{'+' if kind == 'inserted' else '-'}[{''.join(map(_piece, parts))}]"
        case _:
            return piece.text


def all_words(reading: Reading) -> list[str]:
    """Every word that was read, wherever it went."""
    inside = [word for line in reading.lines for word in [line.label, _words(line.pieces)]]
    return sorted(" ".join([*inside, *reading.headers, *reading.footers]).split())


def _words(pieces: tuple[tree.Inline, ...]) -> str:
    return "".join(
        f" {_words(piece.parts)} "
        if isinstance(piece, tree.Note)
        else _words(piece.parts)
        if isinstance(piece, tree.Emphasis | tree.Revision)
        else piece.text
        for piece in pieces
    )
