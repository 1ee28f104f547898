"""Turn words with their looks, as mark-up nests them, into the pieces of a line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from treatydraft.document import tree

Mark: TypeAlias = tree.Revision | None


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look, or a note among them."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    target: str = ""  # the anchor that the words point to
    link: int = 0  # the link that they are part of, since two side by side may have one target
    revision: Mark = None  # the tracked change that they are part of, without its words
    note: tree.Note | None = None

    @property
    def is_read(self) -> bool:
        """Whether it holds words of the sentence."""
        deleted = self.revision is not None and self.revision.kind == "deleted"
        return not deleted and self.note is None and bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Composed:
    """The pieces of a line, with the looks that all its words share."""

    pieces: tuple[tree.Inline, ...]
    bold: bool
    italic: bool
    underlined: bool


def compose(runs: Sequence[Run]) -> Composed:
    """Make pieces of runs: what all words share is the look of the line, what some have is emphasis.

    >>> compose([Run("Noting", italic=True), Run(" that "), Run("1", target="note")]).pieces[0]
    Emphasis(parts=(Text(text='Noting'),))
    """
    runs = _trimmed(runs)
    read = [run for run in runs if run.is_read]
    bold = bool(read) and all(run.bold for run in read)
    italic = bool(read) and all(run.italic for run in read)
    plain = [replace(run, bold=run.bold and not bold, italic=run.italic and not italic) for run in runs]
    underlined = bool(read) and all(run.underlined for run in read)
    return Composed(tuple(_revised(plain)), bold, italic, underlined)


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """Without the white space at both ends."""
    first = next((place for place, run in enumerate(runs) if _is_filled(run)), len(runs))
    last = next((place for place in reversed(range(len(runs))) if _is_filled(runs[place])), -1)
    kept = list(runs[first : last + 1])
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _is_filled(run: Run) -> bool:
    return run.note is not None or bool(run.text.strip())


def _revised(runs: Iterable[Run]) -> Iterator[tree.Inline]:
    for revision, group in groupby(runs, lambda run: run.revision):
        pieces = tuple(_emphasised(group))
        if revision is None:
            yield from pieces
        else:
            yield replace(revision, parts=pieces)


def _emphasised(runs: Iterable[Run]) -> Iterator[tree.Inline]:
    for emphasis, group in groupby(runs, lambda run: run.note is None and (run.bold or run.italic)):
        pieces = tuple(_linked(group))
        if emphasis:
            yield tree.Emphasis(pieces)
        else:
            yield from pieces


def _linked(runs: Iterable[Run]) -> Iterator[tree.Inline]:
    for (note, target, _), group in groupby(runs, lambda run: (run.note, run.target, run.link)):
        text = "".join(run.text for run in group)
        if note is not None:
            yield note
        elif target and text:
            yield tree.Reference(target, text)
        elif text:
            yield tree.Text(text)
