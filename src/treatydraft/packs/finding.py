"""Finding a pack by its name: in the project, in the user's folder, in installed packages, or shipped."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from treatydraft.packs.location import shipped_packs
from treatydraft.packs.vocabulary import load_vocabulary
from treatydraft.spec import UnknownPackError

if TYPE_CHECKING:
    from treatydraft.packs.pack import Pack

PROJECT: Final = "treatydraft.toml"  # marks the folder of a project
GROUP: Final = "treatydraft.packs"  # of the entry points of installed packages
_MANIFEST: Final = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Found:
    """A pack that was found: its folder, and who brought it."""

    name: str
    folder: Path
    origin: Literal["project", "user", "installed", "shipped"]


def pack_names() -> tuple[str, ...]:
    """The names of all packs that can be found."""
    return tuple(sorted({found.name for found in found_packs()}))


def found_packs() -> tuple[Found, ...]:
    """All packs; of those of one name the first is used, and the others are hidden by it."""
    seen: set[Path] = set()
    packs = []
    for found in _all():
        if (folder := found.folder.resolve()) not in seen:
            seen.add(folder)
            packs.append(found)
    return tuple(packs)


def hidden_by(used: Found) -> tuple[Found, ...]:
    """The packs of the same name that are not used because of this one."""
    return tuple(found for found in found_packs() if found.name == used.name and found != used)


def locate(name: str) -> Found:
    """Where the pack of this name lies; raises `UnknownPackError` where there is none."""
    found = found_packs()
    for one in found:
        if one.name == name:
            return one
    raise UnknownPackError(name, tuple(sorted({one.name for one in found})))


def find_pack(name: str) -> "Pack":
    """The pack of this name; raises `UnknownPackError` where there is none, `PackError` for a fault in it."""
    return _loaded(locate(name).folder)


def find_vocabulary(name: str) -> Mapping[str, Any]:
    """The vocabulary of the pack of this name, without the rest of the pack; raises as `find_pack` does."""
    return _vocabulary(locate(name).folder)


@lru_cache(maxsize=16)
def _loaded(folder: Path) -> "Pack":
    from treatydraft.packs.loading import load_pack  # noqa: PLC0415 - a vocabulary must not wait for it

    return load_pack(folder)


@lru_cache(maxsize=16)
def _vocabulary(folder: Path) -> Mapping[str, Any]:
    return load_vocabulary(folder)


def _all() -> Iterator[Found]:
    for folder in _project_folders():
        yield from _inside(folder, "project")
    yield from _inside(user_packs(), "user")
    for point in sorted(_entry_points(), key=lambda one: one.name):
        yield from _installed(point)
    yield from _inside(shipped_packs(), "shipped")


def _inside(folder: Path, origin: Literal["project", "user", "shipped"]) -> Iterator[Found]:
    for manifest in sorted(folder.glob(f"*/{_MANIFEST}")):
        yield Found(manifest.parent.name, manifest.parent, origin)


def _project_folders() -> Iterator[Path]:
    """`templates/` of the current folder, and of those above it up to the one that marks a project."""
    here = Path.cwd()
    above = [here, *here.parents]
    top = next((place for place, folder in enumerate(above) if (folder / PROJECT).is_file()), 0)
    yield from (folder / "templates" for folder in above[: top + 1])


def user_packs() -> Path:
    """The user's own folder of packs."""
    data = os.environ.get("XDG_DATA_HOME", "")
    home = Path(data) if data and Path(data).is_absolute() else Path.home() / ".local" / "share"
    return home / "treatydraft" / "packs"


@lru_cache(maxsize=1)
def _entry_points() -> tuple[EntryPoint, ...]:
    return tuple(entry_points(group=GROUP))


def _installed(point: EntryPoint) -> Iterator[Found]:
    """The packs of an installed package: its value is a dotted path, which is never imported.

    The folder is a pack itself, under the name of the entry point, or holds packs.
    """
    folder = _folder_of(point)
    if folder is None:
        return
    if (folder / _MANIFEST).is_file():
        yield Found(point.name, folder, "installed")
    for manifest in sorted(folder.glob(f"*/{_MANIFEST}")):
        yield Found(manifest.parent.name, manifest.parent, "installed")


def _folder_of(point: EntryPoint) -> Path | None:
    package, *inner = point.value.partition(":")[0].split(".")
    placed = Path(str(point.dist.locate_file("/".join([package, *inner])))) if point.dist else None
    if placed is not None and placed.is_dir():
        return placed
    found = (
        find_spec(package) if package.isidentifier() else None
    )  # of a package at the top, which runs nothing
    roots = (found.submodule_search_locations or ()) if found else ()
    return next((path for root in roots if (path := Path(root, *inner)).is_dir()), None)
