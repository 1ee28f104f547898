"""Writing files without ever losing one: atomically, and never over what a person has edited.

A folder of outputs carries a ledger, `.treatydraft.json`, with the SHA-256 of each file that was written. A
file that no longer matches its line, or that has none, is a person's and is kept. The new hash is entered
before a file is replaced and the old one struck out after, so a run that is killed leaves every file, old or
new, with a line that it matches.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

LEDGER = ".treatydraft.json"
_LOCK = ".treatydraft.lock"
_WAIT = 30.0  # seconds for another run on the same folder

# Kept: a person has edited it since it was written; foreign: it was never written from here.
Fate: TypeAlias = Literal["written", "unchanged", "kept", "foreign"]


class OutputError(OSError):
    """A file or folder that cannot be written; nothing of it has been changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: Path
    fate: Fate


def write_outputs(folder: Path, files: Mapping[str, bytes], *, force: bool) -> list[Outcome]:
    """Write files into a folder; those that a person edited stay as they are unless `force`.

    Raises `OutputError` where the folder or a file cannot be written.
    """
    make_folder(folder)
    try:
        with _locked(folder):
            return _write_all(folder, files, force=force)
    except OutputError:
        raise
    except OSError as error:
        raise _cannot_be_written(_known_to_users(error, folder), error) from None


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; raises `OutputError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        taken = next((one for one in (folder, *folder.parents) if one.exists() and not one.is_dir()), folder)
        raise OutputError(f"{taken}: is a file, and a folder is needed there") from None
    except OSError as error:
        raise _cannot_be_written(folder, error) from None


def _cannot_be_written(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path}: cannot be written: {error.strerror or error}")


def _known_to_users(error: OSError, folder: Path) -> Path:
    """The file that an error is about, or the folder where it is one that only this module knows."""
    path = Path(str(error.filename or folder))
    return folder if path.name.startswith(".") else path


def differing(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """The files of the folder that are missing or are not what they would be written as now."""
    return [folder / name for name, data in files.items() if _content(folder / name) != data]


def _write_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> list[Outcome]:
    ledger = _read_ledger(folder)
    fates = {
        name: _fate(folder / name, data, ledger.get(name, []), force=force) for name, data in files.items()
    }
    changing = [name for name, fate in fates.items() if fate == "written"]
    if changing:
        _enter(folder, ledger, {name: [*ledger.get(name, []), _hash(files[name])] for name in changing})
        for name in changing:
            write_atomically(folder / name, files[name])
        _enter(folder, ledger, {name: [_hash(files[name])] for name in changing})
    return [Outcome(folder / name, fate) for name, fate in fates.items()]


def _fate(path: Path, data: bytes, known: list[str], *, force: bool) -> Fate:
    present = _content(path)
    if present is None:
        return "written"
    if present == data:
        return "unchanged" if _hash(data) in known else "written"
    if force or _hash(present) in known:
        return "written"
    return "kept" if known else "foreign"


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read_ledger(folder: Path) -> dict[str, list[str]]:
    """The ledger; one that is missing or damaged knows no file, so that all of them are kept."""
    try:
        files = json.loads((folder / LEDGER).read_bytes())["files"]
        return {str(name): [str(entry) for entry in entries] for name, entries in files.items()}
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _enter(folder: Path, ledger: dict[str, list[str]], lines: Mapping[str, list[str]]) -> None:
    ledger.update(lines)
    data = {"treatydraft": 1, "kind": "outputs", "files": dict(sorted(ledger.items()))}
    write_atomically(folder / LEDGER, (json.dumps(data, indent=2) + "\n").encode())


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / _LOCK, timeout=_WAIT):
            yield
    except Timeout:
        raise OutputError(f"{folder}: another run is writing here; try again when it has ended") from None


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file whole: a reader, or a crash, sees the old bytes or the new ones.

    Raises `OutputError` with the name of the file, or of its folder where that is closed.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as error:
        raise _cannot_be_written(path.parent, error) from None
    try:
        _replace(path, data, handle, Path(name))
    except OSError as error:
        raise _cannot_be_written(path, error) from None


def _replace(path: Path, data: bytes, handle: int, temporary: Path) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _umask() -> int:
    """The mask that files made in the usual way get; the temporary one is for its owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
