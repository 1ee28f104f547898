"""A rule: its code, its severity, and the function that finds what it is about.

Everything that a person reads about a rule stands in the docstring of its module, under the headings of
`SECTIONS`; the page in the docs, `lint --explain` and the first tests of the rule are made of it.
"""

import inspect
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from treatydraft.linting.finding import STAGES, Mark, Severity, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from treatydraft.linting.text import Text

SECTIONS: Final = ("Why it matters", "Wrong", "Right", "Source")
_HEADING: Final = re.compile(r"^## (?P<name>.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """One thing that a careful reader looks for; it is called what its function is called."""

    code: str  # `TD501`: the first digit is the group
    severity: Severity
    check: "Callable[[Text], Iterator[Mark]]"
    stages: tuple[Stage, ...] = STAGES  # those at which it looks
    languages: tuple[str, ...] = ("en",)  # of texts that it can read; empty for every one

    @property
    def name(self) -> str:
        """`words_and_figures` as a person writes it: `words-and-figures`."""
        return self.check.__name__.replace("_", "-")

    @cached_property
    def about(self) -> "About":
        """What is said of the rule in its module."""
        return about(inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or ""))


@dataclass(frozen=True, slots=True)
class About:
    """What a person reads of a rule."""

    summary: str  # what it finds, in a sentence
    why: str
    wrong: str  # an example that it marks
    right: str  # the same as it should stand, which it does not mark
    source: str


def about(text: str) -> About:
    r"""The parts of a rule's docstring; a heading that is missing leaves its part empty.

    >>> about("A word.\n\n## Wrong\n    Bad.\n").wrong
    'Bad.'
    """
    parts = _HEADING.split(text)
    named = dict(zip(parts[1::2], map(_unindented, parts[2::2]), strict=True))
    return About(" ".join(parts[0].split()), *(named.get(name, "") for name in SECTIONS))


def _unindented(text: str) -> str:
    return inspect.cleandoc("\n" + text).strip()
