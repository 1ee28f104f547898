"""Replace a file whole: a reader, a crash or a full disk finds the old bytes or the new ones.

The bytes go into a temporary file in the same folder, are flushed to the disk, and take the place of the file
in one step. The temporary file is locked as long as its run lives. What a killed run has left is therefore
known by its name and by a lock that nobody holds, and the next run that writes there deletes it.
"""

import contextlib
import errno
import os
import re
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from treatydraft.cli.targets import OutputError, TakenError, existing

if sys.platform != "win32":
    import fcntl

_LEFT = re.compile(r"\.treatydraft-[0-9a-f]{16}\.tmp")
_ABANDONED = 3600.0  # seconds without a change, where a file system knows no locks
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# What file systems of other makes answer where they cannot flush a folder, or have no hard links.
_NOT_DONE_HERE = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EPERM, errno.EACCES)
_SHARING_VIOLATIONS = (5, 32, 33)  # what Windows answers where another program holds the file


def write_atomically(path: Path, data: bytes, *, new: bool = False) -> None:
    """Replace a file whole, or make it; its rights stay as they are.

    Raises `OutputError` with the name of the file, or of its folder where that is closed, and `TakenError`
    where the file is to be new and is there already, though it came only now.
    """
    found = existing(path)
    if new and found:
        raise TakenError(path)
    sweep(path.parent)
    with _said_of(path):
        with _temporary(path, 0o666 if found is None else found.st_mode & 0o777) as (handle, temporary):
            if found:
                _give_rights(handle, found.st_mode & 0o777)
            _fill(handle, data)
            _put(temporary, path, new=new)
        sync_folder(path.parent)


def sweep(folder: Path) -> None:
    """Delete the temporary files of runs that were killed; those of runs that live are left alone."""
    try:
        with os.scandir(folder) as entries:
            left = [Path(entry.path) for entry in entries if _LEFT.fullmatch(entry.name)]
    except OSError:
        return  # a folder that may be written to and not listed
    for path in left:
        with contextlib.suppress(OSError):
            _delete_if_abandoned(path)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk, where that can be done."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NOT_DONE_HERE:
            raise


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Say of which file an error is, and not of the temporary one that nobody knows."""
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        raise OutputError.about(path, error, _hint(error)) from None


def _hint(error: OSError) -> str:
    held = getattr(error, "winerror", None) in _SHARING_VIOLATIONS
    return "; close it if it is open in another program" if held else ""


@contextmanager
def _temporary(path: Path, mode: int) -> Iterator[tuple[int, Path]]:
    """A new file beside this one, open and locked; it is gone after, unless it has taken its place."""
    handle, temporary = _made(path.parent, mode)
    try:
        yield handle, temporary
    except BaseException:
        _close(handle)
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _close(handle)


def _made(folder: Path, mode: int) -> tuple[int, Path]:
    while True:
        temporary = folder / f".treatydraft-{secrets.token_hex(8)}.tmp"
        try:
            handle = os.open(temporary, _FLAGS, mode)
        except OSError as error:
            raise OutputError.about(folder, error) from None
        _lock(handle, wait=True)
        if os.fstat(handle).st_nlink:  # and not swept away between the two calls
            return handle, temporary
        os.close(handle)


def _close(handle: int) -> None:
    """Let go of a file whose bytes are flushed already; on Windows it was closed before it was renamed."""
    with contextlib.suppress(OSError):
        os.close(handle)


def _give_rights(handle: int, mode: int) -> None:
    """Give back what the mask took; some file systems know none, and the file has no more than before."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            os.fchmod(handle, mode)


def _fill(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        written = os.write(handle, left)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left = left[written:]
    os.fsync(handle)
    if os.name != "posix":
        os.close(handle)  # Windows renames no file that is open


def _put(temporary: Path, path: Path, *, new: bool) -> None:
    if not new:
        os.replace(temporary, path)  # noqa: PTH105 - as the other calls here: what happens, in plain sight
        return
    try:
        os.link(temporary, path)  # unlike a rename, it never replaces
    except FileExistsError:
        raise TakenError(path) from None
    except OSError as error:
        if error.errno not in _NOT_DONE_HERE or os.path.lexists(path):
            raise
        os.replace(temporary, path)  # noqa: PTH105
    else:
        with contextlib.suppress(OSError):  # the file is there; the next run sweeps the other name away
            temporary.unlink()


def _delete_if_abandoned(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        locked = _lock(handle, wait=False)
        abandoned = time.time() - os.fstat(handle).st_mtime > _ABANDONED if locked is None else locked
        if abandoned:
            path.unlink()
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool) -> bool | None:
    """Whether the lock of a file was free and is ours now; none where the file system knows no locks."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
