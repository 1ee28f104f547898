"""Dates stand in an order that cannot be: an end before its beginning, a source after the signature.

## Why it matters
A period from 2026 to 2024 is empty, and an agreement cannot recall what had not been signed. Mostly one digit
is wrong.

## Wrong
    Recital: Recalling the Protocol on Fish Stocks of 3 May 2026,
    Testimonium: Done at Norhaven, on 13 June 2024, in two originals.

## Right
    Recital: Recalling the Protocol on Fish Stocks of 3 May 2016,
    Testimonium: Done at Norhaven, on 13 June 2024, in two originals.

## Source
Drafting practice; on application before entry into force, article 25 of the Vienna Convention on the Law of
Treaties.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.periods import day_of, mark_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_RANGE: Final = re.compile(
    r"\b(?P<word>from|between|period|years|in|for|of|over|during|throughout|\()[ (]*"
    r"(?P<first>(?:19|20)\d\d) ?(?:(?P<dash>-)|,? ?(?:to|until|till|through|and)) ?"
    r"(?P<last>(?:19|20)\d\d)\b(?![-/])",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"\b(?:from|between|beginning on|starting on|as of)(?: the)? \Z", re.IGNORECASE)
_TO: Final = re.compile(
    r",? ?(?:(?:up )?to|until|till|through|and|-|and ending on|and ends on)(?: and including)?(?: the)? ?"
)
_DONE: Final = re.compile(
    r"\b(?:signed|adopted|concluded|launched|issued|made|done|held|opened|entered into force|published"
    r"|established|endorsed|announced|joined|approved|agreed|decided|ratified"
    r"|recommendations?|decisions?|conclusions|resolution|report|communiqu[eé]|letter|judgment|opinion)"
    r"(?: [A-Za-zÀ-ž]+,?){0,6}? (?:on|of)(?: the)? \Z",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"(?<!\bas) of (?:the )?\Z")
# Only the beginning of a long title has capitals: `the Agreement concerning seals of 2 May 2012`.
_NAMED: Final = re.compile(
    r"(?<![Tt]his )(?<!present )\b(?:Agreement|Treaty|Protocol|Convention|Memorandum|Declaration|Statement"
    r"|Arrangement|Resolution|Charter)\b[^.;()]{0,150}\Z"
)
_LATER: Final = re.compile(
    r"\b(?:to be|will|shall|would|expected|planned|due|upcoming|forthcoming|scheduled)\b", re.IGNORECASE
)
_PARTED: Final = re.compile(r"[;()]|\b(?:by|until|before|from|after|to)\b")
_REACH: Final = 90  # characters from a title, or from what was done, to its date
_ENDS: Final = ("term.until", "entry_into_force.date")


def date_order(text: Text) -> Iterator[Mark]:
    """Periods that end before they begin, sources after the signature, ends and beginnings before it."""
    for passage in text.passages:
        if "0" in passage.words or "1" in passage.words or "2" in passage.words:
            yield from _years(passage)
            yield from _days(passage)
    if signed := day_of(text, "instrument.signed.date"):
        yield from _sources(text, signed)
        yield from _life(text, signed)


def _years(passage: Passage) -> Iterator[Mark]:
    for match in _RANGE.finditer(passage.folded):
        is_range = match["dash"] or match["word"].lower() in ("from", "between", "period")
        if is_range and int(match["last"]) < int(match["first"]):
            yield _reversed(passage, match.start("first"), match.end("last"))


def _days(passage: Passage) -> Iterator[Mark]:
    for first, second in zip(passage.dates, passage.dates[1:], strict=False):
        joined = _TO.fullmatch(passage.folded, first.end, second.start)
        led = _FROM.search(passage.folded, max(0, first.start - 20), first.start)
        if joined and led and first.value and second.value and second.value < first.value:
            yield _reversed(passage, first.start, second.end)


def _reversed(passage: Passage, start: int, end: int) -> Mark:
    return passage.mark(
        f"the period “{passage.words[start:end]}” ends before it begins",
        (start, end),
        suggestion="check both",
    )


def _sources(text: Text, signed: dt.date) -> Iterator[Mark]:
    """What the text recalls as done, and dates after its own signature."""
    for passage in text.of("preamble", "body", "annex"):
        after = 0  # the date before
        for date in passage.dates:
            if date.value and date.value > signed and _is_source(passage, after, date.start):
                yield passage.mark(
                    f"the text is signed on {signed:%d %B %Y}, and this is later".replace(" 0", " "),
                    (date.start, date.end),
                    suggestion="check the date of what is cited",
                )
            after = date.end


def _is_source(passage: Passage, after: int, start: int) -> bool:
    """Whether the date at this place is that of an instrument, or of something that has been done."""
    first = max(after, start - _REACH)
    if _LATER.search(passage.folded, first, start):
        return False
    of = _OF.search(passage.folded, 0, start)
    cited = any(
        first < end <= start and (of or not _PARTED.search(passage.folded, end, start))
        for _, end in passage.titles
    )
    done = _DONE.search(passage.folded, first, start)
    return cited or bool(done) or bool(of and _NAMED.search(passage.folded, after, start))


def _life(text: Text, signed: dt.date) -> Iterator[Mark]:
    """An end before the signature, or an entry into force before it."""
    for field in _ENDS:
        for fact in text.facts.get(field, ()):
            if dt.date.fromisoformat(fact.value) < signed:
                what = "ends" if field == "term.until" else "enters into force"
                yield mark_of(
                    fact,
                    f"the text {what} on a day before that of its signature, {signed:%d %B %Y}".replace(
                        " 0", " "
                    ),
                    "check both dates",
                )


RULE: Final = Rule("TD506", "error", date_order)
