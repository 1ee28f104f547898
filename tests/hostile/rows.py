"""A hostile input as one row: the files, the command that meets them, its exit status and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

GOOD: Final = """\
treatydraft: 1
id: us-ukraine
pack: security-agreement
instrument:
  form: agreement
  register: binding
  title: Bilateral Security Agreement
  house_style: us
parties:
  - {id: UA, name: Ukraine, kind: state}
  - {id: US, name: the United States of America, kind: state}
references:
  - {id: joint-declaration, title: Joint Declaration of Support for Ukraine, date: 2023-07-12}
term: {length: 10 years, from: entry-into-force}
entry_into_force: {on: signature}
termination: {notice: 6 months, from: notification}
amendment: {by: mutual written agreement}
disputes: {by: [consultation], third_party: excluded}
languages: {done_in: [en], authentic: [en], later: {uk: exchange-of-notes}, prevailing: en}
signing: {place: Kyiv, date: 2024-06-13}
support:
  - {area: air-defence, by: US, strength: intends}
"""

Maker: TypeAlias = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Row:
    """`says` is one line on standard error, in which `…` stands for anything; empty where nothing is said.

    A `good.yaml` in the command is a spec at which nothing is wrong.
    """

    command: str
    files: Mapping[str, Maker]
    status: int
    says: str
    is_long: bool = False  # takes more than a second, and so runs in `make test-long`
    uses_office: bool = False  # may start LibreOffice

    def arguments(self) -> list[str]:
        """The words of the command."""
        return self.command.split()

    def write(self, folder: Path) -> None:
        """Make the files."""
        for name, make in {"good.yaml": just(GOOD), **self.files}.items():
            folder.joinpath(name).write_bytes(make())


def just(data: bytes | str) -> Maker:
    """A maker of what is small enough to be at hand."""
    return lambda: data.encode() if isinstance(data, str) else data
