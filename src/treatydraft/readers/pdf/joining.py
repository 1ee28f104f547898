"""Join the rows of a paragraph to one text: hyphens of line ends removed, bold and italic marked."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from typing import Final

from treatydraft.document import tree
from treatydraft.readers.pdf.paragraphs import Break, Paragraph
from treatydraft.readers.pdf.rows import Row, Word

_SOFT: Final = "\N{SOFT HYPHEN}"
_HYPHENS: Final = "-\N{HYPHEN}" + _SOFT
_END: Final = re.compile(rf"([^\W_][\w’'\-]*)[{_HYPHENS}]$")
_START: Final = re.compile(r"^([\w’'\-]+)")
_PREFIXES: Final = frozenset(
    {"anti", "co", "counter", "cross", "cyber", "euro", "ex", "extra", "full", "half", "high", "indo"}
    | {"inter", "intra", "long", "low", "micro", "mid", "multi", "near", "non", "off", "on", "one", "over"}
    | {"part", "post", "pre", "pro", "quasi", "re", "self", "semi", "short", "single", "sub", "super"}
    | {"third", "trans", "two", "ultra", "under", "vice", "well"}
)
_CLOSED_PREFIXES: Final = frozenset(["re", "pre", "inter", "intra", "trans", "sub", "super", "over", "under"])
_MANY_ROWS: Final = 100
_FEW_HYPHENS: Final = 0.03  # of the rows
_STUCK_LABEL: Final = re.compile(r"^(\(?\d{1,3}[.)])(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document that stand within a line, so that their spelling is sure."""

    words: Counter[str]
    names: frozenset[str] = frozenset()  # those with a capital within a sentence
    divides: bool | None = None  # whether the program that set it divides words, where that is known

    def keeps(self, before: str, after: str) -> bool:
        """Whether the hyphen between two parts of a word at a line's end belongs to the word."""
        hyphened = self.words[f"{before}-{after}".lower()]
        joined = self.words[f"{before}{after}".lower()]
        if hyphened != joined:
            return hyphened > joined
        if not after[:1].islower() or before[-1:].isdigit() or "-" in before:
            return True
        if self.divides is not None:
            return not self.divides
        first = before.lower()
        return first not in _CLOSED_PREFIXES and (first in _PREFIXES or self._stands_alone(before, after))

    def _stands_alone(self, before: str, after: str) -> bool:
        """Whether both parts are words of this document, as those of `end-use` are."""
        return bool(self.words[before.lower()] and self.words[after.lower()])


def vocabulary(rows: list[Row]) -> Vocabulary:
    """The words of all rows, without the last and the first, which may be parts of words."""
    words, names = Counter[str](), set[str]()
    for row in rows:
        text = row.text.replace("\N{HYPHEN}", "-")
        inner = re.findall(r"[^\W_](?:[\w’']|-(?=\w))*", text.lower())
        words.update(inner[: len(inner) - text.endswith(tuple(_HYPHENS))])
        names.update(re.findall(r"(?<=[\w,] )[“‘(]?([^\W\d_][\w’'\-]*)", text))
    capitals = frozenset(name for name in names if name[:1].isupper())
    return Vocabulary(words, capitals, _divides(rows, words))


def _divides(rows: list[Row], words: Counter[str]) -> bool | None:
    """Whether more words were divided at line ends than ended there with a hyphen of their own.

    Where no word says it, a long text with few hyphens at line ends was set without dividing words.
    """
    votes = 0
    for row, below in pairwise(rows):
        end, start = _END.search(row.text), _START.match(below.text)
        if end and start:
            joined, hyphened = f"{end[1]}{start[1]}".lower(), f"{end[1]}-{start[1]}".lower()
            votes += bool(words[joined]) - bool(words[hyphened])
    ends = sum(row.text.endswith(tuple(_HYPHENS)) for row in rows)
    if votes == 0:
        return False if len(rows) > _MANY_ROWS and ends < _FEW_HYPHENS * len(rows) else None
    return votes > 0


@dataclass(frozen=True, slots=True)
class _Run:
    """Text of one look, or a footnote."""

    text: str
    emphasis: tuple[bool, bool]  # bold, italic
    note: int = -1


def pieces(
    paragraph: Paragraph, known: Vocabulary, notes: Sequence[tuple[tree.Inline, ...]] = ()
) -> tuple[tree.Inline, ...]:
    """The text of a paragraph; where only some of it is bold or italic, that is `Emphasis`."""
    runs = list(_merged(list(_runs(paragraph, known))))
    plainest = min((run.emphasis for run in runs if run.text.strip()), default=(False, False))
    return tuple(_piece(run, plainest, notes) for run in runs)


def _piece(run: _Run, plainest: tuple[bool, bool], notes: Sequence[tuple[tree.Inline, ...]]) -> tree.Inline:
    if run.note >= 0:
        return tree.Note(notes[run.note])
    text = tree.Text(run.text)
    return text if run.emphasis <= plainest else tree.Emphasis((text,))


def _merged(runs: Sequence[_Run]) -> Iterator[_Run]:
    """Neighbours of one look together; a space takes the plainer look of those beside it."""
    settled: list[_Run] = []
    for run, after in zip_longest(runs, runs[1:]):
        look = run.emphasis
        if settled and after and not run.text.strip():
            look = min(settled[-1].emphasis, after.emphasis)
        settled.append(_Run(run.text, look, run.note))
    for (look, note), group in groupby(settled, key=lambda run: (run.emphasis, run.note)):
        yield _Run("".join(run.text for run in group), look, note)


def _runs(paragraph: Paragraph, known: Vocabulary) -> Iterator[_Run]:
    rows = [_words(row) for row in paragraph.rows]
    rows[0] = _without_stuck_label(rows[0])
    for index, (row, found) in enumerate(zip(rows, paragraph.breaks, strict=False)):
        rows[index], glue = _ended(row, rows[index + 1], found, known)
        if glue:
            rows[index].append(_Run(glue, row[-1].emphasis))
    for row in rows:
        yield from row


def _words(row: Row) -> list[_Run]:
    runs: list[_Run] = []
    for index, word in enumerate(row.words):
        if index and word.spaced:
            runs.append(_Run(" ", runs[-1].emphasis))
        runs.append(_Run("" if word.note >= 0 else word.text, _emphasis(word), word.note))
    return runs


def _emphasis(word: Word) -> tuple[bool, bool]:
    return (False, False) if word.face.symbols else (word.face.bold, word.face.italic)


def _without_stuck_label(row: list[_Run]) -> list[_Run]:
    """A number that is set apart by less than a space gets one."""
    first = row[0]
    return [_Run(_STUCK_LABEL.sub(r"\1 ", first.text), first.emphasis), *row[1:]]


def _ended(row: list[_Run], below: list[_Run], found: Break, known: Vocabulary) -> tuple[list[_Run], str]:
    """A row as it stands before the next one, and what comes between them."""
    if found is Break.LINE:
        return row, "\n"
    end = _END.search("".join(run.text for run in row))
    start = _START.match("".join(run.text for run in below))
    if not end or not start:
        return row, "" if _joins(row[-1].text) else " "
    if row[-1].text.endswith(_SOFT) or not known.keeps(end[1], start[1]):
        return [*row[:-1], _Run(row[-1].text[:-1], row[-1].emphasis)], ""
    return row, ""


def _joins(text: str) -> bool:
    """Whether a row ends with a character after which no space stands: a dash between words, or CJK."""
    return text.endswith(("/", "\N{HYPHEN}")) or _is_cjk(text[-1:])


def _is_cjk(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"
