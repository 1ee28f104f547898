"""Turn OpenDocument, old Word and rich text files into Word files, with LibreOffice where it is installed."""

from typing import Final

from treatydraft.readers.encoding import refuse_larger
from treatydraft.readers.lines import ReadError
from treatydraft.word.office import OfficeError, OfficeMissingError, convert
from treatydraft.word.unpacking import PackageError, refuse_dtd, unpacked

SUFFIXES: Final = (".doc", ".fodt", ".odt", ".rtf")
_WORD: Final = "docx:MS Word 2007 XML"


def to_word(data: bytes, suffix: str) -> bytes:
    """The file as Word would hold it; raises `ReadError` where LibreOffice is missing or cannot read it."""
    if suffix not in SUFFIXES:
        raise ValueError(f"{suffix!r} is none of {', '.join(SUFFIXES)}")
    refuse_larger(data)
    _refuse_hostile(data, suffix)
    try:
        return convert(data, suffix, _WORD)
    except OfficeMissingError as error:
        raise ReadError(
            f"a {suffix} file is read by way of LibreOffice, and {error}; save it as .docx"
        ) from None
    except OfficeError as error:
        raise ReadError(
            f"the {suffix} file is damaged or protected by a password: {error}; open it and save it as .docx"
        ) from None


def _refuse_hostile(data: bytes, suffix: str) -> None:
    """Look at what LibreOffice would take apart in a process that knows none of our limits."""
    try:
        if suffix == ".odt":
            # The list of parts alone had a document type in the files of the first programs.
            parts = {name: part for name, part in unpacked(data).items() if name != "META-INF/manifest.xml"}
            refuse_dtd(parts, (".xml", ".rdf"))
        elif suffix == ".fodt":
            refuse_dtd({"content": data}, ("content",))
    except PackageError as error:
        raise ReadError(str(error).replace("Word ", "text ")) from None
