"""Find what stands side by side on a page, two languages or two signatories, and say what is read first.

Columns in two languages are read one after the other: the left one over all its pages, then the right one,
so that each language is one text. Columns in one language are read page by page, as in a journal. The cells
of a table are read one by one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import groupby, pairwise
from typing import Final, Literal, TypeAlias

from treatydraft.readers.pdf import labels
from treatydraft.readers.pdf.rows import Row, Word

Kind: TypeAlias = Literal["text", "columns", "cells"]

_WIDE: Final = 2.0  # of the size: a gap between two cells
_VERY_WIDE: Final = 3.0  # … of a table with a single row
_MIDDLE: Final = (0.25, 0.75)  # of the width of the text: where a gutter may lie
_NARROWEST_GUTTER: Final = 7  # points
_MOST_CROSSING: Final = 0.25  # of the rows of a page with columns
_LEAST_ON_SIDE: Final = 0.3  # of the rows
_MOST_STRIPS: Final = 8  # of a page, the widest ones
_FEWEST_ROWS: Final = 6  # of a stretch of columns
_NARROWEST_COLUMN: Final = 0.22  # of the width of the text
_SAME_GUTTER: Final = 30.0  # points by which a gutter may move from page to page
_ONE_LANGUAGE: Final = 0.3  # of the commonest short words are the same on both sides
_MOST_WORDS: Final = 8  # in the first cell of a table with a single row
_MOST_PARTS: Final = 4  # of a row in a table that we take for one


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of one page, or of several, that lie between two lines across the text."""

    kind: Kind
    columns: tuple[tuple[Row, ...], ...]
    gutter: float = 0.0
    edges: tuple[float, ...] = ()  # how far right each cell reaches


def bands(pages: Iterable[list[Row]]) -> list[Band]:
    """The pages as bands: text over the whole width, columns, tables."""
    found: list[Band] = []
    for page in filter(None, pages):
        before = found[-1].gutter if found and found[-1].kind == "columns" else None
        found += _page_bands(page, before)
    return [_merged(list(group)) for _, group in groupby(_numbered(found), key=lambda pair: pair[0])]


def is_parallel(band: Band) -> bool:
    """Whether two columns hold two languages, so that each is a text of its own."""
    one, two = (_short_words(column) for column in band.columns)
    return len(one & two) < _ONE_LANGUAGE * min(len(one), len(two))


def in_turn(band: Band) -> list[Row]:
    """The rows of columns in one language, page by page, moved to lie below one another."""
    left, right = band.columns
    shift = min(row.left for row in left) - min(row.left for row in right)
    moved = (_shifted(row, shift) for row in right)
    return sorted([*left, *moved], key=lambda row: row.page)  # which keeps the order within a page


def _numbered(found: list[Band]) -> Iterator[tuple[int, Band]]:
    """Each band with the number of its stretch: text goes on over pages, and so do columns."""
    number = 0
    for index, band in enumerate(found):
        before = found[index - 1] if index else band
        moved = abs(band.gutter - before.gutter) > _SAME_GUTTER
        if band.kind != before.kind or band.kind == "cells" or moved:
            number += 1
        yield number, band


def _merged(group: list[tuple[int, Band]]) -> Band:
    first = group[0][1]
    columns = zip(*(band.columns for _, band in group), strict=True)
    return replace(first, columns=tuple(tuple(row for part in column for row in part) for column in columns))


def _page_bands(page: list[Row], before: float | None) -> Iterator[Band]:
    """The bands of a page; columns on the page before may go on here, on as few rows as are left."""
    gutter, goes_on = _gutter(page, before)
    if gutter is None:
        yield from _with_cells(page)
        return
    for crosses, group in groupby(page, key=lambda row: _crosses(row, gutter)):
        rows = list(group)
        sides = _split(rows, (gutter,))
        rest = goes_on and (all(sides) or len(rows) == len(page))
        if crosses or not (rest or len(rows) >= _FEWEST_ROWS):
            yield from _with_cells(rows)
        else:
            yield Band("columns", sides, gutter)


def _gutter(page: list[Row], before: float | None) -> tuple[float | None, bool]:
    """Where few rows cross and both sides hold text, and whether only the page before says so."""
    left, right = min(row.left for row in page), max(row.right for row in page)
    start, end = (int(left + share * (right - left)) for share in _MIDDLE)
    calm = _calm_places(_crossings(page, start, end), _MOST_CROSSING * len(page))
    places = [(start + place, count) for place, count in calm]
    good = [(count, x) for x, count in places if _has_two_sides(page, x, right - left)]
    if good or before is None:
        return (min(good)[1] if good else None), False
    near = [x for x, _ in places if abs(x - before) <= _SAME_GUTTER]
    return min(near, key=lambda x: abs(x - before), default=None), True


def _calm_places(crossings: list[int], most: float) -> list[tuple[float, int]]:
    """The middle of the calmest part of each of the widest strips that few rows cross, and how many do."""
    strips = [strip for strip in _strips([count <= most for count in crossings]) if _is_wide(strip)]
    places = []
    for low, high in nlargest(_MOST_STRIPS, strips, key=lambda strip: strip[1] - strip[0]):
        least = min(crossings[low:high])
        calmest = _strips([count == least for count in crossings[low:high]])
        first, last = max(calmest, key=lambda strip: strip[1] - strip[0])
        places.append((low + (first + last) / 2, least))
    return places


def _is_wide(strip: tuple[int, int]) -> bool:
    return strip[1] - strip[0] >= _NARROWEST_GUTTER


def _crossings(page: list[Row], start: int, end: int) -> list[int]:
    """How many rows cover each point between two places."""
    changes = [0] * (end - start + 2)
    for row in page:
        for first, last in _stretches(row):
            low, high = max(int(first), start), min(int(last), end)
            if low <= high:
                changes[low - start] += 1
                changes[high - start + 1] -= 1
    counts, count = [], 0
    for change in changes[:-1]:
        count += change
        counts.append(count)
    return counts


def _stretches(row: Row) -> Iterator[tuple[float, float]]:
    """The parts of a row without more than a word's space inside."""
    first, last = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - last > 0.6 * row.size:
            yield first, last
            first = word.left
        last = max(last, word.right)
    yield first, last


def _strips(free: list[bool]) -> Iterator[tuple[int, int]]:
    place = 0
    for value, group in groupby(free):
        length = len(list(group))
        if value:
            yield place, place + length
        place += length


def _has_two_sides(page: list[Row], x: float, width: float) -> bool:
    inside = [row for row in page if not _crosses(row, x)]
    sides = _split(inside, (x,))
    least = max(_LEAST_ON_SIDE * len(page), _FEWEST_ROWS)
    return all(len(side) >= least and _reach(side) > _NARROWEST_COLUMN * width for side in sides)


def _reach(rows: tuple[Row, ...]) -> float:
    """How wide the middle one of the rows is, by width."""
    widths = sorted(row.right - row.left for row in rows)
    return widths[len(widths) // 2]


def _crosses(row: Row, x: float) -> bool:
    return any(first < x < last for first, last in _stretches(row))


def _split(rows: Iterable[Row], gutters: tuple[float, ...]) -> tuple[tuple[Row, ...], ...]:
    """The parts of rows between gutters."""
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        for place, words in groupby(row.words, key=lambda word: sum(word.left > x for x in gutters)):
            columns[place].append(_part(row, tuple(words)))
    return tuple(map(tuple, columns))


def _part(row: Row, words: tuple[Word, ...]) -> Row:
    return replace(row, words=(replace(words[0], spaced=False), *words[1:]))


def _shifted(row: Row, by: float) -> Row:
    words = (replace(word, left=word.left + by, right=word.right + by) for word in row.words)
    return replace(row, words=tuple(words))


def _short_words(rows: tuple[Row, ...]) -> set[str]:
    """The commonest short words, by which a language is known."""
    words = Counter(word for row in rows for word in re.findall(r"[^\W\d_]+", row.text.lower()))
    return {word for word, _ in Counter({w: n for w, n in words.items() if len(w) <= 4}).most_common(20)}  # noqa: PLR2004 - short


# --- Tables -----------------------------------------------------------------------------------------------


def _with_cells(rows: list[Row]) -> Iterator[Band]:
    """Rows over the whole width, with the tables among them."""
    plain: list[Row] = []
    right = max((row.right for row in rows), default=0.0)
    index = 0
    while index < len(rows):
        end, gutters = _table(rows, index, right)
        if end == index:
            plain.append(rows[index])
            index += 1
            continue
        if plain:
            yield Band("text", (tuple(plain),))
            plain = []
        yield _cells(rows[index:end], gutters)
        index = end
    if plain:
        yield Band("text", (tuple(plain),))


def _cells(rows: list[Row], gutters: tuple[float, ...]) -> Band:
    columns = _split(rows, gutters)
    starts = [min((row.left for row in column), default=0.0) for column in columns]
    edges = (*(start - rows[0].size for start in starts[1:]), max(row.right for row in rows))
    return Band("cells", columns, gutters[0], edges)


def _table(rows: list[Row], start: int, right: float) -> tuple[int, tuple[float, ...]]:
    """Where a table ends that begins at a row, and its gutters; the same place where none begins."""
    gaps = _wide_gaps(rows[start])
    if not gaps:
        return start, ()
    end, last, count = start + 1, start + 1, 1
    while end < len(rows) and (found := _narrowed(gaps, rows[end])):
        gaps = found
        if rows[end].right > gaps[0][1]:  # it has words to the right of the first cell
            last = end + 1
            count += 1
        elif rows[end - 1].right + rows[end].words[0].width > right:
            return start, ()  # the words after a tab went on in the next line
        end += 1
    if count == 1 and not _is_table_alone(rows[start], gaps, right):
        return start, ()
    end = _with_rest(rows, last, gaps[0])
    return end, tuple((low + high) / 2 for low, high in gaps)


def _is_table_alone(row: Row, gaps: list[tuple[float, float]], right: float) -> bool:
    """Whether a single row is a table: two short texts far apart, and not a line that was stretched."""
    low, high = gaps[0]
    first = [word for word in row.words if word.right <= low]
    apart = len(gaps) == 1 and high - low > _VERY_WIDE * row.size
    return apart and len(first) <= _MOST_WORDS and row.right < right - row.size


def _with_rest(rows: list[Row], end: int, gap: tuple[float, float]) -> int:
    """Where a table ends whose last rows have words in the first cell only."""
    while end < len(rows) and _goes_on(rows[end - 1], rows[end], gap):
        end += 1
    return end


def _goes_on(above: Row, row: Row, gap: tuple[float, float]) -> bool:
    near = above.base - row.base < 1.8 * row.size
    return near and row.right <= gap[0] + 1 and not labels.label(row.text) and not labels.is_worded(row.text)


def _wide_gaps(row: Row) -> list[tuple[float, float]]:
    """The gaps of a row that part cells, and not a number from its text."""
    gaps = [(one.right, two.left) for one, two in pairwise(row.words)]
    wide = [gap for gap in gaps if gap[1] - gap[0] > _WIDE * row.size]
    if not wide or len(wide) >= _MOST_PARTS or (len(wide) > 1 and 2 * len(wide) > len(gaps) + 1):
        return []
    first = _part(row, tuple(word for word in row.words if word.right <= wide[0][0])).text
    if labels.is_label_alone(first) or labels.is_bullet(first, alone=True):
        return []
    return wide


def _narrowed(gaps: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    """The gutters of a table as far as they lie free in one more row; none where it crosses one."""
    narrowed = []
    for low, high in gaps:
        left = max((last for _, last in _stretches(row) if last < high), default=low)
        right = min((first for first, _ in _stretches(row) if first > low), default=high)
        free = (max(low, left), min(high, right))
        if free[1] - free[0] < _NARROWEST_GUTTER or _crosses(row, sum(free) / 2):
            return []
        narrowed.append(free)
    return narrowed
