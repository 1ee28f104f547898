"""The same input gives the same bytes, wherever and whenever it is run."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}  # nothing is UTF-8 by itself

# The folder's name, the number of processes, and what is set. The first is what the others are compared with.
PLACES: dict[str, tuple[str, int, dict[str, str]]] = {
    "plain": ("output", 1, {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}),
    "everything-else": (
        "Entwürfe/drafts",
        4,
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "EAST-14", "PYTHONHASHSEED": "1", "COLUMNS": "40"},
    ),
    "seed-2": ("output", 1, {"PYTHONHASHSEED": "2"}),
    "seed-3": ("output", 4, {"PYTHONHASHSEED": "3"}),
    "ascii": ("out", 1, ASCII),
    "ascii-many": ("out", 4, ASCII | {"PYTHONHASHSEED": "4"}),
    "german": ("out", 1, {"LC_ALL": "de_DE.UTF-8", "TZ": "CET-1CEST,M3.5.0,M10.5.0/3"}),
    "latin-1": ("out", 1, {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"}),
    "far-west": ("out", 1, {"TZ": "WEST12"}),
    "no-home": ("out", 1, {"HOME": "/nonexistent", "TERM": "dumb", "COLUMNS": "1000"}),
}


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the locales that are asked for."""
    return tmp_path_factory.mktemp("locales")


def _make_locale(name: str, folder: Path) -> None:
    """Make a locale where that can be done; where not, the system puts C in its place."""
    language, _, encoding = name.partition(".")
    if language != "C" and not (folder / name).exists():
        with contextlib.suppress(OSError):
            command = ["localedef", "-i", language, "-f", encoding, str(folder / name)]
            subprocess.run(command, capture_output=True, timeout=60)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, locales: Path) -> dict[str, str]:
    return _written("plain", "all", tmp_path_factory.mktemp("plain"), locales)


def test_few_files_in_quite_another_place(locales: Path, tmp_path: Path) -> None:
    one, other = (_written(place, "few", tmp_path / place, locales) for place in ("plain", "everything-else"))
    assert _differing(one, other) == []
    assert len(one) > 30


@pytest.mark.long
@pytest.mark.parametrize("place", [place for place in PLACES if place != "plain"])
def test_the_same_bytes(place: str, plain: dict[str, str], locales: Path, tmp_path: Path) -> None:
    found = _written(place, "all", tmp_path, locales)
    assert _differing(plain, found) == []
    assert len(found) > 60


def _differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [name for name in one | other if one.get(name) != other.get(name)]


def _written(place: str, size: str, folder: Path, locales: Path) -> dict[str, str]:
    name, jobs, settings = PLACES[place]
    here = folder / name
    here.mkdir(parents=True)
    _make_locale(settings.get("LC_ALL", "C"), locales)
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT), *filter(None, sys.path)])
    kept = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "COLUMNS")}
    command = [sys.executable, "-m", "tests.writing.everything", str(jobs), size]
    environment = kept | {"PYTHONPATH": paths, "LOCPATH": str(locales)} | settings
    done = subprocess.run(
        command, cwd=here, env=environment, capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found
