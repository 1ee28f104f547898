"""Say which format a file has: what it holds counts, and its name only where that does not tell."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

from treatydraft.readers.encoding import decode, is_text
from treatydraft.readers.lines import ReadError

READABLE: Final = ".docx, .pdf, .md, .html, .txt, .json, .odt, .doc and .rtf"
_BY_SUFFIX: Final = {
    **dict.fromkeys(("md", "markdown", "mdown", "mkd"), "md"),
    **dict.fromkeys(("html", "htm", "xhtml", "xht"), "html"),
    **dict.fromkeys(("txt", "text", "asc"), "txt"),
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), "docx"),
    **dict.fromkeys(("doc", "dot"), "doc"),
    **dict.fromkeys(("odt", "ott"), "odt"),
    **{name: name for name in ("fodt", "rtf", "pdf", "json")},
}
_TEXTS: Final = frozenset({"md", "html", "txt", "json"})
_OTHERS: Final = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD: Final = 8192  # bytes in which a file says what it is
_PDF: Final = re.compile(rb"(?:^|[\r\n])%PDF-\d")
_PAGE: Final = re.compile(
    r"(?:<!--.{0,2000}?-->|<\?xml[^>]{0,200}\?>|\s+)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADING: Final = re.compile(r"^#{1,6} \S|\]\(#|^\[\^\w+\]:", re.MULTILINE)


def format_of(name: str, data: bytes) -> str:
    """`docx`, `pdf`, `md`, `html`, `txt`, `json`, `odt`, `fodt`, `doc` or `rtf`.

    Raises `ReadError`, which says what the file is, for one that cannot be read. Where the name says another
    format than the content, the content is right: see `misnamed`.
    """
    if not data.strip():
        raise ReadError("the file is empty")
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        return _compound(data)
    for begins, what in _OTHERS:
        if data.startswith(begins):
            raise _unreadable(what)
    if _PDF.search(data[:1024]):  # the standard lets other bytes stand before it
        return "pdf"
    if data.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if not is_text(data):
        raise _unreadable("of a kind that is not known")
    return _written(_suffix(name), decode(data[:_HEAD]).text)


def misnamed(name: str, found: str) -> str:
    """What to say of a file whose name promises another format; empty where it does not."""
    promised = _BY_SUFFIX.get(_suffix(name), "")
    if not promised or promised == found or {promised, found} <= {"odt", "fodt"}:
        return ""
    return f"the file is named .{_suffix(name)} but holds .{found}, and was read as that"


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _unreadable(what: str) -> ReadError:
    return ReadError(f"the file is {what}; what can be read is {READABLE}")


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ReadError("the file is a Word or zip file that is damaged or cut off; get it again") from None
    if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return "odt"
    for folder, what in _FOLDERS.items():
        if any(name.startswith(folder) for name in names):
            if what:
                raise _unreadable(what)
            return "docx"
    raise _unreadable("a zip archive of something else")


_FOLDERS: Final[Mapping[str, str]] = {
    "word/": "",
    "xl/": "a spreadsheet",
    "ppt/": "a presentation",
    "Index/": "from Apple Pages; export it from there as Word",
    "META-INF/": "an OpenDocument or e-book file without running text",
}


def _compound(data: bytes) -> str:
    """Old Office files and encrypted new ones are small file systems, whose names are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError("the file is protected by a password; open it, save it without the password")
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    raise _unreadable("an old Office file that is no Word document")


def _written(suffix: str, head: str) -> str:
    """The format of a text."""
    if _PAGE.match(head):
        return "html"
    if head.startswith("{") and '"treatydraft"' in head:
        return "json"
    if head.startswith("<?xml"):
        if "urn:oasis:names:tc:opendocument" in head:
            return "fodt"
        if _BY_SUFFIX.get(suffix) != "html":
            raise _unreadable("XML of another kind")
    if head.startswith("MIME-Version:") or "\nMIME-Version:" in head[:1000]:
        raise _unreadable("a web archive or a mail; save the page or the text alone")
    promised = _BY_SUFFIX.get(suffix, "")
    if promised in _TEXTS:
        return promised
    return "md" if _HEADING.search(head) else "txt"
