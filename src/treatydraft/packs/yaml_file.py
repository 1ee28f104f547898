"""The YAML files of a pack as plain data, read as strictly as a spec is."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from treatydraft.packs.errors import PackError
from treatydraft.spec import Problem, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from treatydraft.spec import Fault, FieldSet


def file_bytes(path: Path) -> bytes:
    """The content of a file of the pack; raises `PackError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(str(path), f"cannot be read: {error.strerror}") from None


def mapping_file(path: Path) -> dict[str, Any]:
    """The names and values of a file of the pack; raises as `mapping` does."""
    return mapping(file_bytes(path), str(path))


def mapping(
    source: bytes, name: str, faults_of: "Callable[[Mapping[str, Any]], list[Fault]] | None" = None
) -> dict[str, Any]:
    """The names and values of a YAML file; raises `PackError` with every fault and its place."""
    read, problems = read_yaml(source, name, quick=True)
    if read is not None and faults_of is not None and (faults := faults_of(read.data)):
        problems = (*problems, *read.problems(faults))
    if read is None or problems:
        raise PackError(name, _all(problems))
    return dict(read.data)


def field_set(source: bytes, name: str, areas: tuple[str, ...]) -> "FieldSet":
    """The fields that a pack declares; raises `PackError` with every fault and its place."""
    from treatydraft.spec import FieldSet, load_fields  # noqa: PLC0415 - most files need no model

    fields = load_fields(source, name, areas)
    if isinstance(fields, FieldSet):
        return fields
    raise PackError(name, _all(fields))


def _all(problems: tuple[Problem, ...]) -> str:
    return "not as it must be:\n" + "\n".join(problem.render() for problem in problems)
