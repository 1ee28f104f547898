"""Facts of an agreement as lines for a terminal: field, value, clause, and the words that say it."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Final

from treatydraft.facts import Fact

_LEAST_EVIDENCE: Final = 24  # columns that the words get in a narrow terminal
_WIDEST_VALUE: Final = 34
_GAP: Final = "  "


def facts_text(title: str, facts: Mapping[str, Sequence[Fact]], *, width: int) -> str:
    """The facts in lines of about `width` columns; a value that repeats its field leaves the name out.

    Words and values that are too long end in `…`: the JSON has them whole.
    """
    return "\n".join((title, *_lines(facts, width))) + "\n"


def _lines(facts: Mapping[str, Sequence[Fact]], width: int) -> Iterator[str]:
    rows = list(_rows(facts))
    if not rows:
        yield f"{_GAP}nothing that is known how to read"
        return
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    left = width - sum(widths) - 4 * len(_GAP)
    for *cells, evidence in rows:
        start = _GAP.join(cell.ljust(wide) for cell, wide in zip(cells, widths, strict=True))
        yield f"{_GAP}{start}{_GAP}“{_short(evidence, max(left - 2, _LEAST_EVIDENCE))}”"


def _rows(facts: Mapping[str, Sequence[Fact]]) -> Iterator[tuple[str, str, str, str]]:
    for field, found in facts.items():
        for place, fact in enumerate(found):
            yield "" if place else field, _short(fact.value, _WIDEST_VALUE), fact.label, fact.evidence


def _short(text: str, width: int) -> str:
    return shorten(text, width, placeholder="…")
