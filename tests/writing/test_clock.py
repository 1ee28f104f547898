"""SOURCE_DATE_EPOCH is the time in every file that holds one, and a value that is none is an error."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from tests.cli.runner import US, treatydraft

EPOCH, MOMENT = "1700000000", "2023-11-14T22:13:20Z"
LAST = "253402300799"  # of the year 9999


@pytest.fixture
def received(tmp_path: Path) -> Path:
    file = tmp_path / "received.txt"
    file.write_text("Agreement on fish\n\nThis Agreement is valid for ten years.\n", encoding="utf-8")
    return file


# What writes a file that holds a time, and a pattern for each of the times in it.
HOLDS_TIME = [
    ("render IN --to docx --out OUT", "us-ukraine-2024.docx", rb"<dcterms:\w+ [^>]*>([^<]+)<"),
    ("render IN --to pdf --out OUT", "us-ukraine-2024.pdf", rb"<xmp:\w+Date>([^<]+)<"),
    (
        "render IN --template OUT/note.docx --out OUT",
        "us-ukraine-2024.docx",
        rb"<dcterms:created[^>]*>([^<]+)<",
    ),
    ("read OUT/received.txt --out OUT/a.docx", "a.docx", rb"<dcterms:\w+ [^>]*>([^<]+)<"),
    ("diff IN OUT/received.txt --out OUT/a.docx", "a.docx", rb' w:date="([^"]+)"'),
    ("matrix OUT/received.txt --out OUT/a.xlsx", "a.xlsx", rb"<dcterms:\w+ [^>]*>([^<]+)<"),
]


@pytest.mark.parametrize(("command", "file", "times"), HOLDS_TIME, ids=[row[0] for row in HOLDS_TIME])
@pytest.mark.usefixtures("received")
def test_it_is_the_time_in_files(
    command: str, file: str, times: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "note.docx" in command:
        _write_template(tmp_path / "note.docx")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    run = treatydraft(*command.replace("IN", str(US)).replace("OUT", str(tmp_path)).split())
    assert run.status in (0, 1), run.err
    found = {time.decode() for time in re.findall(times, _words((tmp_path / file).read_bytes()))}
    assert {time.replace("+00:00", "Z") for time in found} == {MOMENT}


def _write_template(path: Path) -> None:
    """A template that says nothing of itself."""
    assert treatydraft("read", path.with_name("received.txt"), "--out", path).status == 0
    without = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(without, "w") as new:
        for name in old.namelist():
            if name != "docProps/core.xml":
                data = re.sub(rb"<(?:Relationship|Override) [^>]*core[^>]*/>", b"", old.read(name))
                new.writestr(name, data)
    path.write_bytes(without.getvalue())


def _words(data: bytes) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"\n".join(map(package.read, package.namelist()))


@pytest.mark.parametrize("epoch", ["0", "1", LAST])
@pytest.mark.parametrize("to", ["docx", "pdf", "md"])
def test_any_time_will_do(epoch: str, to: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert treatydraft("render", US, "--to", to, "--out", tmp_path).status == 0


@pytest.mark.parametrize("epoch", ["now", "-1", "1.5", "1_000", " 1", "１２", "253402300800", "9" * 5000])
@pytest.mark.parametrize("command", ["render", "diff", "matrix", "read"])
def test_what_is_no_time_is_refused(
    epoch: str, command: str, received: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    out = tmp_path / "out"
    arguments = {
        "render": [US, "--to", "docx", "--out", out],
        "diff": [received, received, "--out", out / "a.docx"],
        "matrix": [received, "--out", out / "a.xlsx"],
        "read": [received, "--out", out / "a.docx"],
    }
    run = treatydraft(command, *arguments[command])
    assert run.status == 2
    assert run.err == (
        f"SOURCE_DATE_EPOCH: “{epoch}” is no time: write the seconds since the beginning of 1970, such as"
        " 1718236800, or unset it\n"
    )
    assert not out.exists()


def test_a_date_with_a_zone_is_turned_into_universal_time(received: Path, tmp_path: Path) -> None:
    arguments = ["--date", "2024-06-13T01:30:00+03:00", "--out", tmp_path / "a.docx"]
    assert treatydraft("diff", US, received, *arguments).status == 1
    assert set(re.findall(rb' w:date="([^"]+)"', _words((tmp_path / "a.docx").read_bytes()))) == {
        b"2024-06-12T22:30:00Z"
    }
