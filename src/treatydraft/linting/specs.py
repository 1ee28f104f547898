"""Where in a spec the words of a finding stand, through the values that the draft remembers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.finding import Finding
from treatydraft.linting.text import TITLE, Passage, Text
from treatydraft.spec import FieldPath, Place, Source, parsed_path

_OWN: Final = re.compile(r"(?:clauses|recitals)\[\d+\]")
# Drafting sets what a person types on a keyboard: a straight mark in the spec is a curly one in the draft.
_TYPED: Final = {
    **dict.fromkeys('“”„"', '[“”„"]'),
    **dict.fromkeys("‘’'", "[‘’']"),
    **dict.fromkeys("–—-", "(?:---?|[–—-])"),
}


@dataclass(frozen=True, slots=True)
class InSpec:
    """A place in a spec: a field, and the line and column of the words or else of the field, from 1."""

    path: FieldPath
    line: int
    column: int
    field_line: int
    exact: tuple[int, int] | None = None  # the words in the text of the file, where it has them once


@dataclass(frozen=True)
class SpecFile:
    """A spec as data with places, and as the text that a person wrote."""

    source: Source
    text: str

    def place(self, finding: Finding, text: Text) -> InSpec | None:
        """Where a person finds what a finding is about; none where no field of the spec says it."""
        path = parsed_path(_field(finding, text, self.source.data))
        if not path:
            return None
        field = self.source.place(path)
        start = self._starts[field.line - 1] + field.column - 1
        exact = self._exact(finding.evidence, start, self._end(start, path))
        line, column = self._line_of(exact[0]) if exact else (field.line, field.column)
        return InSpec(path, line, column, self.source.place_of_key(path).line, exact)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each line begins."""
        return (0, *accumulate(len(line) + 1 for line in self.text.split("\n")))

    def _offset(self, place: Place) -> int:
        return self._starts[place.line - 1] + place.column - 1

    def _end(self, start: int, path: FieldPath) -> int:
        """Where the next field begins that is not below this one."""
        places = (*self.source.keys.items(), *self.source.values.items())
        after = (self._offset(place) for other, place in places if other[: len(path)] != path)
        return min((offset for offset in after if offset > start), default=len(self.text))

    def _exact(self, words: str, start: int, end: int) -> tuple[int, int] | None:
        """The words between two places, where they stand there once."""
        if not words:
            return None
        shape = "".join(_TYPED.get(sign, re.escape(sign)) for sign in " ".join(words.split()))
        found = list(re.compile(shape.replace("\\ ", r"\s+")).finditer(self.text, start, end))
        return found[0].span() if len(found) == 1 else None

    def _line_of(self, offset: int) -> tuple[int, int]:
        line = self.text.count("\n", 0, offset)
        return line + 1, offset - self._starts[line] + 1


def _field(finding: Finding, text: Text, data: object) -> str:
    """The field that says the words of a finding, or that its clause is there for; empty for none."""
    passage = text.by_id.get(finding.clause)
    if passage is None:
        return ""
    if finding.part == "text" and (path := _path_of_words(passage, *finding.span)):
        return path
    if passage.clause.id == TITLE:
        return "instrument.title"
    if own := next((found[0] for path in _paths(passage.clause) if (found := _OWN.match(path))), ""):
        return f"{own}.heading" if finding.part == "heading" else own
    field = passage.clause.topic.partition(".")[0].replace("-", "_")
    return field if isinstance(data, dict) and field in data else ""


def _path_of_words(passage: Passage, start: int, end: int) -> str:
    """The field of the first value that holds any of these words."""
    at = 0
    for piece in tree.leaves(passage.clause.text):
        after = at + len(tree.plain((piece,)))
        if isinstance(piece, tree.Value) and at < max(end, start + 1) and start < after:
            return piece.spec_path
        at = after
    return ""


def _paths(clause: tree.Clause) -> Iterator[str]:
    """The fields of the values in a clause and below it."""
    for one in tree.walk((clause,)):
        for piece in tree.leaves(one.text):
            if isinstance(piece, tree.Value):
                yield piece.spec_path
