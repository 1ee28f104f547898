"""What the text says of its languages contradicts itself.

## Why it matters
“Equally authentic” and “the only authentic text” cannot both hold, and “both texts” of three leaves one
out. It is the clause by which all others are read.

## Wrong
    Testimonium: Done at Norburg on 1 March 2027, in the French, Japanese and English languages.
    Testimonium: Both texts are equally authentic.

## Right
    Testimonium: Done at Norburg on 1 March 2027, in the French, Japanese and English languages.
    Testimonium: All texts are equally authentic.

## Source
Vienna Convention on the Law of Treaties, art. 33. That all texts are authentic and one of them prevails is
no contradiction.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from treatydraft.facts import languages_named
from treatydraft.facts.numerals import number_of
from treatydraft.facts.signing import DONE
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_ONLY: Final = re.compile(
    r"\b(?:(?:the )?(?:only|sole) (?:authentic|valid|authoritative)|(?:alone|solely|only) (?:is "
    r"|being |shall be |will be )?(?:authentic|valid|authoritative)"
    r"|(?:shall|will) alone be (?:authentic|valid|authoritative))\b",
    re.IGNORECASE,
)
_EQUAL: Final = re.compile(
    r"\b(?:equally (?:authentic|valid|authoritative)|(?:of |having )?equal(?:ly)? (?:validity"
    r"|force|authenticity)|equivalent)\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    r"\b(?P<count>both|each of the two|the two|all (?:of the )?(?P<number>two|three|four|five"
    r"|six)|the (?P<these>three|four|five))"
    r"(?: (?:language|of these|of which|of the))? (?:texts?|versions?|languages?|originals?)\b",
    re.IGNORECASE,
)
_LIST_ENDS: Final = re.compile(r"\blanguages?\b", re.IGNORECASE)
_ONCE: Final = "name each language once"
_TWO: Final = 2


def languages_contradict(text: Text) -> Iterator[Mark]:
    """`both texts` of three, a language named twice, all equal and one alone."""
    passages = [*text.of("closing")] or [*text.of("body")]
    equal = next((match for one in passages if (match := _EQUAL.search(one.folded))), None)
    for passage in passages:
        only = _ONLY.search(passage.folded)
        if only and equal:
            yield passage.mark(
                f"“{only[0]}” and “{equal[0]}” cannot both hold",
                only.span(),
                suggestion="say that all texts are authentic, and which of them prevails",
            )
    for passage in passages:
        if match := DONE.search(passage.folded):
            yield from _list(passage, match.start())
        elif passage.zone == "closing":
            yield from _beside(passage)
    yield from _counts(passages, {fact.value for fact in text.facts.get("languages.authentic", ())})


def _list(passage: Passage, start: int) -> Iterator[Mark]:
    """A language that the list of those done in names twice."""
    ends = _LIST_ENDS.search(passage.folded, start)
    seen = set()
    for found in languages_named(passage.folded[: ends.end()]) if ends else ():
        if found.value in seen:
            yield passage.mark("this language is named twice", (found.start, found.end), suggestion=_ONCE)
        seen.add(found.value)


def _beside(passage: Passage) -> Iterator[Mark]:
    """A language that is named twice in one breath."""
    for first, second in pairwise(languages_named(passage.folded)):
        between = passage.folded[first.end : second.start].strip()
        if first.value == second.value and between in (",", "and", ", and", "and the"):
            yield passage.mark("this language is named twice", (second.start, second.end), suggestion=_ONCE)


def _counts(passages: list[Passage], authentic: set[str]) -> Iterator[Mark]:
    done = next((one for one in passages if DONE.search(one.folded) and _LIST_ENDS.search(one.folded)), None)
    if done is None:
        return
    ends = _LIST_ENDS.search(done.folded)
    named_there = {found.value for found in languages_named(done.folded[: ends.end() if ends else 0])}
    number, later = len(named_there), len(named_there | authentic)  # some texts are made later
    for passage in passages:
        for match in _COUNT.finditer(passage.folded) if number else ():
            named = match["number"] or match["these"]
            counted = number_of(named) if named else _TWO
            if counted not in (number, later):
                yield passage.mark(
                    f"“{match[0]}” are {counted}, and the text is done in {_languages(number)}",
                    match.span(),
                    suggestion="count the texts again" if number > 1 else "leave the count out",
                )


def _languages(number: int) -> str:
    return "one language" if number == 1 else f"{number} languages"


RULE: Final = Rule("TD804", "error", languages_contradict)
