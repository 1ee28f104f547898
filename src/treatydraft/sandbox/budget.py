"""How much one render may take: passes of loops and calls of macros, characters, and time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NoReturn

from jinja2.exceptions import SecurityError

from treatydraft import limits as all_limits


@dataclass(frozen=True, slots=True)
class Limits:
    """What one render may take."""

    passes: int = field(default_factory=lambda: all_limits.current().template_passes)
    characters: int = field(default_factory=lambda: all_limits.current().template_characters)
    seconds: float = field(default_factory=lambda: all_limits.current().template_seconds)


_SHARE = 10
_LOOKS_AT_CLOCK = 64  # once in so many passes


class OverBudgetError(SecurityError):
    """A render has taken more than its limits."""


class Budget:
    """What is left of the limits while one render runs.

    Where a render has passed them and `passed` is what was said of that, the next one only looks for the
    place: it has a tenth of them.
    """

    __slots__ = ("_characters", "_deadline", "_limits", "_passed", "_passes")

    def __init__(self, limits: Limits, passed: str = "") -> None:
        share = _SHARE if passed else 1
        self._limits = limits
        self._passed = passed
        self._passes = limits.passes // share
        self._characters = limits.characters // share
        self._deadline = time.thread_time() + limits.seconds / share

    def tick(self, characters: int) -> str:
        """Begin a pass whose own words have this length; raises `SecurityError` where it is too much."""
        self._passes -= 1
        self._characters -= characters
        if self._passes < 0 or self._characters < 0 or not self._passes % _LOOKS_AT_CLOCK:
            self._refuse()
        return ""

    def look(self) -> None:
        """Look at the clock, before what may take long; raises `SecurityError` where it is too late."""
        self._refuse()

    def print(self, characters: int) -> None:
        """Count what is printed; raises `SecurityError` beyond the limit."""
        self._characters -= characters
        if self._characters < 0:
            self._refuse()

    def _refuse(self) -> None:
        """Say which limit is passed, if any is."""
        limits = self._limits
        if self._passes < 0:
            self._stop(f"the loops go on for more than {limits.passes:,} passes")
        if self._characters < 0:
            self._stop(f"the document grows beyond {limits.characters:,} characters")
        if time.thread_time() > self._deadline:
            self._stop(f"rendering takes more than {limits.seconds:g} seconds of work")

    def _stop(self, message: str) -> NoReturn:
        raise OverBudgetError(self._passed or message)


_CURRENT: ContextVar[Budget | None] = ContextVar("budget", default=None)


def current() -> Budget:
    """The budget of the render that this thread is in; outside of any, one that nobody shares."""
    return _CURRENT.get() or Budget(Limits())


@contextmanager
def spending(limits: Limits, passed: str = "") -> Iterator[Budget]:
    """A render of its own, with these limits, or another look at one that has passed them."""
    budget = Budget(limits, passed)
    token = _CURRENT.set(budget)
    try:
        yield budget
    finally:
        _CURRENT.reset(token)
