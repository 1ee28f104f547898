"""The summary of a comparison as HTML: counts, and what changed as links, the material changes first."""

from collections.abc import Iterator
from html import escape
from typing import Final

from treatydraft.comparison.result import Comparison, Difference
from treatydraft.reports.comparison_changes import SPEC, Change, Section, evidence, said_elsewhere, sections
from treatydraft.reports.comparison_runs import one_line
from treatydraft.reports.comparison_words import (
    MODE_NAMES,
    count,
    heading,
    messages,
    places,
    told_of,
    totals,
)

_OPEN: Final = 8  # changes of less weight that are listed without a fold


def summary(comparison: Comparison) -> Iterator[str]:
    """How much changed, and what."""
    yield '<section class="summary" aria-labelledby="summary">'
    yield '<h2 id="summary">Summary</h2>'
    yield f"<p>Compared as {MODE_NAMES[comparison.mode]}: {escape(one_line(comparison.reason))}.</p>"
    yield from (f"<p>{line}</p>" for line in totals(comparison))
    yield from (f'<p class="note">Note: {escape(one_line(note))}</p>' for note in comparison.notes)
    found = sections(comparison)
    for section in (section for section in found if section.in_full):
        yield f"<h3>{section.name}</h3>"
        yield from _list(section, comparison)
    yield from _elsewhere(comparison)
    for section in (section for section in found if not section.in_full):
        yield from _folded(section, comparison)
    yield "</section>"


def _folded(section: Section, comparison: Comparison) -> Iterator[str]:
    is_open = " open" if len(section.changes) <= _OPEN else ""
    number = count(section.clauses, "clause")
    yield f"<details{is_open}><summary>{section.name} <small>{number}</small></summary>"
    yield from _list(section, comparison)
    yield "</details>"


def _list(section: Section, comparison: Comparison) -> Iterator[str]:
    yield f'<ul class="changes {"material" if section.in_full else "lesser"}">'
    for change in section.changes:
        said = "".join(_said(change, comparison, in_full=section.in_full))
        yield f"<li>{_link(change, comparison)}{said}</li>"
    yield "</ul>"


def _link(change: Change, comparison: Comparison) -> str:
    where, named = places(change.pair, comparison.mode), heading(change.pair)
    words = f' <i dir="auto">{escape(named)}</i>' if named and change.pair.differences else ""
    return f'<a href="#c{change.index}" dir="auto">{escape(where)}</a>{words}'


def _said(change: Change, comparison: Comparison, *, in_full: bool) -> Iterator[str]:
    told = told_of(change.pair) if in_full else []
    if not told:
        below = f", with {count(change.below, 'clause')} below" if change.below else ""
        yield f"<p>{escape('; '.join(messages(change.pair, comparison.mode)))}{below}</p>"
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
    rows = [
        f'<div class="{name.lower()}"><dt>{name}</dt>{_words(name, text)}</div>'
        for name, text in evidence(one, comparison.mode)
    ]
    return f'<dl class="evidence">{"".join(rows)}</dl>' if rows else ""


def _words(name: str, text: str) -> str:
    if name == SPEC:
        return f"<dd>{escape(text)}</dd>"
    return f'<dd dir="auto">“{escape(text)}”</dd>' if text else "<dd><i>not stated</i></dd>"
