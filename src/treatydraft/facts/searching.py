"""Search sentences by tables of wordings."""

import re
from collections.abc import Iterable, Iterator

from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Sentence
from treatydraft.facts.wording import Pattern, Wording


def about(sentences: Iterable[Sentence], *conditions: Pattern) -> Iterator[Sentence]:
    """The sentences in which each of the conditions holds somewhere."""
    for condition in conditions:
        sentences = [sentence for sentence in sentences if condition.search(sentence.folded)]
    return iter(sentences)


def first(field: str, sentence: Sentence, wordings: Iterable[Wording]) -> Iterator[Fact]:
    """The value of the first wording that the sentence has."""
    for wording in wordings:
        if match := wording.pattern.search(sentence.folded):
            yield sentence.fact(field, wording.value, match.start(), match.end())
            return


def every(field: str, sentence: Sentence, wordings: Iterable[Wording]) -> Iterator[Fact]:
    """The value of each wording that the sentence has, once."""
    for wording in wordings:
        if match := wording.pattern.search(sentence.folded):
            yield sentence.fact(field, wording.value, match.start(), match.end())


def measured(field: str, sentence: Sentence, value: str, match: re.Match[str]) -> Iterator[Fact]:
    """A fact whose evidence are the words of a match, where there is a value."""
    if value:
        yield sentence.fact(field, value, match.start(), match.end())
