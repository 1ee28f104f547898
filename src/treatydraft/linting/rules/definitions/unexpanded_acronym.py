"""An acronym is nowhere written out.

## Why it matters
Those who negotiated know what it stands for. Those who apply the text ten years later may not, and some
acronyms have changed their meaning.

## Wrong
    1. The Parties shall report to the NSFC.

## Right
    1. The Parties shall report to the Northern Sea Fisheries Council (NSFC).
    2. The NSFC shall publish the reports, and may send them to the UN.

## Source
The style guides of the United Nations and of the European Union: write it out where it first stands.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.document import tree
from treatydraft.linting.features.acronyms import ACRONYM, is_acronym, is_shouted, spelled_out
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

_HINT: Final = re.compile(r"[A-Z][A-Z0-9&]")
_EXPLAINED: Final = re.compile(
    r" ?\((?=[^()]{0,10}[A-Z])|,? (?:stands for|means)\b|,? that is,|\" ?(?:means|stands)"
)
_NAMED: Final = re.compile(r"\b(?:[Oo]peration|[Ee]xercise|[Pp]roject|[Ss]ystem) \Z")
_FEWEST: Final = 3  # letters of an acronym that is found in the words beside it
_NEAR: Final = 200  # characters on both sides of an acronym
_LONG: Final = 4  # letters of a word with which a paragraph can begin: `DONE`


def unexpanded_acronym(text: Text) -> Iterator[Mark]:
    """The first use of each acronym that the text never explains."""
    known = {one.term for one in text.definitions} | {
        name for party in text.parties for name in _names(party)
    }
    first: dict[str, tuple[Passage, tuple[int, int]]] = {}
    for passage in text.of("preamble", "body", "closing", "annex"):
        for match in _acronyms(passage):
            if match[0] in known or _is_explained(passage, match):
                known.add(match[0])
            else:
                first.setdefault(match[0], (passage, match.span()))
    for word, (passage, span) in first.items():
        if word not in known:
            yield passage.mark(
                f"“{word}” is nowhere written out", span, suggestion="write it out where it first stands"
            )


def _acronyms(passage: Passage) -> Iterator[re.Match[str]]:
    """The acronyms of a passage that are its own words."""
    words = passage.folded
    for match in ACRONYM.finditer(words) if _HINT.search(words) else ():
        if is_acronym(match[0]) and not _is_other(passage, *match.span()):
            yield match


def _is_other(passage: Passage, start: int, end: int) -> bool:
    """Whether capitals are a word or a name after all: `DONE at`, `Operation SEALION`."""
    words = passage.folded
    begins = not start and end >= _LONG
    named = _NAMED.search(words, max(0, start - 12), start)
    return begins or bool(named) or is_shouted(words, start, end) or passage.is_cited(start, end)


def _is_explained(passage: Passage, match: re.Match[str]) -> bool:
    """Whether brackets or the words beside it say what an acronym stands for."""
    words, (start, end) = passage.folded, match.span()
    beside = len(match[0]) >= _FEWEST and spelled_out(match[0]).search(
        words, max(0, start - _NEAR), end + _NEAR
    )
    return bool(beside) or bool(_EXPLAINED.match(words, end))


def _names(party: tree.Party) -> set[str]:
    return {party.id, *party.name.split(), *party.short.split()}


RULE: Final = Rule("TD309", "warning", unexpanded_acronym)
