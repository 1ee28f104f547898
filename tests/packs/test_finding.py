"""Packs are found in the project, in the user's folder, in installed packages, and among the shipped ones."""

import shutil
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from treatydraft.packs import find_pack, finding, found_packs, hidden_by, locate, pack_names
from treatydraft.packs.location import shipped_packs
from treatydraft.spec import UnknownPackError

SHIPPED = "scientific-cooperation"


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a copy of a pack under a path of an empty folder, which is the current one and the user's home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(finding, "_entry_points", tuple)
    return lambda path: Path(shutil.copytree(shipped_packs() / SHIPPED, tmp_path / path))


PLACES = [("templates/kites", "project"), ("data/treatydraft/packs/kites", "user")]


@pytest.mark.parametrize(("path", "origin"), PLACES)
def test_it_is_found(path: str, origin: str, put: Callable[[str], Path]) -> None:
    folder = put(path)
    assert "kites" in pack_names()
    assert (locate("kites").folder, locate("kites").origin) == (folder, origin)
    assert find_pack("kites").forms


def test_without_xdg_the_users_folder_is_the_usual_one(
    put: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = put("home/.local/share/treatydraft/packs/kites")
    assert locate("kites").folder == folder


def test_a_project_is_searched_up_to_its_mark(
    put: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("templates/outside")
    inside = put("project/templates/kites")
    deep = tmp_path / "project" / "specs" / "deep"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert "kites" not in pack_names()
    (tmp_path / "project" / "treatydraft.toml").touch()
    assert locate("kites").folder == inside
    assert "outside" not in pack_names()


def test_an_installed_package_brings_packs_and_is_never_imported(
    put: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put("site/kite_packs/packs/kites")
    (tmp_path / "site/kite_packs/__init__.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    points = EntryPoints(
        [
            EntryPoint("all", "kite_packs.packs", finding.GROUP),
            EntryPoint("one", "kite_packs.packs.kites", finding.GROUP),
            EntryPoint("gone", "no_such_package", finding.GROUP),
        ]
    )
    monkeypatch.setattr(finding, "_entry_points", lambda: tuple(points))
    assert (locate("kites").folder, locate("kites").origin) == (folder, "installed")
    assert "kite_packs" not in sys.modules


def test_of_two_the_nearer_wins_and_the_other_is_known(put: Callable[[str], Path]) -> None:
    mine = put(f"templates/{SHIPPED}")
    yours = put(f"data/treatydraft/packs/{SHIPPED}")
    used = locate(SHIPPED)
    assert used.folder == mine
    assert [(one.folder, one.origin) for one in hidden_by(used)] == [
        (yours, "user"),
        (shipped_packs() / SHIPPED, "shipped"),
    ]


def test_the_shipped_folder_is_not_found_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shipped_packs().parent)
    assert [hidden_by(one) for one in found_packs()] == [()] * len(found_packs())


def test_a_name_that_no_pack_has(put: Callable[[str], Path]) -> None:
    put("templates/kites")
    with pytest.raises(UnknownPackError) as caught:
        locate("kite")
    assert "kites" in caught.value.known
