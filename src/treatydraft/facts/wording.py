"""Tables of wordings: what a text may say, as patterns that a person can read, and what it means.

A pattern is a regular expression in which a space stands for any white space, ` ?` for white space or none,
case does not count, and a word in braces stands for a larger thing: `{duration}`, `{date}`, `{instrument}`,
`{party}`. Repeated gaps have bounds, so that the time a search takes grows with the text and no faster.
"""

import re
from dataclasses import dataclass
from typing import Final

from treatydraft.facts.dates import DATE
from treatydraft.facts.durations import DURATION

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


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing."""

    value: str
    pattern: re.Pattern[str]


def pattern(source: str) -> re.Pattern[str]:
    """Compile a readable pattern: see the head of this module."""
    opened = _BRACE.sub(lambda brace: _BRACED[brace[1]], source)
    spaced = opened.replace(" ?", r"\s*")
    return re.compile(re.sub(r" (?!\{)", r"\\s+", spaced), re.IGNORECASE)


def table(*rows: tuple[str, str]) -> tuple[Wording, ...]:
    """Wordings from rows of a value and a pattern; the order counts where a reader takes the first."""
    return tuple(Wording(value, pattern(source)) for value, source in rows)
