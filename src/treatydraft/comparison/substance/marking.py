"""A sentence → its marks: what the facts know of it, the words of scope and negation, and loose numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from treatydraft.comparison.substance.bare_words import Span, bare_words, covered
from treatydraft.comparison.substance.mark import Mark, Stretch
from treatydraft.comparison.substance.numbers import numbers, with_contradiction
from treatydraft.comparison.substance.passage import Passage
from treatydraft.comparison.substance.phrases import future_leads, future_verbs, leading_phrases, phrases
from treatydraft.document import tree
from treatydraft.facts import Statement, Vocabulary
from treatydraft.facts.folding import folded
from treatydraft.facts.found import Found
from treatydraft.facts.names import parties_named
from treatydraft.facts.passages import Sentence
from treatydraft.facts.statements import statements_of

# What claims its words first: a date is in no number, a sum in no number, the month of May no permission.
_ORDER: Final = (
    "period", "deadline", "money", "date", "duration", "level", "term", "place", "obligation",
)  # fmt: skip
_MEASURES: Final = frozenset({"period", "deadline", "money", "date", "duration", "number"})
_QUOTED: Final = re.compile(
    r"""\"[^"]{1,80}"|(?<!\w)'[^']{1,80}'(?!\w)"""
)  # longer quotations are text that is agreed, as in amendments
_WORD_LENGTH: Final = 40  # characters in which the next word ends
_NOT: Final = re.compile(r"\s+(?:not|never)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Lens:
    """What is known when a text is looked at."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    parties: tuple[tree.Party, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)  # ids of parties that stand for others

    def role(self, party: str) -> str:
        """The id under which a party is compared."""
        return self.roles.get(party, party)


def stretch(passage: Passage, spans: Iterable[Span], lens: Lens) -> Stretch:
    """The words and marks of some sentences of a passage."""
    found = list(spans)
    words = [word for span in found for word in bare_words(passage.text, *span)]
    marks = [mark for span in found for mark in _marks(passage, span, lens)]
    return Stretch(tuple(words), tuple(marks))


def _marks(passage: Passage, span: Span, lens: Lens) -> list[Mark]:
    start, end = span
    words = passage.text[start:end]
    sentence = Sentence("body", tree.Clause("paragraph", ""), "", (), "", words, start)
    cited = [Mark("", "", first, last, passage.text[first:last]) for first, last in passage.cited]
    claimed = [mark for mark in cited if start <= mark.start < end]
    taken = set(covered((mark.start, mark.end) for mark in claimed))
    said = list(statements_of(sentence, lens.parties))
    for finder in (
        _stated(sentence, said, lens),
        _phrased(sentence),
        _named(said, lens),
        _counted(sentence),
    ):
        for mark in finder:
            places = range(mark.start, mark.end)
            if taken.isdisjoint(places):
                claimed.append(mark)
                taken.update(places)
    over = [*_areas(sentence, lens), *(() if passage.is_title else _titles(said))]
    return sorted([*_with_leads(sentence, claimed), *over], key=lambda mark: mark.start)


def _stated(sentence: Sentence, said: Sequence[Statement], lens: Lens) -> Iterator[Mark]:
    """What the facts say; for obligations the words of more languages first."""
    for kind in _ORDER:
        if kind == "obligation":
            yield from (_obliging(sentence, mark, lens) for mark in _phrases_of(sentence, "strength"))
        for one in said:
            if one.kind == kind and (kind != "obligation" or _obliges(sentence, one)):
                evidence = one.evidence.rstrip(" .")  # the stop of a sentence is none of an abbreviation
                start = one.span[0]
                value = with_contradiction(one.value, evidence)
                mark = Mark(kind, value, start, start + len(evidence), evidence)
                yield _obliging(sentence, mark, lens, one.by) if kind == "obligation" else mark


def _obliges(sentence: Sentence, said: Statement) -> bool:
    """Whether a verb does oblige: in a short quotation, as a noun, or telling of the future it does not."""
    start = said.span[0] - sentence.start
    if _is_quoted(sentence, start) or (said.evidence == "May" and start):
        return False
    if said.value != "will" or said.evidence.lower() != "will":
        return True
    before = bare_words(sentence.words, max(0, start - _WORD_LENGTH), start)
    return not (before and before[-1].key in future_leads())


def _obliging(sentence: Sentence, mark: Mark, lens: Lens, by: str = "") -> Mark:
    """The mark of an obligation, with its negation, and who owes it."""
    end, value = mark.end, mark.value
    if match := _NOT.match(sentence.words, end - sentence.start):
        end, value = sentence.start + match.end(), f"{value} not"
    rest = end - sentence.start
    after = bare_words(sentence.words, rest, rest + _WORD_LENGTH)
    return replace(
        mark,
        value=value,
        end=end,
        words=sentence.words[mark.start - sentence.start : end - sentence.start],
        by=_owing(by, lens),
        is_future=value in ("shall", "will") and bool(after) and after[0].key in future_verbs(),
    )


def _owing(words: str, lens: Lens) -> frozenset[str]:
    """The parties that the words for who owes something name, where they name nothing else.

    `Aid to Iceland shall …` does not bind Iceland.
    """
    named = list(parties_named(words, lens.parties))
    joined = (found for sort, found in phrases(words) if sort == "conjunction")
    known = covered((one.start, one.end) for one in (*named, *joined))
    others = (word for word in bare_words(words) if not word.is_small and not word.is_in(known))
    return frozenset() if any(others) else frozenset(lens.role(one.value) for one in named)


def _phrased(sentence: Sentence) -> Iterator[Mark]:
    for sort in ("negation", "quantity", "example", "condition", "conjunction"):
        yield from _phrases_of(sentence, sort)


def _phrases_of(sentence: Sentence, sort: str) -> Iterator[Mark]:
    for kind, found in phrases(sentence.words):
        if kind == sort and not _is_quoted(sentence, found.start):
            name = "obligation" if sort == "strength" else sort
            yield _mark(sentence, name, found.value, found.start, found.end)


def _is_quoted(sentence: Sentence, place: int) -> bool:
    return any(quote.start() < place < quote.end() for quote in _QUOTED.finditer(sentence.folded))


def _named(said: Sequence[Statement], lens: Lens) -> Iterator[Mark]:
    for one in said:
        if one.kind == "party":
            yield Mark("party", lens.role(one.value), *one.span, one.evidence)
        if one.kind == "language":
            yield Mark("language", one.value, *one.span, one.evidence)


def _counted(sentence: Sentence) -> Iterator[Mark]:
    for one in numbers(sentence.words):
        is_year = len(one.value) == len("2024") and one.value[:2] in {"19", "20", "21"}
        yield _mark(sentence, "date" if is_year else "number", one.value, one.start, one.end)


def _areas(sentence: Sentence, lens: Lens) -> Iterator[Mark]:
    for one in lens.vocabulary.area_lexicon.find(folded(sentence.words)):
        yield _mark(sentence, "area", one.value, one.start, one.end)


def _titles(said: Sequence[Statement]) -> Iterator[Mark]:
    """The instruments cited, whose titles have other marks in them, such as parties."""
    return (Mark("reference", one.value, *one.span, one.evidence) for one in said if one.kind == "reference")


def _mark(sentence: Sentence, name: str, value: str, start: int, end: int) -> Mark:
    return Mark(name, value, sentence.start + start, sentence.start + end, sentence.words[start:end])


def _with_leads(sentence: Sentence, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks, each measure with what leads to it, whose words are no marks of their own then."""
    leads = list(leading_phrases(sentence.words))
    measures = [_led(sentence, mark, leads) for mark in marks if mark.field in _MEASURES]
    led = covered((mark.start, mark.end) for mark in measures)
    yield from measures
    yield from (mark for mark in marks if mark.field not in _MEASURES and mark.start not in led)


def _led(sentence: Sentence, mark: Mark, leads: Sequence[tuple[str, Found]]) -> Mark:
    """A measure with the bounds and fillers that stand right before it: `for at least a period of`."""
    for sort, lead in leads:
        start = sentence.start + lead.start
        between = sentence.words[lead.end : mark.start - sentence.start]
        if start >= mark.start or between.strip() or (sort == "bound" and not _bounds(lead.value, mark)):
            continue
        words = sentence.words[lead.start : mark.end - sentence.start]
        bound = lead.value if sort == "bound" else mark.bound
        return _led(sentence, replace(mark, start=start, words=words, bound=bound), leads)
    return mark


def _bounds(bound: str, mark: Mark) -> bool:
    """Whether a bound is one of such a measure: `by` of a day, the others of what can be counted."""
    return (bound == "by") == (mark.field == "date")
