"""What is firmer, higher and wider: the strengths of obligations, the levels of meetings, words for how many.

The strengths follow the words that treaties and other instruments pair: `shall` and `will`, `undertakes`
and `intends`. Those of one rank are not the same; only those that oblige alike are.
"""

from typing import Final

from treatydraft.comparison.result import Direction

_STRENGTHS: Final = {
    "shall": 7,
    "undertakes": 7,
    "agrees": 6,
    "will": 6,
    "commits": 5,
    "policy": 4,
    "intends": 4,
    "plans": 4,
    "should": 4,
    "endeavours": 3,
    "would": 3,
    "may": 1,
}
_ALIKE: Final = (frozenset({"shall", "undertakes"}),)
_NOT: Final = " not"
_LEVELS: Final = {"officials": 1, "senior-officials": 2, "ministers": 3, "most-senior": 4, "highest": 5}
_BREADTH: Final = {
    "all": 4,
    "any": 4,
    "both": 4,
    "most": 3,
    "many": 2,
    "some": 1,
    "including but not limited to": 4,
    "including": 3,
    "such as": 3,
    "in particular": 3,
    "namely": 1,
}


def is_denied(strength: str) -> bool:
    """Whether the verb forbids."""
    return strength.endswith(_NOT)


def strength_direction(old: str, new: str) -> Direction | None:
    """Whether an obligation, or a prohibition, got firmer; nothing where both oblige alike.

    >>> strength_direction("shall", "should"), strength_direction("shall", "undertakes")
    ('weaker', None)
    """
    first, second = old.removesuffix(_NOT), new.removesuffix(_NOT)
    if first == second or any({first, second} <= alike for alike in _ALIKE):
        return None
    if is_denied(old) and is_denied(new):  # what is not allowed is forbidden as firmly as can be
        first, second = ("shall" if one == "may" else one for one in (first, second))
    return _ranked(_STRENGTHS.get(first), _STRENGTHS.get(second), "stronger", "weaker")


def level_direction(old: str, new: str) -> Direction:
    """Whether people of a higher rank meet."""
    return _ranked(_LEVELS.get(old), _LEVELS.get(new), "stronger", "weaker")


def breadth_direction(old: str, new: str) -> Direction:
    """Whether more is covered."""
    return _ranked(_BREADTH.get(old), _BREADTH.get(new), "wider", "narrower")


def _ranked(old: int | None, new: int | None, higher: Direction, lower: Direction) -> Direction:
    if old is None or new is None or old == new:
        return "changed"
    return higher if new > old else lower
