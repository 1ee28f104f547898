"""One thing that is to be said of a pack or a template."""

from dataclasses import dataclass
from typing import Literal

from treatydraft.spec import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, or a note on what is harmless; `line` counts from 1 and is 0 in a Word file."""

    severity: Literal["fault", "note"]
    code: str
    message: str
    file: str
    line: int = 0
    place: str = ""  # in a Word file: `header 1, in “{{ title }}” (table 1, row 1, cell 2)`
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else ", ".join(filter(None, (self.file, self.place)))
        note = "note: " if self.severity == "note" else ""
        return f"{where}: {note}{self.message}" + (f" ({self.hint})" if self.hint else "")

    def to_json(self) -> dict[str, object]:
        """As the published schema of findings has it."""
        place = {"file": self.file, "line": self.line or None, "in": self.place or None}
        return {
            "rule": self.code,
            "severity": self.severity,
            "message": self.message,
            "place": {name: value for name, value in place.items() if value is not None},
            "suggestion": self.hint or None,
        }


def fault(code: str, message: str, file: str, line: int, hint: str = "") -> Finding:
    """A fault on a line of a file."""
    return Finding("fault", code, message, file, line, hint=hint)


def of_problem(problem: Problem, file: str) -> Finding:
    """A fault of a YAML file, with the field that it is about."""
    message = f"{problem.path}: {problem.message}" if problem.path else problem.message
    return Finding("fault", problem.code, message, file, problem.line or 1, hint=problem.hint or "")
