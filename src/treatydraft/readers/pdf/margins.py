"""Tell running heads, running feet and page numbers from the text, by repetition and by form."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from treatydraft.readers.pdf.rows import Row

_DEEPEST: Final = 6  # rows of a head or foot
_SAME_HEIGHT: Final = 4.0  # points
_FEW_PAGES: Final = 5
_SHARE: Final = 0.3  # of the pages: a text on fewer is no running head
_SHARE_NUMBERED: Final = 0.5  # … of one in which a number changes
_PAGE_NUMBER: Final = re.compile(
    r"""[-–—|·•*\[\]~\s]*
    (?:(?:page|seite|p\.|s\.|side|sida|strona|pagina|página|sivu|стор(?:інка|\.)|страница|стр\.|с\.)\s*)?
    (?P<number>\d{1,4}|[ivxlc]+)
    (?:\s*(?:/|of|von|de|di|sur|av|af|z|із|з|из)\s*\d{1,4})?
    [-–—|·•*\[\]~\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_DIVISION: Final = re.compile(
    r"\W*(?:article|part|chapter|section|annex|appendix|title|artikel|teil|стаття|розділ|частина|додаток)\b",
    re.IGNORECASE,
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Margins(NamedTuple):
    """The pages without what runs along their edges, and that."""

    pages: list[list[Row]]
    headers: tuple[str, ...]
    footers: tuple[str, ...]


def without_margins(pages: list[list[Row]]) -> Margins:
    """The rows of each page parted from its running heads and feet."""
    tagged = _says_what_runs(pages)
    rest, heads = _peeled(pages, top=True, tagged=tagged)
    rest, feet = _peeled(rest, top=False, tagged=tagged)
    return Margins(rest, _once(heads), _once(reversed(feet)))


def _once(rows: Iterable[Row]) -> tuple[str, ...]:
    """The texts page by page, each as often as it stands there: nothing of the file is lost."""
    return tuple(row.text for row in sorted(rows, key=lambda row: (row.page, row.number)))


def _says_what_runs(pages: list[list[Row]]) -> bool:
    """Whether the file marks what is no text: some call all that they did not tag so."""
    rows = [row for page in pages for row in page]
    return 2 * sum(row.artifact for row in rows) < len(rows)


def _peeled(pages: list[list[Row]], *, top: bool, tagged: bool) -> tuple[list[list[Row]], list[Row]]:
    rest, peeled = [list(page) for page in pages], list[Row]()
    for _ in range(_DEEPEST):
        edge = [page[0 if top else -1] for page in rest if page]
        running = {id(row) for row in _running(edge, len(pages))}
        running.update(id(row) for row in edge if tagged and row.artifact)
        if not running:
            break
        for page in rest:
            if page and id(page[0 if top else -1]) in running:
                peeled.append(page.pop(0 if top else -1))
    return rest, peeled


def _running(edge: list[Row], pages: int) -> list[Row]:
    return [*_repeated(edge, pages), *_numbered(edge, pages), *_page_numbers(edge, pages)]


def _repeated(edge: list[Row], pages: int) -> list[Row]:
    """Rows with the same words at the same height on several pages."""
    least = 2 if pages <= _FEW_PAGES else max(3, math.ceil(_SHARE * pages))
    groups = defaultdict[str, list[Row]](list)
    for row in edge:
        groups[row.text].append(row)
    return [row for group in groups.values() for row in _level(group, least)]


def _level(group: list[Row], least: int) -> list[Row]:
    """Those of a group that stand at a height at which enough of it stand."""
    bases = sorted(row.base for row in group)
    return [
        row
        for row in group
        if bisect_right(bases, row.base + _SAME_HEIGHT) - bisect_left(bases, row.base - _SAME_HEIGHT) >= least
    ]


def _numbered(edge: list[Row], pages: int) -> list[Row]:
    """Rows whose words are the same but for a number that grows with the pages."""
    groups = defaultdict[tuple[str, int], list[Row]](list)
    for row in edge:
        if _DIVISION.match(row.text) or not re.search(r"[^\W\d]", row.text):
            continue
        for number in set(re.findall(r"\d{1,4}", row.text)):
            groups[re.sub(r"\d+", "#", row.text), int(number) - row.page].append(row)
    least = max(2, math.ceil(_SHARE_NUMBERED * pages))
    return [row for group in groups.values() if len(group) >= least for row in group]


def _page_numbers(edge: list[Row], pages: int) -> list[Row]:
    """Rows that hold a page number only, where the numbers grow with the pages."""
    found = [(row, number - row.page) for row in edge if (number := _number(row.text)) is not None]
    shifts = Counter(shift for _, shift in found)
    least = 1 if pages == 1 else 2
    return [row for row, shift in found if shifts[shift] >= least or (shift == 0 and row.text.isdigit())]


def _number(text: str) -> int | None:
    if not (match := _PAGE_NUMBER.fullmatch(text)):
        return None
    number = match["number"]
    return int(number) if number.isdigit() else _roman(number.lower())


def _roman(number: str) -> int:
    values = [_ROMAN[letter] for letter in number]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
