"""What a file holds decides, whatever its name says."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.documents import american

from treatydraft.readers.formats import format_of, misnamed
from treatydraft.readers.lines import ReadError
from treatydraft.writers.json_file import write_json

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def zipped(*names: str, first: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        ("a.txt", zipped("word/document.xml"), "docx"),
        ("a.docx", b"%PDF-1.7 \x00\x01", "pdf"),
        ("a", b"junk\n%PDF-1.4\n\x00", "pdf"),
        ("a.odt", zipped("content.xml", first=b"application/vnd.oasis.opendocument.text"), "odt"),
        (
            "a.odt",
            b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:x">',
            "fodt",
        ),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "doc"),
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.doc", b"<html><body>", "html"),
        ("a.docx", b"plain words", "txt"),
        ("a.docx", b"# Heading", "md"),
        ("a.html", b"<p>x", "html"),
        ("a.xhtml", b'<?xml version="1.0"?>\n<p>x', "html"),
        ("-", b"\xef\xbb\xbf<!-- x -->\n<!DOCTYPE html>", "html"),
        ("a", "<html>".encode("utf-16"), "html"),
        ("a.md", b"<a id='x'></a>\n# A", "md"),
        ("A.MD", b"a", "md"),
        ("a.txt", b"# a", "txt"),
        ("-", b"a\n\n## b", "md"),
        ("-", b"a b", "txt"),
        ("a.txt", write_json(american()).encode(), "json"),
        ("a.json", b"{}", "json"),
        ("a.txt", "Стаття".encode("utf-16-le"), "txt"),
        ("a.txt", "Стаття".encode("cp1251"), "txt"),
    ],
)
def test_format(name: str, data: bytes, expected: str) -> None:
    assert format_of(name, data) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (zipped("word/document.xml")[:60], "damaged or cut off"),
        (zipped("xl/workbook.xml"), "spreadsheet"),
        (zipped("ppt/presentation.xml"), "presentation"),
        (zipped("Index/Document.iwa"), "Apple Pages"),
        (zipped("a.txt"), "something else"),
        (
            zipped("content.xml", first=b"application/vnd.oasis.opendocument.spreadsheet"),
            "spreadsheet|something",
        ),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "Workbook".encode("utf-16-le"), "no Word document"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x7fELF" + bytes(range(32)) * 20, "not known; what can be read is .docx, .pdf"),
        (b'<?xml version="1.0"?><x/>', "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "web archive"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        format_of("a.docx", data)


def test_a_wrong_name_is_said() -> None:
    assert misnamed("b/a.docx", "pdf") == "the file is named .docx but holds .pdf, and was read as that"
    assert [misnamed(name, "docx") for name in ("a.docx", "a.DOCM", "a", "a.unknown")] == [""] * 4


def test_our_own_files(tmp_path: Path) -> None:
    golden = Path(__file__).parents[1] / "writers/golden/american"
    for file in golden.iterdir():
        assert format_of(str(tmp_path), file.read_bytes()) == file.suffix[1:]
