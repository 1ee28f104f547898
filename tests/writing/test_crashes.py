"""A command that is killed leaves old files or new ones, and nothing that the next run trips over."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.writing.commands import WRITINGS

ROOT = Path(__file__).parents[2]
SAMPLED = ["render", "spec", "redline", "report", "matrix", "fix"]


def test_killed_at_random(tmp_path: Path) -> None:
    found = _killed(tmp_path, 20, SAMPLED)
    assert [(one["name"], one["at random"]) for one in found] == [(name, 20) for name in SAMPLED]
    assert found[0]["at a call"] > 20


@pytest.mark.long
@pytest.mark.parametrize("name", [writing.name for writing in WRITINGS])
def test_killed_many_times(name: str, tmp_path: Path) -> None:
    (found,) = _killed(tmp_path, 200, [name])
    assert found["at random"] == 200
    assert found["at a call"] > 10


def _killed(folder: Path, kills: int, names: list[str]) -> list[dict[str, Any]]:
    """What `crashing` found; its assertions are ours."""
    command = [sys.executable, "-m", "tests.writing.crashing", str(folder), str(kills), "1", *names]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT), *filter(None, sys.path)])
    environment = os.environ | {"PYTHONPATH": paths}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=1500
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
