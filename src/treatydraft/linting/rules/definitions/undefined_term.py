"""A word stands like a defined term, and nothing defines it.

## Why it matters
A party, and later an arbitrator, cannot tell who “the Joint Committee” is, or whether “the Contracting
Parties” are those that have signed or those for which the text is in force.

## Wrong
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    1. The Parties shall submit their reports to the Joint Committee.

## Right
    Preamble: Norland and Sudland, hereinafter referred to as “the Parties”,
    1. The Parties hereby establish a Joint Committee.
    2. The Parties shall submit their reports to the Joint Committee.

## Source
Drafting practice; it stands first among the slips that reviews of contracts report. On who is a party,
article 2 of the Vienna Convention on the Law of Treaties.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.definitions import singular
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

# Adjectives and nouns of which agreements make terms; names of bodies have words of their own besides.
_KINDS: Final = (
    "Joint|Competent|Designated|Implementing|Executive|Executing|Sending|Receiving|Host|Requesting|Requested|Providing"
    "|Recipient|Originating|Disclosing|Responsible|Co-?ordinating|Steering|Technical|Administrative|Mixed|Bilateral"
    "|Consultative|Advisory|Authori[sz]ed|Certified|Approved|Eligible|Covered|Protected|Classified|Confidential"
    "|Proprietary|Cooperative|Annual|Initial|Extended|Effective|Transitional|Relevant|Participating|Supplying"
    "|Exporting|Importing|Permanent|Working|Monitoring|Management|Project|Programme|Implementation|Liaison|Contact"
    "|Reporting|Expert|Review|Qualified|Licensed|Agreed|Specified|Territorial|Fishing|Prohibited|Restricted|Sensitive"
)
_HEADS: Final = (
    "Committees?|Commissions?|Council|Board|Groups?|Authorit(?:y|ies)|Bod(?:y|ies)|Agenc(?:y|ies)|Organs?|Secretariat"
    "|States?|Points?|Officers?|Co-?ordinators?|Representatives?|Persons?|Personnel|Entit(?:y|ies)|Institutions?"
    "|Information|Materials?|Equipment|Facilit(?:y|ies)|Goods|Products?|Services|Vessels?|Areas?|Zones?|Territor(?:y|ies)"
    "|Activit(?:y|ies)|Projects?|Programmes?|Plans?|Arrangements?|Date|Periods?|Year|Term|Costs?|Expenditure"
    "|Contributions?|Fund|Budget|Account|Rules|Procedures?|Reports?|Panel|Mechanism|Experts?|Data|Items?|Team|Unit"
)
_ALONE: Final = (
    "Depositary|Secretariat|Supplier|Contractor|Purchaser|Beneficiary|Beneficiaries|Recipient|Donor|Lender|Borrower"
    "|Licensee|Licensor|Operator|Co-?ordinator|Facility|Facilities|Equipment|Project|Projects|Products?|Goods|Services"
    "|Personnel|Vessels?|Territory|Area|Zone|Committee|Commission|Council|Board|Authority|Authorities|Panel|Fund"
    "|Programme|Assets?|Materials?|Site|Works|Information"
)
_PARTY: Final = (
    r"(?:(?:High )?Contracting )?(?:Part(?:y|ies)|Participants?|Signator(?:y|ies)|Sides?)"
    r"|(?:High )?Contracting States?"
)
_LED: Final = (
    r"\b(?:[Tt]he|[Ee]ither|[Bb]oth|[Ee]ach|[Nn]either|[Aa]ll|[Aa]ny|[Oo]ther|[Aa]n?|[Tt]heir|[Ii]ts|[Ss]uch)"
    r"(?: other| two)? "
)
_TERM: Final = re.compile(
    rf"{_LED}(?P<term>(?:(?:{_KINDS}) ){{1,3}}(?:{_HEADS})|(?:{_KINDS}) Part(?:y|ies))\b(?![-\w])"
)
_SINGLE: Final = re.compile(rf"\b[Tt]he (?P<term>{_ALONE})\b(?![-\w])")
_PARTY_USE: Final = re.compile(
    rf"{_LED}(?:(?!High|Contracting)[A-Z]\w+ )?(?P<term>{_PARTY})\b(?! (?:to (?!this|the present|these)|of|in)\b)"
)
# What makes words part of a name: `the Joint Committee of the Regions`, `the Project Office`.
_GOES_ON: Final = re.compile(r" (?:(?:of|on|for|in|to) (?:the )?)?[A-Z]|(?:'s)? \(|['\"]")
_MADE: Final = re.compile(
    r"\b(?:establish|set up|sets up|creat|constitut|appoint|designat|convene|form(?:s|ed)?\b|call(?:s|ed)?\b"
    r"|known as|consist|compos|nominat|means\b|institut|referred to)",
    re.IGNORECASE,
)
_PARTY_WORDS: Final = re.compile(r"(?:contracting )?(?:party|participant|signatory|side)|contracting state")


def undefined_term(text: Text) -> Iterator[Mark]:
    """The first use of each word that only a definition could explain."""
    defined = {one.key for one in text.definitions}
    yield from _unknown(text, _TERM, defined)
    yield from _unknown(text, _SINGLE, defined | _short_names(text))
    yield from _party_words(text, defined)


def _unknown(text: Text, shape: re.Pattern[str], known: set[str]) -> Iterator[Mark]:
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    introduced = set()
    for passage, match in text.find(shape, "preamble", "body", "closing", "annex"):
        key = singular(match["term"]).lower()
        if _GOES_ON.match(passage.folded, match.end()):
            continue
        if _MADE.search(passage.folded):
            introduced.add(key)
        first.setdefault(key, (passage, match))
    for key, (passage, match) in first.items():
        if key not in known and key not in introduced and not any(one.endswith(f" {key}") for one in known):
            yield _mark(passage, match)


def _short_names(text: Text) -> set[str]:
    """The last words of longer names, which the text may shorten: `Facility` of `the Sudport Facility`."""
    longer = re.compile(rf"\b[A-Z][\w'-]+ (?:{_ALONE})\b|\b(?:{_ALONE}) (?:of|for|on) (?:the )?[A-Z]")
    heads = re.compile(_ALONE)
    found = (match for passage in text.passages for match in longer.finditer(passage.folded))
    return {
        singular(head[0]).lower()
        for match in found
        if not match[0].startswith("The ") or match[0].count(" ") > 1
        for head in heads.finditer(match[0])
    }


def _party_words(text: Text, defined: set[str]) -> Iterator[Mark]:
    """Party words that are not the one that the text defines; the first of them where it defines none."""
    own = {key for key in defined if _PARTY_WORDS.search(key)}
    if not own and not _has_opening(text):
        return
    heads = {key.split()[-1] for key in own if not _PARTY_WORDS.fullmatch(key)}
    seen = set(own)
    for passage, match in text.find(_PARTY_USE, "preamble", "body", "closing", "annex"):
        key = singular(match["term"]).lower()
        binding_word = key == "party" and text.register_of(passage) == "political"
        if key not in seen and key not in heads and not binding_word:
            yield _mark(passage, match)
        seen.add(key)


def _has_opening(text: Text) -> bool:
    """Whether there is a preamble that could have defined the parties, and has not called them so."""
    opening = [passage.folded for passage in text.passages if passage.zone in ("title", "preamble")][:3]
    words = re.compile(r"\b(?:Part(?:y|ies)|Participants?|Signator(?:y|ies)|Sides?|Contracting States?)\b")
    return any(opening[1:]) and not any(map(words.search, opening))


def _mark(passage: Passage, match: re.Match[str]) -> Mark:
    term = match["term"]
    return passage.mark(
        f"“{term}” stands like a defined term, and nothing defines it",
        match.span("term"),
        suggestion="define it, use a term that is defined, or write it in small letters",
    )


RULE: Final = Rule("TD301", "error", undefined_term)
