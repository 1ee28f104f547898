"""How an instrument is changed.

Vienna Convention on the Law of Treaties, art. 39: “by agreement between the parties”.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.consent import consent
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading
from treatydraft.facts.searching import about
from treatydraft.facts.wording import pattern

_CHANGE: Final = "(?:amend|modif|supplement|chang|revis)\\w{0,8}"
_AMENDS: Final = pattern(
    f"{{instrument}}.{{0,60}}?\\b(?:may|can|will|shall|could) (?:only )?(?:also )?(?:be )?(?:\\w+ )?{_CHANGE}"
    f"|\\b{_CHANGE}(?: (?:and|or|and/or) {_CHANGE})? (?:to |of )?{{instrument}}"
    "|\\b(?:amendments?|modifications?|changes|additions|supplements)\\b.{0,60}?\\b(?:may|can"
    "|{shall}) (?:be )?(?:\\w+ )?(?:made|adopted|agreed|introduced|approved|done|decided"
    "|effected|enter)"
    "|внесен\\w{0,2} (?:змін|доповнен)|змін\\w{0,2} до (?:цієї|цього)|змін\\w{0,2} (?:та|і|й|або) доповнен"
)


def amendment(reading: Reading) -> Iterator[Fact]:
    """How the parties decide a change of the instrument."""
    for sentence in about(reading.operative, _AMENDS):
        yield from consent("amendment.by", sentence)
