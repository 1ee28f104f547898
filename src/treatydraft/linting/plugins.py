"""Rules that other installed packages bring, by the entry points of the group `treatydraft.rules`."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from treatydraft.linting.rule import Rule
from treatydraft.linting.rules import RULES

GROUP: Final = "treatydraft.rules"
_CODE: Final = re.compile(r"(?!TD)[A-Z]{2,6}\d{1,4}")


class RuleError(ValueError):
    """What another package brings as a rule is none, or cannot be loaded; says which and why."""


def installed_rules() -> tuple[Rule, ...]:
    """The rules of other packages, in the order of their codes; raises `RuleError`."""
    return checked(entry_points(group=GROUP))


def checked(points: Iterable[EntryPoint]) -> tuple[Rule, ...]:
    """The rules that entry points lead to, each a rule or several; raises `RuleError`."""
    rules = sorted((rule for point in points for rule in _loaded(point)), key=lambda rule: rule.code)
    taken = {rule.code for rule in RULES} | {rule.name for rule in RULES}
    for rule in rules:
        if not _CODE.fullmatch(rule.code):
            raise RuleError(f"rule {rule.code}: a code is capital letters of its own, not TD, and a number")
        if rule.code in taken or rule.name in taken:
            raise RuleError(f"rule {rule.code} {rule.name}: there is another rule of this code or name")
        taken |= {rule.code, rule.name}
    return tuple(rules)


def _loaded(point: EntryPoint) -> Iterator[Rule]:
    try:
        found = point.load()
    except Exception as error:  # whatever the code of another package raises when it is imported
        raise RuleError(f"the rules “{point.name}” ({point.value}) cannot be loaded: {error}") from error
    for rule in found if isinstance(found, tuple | list) else (found,):
        if not isinstance(rule, Rule):
            raise RuleError(f"the rules “{point.name}” ({point.value}): {type(rule).__name__} is no Rule")
        yield rule
