"""Convert files with LibreOffice, where it is installed, without running or fetching what they hold."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from treatydraft.limits import current

# What a received file may not do: run macros, update links, load what lies outside it.
_SETTINGS: Final = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


class OfficeError(Exception):
    """A file that LibreOffice could not convert."""


class OfficeMissingError(OfficeError):
    """LibreOffice is not installed."""

    def __init__(self) -> None:
        super().__init__("LibreOffice is not installed")


def convert(data: bytes, suffix: str, target: str) -> bytes:
    """The bytes of a file with this suffix as LibreOffice saves them in another format, such as `pdf`."""
    program = shutil.which("libreoffice") or shutil.which("soffice")
    if program is None:
        raise OfficeMissingError
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source{suffix}"
        source.write_bytes(data)
        out = folder / "out"
        _run(
            [program, *_arguments(folder), "--convert-to", target, "--outdir", str(out), str(source)], folder
        )
        made = next(out.glob("source.*"), None) if out.is_dir() else None
        if made is None:  # the exit status alone does not tell
            raise OfficeError("LibreOffice could not convert the file")
        return made.read_bytes()


def _arguments(folder: Path) -> list[str]:
    # A profile of its own: one that is in use makes LibreOffice return at once without a file.
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_registry(), encoding="utf-8")
    return [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
    )


def _run(command: list[str], folder: Path) -> None:
    environment = {**os.environ, "HOME": str(folder)}
    # Into no pipe, and as a group: the program starts another, which would outlive it and hold the pipe.
    process = subprocess.Popen(  # noqa: S603 - our own arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    seconds = current().office_seconds
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise OfficeError(f"LibreOffice did not finish in {seconds} seconds") from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
