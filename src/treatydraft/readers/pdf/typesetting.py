"""Say how the text objects of a PDF page are set: their size and type, and which way they run."""

import ctypes
import math
import re
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

from treatydraft.readers.pdf.tags import Block

_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi(?!ng)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique|kursiv|slanted", re.IGNORECASE)
_SYMBOLS: Final = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_ITALIC_FLAG: Final = 1 << 6
_FORCED_BOLD_FLAG: Final = 1 << 18
_INVISIBLE: Final = 3  # the render mode of the text that lies behind a scanned page
_RIGHT_ANGLE: Final = 90
_SIZES: Final = (0.1, 1_000.0)  # points: what a damaged file says beyond them is no size
_ARTIFACT: Final = "Artifact"  # how a tagged file marks what repeats on its pages
_LONGEST_NAME: Final = 256  # bytes


class Face(NamedTuple):
    """The type that a glyph is set in."""

    bold: bool = False
    italic: bool = False
    symbols: bool = False  # a font of pictures, whose characters are no letters


class Setting(NamedTuple):
    """What all characters of one text object share."""

    size: float = 1.0
    angle: int = 0  # of the writing, in right angles
    face: Face = Face()
    block: Block | None = None  # the paragraph that it is part of, where the file is tagged
    artifact: bool = False  # the file says that it is no part of the text
    invisible: bool = False


class Settings:
    """The settings of a page, each read once."""

    def __init__(self, text_page: Any, blocks: dict[int, Block]) -> None:  # noqa: ANN401 - a handle of a library without types
        self._page = text_page
        self._blocks = blocks
        self._known: dict[int, Setting] = {}
        self._faces: dict[int, Face] = {}

    def of(self, shown: Any, index: int) -> Setting:  # noqa: ANN401 - as above
        """How a text object is set, of which this is a character."""
        key = ctypes.addressof(shown.contents)
        if key not in self._known:
            self._known[key] = self._read(shown, index)
        return self._known[key]

    def _read(self, shown: Any, index: int) -> Setting:  # noqa: ANN401 - as above
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        turned = math.degrees(math.atan2(matrix.b, matrix.a)) / _RIGHT_ANGLE
        return Setting(
            size=_size(raw.FPDFText_GetFontSize(self._page, index) * (scale or 1.0)),
            angle=round(turned) % 4 if math.isfinite(turned) else 0,
            face=self._face(raw.FPDFTextObj_GetFont(shown)),
            block=self._blocks.get(raw.FPDFPageObj_GetMarkedContentID(shown)),
            artifact=_is_artifact(shown),
            invisible=raw.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE,
        )

    def _face(self, font: Any) -> Face:  # noqa: ANN401 - as above
        if not font:
            return Face()
        key = ctypes.addressof(font.contents)
        if key not in self._faces:
            self._faces[key] = _read_face(font)
        return self._faces[key]


def _size(points: float) -> float:
    least, most = _SIZES
    return min(max(points, least), most) if math.isfinite(points) else 1.0


def _read_face(font: Any) -> Face:  # noqa: ANN401 - as above
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace")
    flags = raw.FPDFFont_GetFlags(font)
    heavy = raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or bool(flags & _FORCED_BOLD_FLAG)
    return Face(
        bold=bool(_BOLD.search(name)) or heavy,
        italic=bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG),
        symbols=bool(_SYMBOLS.search(name)),
    )


def _is_artifact(shown: Any) -> bool:  # noqa: ANN401 - as above
    marks = (raw.FPDFPageObj_GetMark(shown, place) for place in range(raw.FPDFPageObj_CountMarks(shown)))
    return any(_mark_name(mark) == _ARTIFACT for mark in marks)


def _mark_name(mark: Any) -> str:  # noqa: ANN401 - as above
    buffer = (ctypes.c_ushort * (_LONGEST_NAME // 2))()
    raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), ctypes.c_ulong())
    return bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0]
