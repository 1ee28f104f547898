"""Read plain text as lines: paragraphs are told from lines that were only broken to fit a width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.encoding import decode
from treatydraft.readers.lines import Line, Look, Reading
from treatydraft.readers.text_notes import with_notes
from treatydraft.readers.typed import TYPED

_POINTS: Final = 6.0  # for which a column stands
_WIDEST: Final = 130  # columns of text that was broken to fit; beyond, each line is a paragraph
_NARROWEST: Final = 40  # columns, below which a line is broken for another reason
_TAB: Final = 8
_MOST_HEADERS: Final = 3  # paragraphs above a title
_OFF_CENTRE: Final = 2  # columns by which the margins of a centred line may differ
_RULE: Final = re.compile(r"([=_*~#+-])\1{2,}|(?:[*-] ){2,}[*-]")
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}|~{3,}")
_LABEL: Final = re.compile(rf"(?:{TYPED}|\[\d{{1,4}}\]|[•·–—*-])\s+(?=\S)", re.IGNORECASE)
_DATE: Final = re.compile(r"\d{1,2}\.\s+\w{3,12}\.?\s+\d{4}\b")  # `12. Juli 2023`
_ENDS: Final = re.compile(r"(?:[.;:,!?…”\"’)\]–—-]|\b(?:and|or|und|oder|et|ou|та|і|й|або))$")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file that is not empty."""

    number: int
    left: int  # columns before it
    text: str

    @property
    def right(self) -> int:
        """The column after its last."""
        return self.left + len(self.text)


@dataclass(slots=True)
class _Paragraph:
    rows: list[_Row]
    centred: bool = False
    gap: bool = False
    heading: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    """How the text is set."""

    left: int  # the column of its left edge
    width: int  # the column of its right edge
    axis: int  # twice the column of its middle
    middle: int  # columns of the widest line in the middle
    broken: bool  # whether lines were broken to fit
    hangs: bool  # whether the lines of a paragraph stand behind its label


@dataclass(slots=True)
class _Gathered:
    paragraphs: list[_Paragraph] = field(default_factory=list)
    headers: list[_Paragraph] = field(default_factory=list)
    gap: bool = False


def read_text(data: bytes) -> Reading:
    """Read a text; raises `ReadError` where that cannot be done."""
    decoded = decode(data)
    blocks = list(_blocks(decoded.text))
    page = _page(blocks)
    gathered = _Gathered()
    for block in blocks:
        _gather(block, page, gathered)
    lines, footers = with_notes([_line(paragraph, page) for paragraph in gathered.paragraphs])
    return Reading(
        "txt",
        tuple(lines),
        headers=tuple(_joined(paragraph) for paragraph in gathered.headers),
        footers=footers,
        doubts=tuple(tree.Doubt("the whole file", "", guess) for guess in decoded.guesses),
    )


def _blocks(text: str) -> Iterator[list[_Row]]:
    """The rows between empty lines."""
    block: list[_Row] = []
    for number, written in _written(text):
        words = written.strip()
        if words:
            margin = written[: len(written) - len(written.lstrip())].expandtabs(_TAB)
            block.append(_Row(number, len(margin), words))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _written(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number; a new page begins as if an empty line stood before it."""
    for number, line in enumerate(re.split(r"[\n\u2028\u2029\x85]", text), start=1):
        first, *others = line.split("\f")
        yield number, first
        for other in others:
            yield number, ""
            yield number, other


# --- How the text is set ----------------------------------------------------------------------------------


def _page(blocks: Sequence[Sequence[_Row]]) -> _Page:
    rows = [row for block in blocks for row in block if not _RULE.fullmatch(row.text)]
    if not rows:
        return _Page(0, 0, 0, _NARROWEST, broken=False, hangs=False)
    left, width = min(row.left for row in rows), max(row.right for row in rows)
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = sum(1 for row, after in pairs if _is_full(row, after, width))
    broken = _NARROWEST <= width - left <= _WIDEST and full * 4 >= len(pairs)
    hangs = any(_label(row.text) and after.left > row.left + 1 for row, after in pairs)
    axis = next((row.left + row.right for row in _lone_rules(blocks) if row.left > left), left + width)
    page = _Page(left, width, axis, _NARROWEST, broken, hangs)
    middle = max((len(row.text) for row in rows if _is_centred(row, page)), default=0)
    return replace(page, middle=max(middle, _NARROWEST))


def _lone_rules(blocks: Sequence[Sequence[_Row]]) -> Iterator[_Row]:
    return (block[0] for block in blocks if len(block) == 1 and _UNDERLINE.fullmatch(block[0].text))


def _is_full(row: _Row, after: _Row, width: int) -> bool:
    """Whether the first word of the next row did not fit into this one."""
    return row.right + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _is_centred(row: _Row, page: _Page) -> bool:
    return row.left - page.left > _OFF_CENTRE and abs(row.left + row.right - page.axis) <= 2 * _OFF_CENTRE


# --- Paragraphs -------------------------------------------------------------------------------------------


def _gather(block: Sequence[_Row], page: _Page, gathered: _Gathered) -> None:
    """Add the paragraphs of a block to those before it."""
    gathered.gap = True
    centred = all(_is_centred(row, page) for row in block)
    for place, row in enumerate(block):
        if _is_rule(row):
            _underline(row, gathered, alone=len(block) == 1, centred=centred)
            gathered.gap = True
        elif place and not _is_rule(block[place - 1]) and _continues(gathered.paragraphs[-1], row, page):
            gathered.paragraphs[-1].rows.append(row)
        else:
            gathered.paragraphs.append(_Paragraph([row], centred, gathered.gap))
            gathered.gap = False


def _is_rule(row: _Row) -> bool:
    """A row that only draws; a line to sign on is words."""
    return _RULE.fullmatch(row.text) is not None and not row.text.startswith("_")


def _underline(rule: _Row, gathered: _Gathered, *, alone: bool, centred: bool) -> None:
    """Make a heading of what a rule stands under."""
    if not gathered.paragraphs or not _UNDERLINE.fullmatch(rule.text):
        return
    level = 1 if rule.text.startswith("=") else 2
    if not alone:
        gathered.paragraphs[-1].heading = level
    elif centred and gathered.paragraphs[-1].centred:
        # So our own drafts set their title; what stands above it says what the draft is.
        title = next(
            place for place in reversed(range(len(gathered.paragraphs))) if gathered.paragraphs[place].gap
        )
        for paragraph in gathered.paragraphs[title:]:
            paragraph.heading = level
        if title <= _MOST_HEADERS and not gathered.headers:
            gathered.headers, gathered.paragraphs = gathered.paragraphs[:title], gathered.paragraphs[title:]


def _continues(paragraph: _Paragraph, row: _Row, page: _Page) -> bool:
    """Whether a row runs on from the one above it."""
    above = paragraph.rows[-1]
    if not page.broken:
        return False
    if paragraph.centred:
        return len(above.text) + 1 + len(row.text.split(maxsplit=1)[0]) > page.middle
    if not _is_full(above, row, page.width) or _starts(above, row):
        return False
    set_in = row.left > above.left + 1
    hangs = len(paragraph.rows) == 1 and _label(above.text)
    return bool(hangs) or not set_in


def _starts(above: _Row, row: _Row) -> bool:
    """Whether a label opens the row; one within a sentence was only carried over: `paragraph⏎(a) of …`."""
    return bool(_label(row.text)) and (_ENDS.search(above.text) is not None or row.left != above.left)


def _label(text: str) -> str:
    """The label that a text begins with, and the space after it."""
    found = _LABEL.match(text)
    return found[0] if found and not _DATE.match(text) else ""


# --- Lines ------------------------------------------------------------------------------------------------


def _line(paragraph: _Paragraph, page: _Page) -> Line:
    text = _joined(paragraph)
    letters = [letter for letter in text if letter.isalpha()]
    look = Look(
        capitals=bool(letters) and all(letter.isupper() for letter in letters),
        centred=paragraph.centred,
        after_gap=paragraph.gap,
    )
    if not paragraph.centred:
        first, rest = paragraph.rows[0].left, paragraph.rows[-1].left
        if len(paragraph.rows) == 1 and page.hangs:  # so would further lines of this one
            rest += len(_label(paragraph.rows[0].text))
        look = replace(look, indent=(rest - page.left) * _POINTS, first=(first - rest) * _POINTS)
    return Line((tree.Text(text),), f"line {paragraph.rows[0].number}", heading=paragraph.heading, look=look)


def _joined(paragraph: _Paragraph) -> str:
    """Its words in one line; wide spaces in it stood for a tab."""
    rows = [row.text for row in paragraph.rows]
    label = _label(rows[0])
    text = f"{label.strip()} {rows[0][len(label) :]}" if label else rows[0]
    for row in rows[1:]:
        # No program breaks a word without a hyphen; one that stands before a small letter may be part of it.
        text += ("" if text.endswith("\N{SOFT HYPHEN}") else " ") + row
    return re.sub(r" {3,}|\t+", "\t", text.replace("\N{SOFT HYPHEN}", ""))
