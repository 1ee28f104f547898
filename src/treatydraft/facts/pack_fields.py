"""The fields that a pack adds to a spec, read from a text by the words that its vocabulary gives."""

import re
from collections.abc import Iterator
from typing import assert_never

from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.levels import LEVELS
from treatydraft.facts.names import parties_named
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.searching import first
from treatydraft.facts.vocabulary import FieldReading, RecordReading, Vocabulary
from treatydraft.facts.wording import pattern

_DEADLINE = pattern(
    "\\b(?:within|in|(?:no|not) later than|протягом|упродовж)(?: the (?:next|first"
    "|following))?(?: a period of)? {duration}"
)
_NEAR = 90  # characters after a wording in which the name of a party stands


def pack_fields(reading: Reading, vocabulary: Vocabulary) -> Iterator[Fact]:
    """The facts of each record that the pack says how to read."""
    for record in vocabulary.readings:
        if sentence := _sentence(reading, record):
            yield from _Record(record, sentence, reading).facts()


def _sentence(reading: Reading, record: RecordReading) -> Sentence | None:
    """The first sentence of the body about the record; one with a deadline counts before one without."""
    found = [one for one in reading.of("body") if all(shape.search(one.folded) for shape in record.about)]
    return next((one for one in found if _DEADLINE.search(one.folded)), next(iter(found), None))


def _event(record: RecordReading, text: str) -> str:
    """The part of the sentence that tells the event; what is before it is blank, so that places hold."""
    begun = record.about[0].search(text) if record.about else None
    start = begun.start() if begun else 0
    ended = record.until.search(text, begun.end() if begun else 0) if record.until else None
    end = ended.start() if ended else len(text)
    return " " * start + text[start:end]


class _Record:
    """One record as one sentence states it."""

    def __init__(self, record: RecordReading, sentence: Sentence, reading: Reading) -> None:
        self._record = record
        self._sentence = sentence
        self._parties = reading.parties
        self._nearby_sentences = [
            one for one in reading.of(sentence.zone) if one.headings == sentence.headings and one.headings
        ]
        self._event = _event(record, sentence.folded)

    def facts(self) -> Iterator[Fact]:
        """The facts of all its fields."""
        known: set[str] = set()
        for field in self._record.fields:
            if field.unless in known:
                continue
            name = f"{self._record.field}.{field.name}"
            found = [*self._read(name, field)]
            if not found and field.otherwise:
                found = [self._sentence.fact(name, field.otherwise)]
            known |= {field.name} if found else set()
            yield from found

    def _read(self, name: str, field: FieldReading) -> Iterator[Fact]:
        found: Iterator[Fact]
        match field.kind:
            case "words":
                found = self._words(name, field)
            case "deadline":
                found = self._deadline(name)
            case "level":
                found = first(name, self._sentence, LEVELS)
            case "party" | "flag":
                found = self._first(name, field, len(self._sentence.folded))
            case "event-party":
                found = self._first(name, field, len(self._event))
            case "flag-nearby":
                found = self._nearby(name, field)
            case "name":
                found = self._name(name, field)
            case _:
                assert_never(field.kind)
        return found

    def _words(self, name: str, field: FieldReading) -> Iterator[Fact]:
        """Every value whose words are there; the last word of one, such as `attack`, counts for no other."""
        rest = self._event
        for value, shapes in field.words:
            for shape in shapes:
                if match := shape.search(rest):
                    yield self._sentence.fact(name, value, match.start(), match.end())
                    rest = _without_last_word(rest, match)
                    break

    def _deadline(self, name: str) -> Iterator[Fact]:
        if match := _DEADLINE.search(self._sentence.folded):
            yield self._sentence.fact(name, duration_of(match["duration"]), match.start(), match.end())

    def _first(self, name: str, field: FieldReading, end: int) -> Iterator[Fact]:
        """A value of the field's own words, or the party that is named right after what leads to one."""
        for value, shapes in field.words:
            for shape in shapes:
                match = shape.search(self._sentence.folded, 0, end)
                if match is None:
                    continue
                if value != _NAMED:
                    yield self._sentence.fact(name, value, match.start(), match.end())
                    return
                tail = self._sentence.words[match.start() : match.end() + _NEAR]
                if party := next(parties_named(tail, self._parties), None):
                    yield self._sentence.fact(name, party.value, match.start(), match.start() + party.end)
                    return

    def _nearby(self, name: str, field: FieldReading) -> Iterator[Fact]:
        """A flag that may stand in another sentence under the same heading."""
        for sentence in self._nearby_sentences:
            for value, shapes in field.words:
                for shape in shapes:
                    if match := shape.search(sentence.folded):
                        yield sentence.fact(name, value, match.start(), match.end())
                        return

    def _name(self, name: str, field: FieldReading) -> Iterator[Fact]:
        """The known name of one who is no party, else the words that follow what leads to it."""
        for value, shapes in field.words:
            for shape in shapes:
                match = shape.search(self._event)
                if match is None:
                    continue
                if value != _NAMED:
                    yield self._sentence.fact(name, value, match.start(), match.end())
                    return
                if given := _NAME.match(self._event, match.end()):
                    words = self._sentence.words[given.start("name") : given.end("name")].strip()
                    yield self._sentence.fact(name, words, match.start(), given.end("name"))
                    return


_NAMED = "$named"
_NAME = re.compile(
    r"\s*(?P<name>(?:the |an? )?[A-Z][^,;]{1,80}?)(?= or any | against | upon | on |, |$|\.|;)"
)


def _without_last_word(text: str, match: re.Match[str]) -> str:
    start = text.rfind(" ", match.start(), match.end()) + 1
    start = max(start, match.start())
    return text[:start] + " " * (match.end() - start) + text[match.end() :]
