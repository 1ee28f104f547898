"""How a party brings an instrument to an end: with what notice, and what that is counted from.

Denunciation and withdrawal: Vienna Convention on the Law of Treaties, arts. 54–56; the twelve months of
art. 56(2) are no fact of a text that is silent, and are never given here.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import duration_of
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence
from treatydraft.facts.wording import pattern, table

_END: Final = (
    "(?:terminat\\w{1,5}|discontinu\\w{1,6}|denounc\\w{1,3}|denunciation|withdraw\\w{0,4}|cancel\\w{0,6})"
)
_ENDS: Final = pattern(
    f"\\b{_END}\\b|\\bbrought? to an end\\b|\\bcease to (?:be in|have) {{force}}|\\bend {{instrument}}|припин"
)
_OWN: Final = pattern(
    "{instrument}|\\bthe (?:agreement|accord|memorandum|termination|discontinuation|withdrawal"
    "|denunciation)\\b|угод"
)
# How long after the notice; what that is counted from follows.
_COUNTED: Final = (
    pattern(
        "{duration} (?:from|after|following|upon|as of|since) (?:the )?(?:(?:date|day|moment) )?"
        "(?:of |on which |when |that )?(?:\\w+ ){0,5}?(?:receipt|receiv\\w{1,3}|giving|given"
        "|notif\\w{1,9}|notice|communicat\\w{1,4}|submission|delivery)"
    ),
    pattern("через {duration} (?:з|від|після) (?:дати |дня )?(?:отримання|повідомлення|надання|направлення)"),
)
# How long the notice is, or how long before the end it is given.
_FORMS: Final = "{duration} (?:(?:prior|advance|written|in) ){0,3}(?:notice|notification)"
_OF_A_LENGTH: Final = (
    pattern(f"(?:giv(?:e|es|ing)|provid(?:e|es|ing)|serving) (?:\\w+ ){{1,4}}{_FORMS}"),
    pattern(
        "(?:by|upon|with|on|subject to|giving|of) "
        f"(?:giving |providing |an? |at least |not less than |prior |written |minimum )*{_FORMS}"
    ),
    pattern(
        "(?:notice|notification|inform\\w{0,3}|notif\\w{0,9})\\b.{0,90}?"
        "{duration} (?:prior|before|in advance|beforehand|earlier)"
    ),
    pattern("at least {duration} (?:prior|before|in advance|beforehand)"),
    pattern("(?:notice|notification) (?:period )?(?:of|is) (?:at least )?{duration}"),
    pattern("за {duration} до"),
)
_FROM: Final = table(
    ("receipt", "\\b(?:receipt|received|receives|receiving)\\b|отриман"),
    ("giving", "\\b(?:giving|is given|was given|has been given|submission|delivery)\\b|надання|направлення"),
    ("notification", "\\b(?:notification|notice|notified|notifies|notifying)\\b|повідомлення"),
)
_DIPLOMATIC: Final = pattern(
    "\\b(?:through|via|by) (?:the )?diplomatic (?:channels?|note)|дипломатичн\\w{1,3} канал"
)


def termination(reading: Reading) -> Iterator[Fact]:
    """The notice with which the instrument ends, what that is counted from, and the channel of the notice."""
    speaking = False  # whether the sentence before was about the end of the instrument
    clause = ""
    for sentence in reading.operative:
        ends = bool(_ENDS.search(sentence.folded) and _OWN.search(sentence.folded))
        if ends or (speaking and clause == sentence.clause.id):
            yield from _notice(sentence)
        if ends:
            yield from _channel(sentence)
        speaking, clause = ends, sentence.clause.id


def _notice(sentence: Sentence) -> Iterator[Fact]:
    for shape in (*_COUNTED, *_OF_A_LENGTH):
        if match := shape.search(sentence.folded):
            length = duration_of(match["duration"])
            yield sentence.fact("termination.notice", length, match.start(), match.end())
            if shape in _COUNTED:
                yield from _from(sentence, match.start("duration"))
            return


def _from(sentence: Sentence, start: int) -> Iterator[Fact]:
    tail = sentence.folded[start : start + 120]
    for wording in _FROM:
        if match := wording.pattern.search(tail):
            yield sentence.fact("termination.from", wording.value, start, start + match.end())
            return


def _channel(sentence: Sentence) -> Iterator[Fact]:
    if match := _DIPLOMATIC.search(sentence.folded):
        yield sentence.fact("termination.channel", "diplomatic", match.start(), match.end())
