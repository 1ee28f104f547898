"""A document → its sentences in order, each with its clause, the headings above it and its lead."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, TypeAlias

from treatydraft.document import tree
from treatydraft.document.places import place
from treatydraft.facts.fact import Fact
from treatydraft.facts.folding import folded
from treatydraft.facts.party_names import with_parties
from treatydraft.facts.sentences import sentences

Zone: TypeAlias = Literal["title", "preamble", "body", "closing", "annex"]

_LEAD: Final = 600  # characters that are kept of what leads into a list: its end says what the list is


@dataclass(frozen=True)
class Sentence:
    """One sentence of a clause."""

    zone: Zone
    clause: tree.Clause
    label: str  # how the text numbers its clause, from the top
    headings: tuple[str, ...]  # of the clauses above it and of its own, the outermost first
    lead: str  # the words that lead into it: `The Parties intend to cooperate in:` above an item
    words: str
    start: int  # where it stands in the words of its clause
    topic: str = ""  # what its clause is about, where the document says so

    @cached_property
    def folded(self) -> str:
        """Its words with plain marks, letter for letter."""
        return folded(self.words)

    def fact(self, field: str, value: str, start: int = 0, end: int | None = None) -> Fact:
        """A fact whose evidence are the words from `start` to `end` of this sentence."""
        end = len(self.words) if end is None else end
        span = (self.start + start, self.start + end)
        return Fact(field, value, self.clause.id, self.label, self.words[start:end].strip(), span)


@dataclass(frozen=True)
class Reading:
    """A document as it is searched: all its sentences, and those of each part."""

    document: tree.Document
    parties: tuple[tree.Party, ...]  # as the document has them, or by its title
    all: tuple[Sentence, ...]

    def of(self, *zones: Zone) -> tuple[Sentence, ...]:
        """The sentences of these parts, in order."""
        return tuple(sentence for sentence in self.all if sentence.zone in zones)

    @cached_property
    def operative(self) -> tuple[Sentence, ...]:
        """The sentences of body and closing: what the instrument itself settles."""
        return self.of("body", "closing")


def reading(document: tree.Document) -> Reading:
    """The document, ready to be searched."""
    return Reading(document, with_parties(document), tuple(_all(document)))


def _all(document: tree.Document) -> Iterator[Sentence]:
    preamble = document.preamble
    frame = (preamble.opening, *preamble.recitals, preamble.enacting)
    yield from _forest(frame, "preamble")
    yield from _forest(document.body, "body")
    yield from _forest((document.closing.testimonium,), "closing")
    yield from _forest(document.annexes, "annex")


def _forest(clauses: tuple[tree.Clause, ...], zone: Zone) -> Iterator[Sentence]:
    for clause in clauses:
        yield from _clause(clause, zone, "", (), "")


def _clause(
    clause: tree.Clause, zone: Zone, above: str, headings: tuple[str, ...], lead: str
) -> Iterator[Sentence]:
    label = place(above, clause.label)
    headings = (*headings, clause.heading) if clause.heading else headings
    words = tree.plain(clause.text)
    for start, end in sentences(words):
        yield Sentence(zone, clause, label, headings, lead, words[start:end], start, clause.topic)
    own = words.strip()
    for child in clause.children:
        yield from _clause(child, zone, label, headings, (own or lead)[-_LEAD:])
        if leading := _leads(child):
            own = leading


def _leads(clause: tree.Clause) -> str:
    """The words of a paragraph that the paragraphs after it go on from: those that end with a colon."""
    words = tree.plain(clause.text).strip()
    return words if words.endswith(":") else ""
