"""Find what each citation in a text names, among its own clauses: one, several, or none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from treatydraft.document import tree
from treatydraft.document.cited import Citation, Step, citations_in, names_of
from treatydraft.linting.features.spoken import Spoken
from treatydraft.linting.features.units import UNITS, Units, is_unit, level_of

# `missing`: no such clause is there; `misnamed`: units are called otherwise; `unsure`: it may be another's.
Fault: TypeAlias = Literal["", "missing", "misnamed", "unsure"]

# One of these is in each word that cites; to look for them is faster than to look for the words.
_ROOTS: Final = (
    "article", "art.", "arts.", "section", "part ", "parts ", "chapter", "annex", "appendi", "schedule",
    "attachment", "para", "clause", "item ", "items ", "point ", "points ", "letter ", "letters ", "indent",
)  # fmt: skip
_ACRONYM: Final = re.compile(r"\b[A-Z]{2,}\b(?<![IVX]{2})")
_WORD: Final = re.compile(r"\w+")
_NEAR: Final = 25  # characters in which an acronym says whose clause it is
_SENTENCE: Final = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of one clause of this text."""

    clause: tree.Clause  # in which it stands
    citation: Citation
    words: str
    span: tuple[int, int]
    targets: tuple[tree.Clause, ...] = ()  # what it may name
    fault: Fault = ""
    within: tree.Clause | None = None  # the clause in which what it names is not
    is_token: bool = False  # whether the text knows what it names, so that a renumbering changes it too


class Citing:
    """Reads the citations of the passages of one document."""

    def __init__(self, document: tree.Document) -> None:
        self.units: Final = Units(document)
        self._names: Final = names_of(tree.plain(document.title))
        # `the UK` may be a party, and then gives a citation to nobody else.
        self._our_own: Final = {
            word for party in document.parties for word in _WORD.findall(f"{party.name} {party.short}")
        }
        self._ids: Final = {clause.id: clause for clause in tree.clauses(document)}

    def of(self, passages: Sequence[Spoken]) -> Iterator[Cited]:
        """The citations of clauses of this document, in order."""
        for passage in passages:
            if passage.zone in ("preamble", "body", "closing", "annex") and _may_cite(passage.words):
                yield from self._of(passage)

    def _of(self, passage: Spoken) -> Iterator[Cited]:
        tokens = list(_tokens(passage.clause.text))
        for citation in citations_in(passage.words, self._names):
            if not passage.is_cited(citation.start, citation.end):
                yield from self._cited(citation, passage, tokens)

    def _cited(
        self, citation: Citation, passage: Spoken, tokens: Sequence[tuple[int, int, str]]
    ) -> Iterator[Cited]:
        several = citation.several
        for steps in citation.each:
            item = next(step for step in steps if step.level == (several or steps[0]).level).items[0]
            start, end = (item.start, item.end) if several else (citation.start, citation.end)
            one = Cited(passage.clause, citation, passage.words[start:end], (start, end))
            target = next((name for first, last, name in tokens if first < end and start < last), None)
            if target is None:
                yield self._found(one, steps, passage)
            else:
                known = self._ids.get(target)
                yield replace(
                    one, targets=(known,) if known else (), fault="" if known else "missing", is_token=True
                )

    def _found(self, one: Cited, steps: Sequence[Step], passage: Spoken) -> Cited:
        found = self._outermost(one, steps[0])
        numbers = [*steps[0].items[0].numbers[1:], *(n for step in steps[1:] for n in step.items[0].numbers)]
        for number in numbers:
            if found.fault or not found.targets:
                break
            below = [child for target in found.targets for child in self.units.child(target, number)]
            fault: Fault = "" if below else "missing"
            found = replace(found, targets=tuple(below), fault=fault, within=found.targets[0])
        doubtful = found.fault and self._may_be_another(found, passage)
        return replace(found, fault="unsure") if doubtful else found

    # --- Which clause -------------------------------------------------------------------------------------

    def _outermost(self, one: Cited, step: Step) -> Cited:
        number = (step.items[0].numbers or ("",))[0]
        if step.this:
            return self._this(one, step.level)
        if step.level == "annex":
            return _with(one, self.units.annex(number))
        if step.level in UNITS or self._is_unit_word(one, step):
            return self._unit(one, step.level, number)
        return self._near(one, step, number)

    def _is_unit_word(self, one: Cited, step: Step) -> bool:
        """Whether `Paragraph 4` is a unit with a heading, as some texts call them."""
        is_name = tree.plain(one.clause.text)[step.start].isupper() and step.start > 0
        return is_name and step.level in self.units.levels

    def _this(self, one: Cited, level: str) -> Cited:
        """`this Article`: the clause of that word above, or the nearest unit where units have no word."""
        path = self.units.paths.get(one.clause.id, ())
        if level == "annex":
            return _with(one, [path[0]] if path and path[0] is not self.units.body else [])
        if level not in UNITS:
            return _with(one, path[-1:])
        around = [clause for clause in path if is_unit(clause)]
        worded = [clause for clause in around if level_of(clause) == level]
        return _with(one, worded[-1:] or around[-1:] or path[:1])

    def _unit(self, one: Cited, level: str, number: str) -> Cited:
        near = self.units.top(one.clause.id)
        if level in self.units.levels:
            head, point, rest = number.partition(".")
            found = self.units.of_level(level, number, near)
            if found or not point:
                return _with(one, found)
            units = self.units.of_level(level, head, near)
            return _with(one, [below for unit in units for below in self._dotted(unit, number, rest)])
        if "" in self.units.levels and self.units.may_call(level):
            return _with(one, self.units.of_level("", number, near))
        return replace(one, fault="misnamed") if level != "chapter" else replace(one, fault="unsure")

    def _dotted(self, unit: tree.Clause, number: str, rest: str) -> list[tree.Clause]:
        """Below `Article 5` stands `5.2`, or `2`."""
        return self.units.below(unit).get(number) or self.units.child(unit, rest)

    def _near(self, one: Cited, step: Step, number: str) -> Cited:
        """A paragraph or less that is cited without its article: one of those where it is cited."""
        path = self.units.paths.get(one.clause.id)
        runs_on = self.units.paragraph(number) if step.level == "paragraph" else []
        if one.citation.instrument == "own" or path is None:
            return _with(one, runs_on) if path or runs_on else replace(one, fault="unsure")
        for above in reversed(path):
            below = self.units.below(above)
            if number.lower() in below:
                return _with(one, below[number.lower()])
            if is_unit(above) or above is self.units.body:
                if found := self.units.child(above, number):
                    return _with(one, found)
                break
        if step.level == "item":
            return replace(one, fault="unsure")  # others count points and letters as often as we do
        return _with(one, runs_on if len(runs_on) == 1 else [])

    def _may_be_another(self, one: Cited, passage: Spoken) -> bool:
        """Whether the words near a citation give it to an organisation, or nothing says that it is ours."""
        if one.citation.instrument == "own" or one.citation.steps[0].this:
            return False
        if passage.zone == "preamble":
            return True
        start, end = one.span
        first, last = _sentence(passage.words, start, end)
        if one.fault == "missing":
            first, last = max(first, start - _NEAR), min(last, end + _NEAR)
        return any(found not in self._our_own for found in _ACRONYM.findall(passage.words, first, last))


def _sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around some words."""
    ends = [found.end() for found in _SENTENCE.finditer(words, 0, start)]
    after = _SENTENCE.search(words, end)
    return ends[-1] if ends else 0, after.end() if after else len(words)


def _may_cite(words: str) -> bool:
    low = words.lower()
    return any(root in low for root in _ROOTS)


def _with(one: Cited, targets: Sequence[tree.Clause]) -> Cited:
    return replace(one, targets=tuple(targets), fault="" if targets else "missing")


def _tokens(pieces: tuple[tree.Inline, ...]) -> Iterator[tuple[int, int, str]]:
    """Where references stand in the words of a clause, and the id of what they name."""
    start = 0
    for piece in tree.leaves(pieces):
        end = start + len(tree.plain((piece,)))
        if isinstance(piece, tree.Reference):
            yield start, end, piece.target_id
        start = end
