"""Take the footnotes of each page out of its rows and tie them to their marks in the text.

A note counts as one only where both are found: small type at the foot that begins with a mark, and the same
mark raised in the text of that page. Whatever lacks its other half stays in the text, with a doubt.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.pdf.rows import Row, Word

_NO_MARK: Final = "small print at the foot of the page has no mark in the text"
_GOOD_PART: Final = 0.2  # of all letters
_SMALL: Final = 0.93  # of the size of the text
_MARK: Final = re.compile(r"(\d{1,3}|[*†‡§]{1,4})(?=\s|$)")
_RAISED_MARK: Final = re.compile(r"(\d{1,3}|[*†‡§]{1,4})\b|[*†‡§]{1,4}")


@dataclass(slots=True)
class Noted:
    """The pages without their notes, the notes, and what stayed without its other half."""

    pages: list[list[Row]] = field(default_factory=list)
    notes: list[list[Row]] = field(default_factory=list)
    doubts: list[tree.Doubt] = field(default_factory=list)


def with_notes(pages: list[list[Row]]) -> Noted:
    """The rows of each page with its notes taken out; a mark that has one carries its number."""
    noted = Noted()
    size = _body_size(row for page in pages for row in page)
    for page in pages:
        body, foot = _parted(page, size)
        marks = {word.text: word for row in body for word in row.words if _is_mark(word)}
        numbers: dict[str, int] = {}
        for mark, rows in _notes(foot, carried=bool(noted.notes)):
            if not mark:
                noted.notes[-1].extend(rows)
            elif mark in marks and mark not in numbers:
                numbers[mark] = len(noted.notes)
                noted.notes.append([_without_mark(rows[0], mark), *rows[1:]])
            else:
                body.extend(rows)
                noted.doubts.append(_doubt(rows[0], _NO_MARK))
        noted.doubts.extend(_without_note(body, numbers))
        noted.pages.append([_marked(row, numbers) for row in body])
    return noted


def _doubt(row: Row, message: str) -> tree.Doubt:
    return tree.Doubt(f"page {row.page}, line {row.number}", "", message)


def _body_size(rows: Iterable[Row]) -> float:
    """The largest size in which a good part of the letters are set: notes may be longer than the text."""
    sizes = Counter[float]()
    for row in rows:
        sizes[row.size] += len(row.text)
    least = _GOOD_PART * sizes.total()
    return max((size for size, count in sizes.items() if count >= least), default=0.0)


def _parted(page: list[Row], size: float) -> tuple[list[Row], list[Row]]:
    """The rows of a page and the small ones at its foot."""
    start = len(page)
    while start > 0 and page[start - 1].size < _SMALL * size:
        start -= 1
    return page[:start], page[start:]


def _notes(foot: list[Row], *, carried: bool) -> Iterator[tuple[str, list[Row]]]:
    """The rows at a foot by the mark that they begin with, which is empty for a note that goes on."""
    mark, rows = "", list[Row]()
    for row in foot:
        found = _opening(row)
        if found:
            if rows:
                yield mark or ("" if carried else "?"), rows
            mark, rows = found, [row]
        else:
            rows.append(row)
    if rows:
        yield mark or ("" if carried else "?"), rows


def _opening(row: Row) -> str:
    first = row.words[0]
    if first.raised and _RAISED_MARK.fullmatch(first.text):
        return first.text
    match = _MARK.match(row.text)
    return match[1] if match and match[1] == first.text and len(row.words) > 1 else ""


def _without_mark(row: Row, mark: str) -> Row:
    """A row without the mark that is its first word; a note that holds nothing else keeps it."""
    if len(row.words) == 1 or row.words[0].text != mark:
        return row
    return replace(row, words=(replace(row.words[1], spaced=False), *row.words[2:]))


def _is_mark(word: Word) -> bool:
    return word.raised and bool(_RAISED_MARK.fullmatch(word.text))


def _without_note(body: list[Row], numbers: dict[str, int]) -> Iterator[tree.Doubt]:
    for row in body:
        for index, word in enumerate(row.words):
            if index and _is_mark(word) and word.text not in numbers:
                yield _doubt(row, f"the raised {word.text} has no note at the foot of the page")


def _marked(row: Row, numbers: dict[str, int]) -> Row:
    if not any(_is_mark(word) and word.text in numbers for word in row.words):
        return row
    words = (
        replace(word, note=numbers[word.text]) if _is_mark(word) and word.text in numbers else word
        for word in row.words
    )
    return replace(row, words=tuple(words))
