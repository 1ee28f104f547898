"""What may be written to: an ordinary file, in the folder that was chosen, that nobody works on."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_SHORT: Final = 6  # letters of a name that Word leaves whole


class OutputError(OSError):
    """A file or folder that cannot be written; nothing of it has been changed."""

    @classmethod
    def about(cls, path: Path, error: OSError, hint: str = "") -> "OutputError":
        """What the system says of a file or folder."""
        return cls(f"{path}: cannot be written: {error.strerror or error}{hint}")


class TakenError(OutputError):
    """A file that is there already, and was not to be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: is there already; name another file, or replace it with --force")


def existing(path: Path) -> os.stat_result | None:
    """The file that is to be replaced, if there is one; raises `OutputError` where it must not be."""
    found = ordinary(path)
    if found is None:
        return None
    if not found.st_mode & 0o222:
        raise OutputError(f"{path}: is write-protected; take the protection off, or name another file")
    if holder := lock_beside(path):
        raise OutputError(
            f"{path}: is open in an office program, as {holder.name} beside it says; close it there, or"
            f" delete {holder.name} if nobody has the file open"
        )
    return found


def ordinary(path: Path) -> os.stat_result | None:
    """The file at this path, if there is one; raises `OutputError` where it is no ordinary file."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise OutputError.about(path, error) from None
    if stat.S_ISLNK(found.st_mode):
        raise OutputError(f"{path}: is a link, and nothing is written through links; name where it leads")
    if stat.S_ISDIR(found.st_mode):
        raise OutputError(f"{path}: is a folder, and a file is needed there")
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(f"{path}: is no ordinary file; leave it, and name another")
    return found


def lock_beside(path: Path) -> Path | None:
    """The file that Word, Excel or LibreOffice keeps beside one that somebody has open."""
    return next((lock for lock in map(path.with_name, _lock_names(path)) if os.path.lexists(lock)), None)


def _lock_names(path: Path) -> list[str]:
    """Word writes over what begins a longer name: ~$tter22.docx is that of letter22.docx."""
    name, over = path.name, min(max(len(path.stem) - _SHORT, 0), 2)
    return [f"~${name}", f"~${name[over:]}", f".~lock.{name}#"]


def refuse_sources(paths: Iterable[Path], sources: Iterable[Path]) -> None:
    """Raise `OutputError` where a file that is to be written is one of those that were read."""
    read = {(found.st_dev, found.st_ino) for source in sources if (found := _status(source))}
    for path in paths:
        found = _status(path)
        if found and (found.st_dev, found.st_ino) in read:
            raise OutputError(f"{path}: is the file that was read; name another file")


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def refuse_to_leave(folder: Path) -> None:
    """Raise `OutputError` where a link on the way to a folder leads to some other place.

    Of a folder below the current one, each step is looked at; of any other, only the last: where it lies is
    what the user said, and links on the way to home and temporary folders are the system's.
    """
    here, wanted = Path(os.path.abspath(Path())), Path(os.path.abspath(folder))  # noqa: PTH100 - .. by its name
    base = here if wanted.is_relative_to(here) else wanted.parent
    real = Path(os.path.realpath(wanted))
    if not real.is_relative_to(os.path.realpath(base)):
        raise OutputError(f"{folder}: a link leads from here to {real}; name that folder to write there")


def refuse_names(names: Iterable[str], folder: Path) -> None:
    """Raise `OutputError` where a name would lead out of its folder."""
    for name in names:
        if name in ("", ".", "..") or set(name) & set("/\\:\0"):
            raise OutputError(f"{folder}: “{name}” is no name of a file in it")
