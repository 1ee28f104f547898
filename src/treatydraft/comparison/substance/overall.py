"""Facts of two agreements → what these say differently as wholes, field by field, and in which clauses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from treatydraft.comparison.result import Difference, Direction, Side
from treatydraft.comparison.substance.bare_words import bare_words
from treatydraft.comparison.substance.measures import direction as measured
from treatydraft.comparison.substance.ranks import level_direction
from treatydraft.facts import Fact

Facts: TypeAlias = Mapping[str, Sequence[Fact]]

_ADJECTIVES: Final[Mapping[Direction, str]] = {
    "more": "higher",
    "less": "lower",
    "stronger": "higher",
    "weaker": "lower",
}
_TRUE: Final = "true"


def overall_differences(
    old: Facts, new: Facts, spec: Mapping[str, Sequence[str]] | None = None
) -> tuple[Difference, ...]:
    """What two agreements say differently, field by field; a field is named as in a spec.

    Args:
        old: The facts of the older agreement.
        new: Those of the newer one.
        spec: Where the older one was drafted from a spec, the values that this states. A difference in one
            of its fields names that as `spec_path`; a value that the draft has in words which are not
            understood, and the other text in words which are, is none.
    """
    return tuple(
        replace(one, spec_path=name if spec is None or name in spec else "")
        for name in dict.fromkeys((*old, *new))
        for one in _differences(name, _known(name, old, spec), _stated(new.get(name, ())))
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A value with its words."""

    value: str
    words: str = ""

    @property
    def key(self) -> str:
        """What values are compared by: case and spelling do not count."""
        return " ".join(word.key for word in bare_words(self.value)) or self.value


def _stated(facts: Sequence[Fact]) -> list[_Said]:
    return [_Said(fact.value, " ".join(fact.evidence.split())) for fact in facts]


def _known(name: str, old: Facts, spec: Mapping[str, Sequence[str]] | None) -> list[_Said]:
    """What the older agreement states, or else what its spec does."""
    return _stated(old.get(name, ())) or [_Said(value) for value in (spec or {}).get(name, ())]


def _differences(name: str, old: Sequence[_Said], new: Sequence[_Said]) -> list[Difference]:
    """The values that only one side has: one for another where that can be said, else each by itself."""
    mine, other = {one.key for one in old}, {one.key for one in new}
    lost = [one for one in old if one.key not in other]
    gained = [one for one in new if one.key not in mine]
    if len(lost) == 1 == len(gained):
        change = _direction(name, lost[0].value, gained[0].value)
        if change is None:
            return []
        if change != "changed" or len(old) == 1 == len(new):
            return [_difference(name, change, lost[0], gained[0])]
    dropped = [_difference(name, "dropped", one, None) for one in lost]
    return [*dropped, *(_difference(name, "added", None, one) for one in gained)]


def _direction(name: str, old: str, new: str) -> Direction | None:
    return level_direction(old, new) if name.endswith(".level") else measured(old, new)


def _difference(name: str, change: Direction, old: _Said | None, new: _Said | None) -> Difference:
    values = [one.value for one in (old, new) if one and one.value != _TRUE]
    told = f"{_title(name)} {_ADJECTIVES.get(change, change)}"
    message = f"{told}: {' → '.join(values)}" if values else told
    return Difference(
        name,
        old.value if old else "",
        new.value if new else "",
        change,
        "material",
        message,
        old.words if old else "",
        new.words if new else "",
        name,
    )


def _title(name: str) -> str:
    """A field as a person would say it.

    >>> _title("entry_into_force.on"), _title("instrument.register")
    ('entry into force on', 'register')
    """
    return name.removeprefix("instrument.").replace(".", " ").replace("_", " ")


def pair_facts(
    found: Sequence[Difference],
    overall: Sequence[Difference],
    old: tuple[Side | None, Facts],
    new: tuple[Side | None, Facts],
) -> tuple[Difference, ...]:
    """The differences of a pair, those that settle a fact of the agreement under the name of its field.

    A fact belongs to a pair where the words that say it stand there, on each side that says it. A difference
    with the values of a fact, or with its very words, takes its name and its place in the spec and keeps its
    own message. Other words that changed among those of a fact are told by the fact, and facts that nothing
    told come last.

    Args:
        found: What the pair says differently by itself.
        overall: What the agreements say differently as wholes.
        old: The older clause, and all facts of its agreement.
        new: The newer clause, and all facts of its agreement.
    """
    named = [
        one
        for one in overall
        if _stands_in(one.field, one.old, *old) and _stands_in(one.field, one.new, *new)
    ]
    facts = {place: fact for fact in named if (place := _teller(fact, found)) is not None}
    placed = [
        _named(one, facts[place]) if place in facts else one
        for place, one in enumerate(found)
        if place in facts or not (one.field == "wording" and any(_is_among(one, fact) for fact in named))
    ]
    told = [id(fact) for fact in facts.values()]
    rest = (fact for fact in named if id(fact) not in told and not any(_holds(one, fact) for one in found))
    return (*placed, *rest)


def _teller(fact: Difference, found: Sequence[Difference]) -> int | None:
    """Which difference is what a fact says: by its words, else by its values, best with the same words."""
    evidence = (fact.old_words, fact.new_words)
    same_words = [place for place, one in enumerate(found) if (one.old_words, one.new_words) == evidence]
    same = [place for place, one in enumerate(found) if (one.old, one.new) == (fact.old, fact.new)]
    meeting = [place for place in same if _meets(found[place], fact)]
    return next(iter((*same_words, *meeting, *same)), None)


def _meets(one: Difference, fact: Difference) -> bool:
    """Whether the words of a difference and of a fact are the same, or some of the other's, on both sides."""
    sides = ((one.old_words, fact.old_words), (one.new_words, fact.new_words))
    return all(mine in its or its in mine for mine, its in sides)


def _named(one: Difference, fact: Difference) -> Difference:
    """The difference under the name of its fact; plain wording is better told by the fact itself."""
    if one.field == "wording":
        return fact
    return replace(one, field=fact.field, old=fact.old, new=fact.new, spec_path=fact.spec_path)


def _stands_in(name: str, value: str, side: Side | None, facts: Facts) -> bool:
    """Whether the words for a value stand in the clause; where there is no value, nothing needs to."""
    if not value:
        return True
    places = {fact.clause for fact in facts.get(name, ()) if fact.value == value}
    return side is not None and side.id in places


def _is_among(one: Difference, fact: Difference) -> bool:
    """Whether the words that changed are among those for a fact that changed, on the sides that have any."""
    sides = ((one.old_words, fact.old_words), (one.new_words, fact.new_words))
    return all(words in evidence for words, evidence in sides)


def _holds(one: Difference, fact: Difference) -> bool:
    """Whether a difference tells of a value that was only added or only dropped, beside another value."""
    return fact.direction in ("added", "dropped") and (fact.old or fact.new) in (one.old, one.new)
