"""Tables of wordings: what a text may say, as patterns that a person can read, and what it means.

A pattern is a regular expression in which a space stands for any white space, ` ?` for white space or none,
case does not count, and a word in braces stands for a larger thing: `{duration}`, `{date}`, `{instrument}`,
`{party}`. Repeated gaps have bounds, so that the time a search takes grows with the text and no faster.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from treatydraft.facts.dates import DATE
from treatydraft.facts.durations import DURATION, UNIT
from treatydraft.facts.needed import Need, needs, plain

# The kinds of instrument, as a text refers to itself. Forms of instruments: Vienna Convention on the Law of
# Treaties, art. 2(1)(a), “whatever its particular designation”.
_INSTRUMENTS: Final = (
    "agreement|accord|treaty|convention|protocol|charter|compact|memorandum(?: of understanding)?|arrangement"
    "|understanding|(?:\\w+ ){0,3}commitments|(?:joint )?declaration|(?:joint )?statement|framework"
    "|exchange of notes|letter of intent|statement of intent|document"
)
_PARTIES: Final = "parties|participants|sides|signatories|governments|states"
_PARTY: Final = "party|participant|side|signatory|government|state"
_BRACED: Final = {
    "duration": f"(?P<duration>{DURATION})",
    "date": f"(?P<date>{DATE})",
    "instrument": (
        f"(?:\\b(?:this|these|the|present|said) (?:present |current )?(?:{_INSTRUMENTS})\\b|\\b(?:it|they)\\b"
        "|\\b(?:цю|ця|цієї|цій|цього|цей|цим) (?:угод\\w{0,3}|меморандум\\w{0,3}|договор\\w{0,3}|договір))"
    ),
    "parties": f"(?:\\bthe (?:contracting )?(?:{_PARTIES})\\b|\\bучасник\\w{{0,3}}|\\bсторон\\w{{0,3}})",
    "party": f"(?:\\b(?:{_PARTY})\\b)",
    "shall": "(?:shall|will|should|would|may|can|must|is to|are to)",
    "force": "(?:force|effect|operation)",
}
_BRACE: Final = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Pattern:
    """A readable pattern, which is compiled when a text has the words that it needs: many never are."""

    source: str

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return compiled(self.source)

    @cached_property
    def _needs(self) -> tuple[Need, ...]:
        return _needs(self.source)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two places."""
        return self._compiled.search(text, start, end) if self._has_a_chance(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match with which the text begins."""
        return self._compiled.match(text) if self._has_a_chance(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text, where it matches."""
        return self._compiled.fullmatch(text) if self._has_a_chance(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return self._compiled.finditer(text) if self._has_a_chance(text) else iter(())

    def sub(self, replaced: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with something else for each match."""
        return self._compiled.sub(replaced, text) if self._has_a_chance(text) else text

    def _has_a_chance(self, text: str) -> bool:
        held = plain(text)
        for need in self._needs:
            for word in need:
                if word in held:
                    break
            else:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing."""

    value: str
    pattern: Pattern


def pattern(source: str) -> Pattern:
    """A readable pattern: see the head of this module."""
    return Pattern(source)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The regular expression of a readable pattern."""
    opened = _BRACE.sub(lambda brace: _BRACED[brace[1]], source)
    spaced = opened.replace(" ?", r"\s*")
    return re.compile(re.sub(r" (?!\{)", r"\\s+", spaced), re.IGNORECASE)


@cache
def _needs(source: str) -> tuple[Need, ...]:
    return needs(source, _need_of)


@cache
def _need_of(name: str) -> Need:
    """The need of a word in braces, of which a length of time has one: its unit."""
    readable = UNIT if name == "duration" else _BRACED[name]
    return next(iter(needs(readable, lambda _: ())), ())


def table(*rows: tuple[str, str]) -> tuple[Wording, ...]:
    """Wordings from rows of a value and a pattern; the order counts where a reader takes the first."""
    return tuple(Wording(value, pattern(source)) for value, source in rows)
