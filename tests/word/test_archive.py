"""The archive gives back what it was given, as every other program writes and reads it."""

import io
import threading
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.word import files

from treatydraft.word.archive import Archive
from treatydraft.word.package import open_package

MOMENT = datetime(2024, 6, 13, 12, 30, 15, tzinfo=UTC)
PARTS = st.dictionaries(
    st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1, max_size=20),
    st.binary(max_size=300) | st.binary(max_size=3).map(lambda piece: piece * 2000),
    max_size=6,
)
AGREEMENT = files.AGREEMENT.read_bytes()


def _archive(data: bytes) -> Archive:
    package = open_package(data)
    return Archive({part: package.content(part) for part in package.names()}, package.names())


def _zip_file(parts: dict[str, bytes], moment: datetime) -> bytes:
    """The same file as Python's own zip writer makes it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, moment.timetuple()[:6])
            info.create_system = 0
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


@given(PARTS, PARTS)
def test_what_is_written_is_read_back(parts: dict[str, bytes], changed: dict[str, bytes]) -> None:
    written = Archive(parts, list(parts)).write(changed, MOMENT)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts | changed
        assert archive.namelist() == [*parts, *sorted(changed.keys() - parts.keys())]


@given(PARTS, st.datetimes(datetime(1980, 1, 1), datetime(2107, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis sets the time zone
def test_the_bytes_are_those_of_the_zip_writer_of_python(parts: dict[str, bytes], moment: datetime) -> None:
    assert Archive(parts, list(parts)).write({}, moment) == _zip_file(parts, moment)


def test_the_file_is_that_of_the_package() -> None:
    package = open_package(AGREEMENT)
    package.replace("word/document.xml", b"<other/>")
    data = _archive(AGREEMENT).write({"word/document.xml": b"<other/>"}, MOMENT)
    with (
        zipfile.ZipFile(io.BytesIO(package.write(MOMENT))) as theirs,
        zipfile.ZipFile(io.BytesIO(data)) as ours,
    ):
        for their, our in zip(theirs.infolist(), ours.infolist(), strict=True):
            assert (our.filename, our.date_time, our.CRC) == (their.filename, their.date_time, their.CRC)


@pytest.mark.parametrize(
    ("moment", "date_time"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), (1980, 1, 1, 0, 0, 0)),
        (datetime(2200, 1, 1, tzinfo=UTC), (2107, 12, 31, 0, 0, 0)),
        (datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=9))), (2023, 12, 31, 15, 0, 0)),
        (datetime(2024, 1, 2, 3, 4, 6), (2024, 1, 2, 3, 4, 6)),  # noqa: DTZ001 - taken as UTC
    ],
)
def test_the_time_is_one_that_a_zip_file_can_hold(moment: datetime, date_time: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(Archive({"a": b""}, ["a"]).write({}, moment))) as archive:
        assert archive.infolist()[0].date_time == date_time


def test_python_docx_opens_the_file() -> None:
    written = _archive(AGREEMENT).write({"word/media/new.bin": b"new"}, MOMENT)
    before, after = (docx.Document(io.BytesIO(data)) for data in (AGREEMENT, written))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]


def test_threads_write_from_one_archive() -> None:
    archive = _archive(AGREEMENT)
    written: dict[int, bytes] = {}

    def write(number: int) -> None:
        for _ in range(20):
            written[number] = archive.write({"word/document.xml": b"%d" % (number % 2)}, MOMENT)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(written.values())) == 2
    assert len({written[number] for number in range(0, 8, 2)}) == 1
