"""Take the characters of a PDF page from PDFium, each with its place and its type."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2
from pypdfium2 import raw

_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi(?!ng)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique|kursiv|slanted", re.IGNORECASE)
_SYMBOLS: Final = re.compile(r"symbol|wingdings|webdings|dingbats", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_ITALIC_FLAG: Final = 1 << 6
_FORCED_BOLD_FLAG: Final = 1 << 18
_INVISIBLE: Final = 3  # the render mode of the text that lies behind a scanned page
_RIGHT_ANGLE: Final = 90
_SPACE: Final = 32
_LINE_END_HYPHEN: Final = "\x02"  # what PDFium makes of a hyphen that ends a line


class Face(NamedTuple):
    """The type that a glyph is set in."""

    bold: bool
    italic: bool
    symbols: bool  # a font of pictures, whose characters are no letters


class Glyph(NamedTuple):
    """One character, with y growing upwards as the page is read."""

    text: str
    left: float
    right: float
    base: float
    size: float
    face: Face
    order: int  # in which the page draws it
    mark: int  # the marked content that it belongs to, for tagged files; -1 outside


@dataclass(slots=True)
class Sheet:
    """The characters of one page."""

    number: int
    glyphs: list[Glyph] = field(default_factory=list)
    aside: list[Glyph] = field(default_factory=list)  # set at another angle than the rest
    behind: int = 0  # characters that do not show, as of a scan made searchable
    unknown: int = 0  # characters whose font does not say what they are


class _Setting(NamedTuple):
    """What all characters of one text object share."""

    size: float
    angle: int  # of the writing, in right angles
    face: Face
    mark: int
    invisible: bool


_NO_SETTING: Final = _Setting(1.0, 0, Face(bold=False, italic=False, symbols=False), -1, invisible=False)


def sheet(document: pypdfium2.PdfDocument, number: int, most: int) -> Sheet | None:
    """The characters of a page counted from 1, at most so many; nothing where it cannot be opened."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return None
    try:
        with _text_page(page) as text_page:
            drawn = _Drawn(text_page, min(raw.FPDFText_CountChars(text_page), most))
            return drawn.sheet(number)
    finally:
        page.close()


@contextmanager
def _text_page(page: pypdfium2.PdfPage) -> Iterator[Any]:
    text_page = raw.FPDFText_LoadPage(page.raw)
    try:
        yield text_page
    finally:
        raw.FPDFText_ClosePage(text_page)


class _Drawn:
    """The text of a page as PDFium knows it."""

    def __init__(self, text_page: Any, count: int) -> None:  # noqa: ANN401 - a handle of a library without types
        self._page = text_page
        self._count = max(count, 0)
        self._settings: dict[int, _Setting] = {}
        self._faces: dict[int, Face] = {}

    def sheet(self, number: int) -> Sheet:
        made = Sheet(number)
        placed = list(self._placed(made))
        turn = _turn(Counter(setting.angle for _, setting, *_ in placed))
        for order, (text, setting, x, y, box) in enumerate(placed):
            place = _PLACES[turn]
            end = max(place(box.left, box.bottom)[0], place(box.right, box.top)[0])
            left, base = place(x, y)
            glyph = Glyph(text, left, end, base, setting.size, setting.face, order, setting.mark)
            (made.glyphs if setting.angle == turn else made.aside).append(glyph)
        return made

    def _placed(self, made: Sheet) -> Iterator[tuple[str, _Setting, float, float, Any]]:
        x, y = ctypes.c_double(), ctypes.c_double()
        setting = _NO_SETTING
        for index in range(self._count):
            shown = raw.FPDFText_GetTextObject(self._page, index)
            code = raw.FPDFText_GetUnicode(self._page, index)
            if shown:
                setting = self._setting(shown, index)
            elif code != _SPACE:
                continue  # a line end that PDFium supplied; the spaces that it supplies are wanted
            box = raw.FS_RECTF()
            raw.FPDFText_GetCharOrigin(self._page, index, x, y)
            raw.FPDFText_GetLooseCharBox(self._page, index, box)
            made.behind += setting.invisible
            made.unknown += code == 0
            yield _character(code), setting, x.value, y.value, box

    def _setting(self, shown: Any, index: int) -> _Setting:  # noqa: ANN401 - as above
        key = ctypes.addressof(shown.contents)
        if key not in self._settings:
            self._settings[key] = self._read_setting(shown, index)
        return self._settings[key]

    def _read_setting(self, shown: Any, index: int) -> _Setting:  # noqa: ANN401 - as above
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        turned = math.degrees(math.atan2(matrix.b, matrix.a)) / _RIGHT_ANGLE
        return _Setting(
            size=raw.FPDFText_GetFontSize(self._page, index) * (scale or 1.0),
            angle=round(turned) % 4,
            face=self._face(raw.FPDFTextObj_GetFont(shown)),
            mark=raw.FPDFPageObj_GetMarkedContentID(shown),
            invisible=raw.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE,
        )

    def _face(self, font: Any) -> Face:  # noqa: ANN401 - as above
        if not font:
            return Face(bold=False, italic=False, symbols=False)
        key = ctypes.addressof(font.contents)
        if key not in self._faces:
            self._faces[key] = _read_face(font)
        return self._faces[key]


def _read_face(font: Any) -> Face:  # noqa: ANN401 - as above
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace")
    flags = raw.FPDFFont_GetFlags(font)
    heavy = raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or bool(flags & _FORCED_BOLD_FLAG)
    return Face(
        bold=bool(_BOLD.search(name)) or heavy,
        italic=bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG),
        symbols=bool(_SYMBOLS.search(name)),
    )


def _character(code: int) -> str:
    if code == 0:
        return "\N{REPLACEMENT CHARACTER}"
    text = chr(code)
    return "-" if text == _LINE_END_HYPHEN else text


def _turn(angles: Counter[int]) -> int:
    """The angle at which most of a page is written, in right angles."""
    return angles.most_common(1)[0][0] if angles else 0


_PLACES: Final[tuple[Callable[[float, float], tuple[float, float]], ...]] = (
    lambda x, y: (x, y),
    lambda x, y: (y, -x),
    lambda x, y: (-x, -y),
    lambda x, y: (-y, x),
)
