"""Make references of the citations in the running text of a received document.

Only what names one clause of this document beyond doubt becomes one; a wrong reference is worse than none.
`this Article` alone stays words: it says where it stands, which needs no reference, and drafts of ours print
it as words too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from treatydraft.document import tree
from treatydraft.document.cited import Citation, Item, Names, Step, citations_in, names_of
from treatydraft.document.labels import in_latin, read_label
from treatydraft.document.words import citation_words
from treatydraft.readers.recognition.pieces import merged

_UNITS: Final = ("part", "chapter", "section", "article")
_FIRST_WORD: Final = re.compile(r"\s*([^\W\d_]+\.?)")


def with_citations(document: tree.Document) -> tree.Document:
    """The document with a reference for each citation of one of its clauses, in exactly the printed words."""
    names = names_of(tree.plain(document.title))
    clauses = _Clauses(document)

    def change(clause: tree.Clause) -> tree.Clause:
        return replace(clause, text=_Marking(clauses, names, clause.id).pieces(clause.text))

    return tree.map_clauses(document, change)


# --- References that a file brings ------------------------------------------------------------------------


class _Mark(NamedTuple):
    """Words that name a clause, and which."""

    start: int
    end: int
    target_id: str


def _without_references(pieces: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    """The same words; a field of Word holds one number, where a citation has several."""
    return tuple(map(_without_reference, pieces))


def _without_reference(piece: tree.Inline) -> tree.Inline:
    match piece:
        case tree.Reference(text=text):
            return tree.Text(text)
        case tree.Emphasis() | tree.Revision(kind="inserted"):
            return replace(piece, parts=_without_references(piece.parts))
        case _:
            return piece


def _references(pieces: tuple[tree.Inline, ...], start: int) -> Iterator[_Mark]:
    """The references of one sentence, which begins at `start`."""
    for piece in pieces:
        if isinstance(piece, tree.Reference):
            yield _Mark(start, start + len(piece.text), piece.target_id)
        elif isinstance(piece, tree.Emphasis) or (
            isinstance(piece, tree.Revision) and piece.kind == "inserted"
        ):
            yield from _references(piece.parts, start)
        start += len(tree.plain((piece,)))


# --- Words ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Marking:
    """Makes references in the text of one clause."""

    clauses: "_Clauses"
    names: Names
    source_id: str

    def pieces(self, pieces: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
        """The pieces of one sentence; a note, or what was deleted, is a sentence of its own."""
        brought = list(_references(pieces, 0))
        whole = self._sentence(_without_references(pieces))
        if self.clauses.hold(list(_references(whole, 0)), brought):
            return whole
        return self._sentence(pieces)

    def _sentence(self, pieces: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
        joined = merged(pieces)
        marks = list(self._marks(tree.plain(joined)))
        return tuple(self._marked(joined, marks, 0))

    def _marks(self, text: str) -> Iterator[_Mark]:
        for citation in citations_in(text, self.names):
            yield from self.clauses.named(citation, self.source_id)

    def _marked(
        self, pieces: tuple[tree.Inline, ...], marks: Sequence[_Mark], start: int
    ) -> Iterator[tree.Inline]:
        """The pieces, which begin at a place of the sentence, with the marks inside their texts."""
        for piece in pieces:
            match piece:
                case tree.Text(text=text):
                    yield from _cut(text, start, marks)
                case tree.Note(parts=parts) | tree.Revision(kind="deleted", parts=parts):
                    yield replace(piece, parts=self.pieces(parts))
                case tree.Emphasis(parts=parts) | tree.Revision(parts=parts):
                    yield replace(piece, parts=tuple(self._marked(merged(parts), marks, start)))
                case _:
                    yield piece
            start += len(tree.plain((piece,)))


def _cut(text: str, start: int, marks: Sequence[_Mark]) -> Iterator[tree.Inline]:
    """A text that begins at a place of the sentence, cut into words and references."""
    done, end = start, start + len(text)
    for mark in marks[bisect_left(marks, start, key=lambda mark: mark.start) :]:
        if mark.end > end:
            break
        if mark.start > done:
            yield tree.Text(text[done - start : mark.start - start])
        yield tree.Reference(mark.target_id, text[mark.start - start : mark.end - start])
        done = mark.end
    if done < end:
        yield tree.Text(text[done - start :])


# --- Clauses ----------------------------------------------------------------------------------------------


class _Place(NamedTuple):
    """Where a clause stands: in the order of the document, with all that is inside it."""

    first: int
    end: int
    above: tuple[tree.Clause, ...]  # from the top, the clause itself at the end


class _Clauses:
    """The clauses of a document by what citations call them."""

    def __init__(self, document: tree.Document) -> None:
        self._body = tree.Clause("part", "", children=document.body)  # stands above all of the body
        self._annexes = document.annexes
        self._places: dict[str, _Place] = {}
        self._units: dict[tuple[str, str], list[tree.Clause]] = {}  # by level and number
        self._levels: dict[str, list[tree.Clause]] = {}  # by the level that their words say
        self._below: dict[str, dict[str, tree.Clause | None]] = {}
        self._paragraphs = _by_number(
            clause for clause in tree.walk(document.body) if clause.kind == "paragraph"
        )
        for clause in (self._body, *document.annexes):
            self._enter(clause, ())

    def named(self, citation: Citation, source_id: str) -> Iterator[_Mark]:
        """The clauses that a citation names and the words for each; none where one of them is not sure."""
        several = citation.several
        targets = [self._target(steps, citation, source_id) for steps in citation.each]
        if any(target is None or not self._lies(target, citation, source_id) for target in targets):
            return
        spans: Sequence[Item | Citation] = several.items if several else (citation,)
        for span, target in zip(spans, targets, strict=True):
            if target is not None:
                yield _Mark(span.start, span.end, target.id)

    def hold(self, found: Sequence[_Mark], brought: Sequence[_Mark]) -> bool:
        """Whether citations hold all references of the file: `Article 5` in `Article 5, paragraph 2`."""
        return all(any(self._holds(citation, one) for citation in found) for one in brought)

    def _holds(self, citation: _Mark, brought: _Mark) -> bool:
        path = self._places[citation.target_id].above
        is_part = citation.start <= brought.start and brought.end <= citation.end
        return is_part and any(clause.id == brought.target_id for clause in path)

    def _enter(self, clause: tree.Clause, above: tuple[tree.Clause, ...]) -> None:
        path, first = (*above, clause), len(self._places)
        self._places[clause.id] = _Place(first, first, path)
        number = _number(clause)
        if number and _is_unit(clause):
            level = _level(clause)
            self._units.setdefault((level, number), []).append(clause)
            self._levels.setdefault(level, []).append(clause)
        for child in clause.children:
            self._enter(child, path)
        self._places[clause.id] = _Place(first, len(self._places), path)

    # --- Which clause -------------------------------------------------------------------------------------

    def _target(self, steps: Sequence[Step], citation: Citation, source_id: str) -> tree.Clause | None:
        outer, numbers = steps[0], steps[0].items[0].numbers
        found: tree.Clause | None
        if outer.this:
            found = self._this(outer.level, source_id)
        elif outer.level == "annex":
            found = self._annex(numbers[:1])
        elif outer.level in _UNITS:
            found = self._unit_from(outer.level, numbers[0], citation, source_id)
        else:
            found = self._near(outer, numbers[0], citation, source_id)
        found = self._down(found, numbers[1:])
        for step in steps[1:]:
            found = self._step(found, step)
        return found

    def _step(self, above: tree.Clause | None, step: Step) -> tree.Clause | None:
        if above is None or step.level not in _UNITS:
            return self._down(above, step.items[0].numbers)
        number, *below = step.items[0].numbers
        return self._down(self._unit(step.level, number, above), below)

    def _down(self, above: tree.Clause | None, numbers: Iterable[str]) -> tree.Clause | None:
        for number in numbers:
            above = self._child(above, number) if above else None
        return above

    def _child(self, above: tree.Clause, number: str) -> tree.Clause | None:
        """The numbered clause below another; `2.1` is that, or the first below the second."""
        level, number = self._first_below(above), in_latin(number)
        head, point, rest = number.rpartition(".")
        if number in level or not point:
            return level.get(number)
        parent = self._child(above, head)
        if parent is None:
            return None
        return self._first_below(parent).get(number) or self._first_below(parent).get(rest)

    def _first_below(self, above: tree.Clause) -> dict[str, tree.Clause | None]:
        """The first numbered clauses below one, by number; those of a number that comes twice are none."""
        if above.id not in self._below:
            self._below[above.id] = _by_number(_first_numbered(above.children))
        return self._below[above.id]

    # --- Units --------------------------------------------------------------------------------------------

    def _annex(self, numbers: tuple[str, ...]) -> tree.Clause | None:
        if not numbers:
            return self._annexes[0] if len(self._annexes) == 1 else None
        return _only([annex for annex in self._annexes if _number(annex) == in_latin(numbers[0])])

    def _unit_from(self, level: str, number: str, citation: Citation, source_id: str) -> tree.Clause | None:
        """A unit that is cited without what it stands in: in the body, or in the annex that cites it."""
        top = self._top(source_id)
        wordless = level != "article" or citation.instrument == "own"
        in_body = self._unit(level, number, self._body, wordless=wordless)
        if top is self._body or citation.instrument == "own":
            return in_body
        in_annex = self._unit(level, number, top)
        return None if in_body and in_annex else in_body or in_annex

    def _unit(
        self, level: str, number: str, above: tree.Clause, *, wordless: bool = True
    ) -> tree.Clause | None:
        """The unit of a level and number inside another; where none has the word, one with a number only."""
        inside = self._inside(self._levels.get(level, []), above)
        if not inside and not wordless:
            return None
        key = level if inside else ""
        found = _only(self._inside(self._units.get((key, in_latin(number)), []), above))
        head, point, _ = number.partition(".")
        if found is not None or not point:
            return found
        unit = self._unit(level, head, above, wordless=wordless)
        if unit is None:
            return None
        # Below `Article 5` stands `5.2`, or `2`.
        return self._first_below(unit).get(number) or self._child(unit, number.partition(".")[2])

    def _inside(self, clauses: list[tree.Clause], above: tree.Clause) -> list[tree.Clause]:
        """At most two of the clauses, which are in order, that stand inside another: two are not one."""
        place = self._places[above.id]
        first = bisect_left(clauses, place.first + 1, key=lambda clause: self._places[clause.id].first)
        return [c for c in clauses[first : first + 2] if self._places[c.id].first < place.end]

    # --- Near clauses -------------------------------------------------------------------------------------

    def _top(self, source_id: str) -> tree.Clause:
        """The annex that a clause stands in, else all of the body."""
        place = self._places.get(source_id)
        return place.above[0] if place else self._body

    def _this(self, level: str, source_id: str) -> tree.Clause | None:
        """`this Article` of a clause: the one of that word above it, else the only one with a number."""
        place = self._places.get(source_id)
        above = place.above if place else ()
        if level == "annex":
            return above[0] if above and above[0] is not self._body else None
        units = [clause for clause in above if _is_unit(clause) and _number(clause)]
        worded = [clause for clause in units if _level(clause) == level]
        if worded or level not in _UNITS:
            return worded[-1] if worded else None
        return _only([clause for clause in units if not _level(clause)])

    def _near(self, step: Step, number: str, citation: Citation, source_id: str) -> tree.Clause | None:
        """A paragraph or less that is cited without its article: one of those where it is cited."""
        place = self._places.get(source_id)
        if citation.instrument == "own" or place is None:
            return self._running(number) if step.level == "paragraph" else None
        if step.level == "item" and number.isdecimal():
            return None  # `point 7` counts the points of others as often as our own
        for above in reversed(place.above):
            is_unit = _is_unit(above) or len(place.above) == 1 or above.id == ""
            level = self._first_below(above)
            if number.isdecimal() and step.level == "paragraph" and not is_unit:
                continue
            found = self._child(above, number)
            if found is not None:
                return found
            if is_unit and level:
                break
        return self._running(number) if step.level == "paragraph" else None

    def _running(self, number: str) -> tree.Clause | None:
        """A paragraph of a text in which their numbers run on, so that none comes twice."""
        return self._paragraphs.get(number)

    def _lies(self, target: tree.Clause | None, citation: Citation, source_id: str) -> bool:
        """Whether a clause stands above or below where it is cited, if the words say so."""
        source = self._places.get(source_id)
        if target is None or not citation.direction or source is None:
            return True
        return (self._places[target.id].first - source.first) * citation.direction > 0


def _by_number(clauses: Iterable[tree.Clause]) -> dict[str, tree.Clause | None]:
    """Clauses by their numbers; those of a number that comes twice are none."""
    found: dict[str, tree.Clause | None] = {}
    for clause in clauses:
        if number := _number(clause):
            found[number] = None if number in found else clause
    return found


def _only(clauses: Sequence[tree.Clause]) -> tree.Clause | None:
    return clauses[0] if len(clauses) == 1 else None


def _is_unit(clause: tree.Clause) -> bool:
    """Whether it is cited by itself, and holds what is cited below it."""
    return bool(clause.heading or _level(clause)) or clause.kind == "annex"


def _level(clause: tree.Clause) -> str:
    """What the word of its label says; empty for a label that is a number only."""
    word = _FIRST_WORD.match(clause.label)
    return citation_words().get(word[1].casefold(), "") if word else ""


def _number(clause: tree.Clause) -> str:
    label = read_label(clause.label) if clause.label else None
    return in_latin(label.number) if label is not None and label.readings else ""


def _first_numbered(clauses: tuple[tree.Clause, ...]) -> Iterator[tree.Clause]:
    """The numbered clauses that stand highest; those without a label are passed through."""
    for clause in clauses:
        if _number(clause):
            yield clause
        elif not clause.label:
            yield from _first_numbered(clause.children)
