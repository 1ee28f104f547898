"""Rebuild paragraphs from the rows of a flow: by indents, leading, fullness and how sentences end.

A typesetter puts a word on the next line only when it does not fit on this one. So where the first word of
a row would have fitted on the row above, somebody ended a paragraph there: this is the strongest evidence,
and the rest decides where that one is silent. In a tagged file the tags speak first, of the rows of one page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import Final

from treatydraft.readers.pdf import labels
from treatydraft.readers.pdf.flows import Flow
from treatydraft.readers.pdf.rows import Row

_HYPHENS: Final = "-\N{HYPHEN}\N{SOFT HYPHEN}"
_CLEAR_GAP: Final = 1.25  # of the leading: more is a space between paragraphs
_SLIGHT_GAP: Final = 1.1  # … before a number
_WIDE_GAP: Final = 1.7  # … even within a sentence
_TITLE_GAP: Final = 2.2  # … within the title
_LEAST_MARGIN: Final = 2.0  # points
_SAME_EDGE: Final = 0.3  # of the size: rows that begin at one place
_OTHER_SIZE: Final = 0.08
_ENDS: Final = re.compile(r"""(?:[.!?:;…]|[;,]\s+(?:and|or|та|і|й|або|und|oder|et|ou|e|og))["'”’»)\]]*$""")
_ROWS_THAT_HANG: Final = 3  # so many rows show that a paragraph hangs
_CONJUNCTIONS: Final = frozenset(
    {"and", "or", "and/or", "та", "і", "й", "або", "und", "oder", "et", "ou", "e", "og", "eller", "i", "lub"}
)
_ENOUGH_OF_LINE: Final = 0.8
_ENOUGH_VOTES: Final = 0.8  # of all


class Break(Enum):
    """How two rows hang together."""

    NONE = " "  # one sentence that runs on
    LINE = "\n"  # a new line of one paragraph
    PARAGRAPH = ""


@dataclass(slots=True)
class Paragraph:
    """Rows of one paragraph, with the breaks between them."""

    rows: list[Row]
    breaks: list[Break] = field(default_factory=list)
    after_gap: bool = False

    @property
    def left(self) -> float:
        """Where its rows begin, the first left aside."""
        return min(row.left for row in (self.rows[1:] or self.rows))


def tags_agree(flows: Iterable[Flow]) -> bool:
    """Whether the tags of a file part its rows much as their places do: some tag each row, or whole pages."""
    votes = Counter(vote for flow in flows for vote in _votes(paragraphs(flow)))
    return votes[True] > _ENOUGH_VOTES * votes.total()


def _votes(made: list[Paragraph]) -> Iterator[bool]:
    """For each two rows that the tags speak of, whether they say the same as the places."""
    for paragraph in made:
        yield from (one.block == two.block for one, two in pairwise(paragraph.rows) if _are_tagged(one, two))
    for before, after in pairwise(made):
        one, two = before.rows[-1], after.rows[0]
        if _are_tagged(one, two):
            yield one.block != two.block


def _are_tagged(one: Row, two: Row) -> bool:
    return one.page == two.page and one.block is not None and two.block is not None


def paragraphs(flow: Flow) -> list[Paragraph]:
    """The paragraphs of a flow, in order."""
    builder = _Builder(flow)
    for row in flow.rows:
        builder.add(row)
    return [part for paragraph in builder.made for part in _with_heading_apart(paragraph)]


def _with_heading_apart(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph, parted where its last row is no sentence but follows one: that row is a heading."""
    *before, last = paragraph.rows
    if not before or not _stops(before[-1].text) or not _is_headline(last.text):
        return [paragraph]
    head = Paragraph(before, paragraph.breaks[:-1], after_gap=paragraph.after_gap)
    return [head, Paragraph([last])]


class _Builder:
    """Decides of each row whether it opens a paragraph."""

    def __init__(self, flow: Flow) -> None:
        self.made: list[Paragraph] = []
        self._flow = flow
        self._last: dict[str, set[int]] = {}
        self._hanging = False  # paragraphs without a number hang too

    def add(self, row: Row) -> None:
        if not self.made:
            self._open(row, after_gap=False)
            return
        found = self._break(self.made[-1], row)
        if found is Break.PARAGRAPH:
            self._open(row, after_gap=self._gap(row) > _CLEAR_GAP)
        else:
            self._append(row, found)

    def _append(self, row: Row, found: Break) -> None:
        rows = self.made[-1].rows
        rows.append(row)
        self.made[-1].breaks.append(found)
        if len(rows) == _ROWS_THAT_HANG and not labels.label(rows[0].text):
            self._hanging = _same_left(rows[1], rows[2]) and rows[0].left < rows[1].left - 1

    def _open(self, row: Row, *, after_gap: bool) -> None:
        self.made.append(Paragraph([row], after_gap=after_gap))
        if label := labels.label(row.text):
            self._last[label.style] = set(label.values)

    def _break(self, paragraph: Paragraph, row: Row) -> Break:
        above = paragraph.rows[-1]
        if self._looks_other(above, row):
            return Break.PARAGRAPH
        if _is_divided(above, row) and self._gap(row) <= _CLEAR_GAP:
            return Break.NONE
        both_centred = self._is_centred(above) and self._is_centred(row)
        if both_centred or self._is_title(above, row):
            return self._centred_break(above, row)
        tagged = self._flow.tagged and _are_tagged(above, row)
        if (tagged and above.block != row.block) or self._opens(paragraph, row):
            return Break.PARAGRAPH
        if tagged and (self._nearly_full(above) or not self._would_fit(above, row)):
            return Break.NONE
        return self._break_by_place(paragraph, row)

    def _break_by_place(self, paragraph: Paragraph, row: Row) -> Break:
        above = paragraph.rows[-1]
        if self._is_apart(above, row):
            return Break.PARAGRAPH
        return self._break_in_text(paragraph, row)

    def _break_in_text(self, paragraph: Paragraph, row: Row) -> Break:
        """How two rows of one look hang together that nothing sets apart."""
        above = paragraph.rows[-1]
        if above.bold and row.bold and self._runs_on(above, row):
            return Break.LINE if self._would_fit(above, row) else Break.NONE
        ended = self._shifts(paragraph, row) or self._was_ended(above, row)
        return Break.PARAGRAPH if ended else Break.NONE

    def _looks_other(self, above: Row, row: Row) -> bool:
        """Whether the type changes as it does between a heading and its text."""
        if abs(above.size - row.size) > _OTHER_SIZE * max(above.size, row.size):
            return True
        return above.bold != row.bold and not _begins_with_bold(row) and not _ends_with_bold(above)

    def _is_title(self, above: Row, row: Row) -> bool:
        """Whether two rows belong to the title with which the file begins, which may be set wide."""
        if len(self.made) > 1 or above.bold != row.bold or above.text.isupper() != row.text.isupper():
            return False
        return is_balanced(above, self._flow) and is_balanced(row, self._flow)

    def _centred_break(self, above: Row, row: Row) -> Break:
        """A title of several lines is one paragraph; a number and its heading are two."""
        widest = _TITLE_GAP if self._is_title(above, row) else _CLEAR_GAP
        if self._gap(row) > widest or above.page != row.page:
            return Break.PARAGRAPH
        if labels.is_worded(row.text) or labels.label(row.text) or labels.is_label_alone(above.text):
            return Break.PARAGRAPH
        if not self._would_fit(above, row):
            return Break.NONE
        return Break.PARAGRAPH if self._flow.cell else Break.LINE

    def _opens(self, paragraph: Paragraph, row: Row) -> bool:
        """Whether a row begins with a bullet or a number that opens a paragraph."""
        above = paragraph.rows[-1]
        if self._bullet(row):
            return True
        if labels.is_worded(row.text):
            return _ends(above.text) or self._would_fit(above, row)
        label = labels.label(row.text)
        if label is None:
            return False
        outdented = row.left < paragraph.left - _SAME_EDGE * row.size and len(paragraph.rows) > 1
        if outdented or self._would_fit(above, row):
            return True
        if not _ends(above.text):
            return self._follows(label) and above.text.endswith((",", "–"))
        return self._follows(label) or self._gap(row) > _SLIGHT_GAP

    def _bullet(self, row: Row) -> bool:
        alone = len(row.words) > 1 and row.words[1].left - row.words[0].right > 0.5 * row.size
        return labels.is_bullet(row.words[0].text, alone=alone)

    def _follows(self, label: labels.Label) -> bool:
        before = self._last.get(label.style, set())
        return 1 in label.values or any(value - 1 in before for value in label.values)

    def _is_apart(self, above: Row, row: Row) -> bool:
        """Whether clear space lies between two rows, or very much where a sentence runs on."""
        gap = self._gap(row)
        if gap > _WIDE_GAP:
            return True
        return gap > _CLEAR_GAP and not (self._runs_on(above, row) and not self._would_fit(above, row))

    def _gap(self, row: Row) -> float:
        """How far a row stands below the one before it, in lines; 1 where a page lies between."""
        above = self.made[-1].rows[-1]
        if above.page != row.page or above.base <= row.base:
            return 1.0
        return (above.base - row.base) / self._leading(row)

    def _leading(self, row: Row) -> float:
        """The distance of lines in the paragraph so far, or that which is usual."""
        rows = self.made[-1].rows
        usual = self._flow.leading(row.size)
        if len(rows) > 1 and rows[-1].page == rows[-2].page:
            return max(usual, rows[-2].base - rows[-1].base)
        return usual

    def _shifts(self, paragraph: Paragraph, row: Row) -> bool:
        """Whether a row begins where the paragraph so far does not."""
        slack = _SAME_EDGE * row.size
        above = paragraph.rows[-1]
        if len(paragraph.rows) > 1:
            return abs(row.left - paragraph.left) > slack
        if abs(row.left - above.left) <= slack:
            return False
        if self._flow.cell and row.text[:1].isupper():
            return True  # a name and an office, each in the middle of a cell
        if row.left < above.left:  # the row above may be indented as first lines are
            return self._would_fit(above, row) or (_ends(above.text) and above.page != row.page)
        if self._hangs(above, row):
            return self._would_fit(above, row) and not self._runs_on(above, row)
        return (_ends(above.text) and not self._hanging) or self._would_fit(above, row)

    def _hangs(self, above: Row, row: Row) -> bool:
        """Whether a row begins below the words that follow the number or bullet of the row above."""
        if (label := labels.label(above.text)) and len(above.words[0].text) > len(label.text):
            return True  # number and words stand so close that they are one
        return any(abs(word.left - row.left) <= _SAME_EDGE * row.size for word in above.words[1:4])

    def _was_ended(self, above: Row, row: Row) -> bool:
        """Whether the row above was left before it was full, or a recital ends there."""
        if self._begins_anew(above, row):
            return True
        if not self._would_fit(above, row):
            return False
        return not (self._nearly_full(above) and self._runs_on(above, row))

    def _nearly_full(self, row: Row) -> bool:
        return row.right - self._flow.left > _ENOUGH_OF_LINE * (self._flow.right - self._flow.left)

    def _begins_anew(self, above: Row, row: Row) -> bool:
        """Whether a recital ends with a full line: a capital that no name explains follows a comma."""
        first = labels.first_word(row.text)
        capital = first[:1].isupper() and first not in self._flow.names
        if above.text.endswith(":"):
            return capital
        if not self._in_series() or row.text in _CONJUNCTIONS:
            return False
        alike = first[:1].isupper() or self.made[-1].rows[0].text[:1].islower()
        return (above.text.endswith(";") and alike) or (above.text.endswith(",") and capital)

    def _in_series(self) -> bool:
        """Whether the paragraph before this one ends in the middle of a sentence, as recitals do."""
        if len(self.made) == 1 or labels.label(self.made[-1].rows[0].text):
            return False
        return self.made[-2].rows[-1].text.endswith((",", ";", ":"))

    def _would_fit(self, above: Row, row: Row) -> bool:
        """Whether the first word of a row had room on the row above."""
        body = abs(above.size - self._flow.size) <= _OTHER_SIZE * self._flow.size
        if self._flow.justified and body and self._flow.right - above.right > 0.5 * row.size:
            return True
        return above.right + 0.25 * row.size + _first_width(row) < self._flow.right - 1.0

    def _runs_on(self, above: Row, row: Row) -> bool:
        return not _ends(above.text) and row.text[:1].islower()

    def _is_centred(self, row: Row) -> bool:
        return is_centred(row, self._flow)


def is_centred(row: Row, flow: Flow) -> bool:
    """Whether both margins of a row are equal, and larger than those of the text."""
    if not row.bold and flow.begins_often(row.left):
        return False  # a line of a list that happens to end there
    return row.left - flow.left > row.size and is_balanced(row, flow)


def is_balanced(row: Row, flow: Flow) -> bool:
    """Whether both margins of a row are equal, and it is no full line."""
    before, after = row.left - flow.left, flow.right - row.right
    slack = max(0.35 * row.size, 0.02 * (flow.right - flow.left))
    return min(before, after) > _LEAST_MARGIN and abs(before - after) <= slack


def _first_width(row: Row) -> float:
    """How wide the words of a row are up to the first space or hyphen."""
    right = row.words[0].right
    for word in row.words[1:]:
        if word.spaced:
            break
        right = word.right
    first = row.text.split(" ", 1)[0]
    part = first.split("-", 1)[0] + "-" if "-" in first.strip("-") else first
    return (right - row.left) * len(part) / max(len(first), 1)


def _ends(text: str) -> bool:
    return bool(_ENDS.search(text))


def _same_left(one: Row, two: Row) -> bool:
    return abs(one.left - two.left) <= _SAME_EDGE * one.size


def _is_divided(above: Row, row: Row) -> bool:
    """Whether a word goes on from one row to the next."""
    return (
        len(above.text) > 1
        and above.text[-2].isalpha()
        and above.text[-1] in _HYPHENS
        and row.text[0].islower()
    )


def _stops(text: str) -> bool:
    return text.rstrip("\"'”’»)").endswith((".", "!", "?"))


def _is_headline(text: str) -> bool:
    """Whether a row that ends a paragraph is no end of a sentence."""
    return text[:1].isupper() and text[-1:].isalnum()


def _begins_with_bold(row: Row) -> bool:
    return row.words[0].face.bold and not row.bold


def _ends_with_bold(row: Row) -> bool:
    return row.words[-1].face.bold and not row.bold
