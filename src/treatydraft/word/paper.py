"""Set a Word file on the paper of its country without moving a line: the margins take up the difference."""

from typing import Literal

from treatydraft.word import markup
from treatydraft.word.package import Package

# In twentieths of a point.
_SIZES = {"a4": (11906, 16838), "letter": (12240, 15840)}
_TOLERANCE = 20


def set_paper(package: Package, paper: Literal["a4", "letter"]) -> None:
    """Give every upright A4 or Letter page this size; other sizes are the template's own choice."""
    width, height = _SIZES[paper]
    for section in package.tree(package.main()).iter(markup.name("w:sectPr")):
        size, margins = section.find(markup.name("w:pgSz")), section.find(markup.name("w:pgMar"))
        if (
            size is None
            or margins is None
            or not _is_known(markup.value(size, "w:w"), markup.value(size, "w:h"))
        ):
            continue
        wider = (width - int(markup.value(size, "w:w"))) // 2
        size.set(markup.name("w:w"), str(width))
        size.set(markup.name("w:h"), str(height))
        for side in ("w:left", "w:right"):
            margins.set(markup.name(side), str(int(markup.value(margins, side)) + wider))


def _is_known(width: str, height: str) -> bool:
    return any(
        abs(int(width) - known_width) <= _TOLERANCE and abs(int(height) - known_height) <= _TOLERANCE
        for known_width, known_height in _SIZES.values()
    )
