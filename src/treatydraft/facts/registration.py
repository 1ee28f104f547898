"""With whom an instrument is registered, and how soon: Charter of the United Nations, Article 102."""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.searching import about
from treatydraft.facts.wording import pattern

_REGISTER: Final = pattern(
    "\\bregister(?:ed)? (?:{instrument} |the agreement )?(?:with|at|by)\\b|\\b(?:be|is|are) registered\\b"
)
_OWN: Final = pattern("{instrument}|\\bthe agreement\\b")
_REFUSED: Final = pattern("\\bnot (?:to )?(?:be )?(?:eligible|registered|register)\\b")
_WITH: Final = pattern(
    "\\bwith (?P<name>(?:the )?[^,.;]{3,100}?)(?= (?:in accordance|within|(?:no|not) later)|[,.;]|$)"
)
_UN: Final = pattern("\\b(?:united nations|UN secretariat|UN charter|article 102)\\b")
_WITHIN: Final = pattern("\\b(?:within|(?:no|not) later than) {duration}")


def registration(reading: Reading) -> Iterator[Fact]:
    """Registration where the text provides for it."""
    for sentence in about(reading.operative, _REGISTER, _OWN):
        if not _REFUSED.search(sentence.folded):
            yield from _registered(sentence)


def _registered(sentence: Sentence) -> Iterator[Fact]:
    match = _WITH.search(sentence.folded)
    if match is None:
        return
    value = "UN" if _UN.search(match["name"]) else sentence.words[match.start("name") : match.end("name")]
    yield sentence.fact("registration.with", value, match.start(), match.end())
    if match := _WITHIN.search(sentence.folded):
        yield sentence.fact("registration.within", duration_of(match["duration"]), match.start(), match.end())
