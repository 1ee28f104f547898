"""A state that is no party stands where only a party can: it promises, concludes or signs.

## Why it matters
It is the leftover of another agreement whose text was used again, and the slip that embarrasses most.

## Wrong
    Parties: Norland; Sudland
    1. Norland shall send two vessels.
    2. Iceland shall send three observers.

## Right
    Parties: Norland; Sudland
    1. Norland shall send two vessels.
    2. The Parties shall inform Iceland of the number of observers.

## Source
Reviews of contracts name what is left over from another deal among the most frequent slips; names of states
are those of the Unicode locale data.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale

from treatydraft.facts.folding import folded
from treatydraft.facts.party_names import code_of
from treatydraft.linting.features.party_forms import in_signatures, in_title, party_of
from treatydraft.linting.features.wordings import SIGNATORIES, bare, names_of
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Span, Text

_NAME: Final = r"(?:[Tt]he )?(?:Government of (?:the )?)?[A-Z][\w'-]+(?: (?:of|and|the|&|[A-Z][\w'-]+)){0,8}?"
_ACTS: Final = re.compile(
    rf"(?:\A|[.;:,] |\band |\bthat |\bwhich |\bboth )(?P<name>{_NAME}),? (?:also |further |hereby "
    rf"|therefore |accordingly )?"
    r"(?:shall|undertakes?|intends?|commits?|agrees?|pledges?|stands ready|is ready"
    r"|may (?:terminate|discontinue|denounce|withdraw|request)"
    r"|(?:has |have )?(?:provided|pledged|committed|allocated|contributed)"
    r"|will (?!be\b|become\b|have\b|not\b|join\b|host\b|remain\b|continue to be\b))"
)
_BESIDE: Final = re.compile(
    rf"\b(?:the )?(?:other|either|each|both) {SIGNATORIES}, (?P<name>{_NAME})[,.;]", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_AND: Final = re.compile(r"\s+and\s+")
_CAPITALS: Final = re.compile(r"\b[A-Z]\w+")
_MEMBER: Final = re.compile(
    r"\b(?:if|when|should|where|once|in the event that|until|unless|whether)\W+(?:\w+ ){0,3}\Z", re.IGNORECASE
)
_MOST: Final = 4  # findings of one name, after which it is clear that the text means it
_HELD: Final = re.compile(
    r"\b(?:welcom|not|recall|acknowledg|condemn|call|demand|until|unless|if|when)\w*\b", re.IGNORECASE
)


def foreign_name(text: Text) -> Iterator[Mark]:
    """States that act, open the text or sign it, and are not among the parties."""
    if not text.parties:
        return
    own = {code_of(name) for party in text.parties for name in (party.name, party.short)} | {
        p.id for p in text.parties
    }
    yield from _signing(text, own)
    yield from _opening(text, own)
    found = [*_acting(text, own)]
    often = Counter(passage.words[slice(*span)] for passage, span in found)
    yield from (
        _mark(passage, span) for passage, span in found if often[passage.words[slice(*span)]] <= _MOST
    )


def _signing(text: Text, own: set[str]) -> Iterator[Mark]:
    for form in (*in_title(text), *in_signatures(text)):
        if not party_of(text, form.name) and _is_foreign(form.name, own):
            yield _mark(form.passage, form.span)


def _opening(text: Text, own: set[str]) -> Iterator[Mark]:
    opening = next((one for one in text.of("preamble") if one.clause is text.document.preamble.opening), None)
    if opening is None:
        return
    bare_of_brackets = _BRACKETS.sub(lambda found: " " * len(found[0]), opening.folded)
    words = re.split(r"\bhereinafter\b|\bhereafter\b", bare_of_brackets)[0]
    for match in re.finditer(_NAME.removesuffix("?"), words):
        for name, start in _split(match[0], match.start()):
            if _is_foreign(name, own):
                yield _mark(opening, (start, start + len(name)))


def _split(words: str, at: int) -> Iterator[tuple[str, int]]:
    """The names in a run of capitals, of which the whole may be one: `Norland and Sudland`."""
    yield words, at
    starts = [0, *(match.end() for match in _AND.finditer(words))]
    ends = [*(match.start() for match in _AND.finditer(words)), len(words)]
    if len(starts) > 1:
        yield from ((words[start:end], at + start) for start, end in zip(starts, ends, strict=True))


def _acting(text: Text, own: set[str]) -> Iterator[tuple[Passage, Span]]:
    names = re.compile(names_of(text.parties), re.IGNORECASE)
    own_words = {word for one in text.parties for word in _CAPITALS.findall(f"{one.name} {one.short}")}
    foreign = _last_words() - own_words
    for passage in text.of("body", "annex"):
        if foreign.isdisjoint(_CAPITALS.findall(passage.folded)):
            continue
        for pattern in (_ACTS, _BESIDE):
            for match in pattern.finditer(passage.folded):
                before = passage.folded[max(0, match.start("name") - 40) : match.start("name")]
                if passage.is_cited(*match.span("name")) or _MEMBER.search(before) or _HELD.search(before):
                    continue
                for name, start in _split(match["name"], match.start("name")):
                    if _is_foreign(name, own) and not names.fullmatch(name):
                        yield passage, (start + len(name) - len(bare(name)), start + len(name))


@cache
def _last_words() -> frozenset[str]:
    """The last words of the names of states, so that most passages need not be searched."""
    names = map(folded, Locale("en").territories.values())
    return frozenset(_CAPITALS.findall(name)[-1] for name in names if _CAPITALS.search(name))


def _is_foreign(name: str, own: set[str]) -> bool:
    code = code_of(name)
    return bool(code) and code not in own


def _mark(passage: Passage, span: Span) -> Mark:
    return passage.mark(
        f"“{passage.words[slice(*span)]}” is no party to this text, and stands where a party does",
        span,
        suggestion="write the name of the party that is meant",
    )


RULE: Final = Rule("TD604", "error", foreign_name)
