"""The areas in which an agreement promises support or cooperation, by the vocabulary of its pack.

An area counts where the text promises, intends, plans or agrees something in it. What a preamble says, what
was done before, and what is only mentioned do not.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.fact import Fact
from treatydraft.facts.folding import folded
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.strengths import STRENGTHS
from treatydraft.facts.vocabulary import Vocabulary
from treatydraft.facts.wording import pattern


def areas(reading: Reading, vocabulary: Vocabulary) -> Iterator[Fact]:
    """Each area of each sentence of body and annexes that promises something."""
    for sentence in _promising(reading):
        for found in vocabulary.area_lexicon.find(sentence.folded):
            yield sentence.fact(vocabulary.area_field, found.value, found.start, found.end)
        yield from _of_heading(sentence, vocabulary)


def _of_heading(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Fact]:
    """The areas that stand in the nearest heading; the sentence below it is what promises them."""
    for heading in sentence.headings[-1:]:
        for found in vocabulary.area_lexicon.find(folded(heading)):
            yield sentence.fact(vocabulary.area_field, found.value)


# Verbs that look forward, so that what they govern is promised or at least meant.
_FORWARD: Final = frozenset(
    {"shall", "will", "undertakes", "agrees", "commits", "policy", "intends", "plans", "should", "may",
     "endeavours", "would"}
)  # fmt: skip
_PROMISE: Final = tuple(one.pattern for one in STRENGTHS if one.value in _FORWARD)
# A sentence without such a verb that goes on from one with it: `These areas include …`.
_GOES_ON: Final = pattern("^(?:this|these|those|such|they|it|among these|in particular|including)\\b")
_PAST: Final = pattern(
    "\\b(?:has|have|had) (?:already |also |so far )?(?:been |provided|supplied|delivered|given|donated)"
)
_LEADS: Final = re.compile(r"(?::|\bsuch as|\bincluding|\bfollowing)\s*\Z")


def _promising(reading: Reading) -> Iterator[Sentence]:
    before: Sentence | None = None  # the sentence before it in its clause, where that promises
    for sentence in reading.of("body", "annex"):
        goes_on = before and before.clause.id == sentence.clause.id and _GOES_ON.search(sentence.folded)
        if goes_on or _promises(sentence):
            before = sentence
            yield sentence
        else:
            before = None


def _promises(sentence: Sentence) -> bool:
    """Whether the sentence looks forward, or stands in a list whose lead does not look back."""
    if _looks_forward(sentence.folded):
        return True
    lead = folded(sentence.lead)
    return _looks_forward(lead) or bool(_LEADS.search(lead) and not _PAST.search(lead))


def _looks_forward(text: str) -> bool:
    return any(shape.search(text) for shape in _PROMISE)
