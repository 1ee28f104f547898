"""How much one render may take: passes of loops and calls of macros, characters, and time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from jinja2.exceptions import SecurityError

from treatydraft import limits as all_limits


@dataclass(frozen=True, slots=True)
class Limits:
    """What one render may take."""

    passes: int = field(default_factory=lambda: all_limits.current().template_passes)
    characters: int = field(default_factory=lambda: all_limits.current().template_characters)
    seconds: float = field(default_factory=lambda: all_limits.current().template_seconds)


_LOOKS_AT_CLOCK = 64  # once in so many passes


class Budget:
    """What is left of the limits while one render runs."""

    __slots__ = ("_characters", "_deadline", "_limits", "_passes")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._passes = limits.passes
        self._characters = limits.characters
        self._deadline = time.thread_time() + limits.seconds

    def tick(self, characters: int) -> str:
        """Begin a pass whose own words have this length; raises `SecurityError` where it is too much."""
        self._passes -= 1
        self._characters -= characters
        if self._passes < 0 or self._characters < 0 or not self._passes % _LOOKS_AT_CLOCK:
            self._refuse()
        return ""

    def print(self, characters: int) -> None:
        """Count what is printed; raises `SecurityError` beyond the limit."""
        self._characters -= characters
        if self._characters < 0:
            self._refuse()

    def _refuse(self) -> None:
        """Say which limit is passed, if any is."""
        limits = self._limits
        if self._passes < 0:
            raise SecurityError(f"the loops go on for more than {limits.passes:,} passes")
        if self._characters < 0:
            raise SecurityError(f"the document grows beyond {limits.characters:,} characters")
        if time.thread_time() > self._deadline:
            raise SecurityError(f"rendering takes more than {limits.seconds:g} seconds of work")


_CURRENT: ContextVar[Budget | None] = ContextVar("budget", default=None)


def current() -> Budget:
    """The budget of the render that this thread is in; outside of any, one that nobody shares."""
    return _CURRENT.get() or Budget(Limits())


@contextmanager
def spending(limits: Limits) -> Iterator[Budget]:
    """A render of its own, with these limits."""
    budget = Budget(limits)
    token = _CURRENT.set(budget)
    try:
        yield budget
    finally:
        _CURRENT.reset(token)
