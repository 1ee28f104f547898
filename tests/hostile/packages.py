"""Makes Word and OpenDocument files that lie, blow up or are broken, from small parts."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from tests.hostile.rows import Maker, Row
from tests.word.known_faults.ooxml import Xml, p, row, table
from tests.word.known_faults.package import Link, docx, zipped

TEXT: Final = p("Article 1. The Parties shall cooperate.")
MAIN: Final = "word/document.xml"
TYPES: Final = "[Content_Types].xml"
ODT: Final = b"application/vnd.oasis.opendocument.text"


def received(
    says: str, make: Maker, status: int = 2, command: str = "read r.docx", *, is_long: bool = False
) -> Row:
    return Row(command, {"r.docx": make}, status, says, is_long)


def facts_of(says: str, make: Maker, status: int = 2) -> Row:
    return received(says, make, status, "facts r.docx")


def diff_with(says: str, make: Maker, status: int = 2) -> Row:
    return received(says, make, status, "diff r.docx good.yaml")


def with_parts(parts: dict[str, bytes]) -> Maker:
    """A sound file with these parts beside the others."""
    return lambda: docx(TEXT, extra=parts)


def changed(change: Callable[[dict[str, bytes]], object]) -> Maker:
    """A sound file whose parts were changed."""

    def make() -> bytes:
        with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        return zipped(parts)

    return make


def replaced(part: str, old: bytes, new: bytes) -> Maker:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return changed(change)


def linked(kind: str, target: str, *, external: bool = True) -> Maker:
    return lambda: docx(TEXT, links={"document": {"link1": Link(kind, target, external=external)}})


def raw_zip(members: list[tuple[str, bytes, int]]) -> bytes:
    """An archive whose members are said to have another size than they have."""
    pieces, directory = b"", b""
    for name, content, size in members:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        shared = struct.pack(
            "<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(content), len(packed), size, len(name), 0
        )
        directory += (
            b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, len(pieces))
        )
        directory += name.encode()
        pieces += b"PK\x03\x04" + shared + name.encode() + packed
    count = len(members)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(pieces), 0)
    return pieces + directory + end


def lying() -> bytes:
    """A text of 60 MB whose headers say that it has 1,000 bytes."""
    with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
        members = [(name, archive.read(name), len(archive.read(name))) for name in archive.namelist()]
    return raw_zip([*members, ("word/extra.xml", b"<a>" + b" " * 60_000_000 + b"</a>", 1_000)])


def twice() -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
        members = [(name, archive.read(name), len(archive.read(name))) for name in archive.namelist()]
    return raw_zip([*members, (MAIN, b"<other/>", 8)])


def overlapping() -> bytes:
    """A thousand entries of the directory that all point to one member of ten megabytes."""
    content = b" " * 10_000_000
    first = raw_zip([("word/a0.xml", content, len(content))])
    start = first.index(b"PK\x01\x02")
    entry = first[start : first.rindex(b"PK\x05\x06")]
    entries = b"".join(entry.replace(b"word/a0.xml", b"word/%04d.x" % n) for n in range(1_000))
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(entries), start, 0)
    return first[:start] + entries + end


def nameless() -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx(TEXT))) as archive:
        members = [(name, archive.read(name), len(archive.read(name))) for name in archive.namelist()]
    return raw_zip([*members, ("", b"<other/>", 8)])


def shifted() -> bytes:
    """A directory that is said to begin behind where it does, so that its members begin before the file."""
    data = bytearray(docx(TEXT))
    at = data.rindex(b"PK\x05\x06") + 16
    data[at : at + 4] = struct.pack("<I", struct.unpack("<I", data[at : at + 4])[0] + 1_000)
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(docx(TEXT))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def compound(*names: str) -> bytes:
    """The head of an old Office file with these names in it."""
    return (
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + b"".join(name.encode("utf-16-le") for name in names)
    )


def doctype(declared: str, code: str = "utf-8", said: str = "UTF-8") -> Maker:
    def change(parts: dict[str, bytes]) -> None:
        xml = parts[MAIN].decode()
        parts[MAIN] = f'<?xml version="1.0" encoding="{said}"?>{declared}{xml}'.encode(code)

    return changed(change)


LOLS: Final = '<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


def odt(content: bytes, *, more: dict[str, bytes] | None = None) -> Maker:
    def make() -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("mimetype"), ODT)
            archive.writestr("content.xml", content)
            for name, data in (more or {}).items():
                archive.writestr(name, data)
        return buffer.getvalue()

    return make


def office(says: str, make: Maker, status: int = 2, name: str = "r.odt") -> Row:
    return Row(f"read {name}", {name: make}, status, says)


def deep(depth: int) -> Maker:
    return lambda: docx(Xml("<w:tbl><w:tr><w:tc>" * depth + TEXT + "</w:tc></w:tr></w:tbl>" * depth))


def grid(size: int) -> Xml:
    return table(*[row(*["x"] * size)] * size, columns=size)


def style(name: str, base: str) -> bytes:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>'.encode()
