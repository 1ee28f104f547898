"""No file that is read calls anybody, through LibreOffice either; a file inside a template runs nothing."""

import io
import shutil
import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.hostile.packages import TEXT
from tests.word.hostile import ESCAPES
from tests.word.known_faults import reading
from tests.word.known_faults.engine import refusal, rendered
from tests.word.known_faults.ooxml import p, picture
from tests.word.known_faults.package import Link, docx

from treatydraft import api
from treatydraft.word.subdocuments import SubDocument

NEEDS_OFFICE = pytest.mark.skipif(
    not (shutil.which("libreoffice") or shutil.which("soffice")), reason="missing tool: libreoffice"
)
ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.3">
<office:body><office:text>
<text:section text:name="s"><text:section-source xlink:type="simple" xlink:href="URL"/></text:section>
<text:p>Article 1<draw:frame><draw:image xlink:href="URL" xlink:actuate="onLoad"/></draw:frame></text:p>
</office:text></office:body></office:document-content>"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and who has called there."""
    calls: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    connection, caller = server.accept()
                except OSError:
                    return
                calls.append(str(caller))
                connection.close()

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", calls
        server.shutdown(socket.SHUT_RDWR)


def odt(url: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", ODT.replace("URL", f"{url}a.png"))
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
    return buffer.getvalue()


def test_a_call_would_be_noticed() -> None:
    with listening() as (url, calls):
        port = int(url.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.recv(1)
        assert calls


@pytest.mark.parametrize(
    "kind", ["image", "attachedTemplate", "oleObject", "subDocument", "frame", "hyperlink"]
)
def test_a_word_file_calls_nobody(kind: str) -> None:
    with listening() as (url, calls):
        data = docx(
            TEXT, p(picture(1, "link1")), links={"document": {"link1": Link(kind, url, external=True)}}
        )
        assert api.read_bytes(data, "a.docx").body
        assert not calls


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_page_calls_nobody(name: str) -> None:
    with listening() as (url, calls):
        page = f"<base href={url}><link rel=stylesheet href={url}><p>Article 1</p><img src={url}a.png>"
        page += f"<iframe src={url}></iframe><script src={url}></script><object data={url}></object>"
        api.read_bytes(page.encode(), name)
        assert not calls


@NEEDS_OFFICE
@pytest.mark.long
def test_libreoffice_calls_nobody() -> None:
    with listening() as (url, calls):
        document = api.read_bytes(odt(url), "a.odt")
        assert "Article 1" in str(document)
        assert not calls


def test_words_of_a_file_inside_a_template_are_no_template() -> None:
    inside = SubDocument(docx(p("{{ ''.__class__ }}"), p("{% for i in range(10**9) %}")))
    data = rendered(docx(p("{{p part }}")), {"part": inside})
    assert "{{ ''.__class__ }}" in reading.body(data)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (
            docx(TEXT, links={"document": {"x": Link("oleObject", "file:///etc/passwd", external=True)}}),
            "object",
        ),
        (docx(TEXT, extra={"word/vbaProject.bin": b"x"}), "vbaProject"),
        (docx(TEXT, extra={"word/extra.xml": b"<!DOCTYPE a><a/>"}), "document type"),
        (docx(TEXT, extra={"word/extra.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}), "unpacks"),
        (b"Dear Sir", "no Word document"),
    ],
    ids=["object", "macros", "DTD", "bomb", "text"],
)
def test_a_hostile_file_inside_a_template_is_refused(inside: bytes, said: str) -> None:
    assert said in refusal(docx(p("{{p part }}")), {"part": SubDocument(inside)})


def test_an_escape_beside_a_file_inside_is_refused() -> None:
    template = docx(p("{{p part }}"), p(ESCAPES["CVE-2025-27516 attr"]))
    assert "attr" in refusal(template, {"part": SubDocument(docx(TEXT))})
