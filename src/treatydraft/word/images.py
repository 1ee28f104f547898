"""Pictures as values of a template: what kind a picture is and how large, read from its first bytes."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NewType
from xml.sax.saxutils import quoteattr

from treatydraft.word import markup
from treatydraft.word.runs import escaped

Length = NewType("Length", int)
"""A length as Word keeps it: 36,000 to a millimetre."""

_PER_INCH = 914_400
_USUAL_DENSITY = 96.0  # dots per inch, which Word takes where a picture does not say
_LARGEST = 22 * _PER_INCH  # no page of Word is longer
_INCHES_PER_METRE = 39.3701
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_MARKER, _DOTS, _APP0 = 0xFF, 0xDA, 0xE0  # of a JPEG file
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # tables and a reserved marker lie among them
_GIFS = (b"GIF87a", b"GIF89a")
_REFUSED = {
    b"\x01\x00\x00\x00": "an EMF picture",
    b"\xd7\xcd\xc6\x9a": "a WMF picture",
    b"BM": "a BMP picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"RIFF": "a WebP picture",
    b"%PDF": "a PDF file",
    b"<": "an SVG picture",
}


class ImageError(ValueError):
    """Why something is not taken as a picture, as one sentence."""


def mm(millimetres: float) -> Length:
    """A length in millimetres."""
    return Length(round(millimetres * _PER_INCH / 25.4))


def cm(centimetres: float) -> Length:
    """A length in centimetres."""
    return mm(centimetres * 10)


def points(number: float) -> Length:
    """A length in points, of which an inch has 72."""
    return Length(round(number * _PER_INCH / 72))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a picture says of itself: its format, its size in dots, and its dots per inch each way."""

    extension: str
    width: int
    height: int
    densities: tuple[float, float] = (_USUAL_DENSITY, _USUAL_DENSITY)


@dataclass(frozen=True, slots=True, init=False)
class Image:
    """A picture in a template: `{{ photo }}` in a paragraph of the text, a header, a footer or a note.

    A PNG, JPEG or GIF file is taken; raises `ImageError` for others. With one of `width` and `height` the
    other follows from the picture, with none both do. `description` is read out to those who cannot see it.
    """

    data: bytes
    width: Length
    height: Length
    description: str
    extension: str

    def __init__(
        self,
        data: bytes,
        *,
        width: Length | None = None,
        height: Length | None = None,
        description: str = "",
    ) -> None:
        shape = _shape(data)
        wide, high = _size(shape, width, height)
        for name, value in (
            ("data", data),
            ("width", wide),
            ("height", high),
            ("description", description),
            ("extension", shape.extension),
        ):
            object.__setattr__(self, name, value)

    @property
    def digest(self) -> str:
        """What tells pictures apart: the same data are stored once in a file."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def content_type(self) -> str:
        """What the file says that the picture's part is."""
        return f"image/{self.extension}"

    def part_name(self) -> str:
        """The part that holds the picture; its name depends on the data alone."""
        return f"word/media/{self.digest[:32]}.{self.extension}"

    def run(self, relation_id: str, drawing_id: int) -> str:
        """The run that shows it, given the relationship of its part and an id that no other drawing has."""
        name = f'id="{drawing_id}" name="Picture {drawing_id}" descr={_attribute(self.description)}'
        size = f'cx="{self.width}" cy="{self.height}"'
        picture = (
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{markup.NAMESPACES["r"]}" r:embed={quoteattr(relation_id)}/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{markup.NAMESPACES["wp"]}" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent {size}/><wp:docPr {name}/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{_DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}">{picture}'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def _attribute(text: str) -> str:
    """A text in the quotes of an attribute; raises `ValueError` on what no XML file can hold."""
    return f'"{escaped(text)}"'


def _size(shape: _Shape, width: Length | None, height: Length | None) -> tuple[Length, Length]:
    own = [
        dots * _PER_INCH / density
        for dots, density in zip((shape.width, shape.height), shape.densities, strict=True)
    ]
    if width is not None and height is not None:
        wide, high = float(width), float(height)
    elif width is not None:
        wide, high = width, width * own[1] / own[0]
    elif height is not None:
        wide, high = height * own[0] / own[1], height
    else:
        wide, high = own
    for length in (wide, high):
        if not 1 <= round(length) <= _LARGEST:
            raise ImageError(
                f"the picture would be {length * 25.4 / _PER_INCH:,.1f} mm wide or high; give a size"
            )
    return Length(round(wide)), Length(round(high))


# --- Formats ------------------------------------------------------------------------------------------------


def _shape(data: bytes) -> _Shape:
    try:
        shape = _read(data)
    except (struct.error, IndexError):
        raise ImageError("the picture is cut off before it says how large it is") from None
    if not (shape.width and shape.height):
        raise ImageError("the picture has no width or no height")
    return shape


def _read(data: bytes) -> _Shape:
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data.startswith(_GIFS):
        return _Shape("gif", *struct.unpack_from("<HH", data, 6))
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:8] or data
    what = next(
        (what for sign, what in _REFUSED.items() if start.startswith(sign)), "no picture that Word shows"
    )
    raise ImageError(f"the data are {what}; give a PNG, JPEG or GIF file")


def _png(data: bytes) -> _Shape:
    width, height = struct.unpack_from(">II", data, 16)
    for kind, place in _png_chunks(data):
        if kind == b"pHYs":
            across, down, unit = struct.unpack_from(">IIB", data, place)
            if unit == 1 and across and down:  # dots per metre; any other unit tells only the ratio
                return _Shape("png", width, height, (across / _INCHES_PER_METRE, down / _INCHES_PER_METRE))
    return _Shape("png", width, height)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The kind of each chunk before the dots, and where its content begins."""
    place = len(_PNG)
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind in {b"IDAT", b"IEND"}:
            return
        yield kind, place + 8
        place += length + 12


def _jpeg(data: bytes) -> _Shape:
    densities = (_USUAL_DENSITY, _USUAL_DENSITY)
    for marker, place in _jpeg_segments(data):
        if marker == _APP0 and data[place : place + 5] == b"JFIF\0":
            densities = _jfif_densities(*struct.unpack_from(">BHH", data, place + 7))
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 1)
            return _Shape("jpeg", width, height, densities)
    raise ImageError("the picture is cut off before it says how large it is")


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The marker of each segment before the dots, and where its content begins."""
    place = 2
    while data[place] == _MARKER:
        marker = data[place + 1]
        if marker == _MARKER:  # some writers fill up with it
            place += 1
            continue
        if marker == _DOTS:
            return
        yield marker, place + 4
        place += 2 + int(struct.unpack_from(">H", data, place + 2)[0])


def _jfif_densities(unit: int, across: int, down: int) -> tuple[float, float]:
    per_inch = {1: 1.0, 2: 2.54}.get(unit)
    if per_inch is None or not (across and down):
        return (_USUAL_DENSITY, _USUAL_DENSITY)
    return (across * per_inch, down * per_inch)
