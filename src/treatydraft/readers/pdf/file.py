"""Open the bytes of a PDF, or say in one sentence why they cannot be read and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pypdfium2
from pypdfium2 import raw

from treatydraft.limits import current
from treatydraft.readers.lines import ReadError

_HEAD: Final = 1_024  # bytes within which programs look for `%PDF-`

_FAULTS: Final = {
    raw.FPDF_ERR_PASSWORD: "the PDF is locked with a password: save a copy without one and read that",
    raw.FPDF_ERR_SECURITY: "the PDF is locked in an unknown way: save a copy without it and read that",
}
_DAMAGED: Final = "the PDF is damaged or cut off: get it again, or print it to a new PDF and read that"


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The file, closed again whatever happens. A PDF that only forbids printing or copying is open to all."""
    _check(data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(_FAULTS.get(error.err_code, _DAMAGED)) from None
    try:
        _check_pages(len(document))
        yield document
    finally:
        document.close()


def _check(data: bytes) -> None:
    if not data:
        raise ReadError("the file is empty")
    if b"%PDF-" not in data[:_HEAD]:
        raise ReadError("the file is not a PDF, whatever its name says: it does not begin with `%PDF-`")


def _check_pages(count: int) -> None:
    if count == 0:
        raise ReadError(_DAMAGED)
    if count > (most := current().pdf_pages):
        raise ReadError(
            f"the PDF has {count} pages, and {most} at most are read: save the pages of the agreement"
        )
