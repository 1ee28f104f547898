"""A file that was read: its data, and where in the file each piece of it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from treatydraft.spec.problems import Fault, FieldPath, Problem, path_text


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins in a file, counted from 1, and how many characters it takes on that line."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds, and the places of its fields' names and values."""

    name: str
    data: Any
    keys: Mapping[FieldPath, Place]
    values: Mapping[FieldPath, Place]

    def place(self, path: FieldPath) -> Place:
        """Where the value of a field stands, or of the nearest field around it."""
        return self._first(self.values, path)

    def place_of_key(self, path: FieldPath) -> Place:
        """Where the name of a field stands; an item of a list has none and is found by its value."""
        for end in range(len(path), 0, -1):
            place = self.keys.get(path[:end]) or self.values.get(path[:end])
            if place:
                return place
        return self._first(self.values, ())

    def problem(self, fault: Fault) -> Problem:
        """The fault with its place in this file."""
        place = self._place_of(fault)
        return Problem(
            fault.code,
            fault.message,
            self.name,
            place.line,
            place.column,
            path_text(fault.path),
            fault.found,
            fault.expected,
            fault.hint,
            place.width,
        )

    def problems(self, faults: Iterable[Fault]) -> tuple[Problem, ...]:
        """All faults with their places, in the order of the file."""
        placed = [self.problem(fault) for fault in faults]
        return tuple(sorted(placed, key=lambda problem: (problem.line or 0, problem.column or 0)))

    def _place_of(self, fault: Fault) -> Place:
        if fault.at == "value":
            return self.place(fault.path)
        return self.place_of_key(fault.path if fault.at == "key" else fault.path[:-1])

    @staticmethod
    def _first(places: Mapping[FieldPath, Place], path: FieldPath) -> Place:
        for end in range(len(path), -1, -1):
            if place := places.get(path[:end]):
                return place
        return Place(1, 1)
