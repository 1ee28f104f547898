"""The YAML files of a pack: each against its schema, with lines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from treatydraft.checking.finding import Finding, fault, of_problem
from treatydraft.spec import Fault, FieldPath, FieldSet, Source, load_fields, read_yaml

_read = lru_cache(maxsize=64)(read_yaml)  # a file is read for its lines and for what it means


@dataclass(slots=True)
class File:
    """A file that was read; without a source it cannot be."""

    name: str  # in the folder of the pack
    source: Source | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def data(self) -> Mapping[str, Any]:
        """What it holds; nothing where it could not be read."""
        return self.source.data if self.source else {}

    def line(self, *path: str | int) -> int:
        """The line on which a field stands."""
        return self.source.place_of_key(path).line if self.source else 1

    def say(self, path: FieldPath, code: str, message: str, hint: str = "") -> None:
        """Add a fault at a field."""
        self.findings.append(fault(code, message, self.name, self.line(*path), hint))


def read_file(
    folder: Path, name: str, faults_of: Callable[[Mapping[str, Any]], list[Fault]], *, optional: bool = False
) -> File:
    """Read a file and check it against its schema."""
    file = File(name)
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        if not (optional and isinstance(error, FileNotFoundError)):
            file.findings.append(fault("unreadable", f"the file cannot be read: {error.strerror}", name, 1))
        return file
    file.source, problems = _read(content, name)
    if file.source is not None:
        problems = (*problems, *file.source.problems(faults_of(file.source.data)))
    file.findings += [of_problem(problem, name) for problem in problems]
    return file


def read_fields(folder: Path, areas: tuple[str, ...]) -> tuple[File, FieldSet | None]:
    """The fields of a pack, none where they are at fault."""
    file = read_file(folder, "fields.yaml", lambda _data: [], optional=True)
    if file.source is None:
        return file, None if file.findings else FieldSet()
    fields = load_fields((folder / "fields.yaml").read_bytes(), file.name, areas)
    if isinstance(fields, FieldSet):
        return file, fields
    file.findings = [of_problem(problem, file.name) for problem in fields]
    return file, None
