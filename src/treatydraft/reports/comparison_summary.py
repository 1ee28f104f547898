"""The summary of a comparison as HTML: counts, and what changed as links, the material changes first."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from treatydraft.comparison.result import Comparison, Difference, Severity
from treatydraft.reports.comparison_words import (
    MODE_NAMES,
    Change,
    changes,
    count,
    heading,
    messages,
    one_line,
    places,
    said_elsewhere,
    side_names,
    told_of,
    totals,
)

_LONGEST: Final = 240  # characters of the words that say a difference
_OPEN: Final = 8  # changes of less weight that are listed without a fold


def summary(comparison: Comparison) -> Iterator[str]:
    """How much changed, and what."""
    yield '<section class="summary" aria-labelledby="summary">'
    yield '<h2 id="summary">Summary</h2>'
    yield f"<p>Compared as {MODE_NAMES[comparison.mode]}: {escape(one_line(comparison.reason))}.</p>"
    yield from (f"<p>{line}</p>" for line in totals(comparison))
    yield from (f'<p class="note">Note: {escape(one_line(note))}</p>' for note in comparison.notes)
    found = changes(comparison)
    told, lone = _parted([one for one in found if one.pair.severity == "material"], comparison)
    if told or lone:
        yield "<h3>Material changes</h3>"
        yield from _list(told, comparison, "material")
        yield from _only(lone, comparison)
    yield from _elsewhere(comparison)
    for severity, name in _LESSER:
        yield from _folded(name, [one for one in found if one.pair.severity == severity], comparison)
    yield "</section>"


_LESSER: Final[tuple[tuple[Severity, str], ...]] = (
    ("consequential", "Consequential changes"),
    ("editorial", "Editorial changes"),
    ("none", "Differences without weight"),
)


def _parted(found: Sequence[Change], comparison: Comparison) -> tuple[list[Change], list[Change]]:
    """What is listed, and of two agreements what only one of them has, which is folded."""
    lone = [one for one in found if comparison.mode == "parallel" and _is_lone(one)]
    return [one for one in found if one not in lone] if lone else list(found), lone


def _is_lone(change: Change) -> bool:
    pair = change.pair
    return (pair.old is None or pair.new is None) and not pair.differences


def _only(lone: Sequence[Change], comparison: Comparison) -> Iterator[str]:
    for name, is_new in zip(side_names(comparison.mode), (False, True), strict=True):
        these = [one for one in lone if (one.pair.new is not None) == is_new]
        yield from _folded(f"Only in the {name.lower()} agreement", these, comparison)


def _folded(name: str, found: Sequence[Change], comparison: Comparison) -> Iterator[str]:
    if found:
        number = sum(1 + one.below for one in found)
        is_open = " open" if len(found) <= _OPEN else ""
        yield f"<details{is_open}><summary>{name} <small>{count(number, 'clause')}</small></summary>"
        yield from _list(found, comparison, "lesser")
        yield "</details>"


def _list(found: Sequence[Change], comparison: Comparison, name: str) -> Iterator[str]:
    yield f'<ul class="changes {name}">'
    for change in found:
        yield f"<li>{_link(change)}{''.join(_said(change, comparison))}</li>"
    yield "</ul>"


def _link(change: Change) -> str:
    named = heading(change.pair)
    return (
        f'<a href="#c{change.index}" dir="auto">{escape(places(change.pair))}</a>'
        f"{f' <i>{escape(named)}</i>' if named else ''}"
    )


def _said(change: Change, comparison: Comparison) -> Iterator[str]:
    pair = change.pair
    below = f", with {count(change.below, 'clause')} below" if change.below else ""
    told = told_of(pair)
    if not told:
        yield f"<p>{escape('; '.join(messages(pair, comparison.mode)))}{below}</p>"
    for one in told:
        yield f"<p>{escape(one_line(one.message))}</p>{_evidence(one, comparison)}"


def _elsewhere(comparison: Comparison) -> Iterator[str]:
    """What is in no clause that is shown."""
    found = said_elsewhere(comparison)
    if found:
        yield "<h3>The agreements as wholes</h3>"
        yield '<ul class="changes wholes">'
        for one in found:
            yield f"<li><p>{escape(one_line(one.message))}</p>{_evidence(one, comparison)}</li>"
        yield "</ul>"


def _evidence(one: Difference, comparison: Comparison) -> str:
    """The words of both texts that say it, and the field of the spec that no longer holds."""
    rows = [
        f'<div class="{side}"><dt>{name}</dt><dd dir="auto">{_quoted(words)}</dd></div>'
        for side, name, words in zip(
            ("was", "is"),
            side_names(comparison.mode),
            (one.old_words or one.old, one.new_words or one.new),
            strict=True,
        )
    ]
    if one.spec_path:
        field = f"<code>{escape(one_line(one.spec_path))}</code> no longer holds"
        rows.append(f'<div class="spec"><dt>Spec</dt><dd>{field}</dd></div>')
    return f'<dl class="evidence">{"".join(rows)}</dl>'


def _quoted(words: str) -> str:
    return f"“{escape(one_line(words, _LONGEST))}”" if words else "<i>not stated</i>"
