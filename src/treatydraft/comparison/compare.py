"""Two documents → their comparison: aligned, worded, graded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from treatydraft.comparison.drift import drifted, dropped, with_spec_paths
from treatydraft.comparison.likeness import ONE_INSTRUMENT, likeness
from treatydraft.comparison.links import Link
from treatydraft.comparison.pairing import Linked, linked
from treatydraft.comparison.parallel import parallel_links
from treatydraft.comparison.result import (
    SEVERITIES,
    Comparison,
    Difference,
    Kind,
    Mode,
    Pair,
    Severity,
    Side,
    Source,
)
from treatydraft.comparison.revision import revision_links
from treatydraft.comparison.subjects import subjects
from treatydraft.comparison.substance import differences, graded, overall_differences, pair_facts
from treatydraft.comparison.units import Unit, units
from treatydraft.document import tree
from treatydraft.facts import Fact, Vocabulary, facts_of, topics, with_parties
from treatydraft.limits import current

AskedMode: TypeAlias = Literal["auto", "revision", "parallel"]
Facts: TypeAlias = Mapping[str, Sequence[Fact]]

_SURE: Final = 0.5  # of a topic that a pair shows
_RELATED: Final = 0.5  # likeness of clauses of two instruments from which their words are told apart


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a comparison."""

    document: tree.Document
    name: str = ""  # of its file
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    spec_facts: Mapping[str, Sequence[str]] | None = None  # what its spec states, where it has one
    stated: "Stated | None" = None  # what its words state, where that has been read


@dataclass(frozen=True, slots=True)
class Stated:
    """What the words of a document state: its facts, and what its clauses are about, by their ids."""

    facts: Facts
    topics: Mapping[str, str]


def stated_in(document: tree.Document, vocabulary: Vocabulary) -> Stated:
    """All that is read in one text before it is held against another."""
    facts = facts_of(document, vocabulary)
    guesses = topics(document, vocabulary, facts)
    return Stated(facts, {one.clause: one.topic for one in guesses if one.confidence >= _SURE})


def compare(old: Text, new: Text, *, mode: AskedMode = "auto", exact: bool = False) -> Comparison:
    """What changed from the old text to the new one, clause by clause.

    Args:
        old: The older text, or the first of two agreements.
        new: The newer text, or the second.
        mode: Whether these are two versions of one instrument, or two instruments; `auto` decides.
        exact: Whether blanks, quotation marks, dashes and the punctuation of labels count.
    """
    return _Comparing(old, new, mode, exact=exact).comparison()


class CompareError(ValueError):
    """Why two texts are not compared, as one sentence."""


def _refuse_longer(text: Text, words: Iterable[str]) -> None:
    """Raise `CompareError` for what would take longer to compare than a person waits."""
    limits, name = current(), text.name or text.document.id
    lengths = list(map(len, words))
    if max(lengths, default=0) > (most := limits.compared_paragraph):
        message = f"a paragraph has {max(lengths):,} characters, and {most:,} at most are compared"
        raise CompareError(f"{name}: {message}; divide it")
    if sum(lengths) > (most := limits.compared_text):
        message = f"the text has {sum(lengths):,} characters, and {most:,} at most are compared"
        raise CompareError(f"{name}: {message}; compare it part by part")


class _Comparing:
    def __init__(self, old: Text, new: Text, mode: AskedMode, *, exact: bool) -> None:
        self.old, self.new, self.exact = old, new, exact
        for text in (old, new):
            pieces = (text.document.title, *(clause.text for clause in tree.clauses(text.document)))
            _refuse_longer(text, map(tree.plain, pieces))
        read = [text.stated or stated_in(text.document, text.vocabulary) for text in (old, new)]
        self.facts = read[0].facts, read[1].facts
        self.has_pages = bool(old.document.received.format and new.document.received.format)
        self.units = tuple(
            self._compared(units(text.document, stated.topics))
            for text, stated in zip((old, new), read, strict=True)
        )
        for text, found in zip((old, new), self.units, strict=True):  # what stands beside the clauses, too
            _refuse_longer(text, (unit.side.words for unit in found))
        self.parties = with_parties(old.document), with_parties(new.document)
        self.mode, self.reason = _mode(mode, self.units[0], self.units[1])
        overall = overall_differences(*self.facts, old.spec_facts)
        self.overall = tuple(self._with_spec_path(one) for one in overall)

    def comparison(self) -> Comparison:
        """All of it."""
        pairs = tuple(
            self._graded(one) for one in linked(self._links(), self.units[0], self.units[1], exact=self.exact)
        )
        sources = _source(self.old), _source(self.new)
        return Comparison(self.mode, self.reason, *sources, pairs, self.overall, tuple(self._notes()))

    def _compared(self, found: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """The units that both sides can have: a text that was drafted has no pages yet."""
        return found if self.has_pages else tuple(unit for unit in found if unit.side.zone != "page")

    def _with_spec_path(self, one: Difference) -> Difference:
        """A difference with the field of a spec only where one of the texts has a spec that states it."""
        stated = self.old.spec_facts if self.old.spec_facts is not None else self.new.spec_facts
        return one if stated is not None and one.spec_path in stated else replace(one, spec_path="")

    def _links(self) -> tuple[Link, ...]:
        olds, news = self.units
        if self.mode == "revision":
            return revision_links(olds, news)
        about = [
            subjects(found, facts, text.vocabulary)
            for found, facts, text in zip(self.units, self.facts, (self.old, self.new), strict=True)
        ]
        return parallel_links(olds, news, *about)

    def _graded(self, found: Linked) -> Pair:
        pair = self._of_mode(found.pair)
        if found.old is None or found.new is None:
            return self._lone(found)
        if self.mode == "parallel" and pair.similarity < _RELATED:
            return self._beside(pair, found)
        changed = pair.kinds != ("unchanged",)
        told = (*pair.differences, *(self._told(found) if changed else ()))
        severity = graded(told, pair.words, found.old, found.new)
        return replace(pair, severity=_at_least(severity, _of_place(pair)), differences=told)

    def _of_mode(self, pair: Pair) -> Pair:
        """A pair without what says nothing of two instruments: that their clauses have other numbers."""
        if self.mode == "revision":
            return pair
        kinds: tuple[Kind, ...] = tuple(kind for kind in pair.kinds if kind != "renumbered")
        return replace(pair, kinds=kinds or ("unchanged",))

    def _told(self, found: Linked) -> tuple[Difference, ...]:
        """What the two clauses say differently, with the fields of agreement and spec that it concerns."""
        assert found.old is not None  # noqa: S101 - its caller has looked
        assert found.new is not None  # noqa: S101 - the same
        said = differences(
            found.old,
            found.new,
            found.pair.words,
            vocabulary=self.new.vocabulary,
            parties=self.parties,
        )
        sides = (found.old.side, self.facts[0]), (found.new.side, self.facts[1])
        named = pair_facts(said, self.overall, *sides)
        told = self._with_spec_paths(named, found)
        return (*told, *_place_change(found)) if self.mode == "revision" else told

    def _with_spec_paths(self, told: Sequence[Difference], found: Linked) -> tuple[Difference, ...]:
        """The differences with the fields of the spec that drafted one of the sides."""
        for unit, text, is_old in ((found.old, self.old, True), (found.new, self.new, False)):
            if unit is not None and text.spec_facts is not None:
                return with_spec_paths(told, drifted(unit, found.pair.words, is_old=is_old))
        return tuple(told)

    def _lone(self, found: Linked) -> Pair:
        """A clause that only one side has; of a draft, the fields of the spec that it was there for."""
        told: tuple[Difference, ...] = ()
        if found.old is not None and self.old.spec_facts is not None and self.mode == "revision":
            words = found.old.side.words
            told = tuple(
                Difference(path, words, "", "dropped", "material", f"{path}: not there", words, "", path)
                for path in dropped(found.old)
            )
        severity = graded(told, found.pair.words, found.old, found.new)
        return replace(found.pair, severity=severity, differences=told)

    def _beside(self, pair: Pair, found: Linked) -> Pair:
        """Clauses on the same matter in other words: only what they settle is told apart."""
        sides = _side(found.old), _side(found.new)
        told = pair_facts((), self.overall, (sides[0], self.facts[0]), (sides[1], self.facts[1]))
        return replace(pair, severity="material" if told else "none", differences=told)

    def _notes(self) -> Iterator[str]:
        """What was not compared, and what a reader should know."""
        if not self.has_pages:
            yield "not compared: headers and footers, which a text has that was read from a file"
        for text, found in zip((self.old, self.new), self.units, strict=True):
            comments = sum(_comments(unit.text) for unit in found)
            if comments:
                yield f"not compared: {comments} comments in {text.name or 'one of the texts'}"


def _mode(asked: AskedMode, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Mode, str]:
    if asked != "auto":
        return asked, "as asked"
    share = likeness(old, new)
    said = f"{int(share * 100)}% of the words stand in both texts in the same phrases"
    return ("revision" if share >= ONE_INSTRUMENT else "parallel"), said


def _source(text: Text) -> Source:
    return Source(text.name, tree.plain(text.document.title))


def _side(unit: Unit | None) -> Side | None:
    return None if unit is None else unit.side


def _at_least(severity: Severity, other: Severity) -> Severity:
    return min(severity, other, key=SEVERITIES.index)


def _of_place(pair: Pair) -> Severity:
    """How grave it is that a clause has another number or stands in another place."""
    if "renumbered" in pair.kinds:
        return "consequential"
    return "none" if pair.kinds == ("unchanged",) else "editorial"


def _place_change(found: Linked) -> Iterator[Difference]:
    """A clause that was moved between preamble, body and annex has another standing."""
    assert found.old is not None  # noqa: S101 - its caller has looked
    assert found.new is not None  # noqa: S101 - the same
    old, new = found.old.side.zone, found.new.side.zone
    if old != new:
        yield Difference("place", old, new, "changed", "material", f"moved from the {old} to the {new}")


def _comments(pieces: Sequence[tree.Inline]) -> int:
    return sum(isinstance(piece, tree.Note) and piece.kind == "comment" for piece in pieces)
