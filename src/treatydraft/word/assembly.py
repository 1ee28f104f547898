"""Fill a Word template with a manuscript: its look is set once, its words for each document."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache

from treatydraft.sandbox import TemplateFault
from treatydraft.word import numbering, paper, properties
from treatydraft.word.guard import open_template
from treatydraft.word.manuscript import Footnote, Line, Look, Manuscript
from treatydraft.word.styles import Styles
from treatydraft.word.template import WordTemplate

_LONGEST_QUOTE = 60


def assemble(manuscript: Manuscript, template: bytes, name: str, timestamp: datetime) -> bytes:
    """The Word file; the same manuscript, template and timestamp give the same bytes.

    Raises `PackageError` or `TemplateFaults` where the template is at fault; `name` is what they call it.
    """
    filled = dressed(template, manuscript.look, name)
    core = properties.core(manuscript.properties, manuscript.look.language, timestamp)
    data, printed = filled.fill(manuscript.context, timestamp=timestamp, parts={properties.CORE: core})
    for line in _lines(manuscript.context):
        if line and id(line) not in printed:
            raise _never_printed(line, name)
    return data


@lru_cache(maxsize=32)
def dressed(template: bytes, look: Look, name: str) -> WordTemplate:
    """A template in the look of a house style, compiled."""
    package, _ = open_template(template)
    styles = Styles(package)
    numbering.number_styles(package, styles, look.lists, look.unnumbered)
    for style, alignment in look.alignment:
        styles.set_alignment(style, alignment)
    styles.set_language(look.language)
    paper.set_paper(package, look.paper)
    properties.clear(package)
    return WordTemplate(package.write(), name=name)


def _lines(value: object) -> Iterator[Line]:
    match value:
        case Line():
            yield value
        case Mapping():
            for inside in value.values():
                yield from _lines(inside)
        case list() | tuple():
            for inside in value:
                yield from _lines(inside)
        case _:
            pass


def _never_printed(line: Line, name: str) -> TemplateFault:
    """A line that no branch of the template prints would be lost without a word."""
    words = "".join(piece.text for piece in line.pieces if not isinstance(piece, Footnote))
    message = f"the template never prints “{words[:_LONGEST_QUOTE]}”"
    return TemplateFault(name, 0, message, "give each loop an {%p else %}")
