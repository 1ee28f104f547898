"""Words that rules share: how a text speaks of itself, and of those who conclude it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.folding import folded
from treatydraft.facts.names import short_of
from treatydraft.linting.text import Passage, Text, Zone

_KIND: Final = (
    "(?:agreement|accord|treaty|convention|protocol|memorandum(?: of understanding)?|arrangement|instrument"
    "|understanding|(?:joint |security )*commitments|(?:joint )?(?:declaration|statement)"
    "|framework|document)s?"
)
# The text as it speaks of itself: `this Agreement`, and `the Agreement` of no other name.
OWN: Final = (
    rf"(?:\b(?:this|these|the present) (?:[\w-]+ ){{0,2}}{_KIND}\b"
    rf"|\bthe {_KIND}\b(?! (?:between|among|on|for|of|concerning|establishing|with|referred)\b)"
    r"(?![- ][A-Z]))"
)
# Those who conclude it, by any of the words that texts have for them.
SIGNATORIES: Final = (
    r"(?:participants?|(?:high )?(?:contracting )?part(?:y|ies)|(?:two |both )?sides?|signator(?:y|ies)"
    r"|governments|states parties)"
)
_STANDS_FOR_THEM: Final = (
    r"(?:(?:and|but|or|that|which|to this end|therefore|accordingly)\s+)*(?:"
    rf"(?:the |each |either |both |neither |every |all |any |no |a |an |such "
    rf"|one )*(?:of the )?(?:two |other )?"
    rf"{SIGNATORIES}"
    r"|they|it|each|either|both|each of them|both of them"
    r"|NAME(?:,? and NAME)*)"
    r"(?:,? (?:also|further|therefore|accordingly|hereby|jointly|together|each|both|thus))*"
)
_SENTENCE_ENDS: Final = re.compile(r"[.;:!?]\"?\s")
_SUBJECT_BEGINS: Final = re.compile(r"[.;:,(]\"?\s*|\bthat\s+|\A")
_REACH: Final = 160  # characters before a verb in which its subject stands
_LONGEST: Final = 1200  # characters on either side of a place that are searched for the ends of its sentence
_OPERATIVE: Final[tuple[Zone, ...]] = ("preamble", "body", "closing", "annex")


def in_register(
    text: Text,
    register: tree.Register,
    pattern: re.Pattern[str],
    *zones: Zone,
    needing: tuple[str, ...] = ("",),
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Each match in the parts of a register, but for what is quoted or is in the title of an instrument.

    Passages that have none of the small letters of `needing` are not searched, which saves time.
    """
    if all(part.register != register for part in text.parts):
        return
    for passage in text.of(*(zones or _OPERATIVE)):
        if text.register_of(passage) == register and has_one_of(needing, passage):
            for match in pattern.finditer(passage.folded):
                if not passage.is_cited(*match.span()):
                    yield passage, match


def has_one_of(words: tuple[str, ...], passage: Passage) -> bool:
    """Whether a passage has one of these words, which are in small letters."""
    held = passage.lowered
    return any(word in held for word in words)


def sentence_around(words: str, start: int, end: int) -> str:
    """The sentence in which a span stands, or as much of it as a person can take in."""
    last = min(len(words), end + _LONGEST)
    after = _SENTENCE_ENDS.search(words, end, last)
    return words[sentence_start(words, start) : after.start() if after else last]


def sentence_start(words: str, at: int) -> int:
    """Where the sentence begins in which a place is."""
    first = max(0, at - _LONGEST)
    before = [match.end() for match in _SENTENCE_ENDS.finditer(words, first, at)]
    return before[-1] if before else first


def subject_before(words: str, at: int) -> str:
    """The words between the last boundary and a verb: `either Party` in `…, and that either Party shall`."""
    first = max(0, at - _REACH)
    starts = [match.end() for match in _SUBJECT_BEGINS.finditer(words, first, at)]
    return words[starts[-1] if starts else first : at].strip()


def stands_for_signatories(text: Text, subject: str) -> bool:
    """Whether the subject of a verb is one of those who conclude the text, or all of them."""
    return bool(_subjects(names_of(text.parties)).fullmatch(subject))


@lru_cache(maxsize=32)
def names_of(parties: tuple[tree.Party, ...]) -> str:
    """What the parties are called in full and in short, as part of a pattern; for none it matches nothing.

    An article before the name is part of it where there is one.
    """
    names = {
        form
        for party in parties
        for name in (party.name, party.short)
        for form in (bare(name), short_of(folded(name)))
        if form
    }
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return rf"(?:(?:the )?(?:{'|'.join(map(re.escape, longest_first))})(?!\w))" if names else r"(?!)"


def bare(name: str) -> str:
    """A name with plain marks and single spaces, and without its article.

    >>> bare("The  Kingdom of Norland")
    'Kingdom of Norland'
    """
    return re.sub(r"\Athe\s+", "", " ".join(folded(name).split()), flags=re.IGNORECASE)


@lru_cache(maxsize=32)
def _subjects(names: str) -> re.Pattern[str]:
    return re.compile(_STANDS_FOR_THEM.replace("NAME", names), re.IGNORECASE)
