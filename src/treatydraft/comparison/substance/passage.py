"""A unit or a plain text → the passage that is compared: its words, its heading and what it cites."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from treatydraft.comparison.substance.bare_words import Span
from treatydraft.comparison.units import Unit
from treatydraft.document import tree
from treatydraft.facts.sentences import sentences


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


def passage(source: Unit | str, text: str = "", leave_out: Collection[str] = ()) -> Passage:
    """The passage of a unit or of a plain text.

    Args:
        source: The unit or the text.
        text: The words as somebody else has put them together, where they differ in blanks.
        leave_out: Citations of clauses besides those that the unit marks as such.
    """
    if isinstance(source, str):
        return Passage(source, 0, tuple(_occurrences(source, leave_out)))
    text = text or source.side.words
    heading = len(source.side.heading) if text.startswith(source.side.heading) else 0
    if heading and text[heading : heading + 1] == "\n":
        heading += 1
    cited = (*_marked(source, text), *_occurrences(text, leave_out))
    return Passage(text, heading, cited, is_title=source.side.zone == "title")


def _marked(unit: Unit, text: str) -> Iterator[Span]:
    """The references of a unit in the text, which ends with the unit's own words."""
    own = tree.plain(unit.text).rstrip()
    if not text.endswith(own.lstrip()):
        return
    place = len(text) - len(own)
    for piece in _leaves(unit.text):
        length = len(tree.plain((piece,)))
        if isinstance(piece, tree.Reference):
            yield place, place + length
        place += length


def _leaves(pieces: tuple[tree.Inline, ...]) -> Iterator[tree.Inline]:
    for piece in pieces:
        match piece:
            case tree.Emphasis(parts=parts) | tree.Revision(kind="inserted", parts=parts):
                yield from _leaves(parts)
            case _:
                yield piece


def _occurrences(text: str, phrases: Collection[str]) -> Iterator[Span]:
    for phrase in filter(None, phrases):
        place = text.find(phrase)
        while place >= 0:
            yield place, place + len(phrase)
            place = text.find(phrase, place + len(phrase))
