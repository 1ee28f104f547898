"""How the life of an instrument is made longer: by whom, for how long, and how early that is notified."""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.consent import consent
from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.wording import pattern

_EXTEND: Final = pattern(
    "\\b(?:extend|prolong|renew) (?:{instrument}|its (?:validity|term|duration)|the (?:validity"
    "|term|duration))"
    "|(?:{instrument}|\\b(?:period|term|validity"
    "|duration))\\b.{0,80}\\bbe (?:\\w+ly )?(?:extended|prolonged|renewed)"
    "|\\bextension of (?:{instrument}|its)"
    "|продовж\\w{1,6} (?:строку |терміну )?(?:дії |чинності )?(?:цієї|цього|її|його|ц\\w{1,3})"
)
_LIVES_ON: Final = pattern("{instrument} {shall} remain in {force} after that day, unless")
_TACIT: Final = pattern(
    "\\b(?:tacitly|automatically)\\b|\\bunless\\b.{0,120}\\b(?:notif\\w{1,6}|object\\w{0,5}|oppos\\w{1,5}|inform\\w{0,3})\\b"
)
_NOTICE: Final = pattern(
    "(?:(?:no|not) later than|at least|not less than) {duration} (?:prior to|before|in advance)"
)
_PERIOD: Final = pattern(
    "\\bfor (?:an? )?(?:further|additional|successive|another|consecutive|subsequent|equal)? ?"
    "(?:periods? of )?{duration}"
)


def extension(reading: Reading) -> Iterator[Fact]:
    """Who decides an extension, by how much, with what notice."""
    for sentence in reading.operative:
        if _EXTEND.search(sentence.folded) or _LIVES_ON.search(sentence.folded):
            yield from _extension(sentence)


def _extension(sentence: Sentence) -> Iterator[Fact]:
    if match := _TACIT.search(sentence.folded):
        yield sentence.fact("term.extension.by", "tacit", match.start(), match.end())
    else:
        yield from consent("term.extension.by", sentence)
    for field, shape in (("term.extension.notice", _NOTICE), ("term.extension.period", _PERIOD)):
        if match := shape.search(sentence.folded):
            yield sentence.fact(field, duration_of(match["duration"]), match.start(), match.end())
