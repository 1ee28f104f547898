"""Runs the command line as a person would, in this process."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from treatydraft.cli.app import app

SPECS = Path(__file__).parents[2] / "specs"
US = SPECS / "us-ukraine-2024.yaml"
JAPAN = SPECS / "japan-ukraine-2024.yaml"


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    err: str


def treatydraft(*arguments: object) -> Run:
    """Run a command; an exception that is no exit is a fault of ours and fails the test."""
    result = CliRunner(env={"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "100"}).invoke(
        app, list(map(str, arguments))
    )
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(result.exit_code, result.stdout, result.stderr)


def close(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close a file to its reader, whoever runs the tests: rights do not bind everybody."""
    read, access = Path.read_bytes, os.access

    def refused(self: Path) -> bytes:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    monkeypatch.setattr(
        os, "access", lambda at, *rest, **more: Path(at) != path and access(at, *rest, **more)
    )
