"""A hostile input as one row: the files, the command that meets them, its exit status and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

SPECS: Final = Path(__file__).parents[2] / "specs"
US: Final = SPECS / "us-ukraine-2024.yaml"

Maker: TypeAlias = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Row:
    """`says` is one line on standard error, in which `…` stands for anything; empty where nothing is said.

    `US` in a command stands for a good spec.
    """

    command: str
    files: Mapping[str, Maker]
    status: int
    says: str
    uses_office: bool = False  # may start LibreOffice

    def arguments(self) -> list[str]:
        """The words of the command."""
        return [str(US) if word == "US" else word for word in self.command.split()]

    def write(self, folder: Path) -> None:
        """Make the files."""
        for name, make in self.files.items():
            folder.joinpath(name).write_bytes(make())


def just(data: bytes | str) -> Maker:
    """A maker of what is small enough to be at hand."""
    return lambda: data.encode() if isinstance(data, str) else data
