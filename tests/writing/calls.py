"""A layer between a command and the system: a call about a folder can fail, or be the last of its process."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

CALLS = ("open", "write", "fsync", "fchmod", "replace", "link", "unlink", "mkdir", "scandir", "close")

# Told the name of a call and how many of that name there were, with it; may raise, or make a write short.
Watcher: TypeAlias = Callable[[str, int], bool | None]


class _Layer:
    """Counts the calls about the files of a folder, by path or by handle."""

    def __init__(self, folder: Path, watcher: Watcher) -> None:
        self._folder, self._watcher = os.fspath(folder), watcher
        self._handles: set[int] = set()
        self._counts = dict.fromkeys((*CALLS, "flock"), 0)

    def around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(place: object, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - as os has it
            if not self._is_ours(place) or fcntl.LOCK_UN in rest:
                return real(place, *rest, **named)
            if name == "close":
                real(place)
                self._handles.discard(int(place))  # type: ignore[call-overload]
            self._counts[name] += 1
            short = self._watcher(name, self._counts[name])
            if name == "close":
                return None
            if name == "write" and short:
                return real(place, rest[0][: max(len(rest[0]) // 3, 1)])
            result = real(place, *rest, **named)
            if name == "open":
                self._handles.add(result)
            return result

        return call

    def _is_ours(self, place: object) -> bool:
        if isinstance(place, int):
            return place in self._handles
        return isinstance(place, str | os.PathLike) and str(place).startswith(self._folder)


@contextmanager
def watched(folder: Path, watcher: Watcher) -> Iterator[None]:
    """Let the watcher see each system call about a folder before it is made."""
    layer = _Layer(folder, watcher)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, layer.around(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", layer.around("flock", fcntl.flock))
        yield
