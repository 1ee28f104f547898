"""The sentences of a text that are long, by the words of each that are no list."""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.text import Passage, Span, Text

LONG: Final = 75  # words from which a sentence is told to be long; those of real treaties have 30
OVERLONG: Final = 130  # from which nobody would defend it


def long_stretches(text: Text, least: int, most: int = 0) -> Iterator[tuple[Passage, Span, int]]:
    """Sentences of body and annexes with as many words between two semicolons, and fewer than `most`."""
    for sentence in text.sentences:
        words = sentence.words
        if sentence.zone not in ("body", "annex") or words.count(" ") < least - 1:
            continue
        longest = max(len(stretch.split()) for stretch in words.split(";"))
        if longest >= least and not (most and longest >= most):
            start = sentence.start
            yield text.by_id[sentence.clause.id], (start, start + len(words.rstrip())), longest
