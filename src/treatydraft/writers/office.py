"""PDF of a Word file, set by LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from treatydraft.writers import WriterError

_SECONDS = 120


def pdf_from_word(word: bytes) -> bytes:
    """Convert a Word file; raises `WriterError` where LibreOffice is missing or gives no file."""
    program = shutil.which("libreoffice") or shutil.which("soffice")
    if program is None:
        raise WriterError("LibreOffice is not installed; leave --pdf-via out to use the engine inside")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "draft.docx").write_bytes(word)
        _convert(program, folder)
        pdf = folder / "draft.pdf"
        if not pdf.exists():  # the exit status alone does not tell
            raise WriterError("LibreOffice could not convert the draft to PDF")
        return pdf.read_bytes()


def _convert(program: str, folder: Path) -> None:
    # A profile of its own: one that is in use makes LibreOffice return at once without a file.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "draft.docx"),
    ]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603 - our own arguments
    except subprocess.TimeoutExpired:
        raise WriterError(f"LibreOffice did not finish in {_SECONDS} seconds") from None
