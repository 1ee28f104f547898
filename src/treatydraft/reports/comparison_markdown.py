"""A comparison as Markdown that a code review shows well: a table of what weighs, then clause by clause."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from treatydraft.comparison.result import Comparison, Difference, Pair
from treatydraft.reports.comparison_changes import Change, said_elsewhere, sections
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
    places,
    side_names,
    told_of,
    totals,
)
from treatydraft.writers.markdown import escape

_KEPT: Final = 160  # characters of equal words that stand beside a change
_LONGEST: Final = 240  # characters of the words that say a difference
_NOT_STATED: Final = "–"
_BREAK: Final = "<br>"
_NAMES_SOMEBODY: Final = re.compile(r"@(?=\w)|#(?=\d)")
# A mark that stands between a letter and a punctuation mark opens nothing, so there a tag takes its place.
_MARKS: Final[dict[Mark, tuple[str, str]]] = {"delete": ("~~", "~~"), "insert": ("**", "**")}
_TAGS: Final[dict[Mark, tuple[str, str]]] = {
    "delete": ("<del>", "</del>"),
    "insert": ("<strong>", "</strong>"),
}


def comparison_markdown(comparison: Comparison) -> str:
    """The comparison, with what went ~~struck through~~ and what came in **bold**."""
    blocks = (*_head(comparison), *_summary(comparison), *_clauses(comparison))
    return "\n\n".join(blocks) + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    yield "# Comparison"
    rows = [
        [f"**{name}**", _cell(source.title), _cell(source.name)]
        for name, source in zip(side_names(comparison.mode), (comparison.old, comparison.new), strict=True)
    ]
    yield _table(["", "Title", "File"], rows)
    yield f"Compared as {MODE_NAMES[comparison.mode]}: {_words(one_line(comparison.reason))}."
    notes = (f"Note: {_words(one_line(note))}" for note in comparison.notes)
    yield "\n".join(f"- {line}" for line in (*totals(comparison), *notes))


def _summary(comparison: Comparison) -> Iterator[str]:
    found = sections(comparison)
    for section in (section for section in found if section.in_full):
        yield f"## {section.name}"
        yield _differences([row for one in section.changes for row in _rows(one, comparison)], comparison)
    if elsewhere := said_elsewhere(comparison):
        yield "## The agreements as wholes"
        yield _differences([_row("", one) for one in elsewhere], comparison)
    for section in (section for section in found if not section.in_full):
        yield f"## {section.name}"
        yield _table(["Where", "What"], [_short_row(one, comparison) for one in section.changes])


def _differences(rows: list[list[str]], comparison: Comparison) -> str:
    """A table of what is said differently; without the column of the spec where no field is named."""
    head = ["Where", "Change", *side_names(comparison.mode), "Spec field"]
    if not any(row[-1] for row in rows):
        head, rows = head[:-1], [row[:-1] for row in rows]
    return _table(head, rows)


def _rows(change: Change, comparison: Comparison) -> Iterator[list[str]]:
    where = places(change.pair, comparison.mode)
    told = told_of(change.pair)
    if told:
        yield from (_row(where, one) for one in told)
        return
    said = f"{'; '.join(messages(change.pair, comparison.mode))}{_below(change)}"
    texts = (_quoted(side.words if side else "") for side in (change.pair.old, change.pair.new))
    yield [_cell(where), _cell(said), *texts, ""]


def _short_row(change: Change, comparison: Comparison) -> list[str]:
    said = f"{'; '.join(messages(change.pair, comparison.mode))}{_below(change)}"
    return [_cell(places(change.pair, comparison.mode)), _cell(said)]


def _below(change: Change) -> str:
    return f" (with {count(change.below, 'clause')} below)" if change.below else ""


def _row(where: str, one: Difference) -> list[str]:
    texts = (_quoted(one.old_words or one.old), _quoted(one.new_words or one.new))
    return [_cell(where), _cell(one.message), *texts, _cell(one.spec_path)]


def _quoted(text: str) -> str:
    return f"“{_words(one_line(text, _LONGEST))}”" if text else _NOT_STATED


# --- Clause by clause -------------------------------------------------------------------------------------


def _clauses(comparison: Comparison) -> Iterator[str]:
    if comparison.changed:
        yield "## Clause by clause"
    for pair in comparison.changed:
        yield from _clause(pair, comparison)


def _clause(pair: Pair, comparison: Comparison) -> Iterator[str]:
    named, words = apart(pair, runs(pair.words))
    yield f"### {' · '.join(_words(text) for text in (places(pair, comparison.mode), named) if text)}"
    yield f"**{SEVERITY_NAMES[pair.severity]}**, {kinds(pair, comparison.mode)}"
    said = [*(messages(pair, comparison.mode) if pair.differences else ()), of_whole(pair)]
    if any(said):
        yield "\n".join(f"- {_words(text)}" for text in said if text)
    if is_apart(pair, comparison.mode):
        yield from _both(pair, comparison)
    elif words:
        yield f"> {_marked(shortened(words, _KEPT))}"


def _both(pair: Pair, comparison: Comparison) -> Iterator[str]:
    """The one text below the other, without marks."""
    for name, side in zip(side_names(comparison.mode), (pair.old, pair.new), strict=True):
        if side:
            yield f"{name}:\n\n> {_words(visible(side.words).strip())}"


def _marked(found: Sequence[Run]) -> str:
    made = ""
    for run in found:
        text = visible(run.text)
        words = _words(text if made else text.lstrip())
        made += words if run.mark == "equal" else _in_marks(run.mark, text, words)
    return made.rstrip()


def _in_marks(mark: Mark, text: str, words: str) -> str:
    start, end = (_MARKS if text[0].isalnum() and text[-1].isalnum() else _TAGS)[mark]
    return f"{start}{words}{end}"


# --- Words and tables -------------------------------------------------------------------------------------


def _words(text: str) -> str:
    """Words as Markdown that prints them and does nothing else; a line of theirs begins no block."""
    return _BREAK.join(_line(line) for line in text.split("\n"))


def _line(text: str) -> str:
    core = text.strip()
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if core else ""
    return f"{_blank(start)}{_unlinked(escape(core))}{_blank(end)}"


def _unlinked(markdown: str) -> str:
    """Without mentions of accounts and issues, which a code review would tell of the text."""
    return _NAMES_SOMEBODY.sub(r"\g<0><!-- -->", markdown)


def _blank(text: str) -> str:
    return " " if text else ""


def _cell(text: str) -> str:
    return _words(one_line(text))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
