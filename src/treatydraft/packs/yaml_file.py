"""The YAML files of a pack as plain data, read as strictly as a spec is."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from treatydraft.packs.errors import PackError
from treatydraft.spec import Fault, FieldSet, Problem, load_fields, read_yaml


def file_bytes(path: Path) -> bytes:
    """The content of a file of the pack; raises `PackError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(str(path), f"cannot be read: {error.strerror}") from None


def mapping(
    source: bytes, name: str, faults_of: Callable[[Mapping[str, Any]], list[Fault]] | None = None
) -> dict[str, Any]:
    """The names and values of a YAML file; raises `PackError` with every fault and its place."""
    read, problems = read_yaml(source, name)
    if read is not None and faults_of is not None:
        problems = (*problems, *read.problems(faults_of(read.data)))
    if read is None or problems:
        raise PackError(name, _all(problems))
    return dict(read.data)


def field_set(source: bytes, name: str, areas: tuple[str, ...]) -> FieldSet:
    """The fields that a pack declares; raises `PackError` with every fault and its place."""
    fields = load_fields(source, name, areas)
    if isinstance(fields, FieldSet):
        return fields
    raise PackError(name, _all(fields))


def _all(problems: tuple[Problem, ...]) -> str:
    return "not as it must be:\n" + "\n".join(problem.render() for problem in problems)
