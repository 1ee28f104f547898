"""Who does what for whom, where a pack says it: rules on fields named by, to, against, area and strength.

A pack need not have these fields. Where it has them they mean what they say: `by` gives or does, `to`
receives, `against` is the party attacked.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from treatydraft.spec.model import Spec
from treatydraft.spec.pointers import ActorId, PartyId
from treatydraft.spec.problems import Fault, FieldPath, shown
from treatydraft.spec.shapes import STRENGTH, Part
from treatydraft.spec.walking import children, walk

Rule: TypeAlias = Callable[[Spec], Iterator[Fault]]


def nobody_provides_to_himself(spec: Spec) -> Iterator[Fault]:
    """Who receives is not among those who give."""
    for path, part in walk(spec, Part):
        receiver = getattr(part, "to", None)
        if isinstance(receiver, ActorId) and receiver in _named(part, "by"):
            message = f"{shown(receiver)} gives this, and cannot receive it as well"
            hint = "take it out of by, or leave “to” out where each gives to the other"
            yield Fault((*path, "to"), "contradiction", message, shown(receiver), (), hint)


def nobody_answers_his_own_attack(spec: Spec) -> Iterator[Fault]:
    """Who is attacked is not among those who respond for him."""
    for path, part in walk(spec, Part):
        attacked = getattr(part, "against", None)
        if not isinstance(attacked, PartyId):
            continue
        for at, below in walk(part, Part, path):
            for place, actor in enumerate(_named(below, "by")):
                if actor == attacked:
                    message = f"{shown(actor)} is the party attacked, and another responds"
                    yield Fault((*at, "by", place), "contradiction", message, shown(actor))


def one_strength_for_one_promise(spec: Spec) -> Iterator[Fault]:
    """The same providers promise the same area to the same receiver in the same place with one strength."""
    for path, items in _lists(spec):
        seen: dict[tuple[object, ...], tuple[int, str]] = {}
        for place, item in enumerate(items):
            name, strength = _strength(item)
            area = getattr(item, "area", None)
            if not (isinstance(area, str) and strength):
                continue
            promise = (area, frozenset(_named(item, "by")), getattr(item, "to", None), _place(item))
            first, before = seen.setdefault(promise, (place, strength))
            if before != strength:
                message = (
                    f"{area} is promised here with “{strength}”, and with “{before}” in {path[-1]}[{first}]"
                )
                hint = "say it once, or place one of the two elsewhere"
                yield Fault((*path, place, name), "contradiction", message, strength, (), hint)


SIDES_RULES: Final[tuple[Rule, ...]] = (
    nobody_provides_to_himself,
    nobody_answers_his_own_attack,
    one_strength_for_one_promise,
)


def _named(part: Part, name: str) -> tuple[str, ...]:
    """The actors that a field names, one or more."""
    value = getattr(part, name, ())
    named = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in named if isinstance(one, ActorId))


def _lists(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, list[Part]]]:
    for step, below in children(value):
        if isinstance(below, tuple) and below and all(isinstance(one, Part) for one in below):
            yield (*path, step), list(below)
        yield from _lists(below, (*path, step))


def _strength(part: Part) -> tuple[str, str]:
    """The name and the value of the field that says how firmly something is promised."""
    for name, field in type(part).model_fields.items():
        if STRENGTH in field.metadata:
            return field.alias or name, getattr(part, name) or ""
    return "", ""


def _place(part: Part) -> object:
    return getattr(part, "in", None)
