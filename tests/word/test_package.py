"""A Word file that may come from anybody: what is refused, and that writing depends on the content alone."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.word import files

from treatydraft.word.guard import open_template
from treatydraft.word.package import PackageError, open_package

PLAIN = files.template(files.paragraph("Text"))
LOLS = b'<!DOCTYPE w [<!ENTITY a "b">]><w/>'


def _with(**parts: bytes) -> bytes:
    return files.template(files.paragraph("Text"), extra={"word/extra.xml": b"<a/>", **parts})


def _twice() -> bytes:
    buffer = io.BytesIO(PLAIN)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<a/>")
    return buffer.getvalue()


def _encrypted() -> bytes:
    """The same archive with the bit set that says so, in the local and the central header."""
    data = bytearray(PLAIN)
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "no zip": (lambda: b"Dear Sir", "no Word document or is damaged"),
    "cut": (lambda: PLAIN[:-30], "no Word document or is damaged"),
    "old or encrypted": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), r"old \.doc"),
    "zip with a password": (_encrypted, "encrypted"),
    "other zip": (lambda: files.zipped({"readme.txt": b"x"}), "no Word document"),
    "no text": (
        lambda: files.zipped({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<Relationships/>"}),
        "no text part",
    ),
    "climbs": (lambda: _with(**{"../evil.xml": b"<a/>"}), "unsafe name"),
    "absolute": (lambda: _with(**{"/etc/evil.xml": b"<a/>"}), "unsafe name"),
    "backslash": (lambda: _with(**{"word\\evil.xml": b"<a/>"}), "unsafe name"),
    "twice": (_twice, r"word/document\.xml twice"),
    "twice but for case": (lambda: _with(**{"WORD/Document.xml": b"<a/>"}), "twice"),
    "document type": (lambda: _with(**{"word/bad.xml": LOLS}), r"word/bad\.xml declares a document type"),
    "document type in UTF-16": (
        lambda: _with(**{"word/bad.xml": LOLS.decode().encode("utf-16-le")}),
        "declares a document type",
    ),
    "bomb": (lambda: _with(**{"word/bomb.xml": bytes(40 * 2**20)}), "unpacks from"),
    "too many": (lambda: _with(**{f"word/{n}.txt": b"" for n in range(5000)}), "at most"),
    "broken XML": (
        lambda: files.zipped({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"<R"}),
        "not well-formed",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_word_file_is_refused_in_one_sentence(case: str) -> None:
    make, message = REFUSED[case]
    with pytest.raises(PackageError, match=message) as caught:
        open_package(make())
    assert "\n" not in str(caught.value)


TEMPLATES: dict[str, tuple[Callable[[], bytes], str]] = {
    "loose macros": (lambda: files.template(extra={"word/vbaProject.bin": b"x"}), r"vbaProject\.bin"),
    "attached template": (
        lambda: files.template(links=files.external("attachedTemplate", "http://x.test/a.dotm")),
        "outside",
    ),
    "remote image": (lambda: files.template(links=files.external("image", "http://x.test/a.png")), "outside"),
    "object": (lambda: files.template(links=files.external("oleObject", "file:///a.xls")), "embedded object"),
    "other format": (lambda: files.template(links=files.external("aFChunk", "a.html")), "another format"),
    "field": (
        lambda: files.template(
            "<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r>"
            "<w:r><w:instrText>TEXT a.docx</w:instrText></w:r></w:p>"
        ),
        "INCLUDETEXT",
    ),
    "simple field": (lambda: files.template('<w:p><w:fldSimple w:instr="DDEAUTO c cmd"/></w:p>'), "DDEAUTO"),
    "spreadsheet": (lambda: files.template(main_type="sheet.main+xml"), "no Word document"),
}


@pytest.mark.parametrize("case", TEMPLATES)
def test_a_template_that_runs_fetches_or_embeds_is_refused(case: str) -> None:
    make, message = TEMPLATES[case]
    with pytest.raises(PackageError, match=message):
        open_template(make())


def test_a_template_may_link_to_a_page_and_may_be_a_dotx() -> None:
    data = files.template(main_type="template.main+xml", links=files.external("hyperlink", "https://x.test/"))
    package, _ = open_template(data)
    assert package.content_type("word/document.xml").endswith("document.main+xml")


def test_writing_keeps_every_part_and_gives_the_same_bytes() -> None:
    first = open_package(PLAIN).write(datetime(2024, 6, 13, tzinfo=UTC))
    second = open_package(first)
    assert second.write(datetime(2024, 6, 13, tzinfo=UTC)) == first
    assert {name: second.content(name) for name in second.names()} == {
        name: open_package(PLAIN).content(name) for name in open_package(PLAIN).names()
    }


@pytest.mark.parametrize(
    ("moment", "year"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), 1980),
        (datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=9))), 2023),
        (datetime(2200, 1, 1, tzinfo=UTC), 2107),
    ],
)
def test_times_in_the_file_are_those_that_a_zip_can_hold(moment: datetime, year: int) -> None:
    with zipfile.ZipFile(io.BytesIO(open_package(PLAIN).write(moment))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {year}
