"""Writing files without ever losing one: atomically, and never over what a person has edited.

A folder of outputs carries a ledger, `.treatydraft.json`, with the SHA-256 of each file that was written. A
file that no longer matches its line, or that has none, is a person's and is kept. The new hash is entered
before a file is replaced and the old one struck out after, so a run that is killed leaves every file, old or
new, with a line that it matches.
"""

import errno
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from treatydraft.cli.replacing import sweep, sync_folder, write_atomically
from treatydraft.cli.targets import (
    OutputError,
    existing,
    lock_beside,
    ordinary,
    refuse_names,
    refuse_sources,
    refuse_to_leave,
)

__all__ = [
    "LEDGER",
    "Difference",
    "Fate",
    "Outcome",
    "OutputError",
    "differing",
    "make_folder",
    "write_atomically",
    "write_outputs",
]

LEDGER = ".treatydraft.json"
_LOCK = ".treatydraft.lock"
_WAIT = 30.0  # seconds for another run on the same folder
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP)
_LARGEST_LEDGER = 2**26  # bytes, for some hundred thousand files

# Kept: a person has edited it since it was written; foreign: it was never written from here; open: somebody
# works on it in an office program.
Fate: TypeAlias = Literal["written", "unchanged", "kept", "foreign", "open"]
# Stale: written from here, and its spec, its pack or the program has changed since.
Difference: TypeAlias = Literal["missing", "stale", "edited", "foreign"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: Path
    fate: Fate


def write_outputs(
    folder: Path, files: Mapping[str, bytes], *, sources: Sequence[Path] = (), force: bool
) -> list[Outcome]:
    """Write files into a folder; those that a person edited stay as they are unless `force`.

    Raises `OutputError` where the folder or a file cannot be written, or is one of the sources. Nothing is
    written then, unless it was the disk that failed.
    """
    refuse_names(files, folder)
    make_folder(folder)
    refuse_sources([folder / name for name in files], sources)
    try:
        with _locked(folder):
            return _write_all(folder, files, force=force)
    except OutputError:
        raise
    except OSError as error:
        raise OutputError.about(_known_to_users(error, folder), error) from None


def make_folder(folder: Path) -> None:
    """Make a folder where there is none, and clear one of what killed runs left; raises `OutputError`."""
    refuse_to_leave(folder)
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    try:
        if missing:
            folder.mkdir(parents=True, exist_ok=True)
        for one in missing:
            sync_folder(one.parent)
    except (FileExistsError, NotADirectoryError):
        taken = next((one for one in (folder, *folder.parents) if one.exists() and not one.is_dir()), folder)
        raise OutputError(f"{taken}: is a file, and a folder is needed there") from None
    except OSError as error:
        raise OutputError.about(folder, error) from None
    sweep(folder)


def _known_to_users(error: OSError, folder: Path) -> Path:
    """The file that an error is about, or the folder where it is one that only this module knows."""
    path = Path(str(error.filename or folder))
    return folder if path.name.startswith(".") else path


def differing(folder: Path, files: Mapping[str, bytes]) -> dict[Path, Difference]:
    """The files of the folder that are missing or are not what they would be written as now, and why."""
    refuse_names(files, folder)
    ledger = _read_ledger(folder)
    found = {
        folder / name: _difference(folder / name, data, ledger.get(name, [])) for name, data in files.items()
    }
    return {path: difference for path, difference in found.items() if difference}


def _difference(path: Path, data: bytes, known: list[str]) -> Difference | None:
    present = _present(path)
    if present is None:
        return "missing"
    if present == _hash(data):
        return None
    if present in known:
        return "stale"
    return "edited" if known else "foreign"


def _write_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> list[Outcome]:
    ledger = _read_ledger(folder)
    fates = {
        name: _fate(folder / name, data, ledger.get(name, []), force=force) for name, data in files.items()
    }
    changing = [name for name, fate in fates.items() if fate == "written"]
    for name in changing:
        existing(folder / name)  # what must not be written is found before anything is
    if changing:
        _enter(folder, ledger, {name: [*ledger.get(name, []), _hash(files[name])] for name in changing})
        _replace(folder, {name: files[name] for name in changing})
    settled = {name: [_hash(files[name])] for name, fate in fates.items() if fate in ("written", "unchanged")}
    if any(ledger.get(name) != line for name, line in settled.items()):
        _enter(folder, ledger, settled)
    return [Outcome(folder / name, fate) for name, fate in fates.items()]


def _replace(folder: Path, files: Mapping[str, bytes]) -> None:
    for done, (name, data) in enumerate(files.items()):
        try:
            write_atomically(folder / name, data)
        except OutputError as error:
            if not done:
                raise
            raise OutputError(f"{error}; written before that: {done} of {len(files)} files") from None


def _fate(path: Path, data: bytes, known: list[str], *, force: bool) -> Fate:
    present = _present(path)
    if present is None:
        return "written"
    if present == _hash(data):
        return "unchanged"
    if lock_beside(path):
        return "open"
    if force or present in known:
        return "written"
    return "kept" if known else "foreign"


def _present(path: Path) -> str | None:
    """The hash of the file that is there; raises `OutputError` where it cannot be told."""
    if ordinary(path) is None:
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror or error}") from None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read_ledger(folder: Path) -> dict[str, list[str]]:
    """The ledger; one that is missing or damaged knows no file, so that all of them are kept."""
    found = ordinary(folder / LEDGER)
    if found is None or found.st_size > _LARGEST_LEDGER:
        return {}
    try:
        files = json.loads((folder / LEDGER).read_bytes())["files"]
        return {str(name): [str(entry) for entry in entries] for name, entries in files.items()}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _enter(folder: Path, ledger: dict[str, list[str]], lines: Mapping[str, list[str]]) -> None:
    ledger.update(lines)
    data = {"treatydraft": 1, "kind": "outputs", "files": dict(sorted(ledger.items()))}
    write_atomically(folder / LEDGER, (json.dumps(data, indent=2) + "\n").encode())


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other runs out; where the file system has no locks, each file is whole all the same."""
    from filelock import FileLock, Timeout

    ordinary(folder / _LOCK)
    lock = FileLock(folder / _LOCK, timeout=_WAIT)
    try:
        lock.acquire()
    except Timeout:
        raise OutputError(f"{folder}: another run is writing here; try again when it has ended") from None
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    try:
        yield
    finally:
        lock.release()
