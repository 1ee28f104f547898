"""PDF of a Word file, set by LibreOffice where it is installed."""

from treatydraft.word.office import OfficeError, OfficeMissingError, convert
from treatydraft.writers import WriterError


def pdf_from_word(word: bytes) -> bytes:
    """Convert a Word file; raises `WriterError` where LibreOffice is missing or gives no file."""
    try:
        return convert(word, ".docx", "pdf")
    except OfficeMissingError as error:
        raise WriterError(f"{error}; leave --pdf-via out to use the engine inside") from None
    except OfficeError as error:
        raise WriterError(f"the draft could not be made a PDF: {error}") from None
