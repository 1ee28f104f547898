"""A unit or a plain text → the passage that is compared: its words, its heading and what it cites."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from treatydraft.comparison.substance.bare_words import Span
from treatydraft.comparison.units import Unit
from treatydraft.document import tree
from treatydraft.facts.sentences import sentences

_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one side; `cited` are the places that cite another clause by its number."""

    text: str
    heading: int = 0  # characters of the heading, its line end too
    cited: tuple[Span, ...] = ()
    is_title: bool = False  # it names its own instrument, which is no other that it cites

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Where each of its sentences stands, the heading aside."""
        body = self.text[self.heading :]
        return tuple((self.heading + start, self.heading + end) for start, end in sentences(body))


class Squeezer:
    """Takes a text piece by piece, and gives each piece with one blank for many; the pieces fit together."""

    def __init__(self) -> None:
        self._is_blank = False

    def squeezed(self, piece: str) -> str:
        r"""The piece; a line end stays one.

        >>> squeezer = Squeezer()
        >>> [squeezer.squeezed(piece) for piece in ("the \u00a0 ", " old\n", " town")]
        ['the ', 'old\n', 'town']
        """
        text = _BLANKS.sub(lambda blank: "\n" if "\n" in blank[0] else " ", piece)
        if self._is_blank:
            text = text.removeprefix(" ").removeprefix("\n")
        self._is_blank = text[-1:].isspace() if text else self._is_blank
        return text


def passage(source: Unit | str, text: str = "", leave_out: Collection[str] = ()) -> Passage:
    """The passage of a unit or of a plain text, with one blank for many.

    Args:
        source: The unit or the text.
        text: The words as somebody else has put them together, squeezed already.
        leave_out: Citations of clauses besides those that the unit marks as such.
    """
    text = text or Squeezer().squeezed(source if isinstance(source, str) else source.side.words)
    if isinstance(source, str):
        return Passage(text, 0, tuple(_occurrences(text, leave_out)))
    title = Squeezer().squeezed(source.side.heading)
    heading = len(title) if text.startswith(title) else 0
    if heading and text[heading : heading + 1] == "\n":
        heading += 1
    cited = (*_marked(source, text), *_occurrences(text, leave_out))
    return Passage(text, heading, cited, is_title=source.side.zone == "title")


def _marked(unit: Unit, text: str) -> Iterator[Span]:
    """The references of a unit in the text, which ends with the unit's own words, or is a part of them."""
    squeezer = Squeezer()
    pieces = [(piece, squeezer.squeezed(tree.plain((piece,)))) for piece in tree.leaves(unit.text)]
    own = "".join(words for _, words in pieces).rstrip()
    if not text.rstrip().endswith(own.lstrip()):
        yield from _occurrences(text, [words for piece, words in pieces if isinstance(piece, tree.Reference)])
        return
    place = len(text.rstrip()) - len(own)
    for piece, words in pieces:
        if isinstance(piece, tree.Reference):
            yield place, place + len(words)
        place += len(words)


def _occurrences(text: str, phrases: Collection[str]) -> Iterator[Span]:
    for phrase in filter(None, phrases):
        place = text.find(phrase)
        while place >= 0:
            yield place, place + len(phrase)
            place = text.find(phrase, place + len(phrase))
