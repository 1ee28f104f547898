"""Unpack a zip file that may come from anybody: no bombs, no lies, no names that lead out of it, no DTDs."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from treatydraft.limits import current

_HARMLESS_TOTAL: Final = 16 * 2**20  # below it no ratio is suspicious: short XML packs very well
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
# How XML begins in UTF-32 and in EBCDIC, in which a DTD would not be seen.
_ODD_HEADS: Final = (b"\0\0\0<", b"<\0\0\0", b"\0\0\xfe\xff", b"\xff\xfe\0\0", b"\x4c\x6f\xa7\x94")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,60}encoding\s*=\s*["']([\w.-]{1,40})""")
_USUAL: Final = re.compile(rb"utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)


class PackageError(ValueError):
    """Why a file is not taken as a Word file, as one sentence."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of the file by name; raises `PackageError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive.infolist(), len(data))
            members = (info for info in archive.infolist() if not info.is_dir())
            return {info.filename: _content(archive, info) for info in members}
    except PackageError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise PackageError(f"the file is no Word document or is damaged: {error}") from None
    except RuntimeError:
        raise PackageError("the file is encrypted; save it without a password") from None


def refuse_many_elements(parts: Mapping[str, bytes]) -> None:
    """Raise `PackageError` for more XML than can be read while a person waits."""
    limits, xml = current(), [content for part, content in parts.items() if _is_xml(part)]
    elements = sum(content.count(b"<") - content.count(b"</") for content in xml)
    attributes = sum(content.count(b'="') + content.count(b"='") for content in xml)
    for count, most, what in (
        (elements, limits.elements, "elements"),
        (attributes, limits.attributes, "attributes"),
    ):
        if count > most:
            message = f"the text of the file has {count:,} {what}, and an agreement has at most {most:,}"
            raise PackageError(message)


def refuse_dtd(parts: Mapping[str, bytes], endings: tuple[str, ...]) -> None:
    """Raise `PackageError` for a part of XML that declares a document type, or could without being seen."""
    for part, content in parts.items():
        if not part.endswith(endings):
            continue
        if any(sign in content for sign in _DOCTYPES):
            raise PackageError(f"the part {part} declares a document type, which no Word file does")
        declared = _DECLARED.search(content[:200])
        if content.startswith(_ODD_HEADS) or (declared and not _USUAL.fullmatch(declared[1])):
            raise PackageError(f"the part {part} is in an encoding that no Word file has")


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member, of which no more is unpacked than it says it has."""
    with archive.open(info) as member:
        return member.read(info.file_size + 1)


def _check_members(members: list[zipfile.ZipInfo], packed: int) -> None:
    limits = current()
    if len(members) > limits.archive_members:
        raise PackageError(f"the file holds {len(members)} parts; at most {limits.archive_members} are taken")
    seen: set[str] = set()
    for info in members:
        if _is_unsafe(info.filename):
            raise PackageError(f"the file holds a part with the unsafe name {info.filename!r}")
        if info.filename.lower() in seen:
            raise PackageError(f"the file holds the part {info.filename} twice")
        seen.add(info.filename.lower())
    _check_sizes(members, packed)


def _check_sizes(members: list[zipfile.ZipInfo], packed: int) -> None:
    limits = current()
    total = sum(info.file_size for info in members)
    xml = sum(info.file_size for info in members if _is_xml(info.filename))
    is_suspicious = total > _HARMLESS_TOTAL and total > limits.archive_ratio * packed
    if total > limits.archive_bytes or is_suspicious:
        raise PackageError(f"the file unpacks from {packed:,} to {total:,} bytes, more than a document needs")
    if xml > limits.xml_bytes:
        raise PackageError(f"the text of the file unpacks to {xml:,} bytes, more than an agreement needs")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _is_unsafe(member: str) -> bool:
    steps = member.split("/")
    return not member or member.startswith("/") or ".." in steps or any(sign in member for sign in "\\:\0")
