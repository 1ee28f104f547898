"""The text that rules look at: a document with its passages, its parts, its facts and its stage."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, TypeAlias

from treatydraft.document import tree
from treatydraft.document.places import place
from treatydraft.facts import Fact, Statement, Vocabulary, facts_of, topics
from treatydraft.facts.citations import titles
from treatydraft.facts.folding import folded
from treatydraft.facts.passages import Reading, Sentence, reading
from treatydraft.facts.register import register
from treatydraft.facts.statements import statements
from treatydraft.facts.wording import Pattern
from treatydraft.linting.features.citing import Cited, Citing
from treatydraft.linting.features.counting import Run, all_runs
from treatydraft.linting.features.definitions import Definition, definitions
from treatydraft.linting.features.instruments import Mention, mentions
from treatydraft.linting.features.lists import Listing, listings
from treatydraft.linting.features.numbers import Number, numbers
from treatydraft.linting.features.written_dates import WrittenDate, written_dates
from treatydraft.linting.finding import Mark, Part, Stage

Zone: TypeAlias = Literal["title", "preamble", "body", "closing", "signature", "annex"]
Span: TypeAlias = tuple[int, int]

TITLE: Final = "title"  # the id under which the title is marked, which is no clause
_QUOTED: Final = re.compile(r"\"[^\"]{1,400}\"")
_SURE: Final = 0.5  # of a topic that a clause only seems to have
_FEW_VERBS: Final = 4  # sentences of an annex from which its register is told
_CYRILLIC: Final = re.compile(r"[Ѐ-ӿ]+")
_JAPANESE: Final = re.compile(r"[぀-鿿]+")
# Small words of English, and of other languages in Latin letters.
_ENGLISH: Final = (" the ", " of ", " and ", " shall ", " to ")
_OTHERS: Final = (
    " de ", " la ", " les ", " et ", " des ", " der ", " die ", " und ", " el ", " y ", " del ", " di ",
    " e ", " il ", " och ", " i ", " w ", " en ", " van ", " het ",
)  # fmt: skip
_TOKEN: Final = re.compile(r"\w+")
_LATIN: Final = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class Passage:
    """A clause, or what stands like one: the title, a signature block, each line of a signatory."""

    clause: tree.Clause
    zone: Zone
    label: str  # how the text numbers it, from the top: `Article XI.2(a)`; `Title`, `Recital 3` elsewhere
    above: tuple[tree.Clause, ...] = ()  # the clauses above it, the outermost first
    part: int = 0  # of `Text.parts`

    @cached_property
    def words(self) -> str:
        """Its own words."""
        return tree.plain(self.clause.text)

    @cached_property
    def folded(self) -> str:
        """The same with plain quotes, dashes and spaces, letter for letter."""
        return folded(self.words)

    @cached_property
    def lowered(self) -> str:
        """The same in small letters: to see whether a word can be there at all."""
        return self.folded.lower()

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in double quotation marks."""
        return tuple(match.span() for match in _QUOTED.finditer(self.folded))

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """The titles of instruments that it cites."""
        return tuple(titles(self.words))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The whole numbers in it, in words and in figures."""
        return tuple(numbers(self.folded))

    @cached_property
    def dates(self) -> tuple[WrittenDate, ...]:
        """The dates in it that name a day, those too that no calendar has."""
        return tuple(written_dates(self.folded))

    def is_cited(self, start: int, end: int) -> bool:
        """Whether words stand in quotation marks or in the title of an instrument: others wrote them."""
        return any(first <= start and end <= last for first, last in (*self.quoted, *self.titles))

    def mark(
        self,
        message: str,
        span: Span | None = None,
        *,
        part: Part = "text",
        suggestion: str = "",
        replacement: str | None = None,
    ) -> Mark:
        """A mark of words of this passage; without a span, of all of that part of it."""
        length = {
            "text": len(self.words),
            "heading": len(self.clause.heading),
            "label": len(self.clause.label),
        }
        return Mark(message, self.clause.id, part, span or (0, length.get(part, 0)), suggestion, replacement)


@dataclass(frozen=True, slots=True)
class PartOfText:
    """The instrument itself, or one of its annexes, each with the register of its words."""

    register: tree.Register
    annex: tree.Clause | None = None


@dataclass(frozen=True)
class Text:
    """What rules look at.

    Rules walk `passages` (structure, labels, headings, words) or `sentences`; they search words with `find`.
    """

    document: tree.Document
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    stage: Stage = "draft"
    stated: Mapping[str, tuple[str, ...]] | None = None  # what its spec states, by field; none without one

    @cached_property
    def reading(self) -> Reading:
        """Its sentences, and its parties, which it may name in its title alone."""
        return reading(self.document)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of every clause; `sentence.start` is where it begins in the words of its clause."""
        return self.reading.all

    @property
    def parties(self) -> tuple[tree.Party, ...]:
        """The parties, in the order of this original."""
        return self.reading.parties

    @cached_property
    def facts(self) -> Mapping[str, tuple[Fact, ...]]:
        """What the text says, by dotted field: `term.length`, `languages.prevailing`."""
        return facts_of(self.document, self.vocabulary)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every typed thing that a sentence states: durations, dates, money, obligations, references."""
        return tuple(statements(self.reading))

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """What each clause is about, by its id, as the document says or as its words make likely."""
        guessed = topics(self.document, self.vocabulary, self.facts)
        sure = {guess.clause: guess.topic for guess in guessed if guess.confidence >= _SURE}
        own = {clause.id: clause.topic for clause in tree.clauses(self.document) if clause.topic}
        return {**sure, **own}

    @cached_property
    def is_received(self) -> bool:
        """Whether somebody else wrote the file."""
        return bool(self.document.received.format)

    @cached_property
    def lowered(self) -> str:
        """All words in small letters: to see whether a word can be there at all."""
        return "\n".join(passage.lowered for passage in self.passages)

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Each word that it has, in small letters."""
        return frozenset(_TOKEN.findall(self.lowered))

    @cached_property
    def language(self) -> str:
        """`uk` for Ukrainian and other Cyrillic texts, `ja` for Japanese, else `en`: what rules can tell."""
        words = " ".join(passage.words for passage in self.passages)
        cyrillic, latin, japanese = (
            sum(map(len, letters.findall(words))) for letters in (_CYRILLIC, _LATIN, _JAPANESE)
        )
        if cyrillic > latin:
            return "uk"
        return "ja" if japanese > len(words) // 4 else "en"

    @cached_property
    def is_english(self) -> bool:
        """Whether its small words are those of English, and not of French or another with Latin letters."""
        own, others = (sum(map(self.lowered.count, words)) for words in (_ENGLISH, _OTHERS))
        return self.language == "en" and own >= others

    @cached_property
    def parts(self) -> tuple[PartOfText, ...]:
        """The instrument itself, then each annex."""
        own = PartOfText(self.document.register)
        return (own, *(PartOfText(self._register_of(annex), annex) for annex in self.document.annexes))

    def register_of(self, passage: Passage) -> tree.Register:
        """The register of the part in which a passage stands."""
        return self.parts[passage.part].register

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Title, preamble, body, testimonium, signature blocks and annexes, in the order of the page."""
        return tuple(_passages(self.document))

    @cached_property
    def citing(self) -> Citing:
        """The clauses of the document by what citations call them."""
        return Citing(self.document)

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """The citations of its own clauses, each with what it names."""
        return tuple(self.citing.of(self.passages))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Where other instruments are named, with the dates beside them."""
        return tuple(mentions(self.passages, tree.plain(self.document.title)))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs in which labels count clauses that stand side by side."""
        return tuple(all_runs(self.document))

    @cached_property
    def lists(self) -> tuple[Listing, ...]:
        """The lists of items, each with how they end."""
        return tuple(listings(self.document))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The terms and acronyms that it defines, in order."""
        return tuple(definitions(self))

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Where clauses stand in a received file, by their ids: `paragraph 12`."""
        return dict(self.document.received.places)

    @cached_property
    def by_id(self) -> Mapping[str, Passage]:
        """The passages by the ids of their clauses."""
        return {passage.clause.id: passage for passage in reversed(self.passages)}

    def of(self, *zones: Zone) -> Iterator[Passage]:
        """The passages of these zones, in order."""
        if zones not in self._of_zones:
            self._of_zones[zones] = tuple(one for one in self.passages if one.zone in zones)
        return iter(self._of_zones[zones])

    @cached_property
    def _of_zones(self) -> dict[tuple[Zone, ...], tuple[Passage, ...]]:
        """The passages of each choice of zones that a rule has asked for."""
        return {}

    def find(
        self, pattern: Pattern | re.Pattern[str], *zones: Zone, cited: bool = False, needing: str = ""
    ) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Each match in the folded words of the passages, in all zones where none is named.

        What is quoted, or is in the title of another instrument, is left out unless `cited`. Passages without
        the letters of `needing` are not searched, which saves time.
        """
        for passage in self.passages if not zones else self.of(*zones):
            if needing not in passage.folded:
                continue
            for match in pattern.finditer(passage.folded):
                if cited or not passage.is_cited(*match.span()):
                    yield passage, match

    def _register_of(self, annex: tree.Clause) -> tree.Register:
        """That of its own words, where it has enough of them; else that of the instrument."""
        ids = {clause.id for clause in tree.walk((annex,))}
        own = [sentence for sentence in self.sentences if sentence.clause.id in ids]
        if len(own) < _FEW_VERBS:
            return self.document.register
        as_body = tuple(_in_body(sentence) for sentence in own)
        found = next(register(Reading(self.document, self.parties, as_body)), None)
        return (
            "political"
            if found and found.value == "political"
            else "binding"
            if found
            else self.document.register
        )


def _in_body(sentence: Sentence) -> Sentence:
    """A sentence of an annex as one of a body, so that its verbs count."""
    return Sentence(
        "body",
        sentence.clause,
        sentence.label,
        sentence.headings,
        sentence.lead,
        sentence.words,
        sentence.start,
    )


# --- Passages ---------------------------------------------------------------------------------------------


def _passages(document: tree.Document) -> Iterator[Passage]:
    preamble, closing = document.preamble, document.closing
    yield Passage(tree.Clause("title", TITLE, text=document.title), "title", "Title")
    yield Passage(preamble.opening, "preamble", "Preamble")
    for number, recital in enumerate(preamble.recitals, start=1):
        yield from _forest((recital,), "preamble", 0, name=f"Recital {number}")
    yield Passage(preamble.enacting, "preamble", "Enacting words")
    yield from _forest(document.body, "body", 0)
    yield from _forest((closing.testimonium,), "closing", 0, name="Testimonium")
    for block in closing.signatures:
        yield from _block(block)
    for number, annex in enumerate(document.annexes, start=1):
        yield from _forest((annex,), "annex", number, name=annex.label or "Annex")


def _block(block: tree.SignatureBlock) -> Iterator[Passage]:
    """The line of a signature block that names the party, then name and office of each signatory."""
    lines = [block.text, *(line for one in block.signatories for line in (one.name, one.office))]
    for number, line in enumerate(lines):
        identity = f"{block.id}/{number}" if number else block.id
        yield Passage(tree.Clause("signature", identity, text=line), "signature", "Signature block")


def _forest(
    clauses: Iterable[tree.Clause],
    zone: Zone,
    part: int,
    above: tuple[tree.Clause, ...] = (),
    name: str = "",
) -> Iterator[Passage]:
    for clause in clauses:
        label = place(name if above or not clause.label else "", clause.label)
        yield Passage(clause, zone, label, above, part)
        yield from _forest(clause.children, zone, part, (*above, clause), label)
