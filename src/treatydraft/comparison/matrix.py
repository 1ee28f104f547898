"""Many agreements against each other, fact by fact: rows are facts or topics, columns are agreements."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from treatydraft.document import tree
from treatydraft.facts import Fact, TopicGuess

# What a first look wants to see, in the order of a spec; lists that fill a page are asked for by name.
USUAL: Final = (
    "instrument.register", "instrument.signed.date", "instrument.signed.place", "parties.signatory",
    "term.length", "term.from", "term.extension.by", "entry_into_force.on", "termination.notice",
    "termination.from", "amendment.by", "disputes.by", "review.every", "languages.done_in",
    "languages.prevailing",
)  # fmt: skip
_LISTS: Final = ("money.amount", "references.title", "parties.office")
_SURE: Final = 0.5  # of a topic that a cell shows


@dataclass(frozen=True, slots=True)
class Column:
    """One agreement."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an agreement says what a cell shows, and its words."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one agreement says in one row; without values it does not state it."""

    values: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    is_outlier: bool = False  # it says something else than most


@dataclass(frozen=True, slots=True)
class Row:
    """One question put to all agreements."""

    name: str
    cells: tuple[Cell, ...]
    common: tuple[str, ...] = ()  # what most of those say that say anything; empty where nothing leads
    agreeing: int = 0  # how many say it

    @property
    def stated(self) -> int:
        """How many agreements say anything."""
        return sum(bool(cell.values) for cell in self.cells)

    @property
    def title(self) -> str:
        """The field as a person would say it: `termination notice`."""
        return self.name.removeprefix("instrument.").replace(".", " ").replace("_", " ")


@dataclass(frozen=True, slots=True)
class Matrix:
    """All answers."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def fact_matrix(
    columns: Sequence[Column],
    facts: Sequence[Mapping[str, Sequence[Fact]]],
    names: Sequence[str] = (),
    *,
    apart: str = "",
) -> Matrix:
    """A row for each field; `names` are fields, or beginnings of them such as `consultation`.

    Without names, the rows are the usual ones and those of the pack's own fields, save `apart`, the field of
    a list so long that `value_matrix` shows it better.
    """
    fields = _fields(facts, names) if names else _usual_fields(facts, apart)
    rows = (_row(name, [_said(one.get(name, ())) for one in facts]) for name in fields)
    return Matrix(tuple(columns), tuple(rows))


def value_matrix(
    columns: Sequence[Column], facts: Sequence[Mapping[str, Sequence[Fact]]], field: str
) -> Matrix:
    """A row for each value that a list may hold, such as each area of support, with who has it."""
    values = Counter(fact.value for one in facts for fact in one.get(field, ()))
    ordered = sorted(values, key=lambda value: (-values[value], value))
    rows = (Row(value, tuple(_has(one.get(field, ()), value) for one in facts)) for value in ordered)
    return Matrix(tuple(columns), tuple(rows))


def topic_matrix(
    columns: Sequence[Column], documents: Sequence[tree.Document], topics: Sequence[Sequence[TopicGuess]]
) -> Matrix:
    """A row for each topic, with the clauses that are about it."""
    cells = [_clauses(document, guesses) for document, guesses in zip(documents, topics, strict=True)]
    order = dict.fromkeys(topic for one in cells for topic in one)
    return Matrix(
        tuple(columns), tuple(Row(topic, tuple(one.get(topic, Cell()) for one in cells)) for topic in order)
    )


def _fields(facts: Sequence[Mapping[str, Sequence[Fact]]], names: Sequence[str]) -> list[str]:
    """The fields that some agreement states, in the order of the names and then of the texts."""
    stated = _stated(facts)
    return list(dict.fromkeys(name for wanted in names for name in stated if _is_below(name, wanted)))


def _usual_fields(facts: Sequence[Mapping[str, Sequence[Fact]]], apart: str) -> list[str]:
    stated = _stated(facts)
    general = {_root(name) for name in (*USUAL, *_LISTS)}
    own = dict.fromkeys(_root(name) for name in stated if _root(name) not in general)
    fields = [name for root in own for name in stated if _root(name) == root and name != apart]
    return [*(name for name in USUAL if name in stated), *fields]


def _stated(facts: Sequence[Mapping[str, Sequence[Fact]]]) -> list[str]:
    return list(dict.fromkeys(name for one in facts for name in one))


def _root(name: str) -> str:
    return name.partition(".")[0]


def _is_below(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(f"{wanted}.")


def _said(facts: Sequence[Fact]) -> Cell:
    return Cell(tuple(fact.value for fact in facts), tuple(map(_evidence, facts)))


def _has(facts: Sequence[Fact], value: str) -> Cell:
    found = [fact for fact in facts if fact.value == value]
    return Cell(("yes",), tuple(map(_evidence, found))) if found else Cell()


def _evidence(fact: Fact) -> Evidence:
    return Evidence(fact.label, fact.evidence)


def _row(name: str, cells: Sequence[Cell]) -> Row:
    said = Counter(frozenset(cell.values) for cell in cells if cell.values)
    common, count = max(said.items(), key=lambda item: item[1], default=(frozenset[str](), 0))
    if count < 2 or count * 2 <= said.total():  # noqa: PLR2004 - one alone is not common
        return Row(name, tuple(cells))
    values = next(cell.values for cell in cells if frozenset(cell.values) == common)
    marked = (
        Cell(cell.values, cell.evidence, is_outlier=bool(cell.values) and frozenset(cell.values) != common)
        for cell in cells
    )
    return Row(name, tuple(marked), values, count)


def _clauses(document: tree.Document, guesses: Iterable[TopicGuess]) -> dict[str, Cell]:
    """For each topic of a document the highest clauses that are about it."""
    found: dict[str, list[tree.Clause]] = {}
    topics = {guess.clause: guess.topic for guess in guesses if guess.confidence >= _SURE}
    for clause in _highest((*document.body, *document.annexes), topics, ""):
        found.setdefault(topics[clause.id], []).append(clause)
    return {
        topic: Cell(
            tuple(_name(clause) for clause in clauses),
            tuple(Evidence(_name(clause), clause.heading or tree.plain(clause.text)) for clause in clauses),
        )
        for topic, clauses in found.items()
    }


def _highest(clauses: Iterable[tree.Clause], topics: Mapping[str, str], above: str) -> Iterator[tree.Clause]:
    for clause in clauses:
        topic = topics.get(clause.id, "")
        if topic and topic != above:
            yield clause
        yield from _highest(clause.children, topics, topic or above)


def _name(clause: tree.Clause) -> str:
    return " ".join(filter(None, (clause.label.rstrip(":."), clause.heading))) or "…"
