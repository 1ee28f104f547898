"""Pictures: how large they are by their own account, what is refused, and that python-docx reads the run."""

import struct
import zlib

import pytest
from docx.image.image import Image as PeerImage
from hypothesis import given
from hypothesis import strategies as st

from treatydraft.word import markup
from treatydraft.word.images import Image, ImageError, cm, mm, points


def png(width: int, height: int, density: int = 0) -> bytes:
    """A grey picture; `density` in dots per metre."""
    dots = zlib.compress((b"\0" + bytes(width)) * height)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))]
    if density:
        chunks.append((b"pHYs", struct.pack(">IIB", density, density, 1)))
    chunks += [(b"IDAT", dots), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def jpeg(width: int, height: int, unit: int = 0, density: int = 1) -> bytes:
    """The head of a picture: enough to tell its size."""
    jfif = b"JFIF\0\1\1" + struct.pack(">BHHBB", unit, density, density, 0, 0)
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    segments = ((0xE0, jfif), (0xDB, bytes(65)), (0xC2, frame), (0xDA, b""))
    return b"\xff\xd8" + b"".join(
        struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content for marker, content in segments
    )


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b";"


PICTURES = {
    "png": (png(192, 96), 50.8, 25.4),
    "dense png": (png(300, 150, 11811), 25.4, 12.7),
    "jpeg": (jpeg(192, 96), 50.8, 25.4),
    "jpeg by the inch": (jpeg(300, 150, 1, 300), 25.4, 12.7),
    "jpeg by the centimetre": (jpeg(200, 100, 2, 100), 20, 10),
    "gif": (gif(192, 96), 50.8, 25.4),
}


@pytest.mark.parametrize("case", PICTURES)
def test_a_picture_has_the_size_that_it_tells(case: str) -> None:
    data, width, height = PICTURES[case]
    image = Image(data)
    assert image.width == pytest.approx(mm(width), abs=200)
    assert image.height == pytest.approx(mm(height), abs=200)


@pytest.mark.parametrize("case", ["png", "dense png", "jpeg by the inch"])
def test_python_docx_reads_the_same_dots(case: str) -> None:
    peer = PeerImage.from_blob(PICTURES[case][0])
    ours = Image(PICTURES[case][0], width=mm(10))
    assert ours.height / ours.width == pytest.approx(peer.px_height / peer.px_width, rel=1e-4)
    assert ours.content_type == peer.content_type


def test_a_given_length_keeps_the_ratio() -> None:
    assert Image(png(200, 100), width=mm(40)).height == mm(20)
    assert Image(png(200, 100), height=cm(2)).width == cm(4)
    both = Image(png(200, 100), width=mm(10), height=points(72))
    assert (both.width, both.height) == (mm(10), mm(25.4))


REFUSED = {
    "svg": (b"\n<?xml version='1.0'?><svg/>", "an SVG picture"),
    "emf": (b"\x01\x00\x00\x00" + bytes(60), "an EMF picture"),
    "bmp": (b"BM" + bytes(60), "a BMP picture"),
    "words": (b"Dear Sir", "no picture that Word shows"),
    "nothing": (b"", "no picture that Word shows"),
    "cut png": (png(1, 1)[:18], "cut off"),
    "cut jpeg": (jpeg(1, 1)[:30], "cut off"),
    "flat": (png(0, 5), "no width or no height"),
    "too wide": (png(100_000, 1), "give a size"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_picture_is_refused_in_one_sentence(case: str) -> None:
    data, message = REFUSED[case]
    with pytest.raises(ImageError, match=message):
        Image(data)


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b""]), st.binary(max_size=80))
def test_any_bytes_are_a_picture_or_an_error(start: bytes, rest: bytes) -> None:
    try:
        image = Image(start + rest, width=mm(10), height=mm(10))
    except ImageError:
        return
    assert image.extension in {"png", "jpeg", "gif"}


def test_the_run_is_sound_and_says_what_is_to_be_seen() -> None:
    image = Image(png(2, 1), width=mm(10), description='The "seal" of A & B <Ltd>')
    run = markup.fragment(image.run("rId7", 12))
    properties = next(run.iter(markup.name("wp:docPr")))
    assert (properties.get("id"), properties.get("descr")) == ("12", 'The "seal" of A & B <Ltd>')
    assert next(run.iter("{*}blip")).get(markup.name("r:embed")) == "rId7"


def test_a_description_that_no_xml_holds_is_refused() -> None:
    with pytest.raises(ValueError, match=r"U\+0007"):
        Image(png(2, 1), description="bell\a").run("rId1", 1)


def test_the_same_data_have_the_same_part() -> None:
    assert Image(png(2, 1), width=mm(5)).part_name() == Image(png(2, 1), width=mm(9)).part_name()
    assert Image(png(2, 1)).part_name() != Image(png(1, 2)).part_name()
