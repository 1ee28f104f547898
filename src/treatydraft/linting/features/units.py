"""The clauses of a document by what citations call them: `Article 5`, `paragraph 2`, `(a)`, `Annex C`."""

from collections.abc import Iterator, Sequence
from typing import Final

from treatydraft.document import tree
from treatydraft.document.labels import in_latin
from treatydraft.document.words import citation_words
from treatydraft.linting.features.counting import label_of

UNITS: Final = ("part", "chapter", "section", "article")

_NUMERALS: Final = ("decimal", "upper-roman", "lower-roman")


class Units:
    """Where the clauses of a document stand, and by which words and numbers they are found."""

    def __init__(self, document: tree.Document) -> None:
        self.body: Final = tree.Clause("part", "", children=document.body)  # stands above all of the body
        self.annexes: Final = document.annexes
        # How a draft calls its units; of a received text only its labels say so.
        self.own_word: Final = "" if document.received.format else document.house_style.unit.lower()
        self.paths: Final[
            dict[str, tuple[tree.Clause, ...]]
        ] = {}  # from the top, each with itself at the end
        self._units: Final[dict[tuple[str, str], list[tree.Clause]]] = {}  # by level and number
        self._paragraphs: Final[dict[str, list[tree.Clause]]] = {}
        self._below: Final[dict[str, dict[str, list[tree.Clause]]]] = {}
        for top in (self.body, *self.annexes):
            self._enter(top, ())
        self.levels: Final = frozenset(level for level, _ in self._units)

    def _enter(self, clause: tree.Clause, above: tuple[tree.Clause, ...]) -> None:
        path = (*above, clause)
        self.paths[clause.id] = path
        if number := number_of(clause):
            if is_unit(clause):
                for key in _keys(clause, number):
                    self._units.setdefault((level_of(clause), key), []).append(clause)
            elif clause.kind == "paragraph":
                self._paragraphs.setdefault(number, []).append(clause)
        for child in clause.children:
            self._enter(child, path)

    def may_call(self, level: str) -> bool:
        """Whether units without a word may be cited by this one; only drafts say which it is."""
        return level == self.own_word or (not self.own_word and level != "article")

    def of_level(self, level: str, number: str, near: tree.Clause) -> list[tree.Clause]:
        """The units with a word and a number: those in the annex that cites them, else those of the body."""
        found = self._units.get((level, in_latin(number)), []) or self._units.get((level, _value(number)), [])
        inside = [clause for clause in found if self.paths[clause.id][0] is near]
        return inside or [clause for clause in found if self.paths[clause.id][0] is self.body]

    def annex(self, number: str) -> list[tree.Clause]:
        """The annexes with a number, or all of them without one."""
        if not number:
            return list(self.annexes)
        wanted = {in_latin(number), _value(number)}
        return [one for one in self.annexes if wanted & set(_keys(one, number_of(one)))]

    def paragraph(self, number: str) -> list[tree.Clause]:
        """The paragraphs of a number in the whole text."""
        return self._paragraphs.get(in_latin(number), [])

    def below(self, above: tree.Clause) -> dict[str, list[tree.Clause]]:
        """The first numbered clauses below one, by number."""
        if above.id not in self._below:
            found: dict[str, list[tree.Clause]] = {}
            for clause in _first_numbered(above.children):
                found.setdefault(number_of(clause).lower(), []).append(clause)
            self._below[above.id] = found
        return self._below[above.id]

    def child(self, above: tree.Clause, number: str) -> list[tree.Clause]:
        """The clauses of a number below one; of those that have none, the one that is counted off."""
        below, key = self.below(above), in_latin(number).lower()
        head, point, rest = key.rpartition(".")
        if key in below or not point:
            return below.get(key) or _counted_off(above, key)
        parents = self.child(above, head)
        return [one for parent in parents for name in (key, rest) for one in self.below(parent).get(name, [])]

    def top(self, identity: str) -> tree.Clause:
        """The annex that a clause stands in, else all of the body."""
        path = self.paths.get(identity)
        return path[0] if path else self.body


def is_unit(clause: tree.Clause) -> bool:
    """Whether a clause is cited by itself, and holds what is cited below it."""
    return bool(clause.heading or level_of(clause)) or clause.kind == "annex"


def level_of(clause: tree.Clause) -> str:
    """What the word of its label says: `article`; empty for a label that is a number only."""
    word = clause.label.split(maxsplit=1)[0].rstrip(":") if clause.label.strip() else ""
    return citation_words().get(word.casefold(), "")


def number_of(clause: tree.Clause) -> str:
    """The number of a label as printed."""
    label = label_of(clause.label)
    return in_latin(label.number) if label else ""


def _keys(clause: tree.Clause, number: str) -> Iterator[str]:
    """What the unit is found by: its number as printed, and what that counts to."""
    yield number
    label = label_of(clause.label)
    yield from (f"={one.number}" for one in (label.readings if label else ()) if one.style in _NUMERALS)


def _value(number: str) -> str:
    """`=5` for `5` and for `V`, so that a unit is found by either."""
    label = label_of(f"{number}.")
    numbers = (one.number for one in (label.readings if label else ()) if one.style in _NUMERALS)
    return f"={next(numbers, '')}"


def _first_numbered(clauses: Sequence[tree.Clause]) -> Iterator[tree.Clause]:
    """The numbered clauses that stand highest; those without a label are passed through."""
    for clause in clauses:
        if number_of(clause):
            yield clause
        elif not clause.label:
            yield from _first_numbered(clause.children)


def _counted_off(above: tree.Clause, number: str) -> list[tree.Clause]:
    """The paragraph that is the second, where paragraphs have no numbers."""
    plain = [clause for clause in above.children if clause.kind == "paragraph" and not clause.label]
    is_there = number.isdecimal() and len(plain) > 1 and 0 < int(number) <= len(plain)
    return [plain[int(number) - 1]] if is_there else []
