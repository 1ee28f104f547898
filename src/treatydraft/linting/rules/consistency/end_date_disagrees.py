"""A term and the day on which it ends do not fit each other.

## Why it matters
Ten years from 13 June 2024 end on 12 or 13 June 2034. If the text says 2035, nobody can tell whether the term
or the day was agreed.

## Wrong
    Testimonium: Done at Norhaven, on 13 June 2024, in two originals.
    1. This Agreement shall remain in force for ten years from the date of its signature, until 13 June 2035.

## Right
    Testimonium: Done at Norhaven, on 13 June 2024, in two originals.
    1. This Agreement shall remain in force for ten years from the date of its signature, until 13 June 2034.

## Source
Drafting practice: give the length or the last day, and not both; where both are given, one is worked out from
the other.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.durations import durations
from treatydraft.facts.numerals import NUMBER, number_of
from treatydraft.facts.passages import Sentence
from treatydraft.linting.features.periods import day_of, length_of
from treatydraft.linting.features.written_dates import WrittenDate, written_dates
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text
from treatydraft.spec.durations import Duration

_ENDS: Final = re.compile(
    r"\b(?:until|till|up to|through|to|(?:expires?|ends?|ending|terminates?|lapses?|expiring)"
    r"(?: on| at the end of)?|(?:last|final) day (?:being|is)|ceases? to [a-z ]{2,20} on)"
    r"(?: and including)?(?: the)? \Z",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    r"\b(?:from|(?:beginning|starting|begins?|starts?|commenc(?:es?|ing)|counted|in force|effect)"
    r"(?: on| with| from| as of)?|as of)(?: the)? \Z",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    rf"\b(?P<count>{NUMBER})[- ]years?(?: (?:period|programme|program|plan|term|phase|cycle))?,? ?\(?"
    r"(?:(?:from|of|for|between|covering) )?(?P<first>(?:19|20)\d\d)"
    r" ?(?:-|to|until|and) ?(?P<last>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LIMIT: Final = re.compile(
    r"\b(?:within|after|every|least|than|before|by|until)(?: an?| the)? \Z", re.IGNORECASE
)
_DAY: Final = dt.timedelta(days=1)


def end_date_disagrees(text: Text) -> Iterator[Mark]:
    """Days on which a term ends that are not its length after its beginning."""
    begins, length = _beginning(text), _term(text)
    of_term = {fact.clause for field in ("term.length", "term.until") for fact in text.facts.get(field, ())}
    for sentence in text.sentences:
        yield from _of_years(sentence)
        passage = text.by_id.get(sentence.clause.id)
        found = _ending(sentence) if passage and passage.dates else None
        if found is None:
            continue
        end, first = found
        own = _length_in(sentence)
        if first and own:
            yield from _compared(sentence, first, own, end)
        elif begins and length and sentence.clause.id in of_term:
            yield from _compared(sentence, begins, length, end)


def _beginning(text: Text) -> dt.date | None:
    """The day from which the term is counted, where the text says which that is."""
    signed = day_of(text, "instrument.signed.date")
    on = {fact.value for fact in text.facts.get("entry_into_force.on", ())}
    force = signed if on == {"signature"} else day_of(text, "entry_into_force.date")
    start = {fact.value for fact in text.facts.get("term.from", ())}
    return signed if start == {"signature"} else force


def _term(text: Text) -> Duration | None:
    lengths = text.facts.get("term.length", ())
    return length_of(lengths[0].value) if len(lengths) == 1 else None


def _ending(sentence: Sentence) -> tuple[WrittenDate, dt.date | None] | None:
    """The day on which something ends, and that on which it begins where the same sentence names it."""
    dates = list(written_dates(sentence.folded))
    ends = [date for date in dates if _ENDS.search(sentence.folded, max(0, date.start - 40), date.start)]
    if len(ends) != 1:
        return None
    begins = [date for date in dates if _BEGINS.search(sentence.folded, max(0, date.start - 40), date.start)]
    first = begins[0].value if len(begins) == 1 and begins[0] is not ends[0] else None
    return ends[0], first


def _length_in(sentence: Sentence) -> Duration | None:
    """The only length that the sentence gives, unless it is a time limit: `within ten days`."""
    found = list(durations(sentence.words))
    if len(found) != 1 or _LIMIT.search(sentence.folded, 0, found[0].start):
        return None
    return length_of(found[0].value)


def _compared(sentence: Sentence, begins: dt.date, length: Duration, end: WrittenDate) -> Iterator[Mark]:
    last = length.after(begins)
    if end.value and end.value not in (last, last - _DAY):
        yield Mark(
            f"{length} from {begins:%d %B %Y} end on {last:%d %B %Y}".replace(" 0", " "),
            sentence.clause.id,
            "text",
            (sentence.start + end.start, sentence.start + end.end),
            "find out whether the length or the day was agreed",
        )


def _of_years(sentence: Sentence) -> Iterator[Mark]:
    """`a three-year period 2024 to 2028`: with the last year counted, or not."""
    for match in _YEARS.finditer(sentence.folded) if "year" in sentence.folded else ():
        years = int(match["last"]) - int(match["first"])
        if number_of(match["count"]) not in (years, years + 1):
            yield Mark(
                f"from {match['first']} to {match['last']} is not {match['count']} years",
                sentence.clause.id,
                "text",
                (sentence.start + match.start(), sentence.start + match.end()),
                "find out whether the length or the years were agreed",
            )


RULE: Final = Rule("TD505", "error", end_date_disagrees)
