"""A comparison for a terminal: what weighs first, then clause by clause, in marks that need no colour."""

from collections.abc import Iterator, Sequence
from typing import Final

from treatydraft.comparison.result import Comparison, Difference, Pair
from treatydraft.reports.comparison_changes import SPEC, Change, evidence, said_elsewhere, sections
from treatydraft.reports.comparison_runs import Mark, Run, one_line, runs, shortened, visible
from treatydraft.reports.comparison_words import (
    MODE_NAMES,
    SEVERITY_NAMES,
    apart,
    count,
    is_apart,
    kinds,
    messages,
    of_whole,
    place,
    places,
    side_names,
    told_of,
    totals,
)
from treatydraft.reports.terminal import Lines, Styled, is_unspaced

_NARROWEST: Final = 40  # columns under which lines are no longer made shorter
_KEPT: Final = 90  # characters of equal words that stand beside a change
_MARKS: Final[dict[Mark, tuple[str, str]]] = {
    "equal": ("", ""),
    "delete": ("[-", "-]"),
    "insert": ("{+", "+}"),
}
_STYLES: Final[dict[Mark, str]] = {"equal": "", "delete": "red", "insert": "green"}
_SEVERITY_STYLES: Final = {
    "material": "bold red",
    "consequential": "yellow",
    "editorial": "cyan",
    "none": "dim",
}
_STEP: Final = 2


def comparison_text(comparison: Comparison, *, width: int, colour: bool, context: int = 0) -> str:
    """The comparison in lines of at most `width` columns.

    Args:
        comparison: What to show.
        width: Columns of the terminal; less than 40 is taken for 40.
        colour: Whether to colour what is marked; the marks stand in either case.
        context: How many unchanged clauses to show before and after each change.
    """
    page = _Page(max(width, _NARROWEST), colour=colour)
    _head(page, comparison)
    _summary(page, comparison)
    _clauses(page, comparison, context)
    return page.text()


class _Page(Lines):
    """Lines, with what all parts of this report write alike."""

    def section(self, name: str) -> None:
        """A heading."""
        self.gap()
        self.write((name, "bold"))

    def labelled(self, label: str, words: str | Styled, *, indent: int, wide: int) -> None:
        """A label, and beside it words whose lines all begin in one column."""
        self.write((label.ljust(wide), "dim"), words, indent=indent, hanging=wide)


def _head(page: _Page, comparison: Comparison) -> None:
    names = side_names(comparison.mode)
    wide = max(map(len, names)) + _STEP
    for name, source in zip(names, (comparison.old, comparison.new), strict=True):
        title, file = one_line(source.title), one_line(source.name)
        words = f"{title} ({file})" if title and file else title or file or "(no name)"
        page.labelled(name, (words, "bold"), indent=0, wide=wide)
    page.gap()
    page.write(f"Compared as {MODE_NAMES[comparison.mode]}: {one_line(comparison.reason)}.")
    for line in totals(comparison):
        page.write(line)
    for note in comparison.notes:
        page.write(f"Note: {one_line(note)}.", hanging=6)


def _summary(page: _Page, comparison: Comparison) -> None:
    found = sections(comparison)
    for section in (section for section in found if section.in_full):
        page.section(section.name)
        for change in section.changes:
            _change(page, change, comparison)
    if elsewhere := said_elsewhere(comparison):
        page.section("The agreements as wholes")
        for one in elsewhere:
            page.write("• ", one_line(one.message), indent=_STEP, hanging=2)
            _evidence(page, one, comparison)
    for section in (section for section in found if not section.in_full):
        page.section(section.name)
        for change in section.changes:
            where = (places(change.pair, comparison.mode), "bold")
            said = "; ".join(messages(change.pair, comparison.mode))
            page.write(where, ": ", said, _below(change), indent=_STEP, hanging=2)


def _change(page: _Page, change: Change, comparison: Comparison) -> None:
    """A change in full: where, what, and the words that say it."""
    told = told_of(change.pair)
    said = messages(change.pair, comparison.mode)
    where = (places(change.pair, comparison.mode), "bold")
    page.write("• ", where, ": ", said[0], _below(change), indent=_STEP, hanging=2)
    for number, message in enumerate(said):
        if number:
            page.write(message, indent=2 * _STEP)
        for one in (one for one in told if one_line(one.message) == message):
            _evidence(page, one, comparison)


def _below(change: Change) -> str:
    return f" (with {count(change.below, 'clause')} below)" if change.below else ""


def _evidence(page: _Page, one: Difference, comparison: Comparison) -> None:
    wide = max(map(len, (*side_names(comparison.mode), SPEC))) + _STEP
    for name, words in evidence(one, comparison.mode):
        said = words if name == SPEC else f"“{words}”" if words else "not stated"
        page.labelled(name.lower(), said, indent=3 * _STEP, wide=wide)


# --- Clause by clause -------------------------------------------------------------------------------------


def _clauses(page: _Page, comparison: Comparison, context: int) -> None:
    shown = _shown(comparison.pairs, context)
    if not shown:
        return
    page.section("Clause by clause")
    page.write("Marks: ", *_words([Run("delete", "deleted"), Run("insert", "inserted")]))
    before = -1
    for at in shown:
        if context:
            _skipped(page, at - before - 1)
        pair, before = comparison.pairs[at], at
        if pair.kinds == ("unchanged",):
            _around(page, pair)
        else:
            _clause(page, pair, comparison)
    if context:
        _skipped(page, len(comparison.pairs) - before - 1)


def _shown(pairs: Sequence[Pair], context: int) -> list[int]:
    """The places of the changed pairs and of so many around each."""
    changed = [at for at, pair in enumerate(pairs) if pair.kinds != ("unchanged",)]
    around = {near for at in changed for near in range(at - context, at + context + 1)}
    return sorted(at for at in around if 0 <= at < len(pairs))


def _skipped(page: _Page, number: int) -> None:
    if number:
        page.gap()
        page.write((f"… {count(number, 'clause')} unchanged", "dim"))


def _around(page: _Page, pair: Pair) -> None:
    side = pair.new or pair.old
    assert side is not None  # noqa: S101 - an unchanged pair has both
    page.gap()
    page.write((f"{place(side)}  {one_line(side.words, page.width)}", "dim"), hanging=_STEP)


def _clause(page: _Page, pair: Pair, comparison: Comparison) -> None:
    page.gap()
    named, words = apart(pair, runs(pair.words))
    head = "  ".join(filter(None, (places(pair, comparison.mode), named)))
    severity = (SEVERITY_NAMES[pair.severity], _SEVERITY_STYLES[pair.severity])
    page.write((f"{head}  ", "bold"), severity, f", {kinds(pair, comparison.mode)}", hanging=_STEP)
    if pair.differences:
        for message in messages(pair, comparison.mode):
            page.write("• ", message, indent=_STEP, hanging=2)
    if said := of_whole(pair):
        page.write(said, indent=_STEP)
    if is_apart(pair, comparison.mode):
        _both(page, pair, comparison)
    elif words:
        page.write(*_words(shortened(words, _KEPT)), indent=_STEP)


def _both(page: _Page, pair: Pair, comparison: Comparison) -> None:
    """The one text below the other."""
    names = side_names(comparison.mode)
    wide = max(map(len, names)) + _STEP
    for name, side in zip(names, (pair.old, pair.new), strict=True):
        if side:
            page.labelled(name, visible(side.words), indent=_STEP, wide=wide)


def _words(found: Sequence[Run]) -> Iterator[Styled]:
    for before, run in zip((None, *found), found, strict=False):
        # What comes right after what went stands apart, as far as the script has blanks at all.
        if before and before.mark == "delete" and run.mark == "insert" and not is_unspaced(run.text):
            yield " ", ""
        start, end = _MARKS[run.mark]
        yield f"{start}{visible(run.text)}{end}", _STYLES[run.mark]
