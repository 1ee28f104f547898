"""The facts of a text that say how long and from when, as rules compare and mark them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from treatydraft.facts import Fact
from treatydraft.linting.finding import Mark
from treatydraft.linting.text import Text
from treatydraft.spec.durations import Duration
from treatydraft.spec.phrase import RefusedError

# What a text settles once, and how a message names it.
NAMES: Final[Mapping[str, str]] = {
    "term.length": "the term",
    "term.from": "the beginning of the term",
    "term.until": "the end of the term",
    "term.extension.notice": "the notice of an extension",
    "term.extension.period": "the length of an extension",
    "entry_into_force.date": "the day of entry into force",
    "entry_into_force.after": "the time until entry into force",
    "termination.notice": "the notice of termination",
    "termination.from": "what the notice of termination is counted from",
    "registration.within": "the time for registration",
}
# The last words of fields that hold one length of time, whatever subject the pack has.
_LENGTHS: Final = frozenset(["length", "notice", "period", "after", "within", "first_within"])
_ANY_DAY: Final = dt.date(2001, 1, 1)


def settled(text: Text) -> Iterator[tuple[str, str, tuple[Fact, ...]]]:
    """Each field that a text settles once, with its name in words, and all that the text says of it."""
    for field, facts in text.facts.items():
        if field in NAMES:
            yield field, NAMES[field], facts
        elif field.rpartition(".")[2] in _LENGTHS and all(length_of(fact.value) for fact in facts):
            yield field, f"the time for {field.partition('.')[0].replace('_', ' ')}", facts


def length_of(value: str) -> Duration | None:
    """The length of time that a value is; none where it is something else."""
    try:
        return Duration.parse(value)
    except RefusedError:
        return None


def is_same(one: str, other: str) -> bool:
    """Whether two values say the same: `12 months` is `1 year`, and 24 hours are not one day.

    >>> is_same("1 year", "12 months"), is_same("24 hours", "1 day")
    (True, False)
    """
    first, second = length_of(one), length_of(other)
    if first is None or second is None:
        return one == other
    in_hours = (first.unit == "hours") == (second.unit == "hours")
    return (
        in_hours
        and first.after(_ANY_DAY) == second.after(_ANY_DAY)
        and (first.unit != "hours" or first.count == second.count)
    )


def day_of(text: Text, field: str) -> dt.date | None:
    """The day that a text states under a field; none where it states none, or more than one."""
    facts = text.facts.get(field, ())
    return (
        dt.date.fromisoformat(facts[0].value)
        if len(facts) == 1 and len(facts[0].value) == len("2024-06-13")
        else None
    )


def mark_of(fact: Fact, message: str, suggestion: str = "") -> Mark:
    """A mark of the words of a fact."""
    return Mark(message, fact.clause, "text" if fact.clause else "document", fact.span, suggestion)


def in_words(value: str) -> str:
    """A value as a message has it: `entry-into-force` without hyphens, a length of time as it is."""
    return value if length_of(value) or value[:1].isdecimal() else value.replace("-", " ")


def place_of(fact: Fact) -> str:
    """Where else a fact stands: `in Article 4.2`."""
    return f"in {fact.label}" if fact.label else "in another place"
