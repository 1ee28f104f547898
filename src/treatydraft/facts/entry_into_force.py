"""What brings an instrument into force, or into effect.

Ways to express consent to be bound: Vienna Convention on the Law of Treaties, arts. 11–15 and 24.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.dates import days
from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.wording import pattern, table

_EFFECT: Final = pattern(
    "{instrument}.{0,60}?\\b(?:{shall} )?(?:be (?:in|put into) {force}|(?:come|enter)s? into {force}"
    "|takes? effect|appl(?:y|ies) (?:from|as of|upon|on)|becomes? (?:effective|operational|operative)"
    "|(?:is|are|be) (?:effective|applied|applicable) (?:from|as of|upon|on))\\b"
    "|набира\\w{1,5} чинності"
)
_NOT: Final = pattern(
    "\\b(?:amendments?|modifications?|terminat\\w{2,4}|discontinu\\w{2,6}|provisional\\w{0,2})\\b|\\bannex\\b.{0,20}{force}"
)
_ON: Final = table(
    (
        "later-notification",
        "\\b(?:later|last|second|latter) (?:of the |written |such )?.{0,40}(?:notification|notice|note)s?\\b",
    ),
    ("later-notification", "\\b(?:notification|notif\\w{2,4})\\b.{0,120}\\b(?:procedures|requirements)\\b"),
    ("exchange-of-notes", "\\bexchange of (?:diplomatic )?notes\\b"),
    ("ratification", "\\b(?:ratif\\w{2,8}|instruments? of (?:approval|acceptance)|internal approval)\\b"),
    (
        "signature",
        (
            "\\b(?:up)?on (?:the )?(?:(?:date|day|moment) of )?(?:(?:its|their|the"
            "|joint) )?(?:signature|signatory|signing)\\b"
        ),
    ),
    (
        "signature",
        (
            "\\b(?:after|as of|from|at) (?:the )?(?:(?:date|day|moment|time) of )?(?:(?:its|their"
            "|the) )?(?:signature|signing)\\b"
        ),
    ),
    ("signature", "\\bwhen (?:it is )?signed\\b"),
    ("signature", "\\b(?:з|від|у|в) (?:дати|дня|день|моменту|момент) (?:(?:її|його) )?підписання\\b"),
    ("later-notification", "\\bостаннього (?:письмового )?повідомлення"),
    ("ratification", "\\bратифікац"),
)
_ON_A_DAY: Final = pattern(
    "\\b(?:into {force}|effect|effective|applied|provisionally)\\b.{0,20}\\b(?:on|from|as of) {date}"
)
_AFTER: Final = pattern("into {force} {duration} (?:after|following|from)\\b")
_APPLIED: Final = pattern(
    "\\b(?:be |is |are )?(?:provisionally applied|applied provisionally)\\b|\\bprovisional application\\b"
)
_SIGNATURE: Final = pattern("\\bsignature\\b|\\bsigning\\b")


def entry_into_force(reading: Reading) -> Iterator[Fact]:
    """The event on which the instrument takes effect, how long after it, and provisional application."""
    for sentence in reading.operative:
        if _EFFECT.search(sentence.folded) and not _NOT.search(sentence.folded):
            yield from _entry(sentence)
        elif match := _APPLIED.search(sentence.folded):
            yield from _provisional(sentence, match.start(), match.end())


def _entry(sentence: Sentence) -> Iterator[Fact]:
    effect = _EFFECT.search(sentence.folded)
    start = effect.start() if effect else 0
    for wording in _ON:
        if match := wording.pattern.search(sentence.folded, start):
            yield sentence.fact("entry_into_force.on", wording.value, start, match.end())
            yield from _after(sentence, start)
            return
    if (match := _ON_A_DAY.search(sentence.folded)) and (day := next(days(match["date"]), None)):
        yield sentence.fact("entry_into_force.on", "date", start, match.end())
        yield sentence.fact("entry_into_force.date", day.value, start, match.end())


def _after(sentence: Sentence, start: int) -> Iterator[Fact]:
    """How long after the event: only what is said before how long the instrument then lasts."""
    if match := _AFTER.search(sentence.folded, start):
        yield sentence.fact(
            "entry_into_force.after", duration_of(match["duration"]), match.start(), match.end()
        )


def _provisional(sentence: Sentence, start: int, end: int) -> Iterator[Fact]:
    if match := _ON_A_DAY.search(sentence.folded):
        day = next(days(match["date"]), None)
        if day:
            yield sentence.fact("entry_into_force.provisional.from", "date", start, match.end())
            yield sentence.fact("entry_into_force.provisional.date", day.value, start, match.end())
    elif match := _SIGNATURE.search(sentence.folded):
        yield sentence.fact("entry_into_force.provisional.from", "signature", start, max(end, match.end()))
