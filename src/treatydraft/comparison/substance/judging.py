"""A mark and its counterpart → what they say differently, as a lawyer would note it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from treatydraft.comparison.result import Difference, Direction
from treatydraft.comparison.substance import measures, ranks
from treatydraft.comparison.substance.mark import Mark, Matching
from treatydraft.comparison.substance.measures import Order

_Compare: TypeAlias = Callable[[Mark, Mark], Direction | None]

_ADJECTIVES: Final[Mapping[Direction, str]] = {
    "stronger": "strengthened",
    "weaker": "weakened",
    "more": "higher",
    "less": "lower",
}

_BY_PLACE: Final = Matching()


@dataclass(frozen=True, slots=True)
class Field:
    """How the marks of a field find their counterparts, and what a difference in it is called."""

    noun: str  # as a message has it
    compare: _Compare
    matching: Matching = _BY_PLACE
    name: str = ""  # as a difference has it, where it is not that of the marks
    shows_words: bool = False  # the message shows the words and not the values
    counts_alone: bool = True  # a mark without a counterpart is a difference


def _measured(compare: Callable[[str, str], Direction | None], order: Order) -> _Compare:
    """By the values, and where these are the same by what bounds them."""

    def compared(old: Mark, new: Mark) -> Direction | None:
        return compare(old.value, new.value) or measures.bound_direction(old.bound, new.bound, order)

    return compared


def _strength(old: Mark, new: Mark) -> Direction | None:
    if ranks.is_denied(old.value) != ranks.is_denied(new.value):
        return "added" if ranks.is_denied(new.value) else "dropped"
    return ranks.strength_direction(old.value, new.value)


def _breadth(old: Mark, new: Mark) -> Direction | None:
    return None if old.value == new.value else ranks.breadth_direction(old.value, new.value)


def _level(old: Mark, new: Mark) -> Direction | None:
    return None if old.value == new.value else ranks.level_direction(old.value, new.value)


def _other(old: Mark, new: Mark) -> Direction | None:
    return None if old.value.casefold() == new.value.casefold() else "changed"


_LIST: Final = Matching(by_place=False)
_TITLES: Final = Matching(by_place=False, by_words=True)
_PHRASE: Final = Matching(alone=False)
_FIRM: Final = Matching(alone=False, shared=2)  # it means another thing in another place: `not`, `only`
_LENGTH: Final = _measured(measures.length_direction, measures.LENGTH)
_AMOUNT: Final = _measured(measures.amount_direction, measures.AMOUNT)
_DATE: Final = _measured(measures.date_direction, measures.TIME)

# In the order in which differences of one clause are told.
FIELDS: Final[Mapping[str, Field]] = {
    "obligation": Field("obligation", _strength),
    "negation": Field("negation", _other, _FIRM),
    "deadline": Field("deadline", _LENGTH),
    "duration": Field("duration", _LENGTH),
    "period": Field("period", _LENGTH),
    "date": Field("date", _DATE),
    "money": Field("amount", _AMOUNT, shows_words=True),
    "number": Field("number", _AMOUNT),
    "party": Field("party", _other, _LIST, shows_words=True),
    "level": Field("level", _level, _LIST, shows_words=True),
    "area": Field("area", _other, Matching(by_place=False, pairs=False, by_words=True)),
    "quantity": Field("scope", _breadth, _FIRM, "scope", shows_words=True),
    "example": Field("scope", _breadth, _PHRASE, "scope", shows_words=True),
    "condition": Field("scope", _other, _PHRASE, "scope", shows_words=True),
    "conjunction": Field("scope", _other, _PHRASE, "scope", shows_words=True, counts_alone=False),
    "term": Field("defined term", _other, _LIST, "definition"),
    "reference": Field("instrument cited", _other, _TITLES, shows_words=True),
    "language": Field("language", _other, _LIST, shows_words=True),
    "place": Field("place", _other, _TITLES),
}


def judged(name: str, old: Mark | None, new: Mark | None) -> Difference | None:
    """What a mark and its counterpart say differently; nothing where both say the same."""
    field = FIELDS[name]
    if old and new:
        direction = field.compare(old, new)
    elif (old or new) and field.counts_alone and not _goes_without_saying(old, new):
        direction = "dropped" if old else "added"
    else:
        direction = None
    return _difference(field, name, direction, old, new) if direction else None


def _goes_without_saying(old: Mark | None, new: Mark | None) -> bool:
    return any(mark is not None and mark.is_future for mark in (old, new))


def _difference(
    field: Field, name: str, direction: Direction, old: Mark | None, new: Mark | None
) -> Difference:
    if name == "obligation" and old and new and direction in ("added", "dropped"):
        field, name = FIELDS["negation"], "negation"
    message = _message(field, direction, old, new)
    return Difference(
        field.name or name,
        old.said if old else "",
        new.said if new else "",
        direction,
        "material",
        message,
        old.words if old else "",
        new.words if new else "",
    )


def _message(field: Field, direction: Direction, old: Mark | None, new: Mark | None) -> str:
    """One line: `obligation weakened: shall → should`, `“where possible” added`."""
    adjective = _ADJECTIVES.get(direction, direction)
    shown = [_shown(field, mark) for mark in (old, new) if mark]
    if field.noun in ("scope", "negation") and len(shown) == 1:
        return f"{shown[0]} {adjective}"
    denied = [
        mark for mark in (old, new) if mark and mark.field == "obligation" and ranks.is_denied(mark.value)
    ]
    noun = "prohibition" if field.noun == "obligation" and len(denied) == len(shown) else field.noun
    return f"{noun} {adjective}: {' → '.join(shown)}"


def _shown(field: Field, mark: Mark) -> str:
    words = " ".join(mark.words.split())
    if field.noun == "scope" or (field.noun == "negation" and mark.field == "negation"):
        return f"“{words}”"
    return words if field.shows_words else mark.said
