"""Take the characters of a PDF page from PDFium, each with its place and its type."""

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

import pypdfium2
from pypdfium2 import raw

from treatydraft.readers.pdf.tags import Block, blocks
from treatydraft.readers.pdf.typesetting import Setting, Settings

Point: TypeAlias = tuple[float, float]

_FARTHEST: Final = 14_400.0  # points: as far as the largest page reaches; a damaged file may say anything
_SPACE: Final = 32
_LINE_END_HYPHEN: Final = "\x02"  # what PDFium makes of a hyphen that ends a line
_FLOATS: Final = 0.2  # of the size: a figure so far above its baseline is a superscript of its font
_RAISED_SIZE: Final = 0.6  # … which counts as one of this size,
_RAISED_BY: Final = 0.35  # … so far above its line


class Glyph(NamedTuple):
    """One character, with y growing upwards as the page is read."""

    text: str
    left: float
    right: float
    base: float
    size: float
    setting: Setting
    order: int  # in which the page draws it


@dataclass(slots=True)
class Sheet:
    """The characters of one page."""

    number: int
    edges: Point = (0.0, 0.0)  # where it begins and ends, from left to right
    glyphs: list[Glyph] = field(default_factory=list)
    aside: list[Glyph] = field(default_factory=list)  # set at another angle than the rest

    @property
    def behind(self) -> int:
        """How many characters do not show, as those of a scan made searchable."""
        return sum(glyph.setting.invisible for glyph in self.glyphs)

    @property
    def unknown(self) -> int:
        """How many characters are of a font that does not say what they are."""
        return sum(glyph.text == "\N{REPLACEMENT CHARACTER}" for glyph in self.glyphs)


class _Drawn(NamedTuple):
    """A character as PDFium knows it, before the page is turned as it is read."""

    text: str
    size: float
    setting: Setting
    origin: Point
    corners: tuple[Point, Point]


def sheet(document: pypdfium2.PdfDocument, number: int, most: int) -> Sheet:
    """The characters of a page counted from 1, at most so many; none where it cannot be opened."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return Sheet(number)
    try:
        with _text_page(page) as text_page:
            drawn = list(_drawn(text_page, blocks(page), most))
            return _sheet(number, drawn, page.get_bbox())
    finally:
        page.close()


@contextmanager
def _text_page(page: pypdfium2.PdfPage) -> Iterator[Any]:
    text_page = raw.FPDFText_LoadPage(page.raw)
    try:
        yield text_page
    finally:
        raw.FPDFText_ClosePage(text_page)


def _drawn(text_page: Any, found: dict[int, Block], most: int) -> Iterator[_Drawn]:  # noqa: ANN401 - a handle of a library without types
    settings, setting = Settings(text_page, found), Setting()
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()  # filled anew for each character
    for index in range(min(raw.FPDFText_CountChars(text_page), most)):
        shown = raw.FPDFText_GetTextObject(text_page, index)
        code = raw.FPDFText_GetUnicode(text_page, index)
        if shown:
            setting = settings.of(shown, index)
        elif code != _SPACE:
            continue  # a line end that PDFium supplied; the spaces that it supplies are wanted
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        size, base, text = setting.size, y.value, _text(code)
        if setting.angle == 0 and text.isdigit() and _floats(text_page, index, base, size):
            size, base = _RAISED_SIZE * size, base + _RAISED_BY * size
        corners = ((box.left, box.bottom), (box.right, box.top))
        yield _Drawn(text, size, setting, (x.value, base), corners)


def _floats(text_page: Any, index: int, base: float, size: float) -> bool:  # noqa: ANN401 - as above
    """Whether a figure is raised by its font, on a baseline and in a size that do not tell it."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return top.value > bottom.value > base + _FLOATS * size


def _text(code: int) -> str:
    text = chr(code) if code else "\N{REPLACEMENT CHARACTER}"
    return "-" if text == _LINE_END_HYPHEN else text


def _sheet(number: int, drawn: list[_Drawn], box: tuple[float, float, float, float]) -> Sheet:
    """The page turned so that most of it is written from left to right."""
    angles = Counter(one.setting.angle for one in drawn)
    turn = max(angles, key=lambda angle: angles[angle], default=0)
    place = _PLACES[turn]
    one_edge, other_edge = place(*box[:2])[0], place(*box[2:])[0]
    made = Sheet(number, (min(one_edge, other_edge), max(one_edge, other_edge)))
    for order, one in enumerate(drawn):
        left, base = place(*one.origin)
        right = max(place(*one.corners[0])[0], place(*one.corners[1])[0])
        glyph = Glyph(one.text, _near(left), _near(right), _near(base), one.size, one.setting, order)
        (made.glyphs if one.setting.angle == turn else made.aside).append(glyph)
    return made


def _near(place: float) -> float:
    if -_FARTHEST <= place <= _FARTHEST:
        return place
    return 0.0 if math.isnan(place) else math.copysign(_FARTHEST, place)


_PLACES: Final[tuple[Callable[[float, float], Point], ...]] = (
    lambda x, y: (x, y),
    lambda x, y: (y, -x),
    lambda x, y: (-x, -y),
    lambda x, y: (-y, x),
)
