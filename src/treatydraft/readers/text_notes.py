"""Find the footnotes of a plain text: `[1]` in its lines, and lines at its end that begin with `[1]`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.lines import Line

_CALL: Final = re.compile(r"\[(\d{1,4})\]")
_NOTE: Final = re.compile(r"\[(\d{1,4})\]\s+")
_LONGEST_HEADING: Final = 20


def with_notes(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines with their notes where they are called, and the heading of the notes.

    Nothing is a note unless the numbers at the end run from 1 and each is called above, once and in order.
    """
    count = sum(1 for _ in takewhile(_begins_note, reversed(lines)))
    above, notes = list(lines[: len(lines) - count]), lines[len(lines) - count :]
    numbers = [int(found[1]) for note in notes if (found := _NOTE.match(note.text))]
    called = [int(number) for line in above for number in _CALL.findall(line.text)]
    if not notes or not numbers == called == list(range(1, count + 1)):
        return list(lines), ()
    headed = len(above) > 1 and len(above[-1].text) <= _LONGEST_HEADING and not _CALL.search(above[-1].text)
    heading = (above.pop().text,) if headed else ()
    texts = iter(notes)
    return [replace(line, pieces=tuple(_pieces(line.text, texts))) for line in above], heading


def _begins_note(line: Line) -> bool:
    return _NOTE.match(line.text) is not None


def _pieces(text: str, notes: Iterator[Line]) -> Iterator[tree.Inline]:
    """A line with its notes, which come in the order of their calls."""
    start = 0
    for call in _CALL.finditer(text):
        if call.start() > start:
            yield tree.Text(text[start : call.start()])
        yield tree.Note((tree.Text(_NOTE.sub("", next(notes).text, count=1)),))
        start = call.end()
    if start < len(text):
        yield tree.Text(text[start:])
