"""A total is not the sum of its parts.

## Why it matters
Either a part or the total is wrong, and both have been signed. Parliaments vote on the total, and ministries
pay the parts.

## Wrong
    1. Norland shall provide a total of EUR 9 million:
      (a) EUR 2 million in 2024;
      (b) EUR 3 million in 2025; and
      (c) EUR 3 million in 2026.

## Right
    1. Norland shall provide a total of EUR 8 million:
      (a) EUR 2 million in 2024;
      (b) EUR 3 million in 2025; and
      (c) EUR 3 million in 2026.

## Source
Drafting practice: figures are added up before signature.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from treatydraft.facts.money import Sum, sums
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_TOTAL: Final = re.compile(
    r"\b(?:total(?:ling|ing|s)?(?: (?:amount|sum|volume|value|contribution|of|support|assistance))*"
    r"|in all|altogether|aggregate|overall|in sum|sum of"
    r"|add(?:s|ing)? up to|amount(?:s|ing)? (?:in total )?to)\b"
    r"[^.;\d]{0,40}\Z",
    re.IGNORECASE,
)
_TOTAL_AFTER: Final = re.compile(
    r"[^.;\d]{0,30}?\b(?:in total|in all|altogether|overall|in sum|in aggregate)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN: Final = re.compile(r"\b((?:19|20)\d\d) ?(?:-|to|until|and|through) ?((?:19|20)\d\d)\b")
_FOR: Final = re.compile(r",? for (?P<what>[^.,;:]{3,80}?)(?=[.,;:]| in (?:19|20)\d\d|\Z)")
_MONEY: Final = re.compile(r"[$€£¥₴]|\b[A-Z]{3} ?\d|illion|euro|dollar|pound|kron|franc|yen|hryvn|zlot")
_HINTS: Final = ("otal", "n all", "ltogether", "ggregate", "verall", "n sum", "um of", "up to", "mount")
_REACH: Final = 120  # characters before a sum that can say that it is a total
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A sum with what it is a sum of."""

    passage: Passage
    money: Sum
    years: tuple[int, ...]  # the year, or the first and the last
    is_total: bool
    what: str  # `military aid`; empty where the text does not say

    @property
    def currency(self) -> str:
        return self.money.value.partition(" ")[0]

    @property
    def amount(self) -> Decimal:
        return Decimal(self.money.value.partition(" ")[2])


def sum_disagrees(text: Text) -> Iterator[Mark]:
    """Totals that their parts, which stand beside or below them, do not add up to."""
    hinted = {passage.clause.id for passage in text.passages if _may_be_total(passage)}
    for passage in text.passages if hinted else ():
        children = [child.id for child in passage.clause.children if child.id in text.by_id]
        if hinted.isdisjoint([passage.clause.id, *children]):
            continue
        own = list(_lines(passage))
        below = [list(_lines(text.by_id[child])) for child in children]
        under = [line for each in below for line in each]
        each_has_one = bool(own and below) and all(len(each) == 1 for each in below)
        yield from _wrong_total([*own, *under], listed=each_has_one)
        yield from _wrong_period(under)
        if own and under:
            yield from _wrong_total(own, listed=False)


def _may_be_total(passage: Passage) -> bool:
    """Whether a passage has an amount, and words for a total or a period of years."""
    words = passage.folded
    return bool(_MONEY.search(words)) and (any(hint in words for hint in _HINTS) or bool(_SPAN.search(words)))


def _lines(passage: Passage) -> Iterator[_Line]:
    found = list(sums(passage.words)) if _MONEY.search(passage.folded) else []
    leads = bool(found) and bool(_YEAR.search(passage.folded, 0, found[0].start))
    for number, one in enumerate(found):
        first = found[number - 1].end if number else 0
        last = found[number + 1].start if number + 1 < len(found) else len(passage.folded)
        before, after = passage.folded[first : one.start], passage.folded[one.end : last]
        is_total = bool(_TOTAL.search(before[-_REACH:]) or _TOTAL_AFTER.match(after))
        what = _FOR.match(after)
        yield _Line(passage, one, _years(before, after, leads=leads), is_total, what["what"] if what else "")


def _years(before: str, after: str, *, leads: bool) -> tuple[int, ...]:
    """The year of a sum, as the text names it before its sums or behind them; or the first and the last."""
    behind = after.partition(";")[0]
    for words in (before, behind) if leads else (behind, before):
        if span := _SPAN.search(words):
            return (int(span[1]), int(span[2]))
        if years := _YEAR.findall(words):
            return (int(years[0]),) if len(set(years)) == 1 else ()
    return ()


def _wrong_total(lines: Sequence[_Line], *, listed: bool) -> Iterator[Mark]:
    totals = [line for line in lines if line.is_total]
    parts = [line for line in lines if not line.is_total]
    if len(totals) == 1 and len(parts) >= _FEWEST and (listed or _is_by_year(parts)):
        yield from _compared(totals[0], parts)


def _is_by_year(parts: Sequence[_Line]) -> bool:
    years = [line.years for line in parts]
    return all(len(one) == 1 for one in years) and len(set(years)) == len(years)


def _wrong_period(lines: Sequence[_Line]) -> Iterator[Mark]:
    """A sum of several years for one purpose, beside the sums of each of these years for the same."""
    for whole in lines:
        if len(whole.years) == _FEWEST and whole.what:
            needed = set(range(whole.years[0], whole.years[1] + 1))
            parts = [line for line in lines if line.what == whole.what and len(line.years) == 1]
            if (
                not whole.is_total
                and {line.years[0] for line in parts} == needed
                and len(parts) == len(needed)
            ):
                yield from _compared(whole, parts)


def _compared(whole: _Line, parts: Sequence[_Line]) -> Iterator[Mark]:
    alike = all(line.currency == whole.currency and not line.money.bound for line in (whole, *parts))
    added = sum((line.amount for line in parts), Decimal())
    if alike and added != whole.amount:
        yield whole.passage.mark(
            f"the parts add up to {whole.currency} {added:,f}",
            (whole.money.start, whole.money.end),
            suggestion="find out whether a part or the total is wrong",
        )


RULE: Final = Rule("TD510", "error", sum_disagrees)
