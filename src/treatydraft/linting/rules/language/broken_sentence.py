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
from typing import Final

from treatydraft.linting.english import is_english
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.sentence_ends import breaks_off, has_no_verb, restarts
from treatydraft.linting.text import Passage, Text

_BODY: Final = ("paragraph", "subparagraph")
_FEWEST: Final = 2


def broken_sentence(text: Text) -> Iterator[Mark]:
    """Sentences without end, without head or without verb."""
    if not is_english(text):
        return
    for passage in text.of("title"):
        yield from _cut_off(passage, passage.words, 0)
    for passage in text.passages:
        if passage.clause.heading and (span := breaks_off(passage.clause.heading)):
            yield passage.mark("the heading breaks off", span, part="heading", suggestion="write its end")
    goes_on = _going_on(text)
    for sentence in text.sentences:
        passage = text.by_id[sentence.clause.id]
        if not (sentence.clause.id in goes_on and sentence.start + len(sentence.words) == len(passage.words)):
            yield from _cut_off(passage, sentence.words, sentence.start)
        for start, end in restarts(sentence.words):
            span = (sentence.start + start, sentence.start + end)
            yield passage.mark(
                "a sentence begins in small letters", span, suggestion="join it, or write its head"
            )
        if (
            sentence.zone in ("body", "annex")
            and sentence.clause.kind in _BODY
            and not sentence.lead.endswith(":")
        ):
            if has_no_verb(sentence.words):
                span = (sentence.start, sentence.start + len(sentence.words))
                yield passage.mark("the sentence has no verb", span, suggestion="write what is missing")
    yield from _without_head(text)


def _cut_off(passage: Passage, words: str, start: int) -> Iterator[Mark]:
    if span := breaks_off(words):
        yield passage.mark(
            f"the sentence breaks off after “{words[slice(*span)].rstrip('.;,: ')}”",
            (start + span[0], start + span[1]),
            suggestion="write its end",
        )


def _going_on(text: Text) -> set[str]:
    """The clauses whose words the next one goes on: those with items, and those before words in small letters."""
    found = set()
    for passage, following in zip(text.passages, (*text.passages[1:], None), strict=True):
        goes_on = following is not None and (
            following.words[:1].islower() or following.clause.kind in ("item", "subparagraph")
        )
        if passage.clause.children or goes_on or passage.clause.kind in ("preamble", "signature"):
            found.add(passage.clause.id)
    return found


def _without_head(text: Text) -> Iterator[Mark]:
    """Paragraphs that begin in small letters where those beside them do not."""
    for before, passage in zip(text.passages, text.passages[1:], strict=False):
        words = passage.words
        if (
            passage.zone not in ("body", "annex")
            or passage.clause.kind != "paragraph"
            or not words[:1].islower()
        ):
            continue
        beside = passage.above[-1].children if passage.above else ()
        capitals = [one for one in beside if (other := text.by_id[one.id].words) and other[0].isupper()]
        own = passage.words.split(None, 1)[0]
        ended = not before.words or before.words.rstrip().endswith((".", "!", "?"))
        if len(capitals) >= _FEWEST and ended and own.isalpha():
            yield passage.mark(
                "the paragraph begins in small letters", (0, len(own)), suggestion="write its head"
            )


RULE: Final = Rule("TD214", "warning", broken_sentence)
