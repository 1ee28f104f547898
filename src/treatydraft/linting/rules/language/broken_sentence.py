"""A sentence breaks off, begins in the middle, or has no verb: “The Parties to the.”.

## Why it matters
Words are missing, and nobody knows which: it may be the duty itself.

## Wrong
    1. The Parties shall consult on the.
    2. The Commission shall meet. each year in the capital of a Party.

## Right
    1. The Parties shall consult on the matters that are referred to.
    2. The Commission shall meet each year, e.g. in the capital of a Party.

## Source
Reviews of contracts; signed agreements in which a line was lost.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from treatydraft.facts.passages import Sentence
from treatydraft.linting.features.sentence_ends import breaks_off, has_no_verb, restarts
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_TOLD: Final = ("paragraph", "subparagraph")  # what is no item of a list
_FEWEST: Final = 2  # paragraphs beside it that begin with a capital
_MOST: Final = 20  # that are looked at


def broken_sentence(text: Text) -> Iterator[Mark]:
    """Sentences without end, without head or without verb."""
    if not text.is_english:
        return
    for passage in text.passages:
        if passage.zone == "title":
            yield from _cut_off(passage, passage.words, 0)
        if passage.clause.heading and (span := breaks_off(passage.clause.heading)):
            yield passage.mark("the heading breaks off", span, part="heading", suggestion="write its end")
    goes_on = _going_on(text)
    for sentence in text.sentences:
        passage = text.by_id[sentence.clause.id]
        is_last = not sentence.words.endswith(".") and sentence.start + len(sentence.words) == len(
            passage.words
        )
        if not (is_last and sentence.clause.id in goes_on):
            yield from _cut_off(passage, sentence.words, sentence.start)
        yield from _within(passage, sentence)
    yield from _without_head(text)


def _cut_off(passage: Passage, words: str, start: int) -> Iterator[Mark]:
    if span := breaks_off(words):
        yield passage.mark(
            f"the sentence breaks off after “{words[slice(*span)].rstrip('.;,: ')}”",
            (start + span[0], start + span[1]),
            suggestion="write its end",
        )


def _within(passage: Passage, sentence: Sentence) -> Iterator[Mark]:
    for start, end in restarts(sentence.words):
        span = (sentence.start + start, sentence.start + end)
        yield passage.mark(
            "a sentence begins in small letters", span, suggestion="join it, or write its head"
        )
    is_told = sentence.clause.kind in _TOLD and not sentence.lead.endswith(":")
    if is_told and sentence.zone in ("body", "annex") and has_no_verb(sentence.words):
        span = (sentence.start, sentence.start + len(sentence.words))
        yield passage.mark("the sentence has no verb", span, suggestion="write what is missing")


def _going_on(text: Text) -> set[str]:
    """The clauses whose sentence the next one goes on: leads of lists, and those before small letters."""
    found = set()
    for passage, following in zip(text.passages, (*text.passages[1:], None), strict=True):
        goes_on = following is not None and (
            following.words[:1].islower()
            or (following.clause.kind == "item" and passage.clause.kind != "item")
            or passage.words.endswith((" and", " or"))
        )
        if passage.clause.children or goes_on or passage.clause.kind == "preamble":
            found.add(passage.clause.id)
    return found


def _without_head(text: Text) -> Iterator[Mark]:
    """Paragraphs that begin in small letters where those beside them do not."""
    for before, passage in pairwise(text.passages):
        own = passage.words.partition(" ")[0]
        in_text = passage.zone in ("body", "annex") and passage.clause.kind == "paragraph"
        if not in_text or not own.islower() or not own.isalpha() or not passage.above:
            continue
        ended = not before.words or before.words.rstrip().endswith((".", "!", "?"))
        beside = passage.above[-1].children[:_MOST]
        capitals = sum(text.by_id[one.id].words[:1].isupper() for one in beside)
        if capitals >= _FEWEST and ended:
            yield passage.mark(
                "the paragraph begins in small letters", (0, len(own)), suggestion="write its head"
            )


RULE: Final = Rule("TD214", "warning", broken_sentence)
