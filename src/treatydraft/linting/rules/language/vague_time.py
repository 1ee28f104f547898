"""A duty is to be done “promptly” where the agreement has, or needs, a period that can be counted.

## Why it matters
The Parties agreed on a number of hours or months, and the text says “as soon as possible”. Of notices,
terminations and consultations nobody can say when the Party that keeps silent has broken its word.

## Wrong
    Stated: consultation.within = 24 hours
    Article 3 # Consultation
      1. In the event of an armed attack against Norland, the Parties shall consult as soon as possible.

## Right
    Stated: consultation.within = 24 hours
    Article 3 # Consultation
      1. In the event of an armed attack against Norland, the Parties shall consult within 24 hours.

## Source
Drafting practice of consultation and final clauses: the period, its start and its unit are stated.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.urgency import urgencies
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

# Of these a period is part: notice, the days until registration. Of others only where the spec has one.
_NEEDS: Final = ("termination", "registration")
_ENDINGS: Final = ("within", "notice", "period", "first_within", "hours", "deadline")


def vague_time(text: Text) -> Iterator[Mark]:
    """Words for “soon” where a period belongs."""
    stated = _stated(text)
    for passage, match, measured in urgencies(text):
        if not measured and (field := _field(text, passage, stated)):
            yield passage.mark(
                f"“{match[0]}” is no period, and {field}",
                match.span(),
                suggestion="write the period, its unit and its start",
            )


def _field(text: Text, passage: Passage, stated: dict[str, str]) -> str:
    """Why a period belongs here."""
    topic = _topic(text, passage)
    if topic in stated:
        return f"the spec has one: {stated[topic]}"
    return f"a clause on {topic} needs one" if topic in _NEEDS else ""


def _stated(text: Text) -> dict[str, str]:
    """The periods that the spec has, by the first part of their fields."""
    found: dict[str, str] = {}
    for path, values in (text.stated or {}).items():
        if path.rpartition(".")[2] in _ENDINGS and values:
            value: object = values[0]  # as its spec or as a text states it
            found[path.partition(".")[0]] = str(getattr(value, "value", value))
    return found


def _topic(text: Text, passage: Passage) -> str:
    """What the passage, or the nearest clause above it, is about."""
    for clause in (passage.clause, *reversed(passage.above)):
        if topic := text.topics.get(clause.id):
            return topic.partition(".")[0]
    return ""


RULE: Final = Rule("TD205", "warning", vague_time)
