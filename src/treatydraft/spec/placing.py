"""Finds the place of a field in a file, for faults that show only when a spec is drafted."""

import re

from treatydraft.spec.problems import Fault, FieldPath, Problem
from treatydraft.spec.yaml_source import read_yaml

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def placed_problem(source: bytes, name: str, path: str, code: str, message: str) -> Problem:
    """A problem at the field of this path (`clauses[0].text`) in a file that has been read before."""
    read, _ = read_yaml(source, name)
    if read is None:
        return Problem(code, message, name, path=path)
    return read.problem(Fault(parsed_path(path), code, message))


def parsed_path(text: str) -> FieldPath:
    """The steps of a path as it is printed.

    >>> parsed_path("parties[1].name")
    ('parties', 1, 'name')
    """
    return tuple(int(index) if index else name for name, index in _STEP.findall(text))
