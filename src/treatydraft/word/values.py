"""What can be put into a Word template besides plain data."""

from dataclasses import dataclass

from treatydraft.word.images import Image
from treatydraft.word.manuscript import Footnote, Line, NumberOf, Run
from treatydraft.word.subdocuments import SubDocument

Rich = Line
"""Words in several styles, with footnotes and numbers that follow a paragraph; print it with `{{r … }}`."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The rest stands on a new page."""


__all__ = ["Footnote", "Image", "Line", "NumberOf", "PageBreak", "Rich", "Run", "SubDocument"]
