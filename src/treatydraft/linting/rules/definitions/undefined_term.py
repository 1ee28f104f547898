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
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from treatydraft.linting.features.definitions import singular
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Passage, Text

# Adjectives and nouns of which agreements make terms; names of bodies have words of their own besides.
_KINDS: Final = re.compile(
    "Joint|Competent|Designated|Implementing|Executive|Executing|Sending|Receiving|Host|Requesting|Requested|Providing"
    "|Recipient|Originating|Disclosing|Responsible|Co-?ordinating|Steering|Technical|Administrative|Mixed|Bilateral"
    "|Consultative|Advisory|Authori[sz]ed|Certified|Approved|Eligible|Covered|Protected|Classified|Confidential"
    "|Proprietary|Cooperative|Annual|Initial|Extended|Effective|Transitional|Relevant|Participating|Supplying"
    "|Exporting|Importing|Permanent|Working|Monitoring|Management|Project|Programme|Implementation|Liaison|Contact"
    "|Reporting|Expert|Review|Qualified|Licensed|Agreed|Specified|Territorial|Fishing|Prohibited|Restricted"
    "|Sensitive|Co-?ordination|Cooperation|Co-operation|Oversight|Security|Scientific|Legal|Financial|Trade|Border"
    "|Ministerial|Interim|Standing|Common|Shared|Donor|Supplier|Procurement|Training|Data|Information"
)
_HEADS: Final = re.compile(
    "Committees?|Commissions?|Council|Board|Groups?|Authorit(?:y|ies)|Bod(?:y|ies)|Agenc(?:y|ies)|Organs?"
    "|Secretariat|States?|Points?|Officers?|Co-?ordinators?|Representatives?|Persons?|Personnel|Entit(?:y|ies)"
    "|Institutions?|Information|Materials?|Equipment|Facilit(?:y|ies)|Goods|Products?|Services|Vessels?|Areas?"
    "|Zones?|Territor(?:y|ies)|Activit(?:y|ies)|Projects?|Programmes?|Plans?|Arrangements?|Date|Periods?|Year|Term"
    "|Costs?|Expenditure|Contributions?|Fund|Budget|Account|Rules|Procedures?|Reports?|Panel|Mechanism|Experts?"
    "|Data|Items?|Team|Unit|Office|Centre|Center|Forum|Agents?|Contractors?|Suppliers?|Consultants?|Assets?|Works|Office|Centre|Center|Forum|Agents?|Contractors?|Suppliers?|Consultants?|Assets?|Works|Part(?:y|ies)"
)
_ALONE: Final = re.compile(
    "Secretariat|Supplier|Contractor|Purchaser|Beneficiary|Beneficiaries|Recipient|Donor|Lender|Borrower"
    "|Licensee|Licensor|Operator|Co-?ordinator|Facility|Facilities|Equipment|Project|Projects|Products?|Goods"
    "|Services|Personnel|Vessels?|Territory|Area|Zone|Committee|Commission|Council|Board|Authority|Authorities|Panel"
    "|Fund|Programme|Assets?|Materials?|Site|Works|Information"
)
_PARTY: Final = re.compile(
    r"(?:(?:High )?Contracting )?(?:Part(?:y|ies)|Participants?|Signator(?:y|ies)|Sides?)"
    r"|(?:High )?Contracting States?"
)
_LAST: Final = re.compile(
    rf"{_HEADS.pattern}|{_ALONE.pattern}|Part(?:y|ies)|Participants?|Signator(?:y|ies)|Sides?|States?"
)
_PHRASE: Final = re.compile(
    r"(?<![\w-])(?P<led>(?:The|Either|Both|Each|Neither|All|Any|Other|An?|Their|Its|Such|This) )?"
    r"(?P<term>[A-Z][a-z][A-Za-z-]*(?: [A-Z][a-z][A-Za-z-]*){0,5})(?![\w-])"
)
_LED: Final = re.compile(
    r"\b(?:the|either|both|each|neither|all|any|other|an?|their|its|such)(?: other| two)? \Z", re.IGNORECASE
)
# What makes words part of a name: `the Joint Committee of the Regions`, `the Project Office`.
_GOES_ON: Final = re.compile(r" (?:(?:of|on|for|in|to) (?:the )?)?[A-Z]|(?:'s)? \(|['\"]")
_MADE: Final = re.compile(
    r"\b(?:establish|set up|sets up|creat|constitut|appoint|designat|convene|form(?:s|ed)?\b|call(?:s|ed)?\b"
    r"|known as|consist|compos|nominat|means\b|institut|referred to)"
)
_SENTENCE: Final = re.compile(r"[.;](?= [A-Z(])")
_INSTRUMENT: Final = re.compile(r"(?:Plans?|Programmes?|Arrangements?)\Z")
_OTHERS: Final = re.compile(r" (?:to (?!this|the present|these)|of|in)\b")
_PARTY_KEY: Final = re.compile(r"(?:contracting )?(?:party|participant|signatory|side)|contracting state")
_PARTY_WORD: Final = re.compile(
    r"\b(?:Part(?:y|ies)|Participants?|Signator(?:y|ies)|Sides?|Contracting States?)\b"
)
_Use: TypeAlias = tuple[Passage, int, int]


def undefined_term(text: Text) -> Iterator[Mark]:
    """The first use of each word that only a definition could explain."""
    defined = {one.key for one in text.definitions}
    uses = [use for passage in text.of("preamble", "body", "closing", "annex") for use in _uses(passage)]
    yield from _unknown([use for use in uses if _is_kind(use)], defined)
    alone = [use for use in uses if _ALONE.fullmatch(_words(use)) and _led_by_the(use)]
    yield from _unknown(alone, defined | (_short_names(text) if alone else set()))
    yield from _party_words(text, uses, defined)


def _uses(passage: Passage) -> Iterator[_Use]:
    """The words with capitals to which an article leads, as their own words or as those of a sentence."""
    for match in _PHRASE.finditer(passage.folded):
        start, end = match.span("term")
        if not _LAST.fullmatch(match["term"].rpartition(" ")[2]):
            continue
        if match["led"] or _LED.search(passage.folded, max(0, start - 20), start):
            yield passage, start, end


def _words(use: _Use) -> str:
    passage, start, end = use
    return passage.folded[start:end]


def _key(use: _Use) -> str:
    return singular(_words(use)).lower()


def _is_kind(use: _Use) -> bool:
    *before, last = _words(use).split()
    return bool(before) and bool(_HEADS.fullmatch(last)) and all(map(_KINDS.fullmatch, before))


def _led_by_the(use: _Use) -> bool:
    passage, start, _ = use
    return passage.folded[max(0, start - 4) : start].lower() == "the "


def _unknown(uses: Sequence[_Use], known: set[str]) -> Iterator[Mark]:
    first: dict[str, _Use] = {}
    introduced = set()
    for use in uses:
        passage, _, end = use
        if _GOES_ON.match(passage.folded, end) or _is_cited(use):
            continue
        if _is_made(use):
            introduced.add(_key(use))
        first.setdefault(_key(use), use)
    for key, use in first.items():
        if key not in known and key not in introduced and not any(one.endswith(f" {key}") for one in known):
            yield _mark(use)


def _is_cited(use: _Use) -> bool:
    """Whether words are quoted, or are an instrument: `Programme Office` is none, for all its first word."""
    passage, start, end = use
    alone = (start, end) in passage.titles and not _INSTRUMENT.search(_words(use))
    return passage.is_cited(start, end) and not alone


def _is_made(use: _Use) -> bool:
    """Whether the sentence of a word sets up what it names: `The Parties establish a Joint Committee`."""
    passage, start, end = use
    before = [match.end() for match in _SENTENCE.finditer(passage.folded, 0, start)]
    behind = _SENTENCE.search(passage.folded, end)
    return bool(
        _MADE.search(
            passage.folded, before[-1] if before else 0, behind.start() if behind else len(passage.folded)
        )
    )


def _short_names(text: Text) -> set[str]:
    """The nouns of longer names, which the text may shorten: `Facility` of `the Sudport Facility`."""
    longer = re.compile(
        rf"(?<![\w-])(?!The |This )[A-Z][\w'-]+ (?:{_ALONE.pattern})\b"
        rf"|\b(?:{_ALONE.pattern}) (?:of|for|on) (?:the )?[A-Z]"
    )
    found = (match[0] for passage in text.passages for match in longer.finditer(passage.folded))
    return {singular(head).lower() for words in found for head in _ALONE.findall(words)}


def _party_words(text: Text, uses: Sequence[_Use], defined: set[str]) -> Iterator[Mark]:
    """Party words that are not the one that the text defines; the first of them where it defines none."""
    own = {key for key in defined if _PARTY_KEY.search(key)}
    if not own and not _has_opening(text):
        return
    seen = own | {key.split()[-1] for key in own if key.startswith(("contracting", "high"))}
    for use in uses:
        passage, start, end = use
        key = _key(use)
        if key in seen or not _PARTY.fullmatch(_words(use)) or _OTHERS.match(passage.folded, end):
            continue
        other_rule = key == "party" and text.register_of(passage) == "political"
        if not other_rule and not passage.is_cited(start, end):
            yield _mark(use)
        seen.add(key)


def _has_opening(text: Text) -> bool:
    """Whether there is a preamble that could have defined the parties, and has not called them so."""
    opening = [passage.folded for passage in text.passages if passage.zone in ("title", "preamble")][:3]
    return any(opening[1:]) and not any(map(_PARTY_WORD.search, opening))


def _mark(use: _Use) -> Mark:
    passage, start, end = use
    return passage.mark(
        f"“{_words(use)}” stands like a defined term, and nothing defines it",
        (start, end),
        suggestion="define it, use a term that is defined, or write it in small letters",
    )


RULE: Final = Rule("TD301", "error", undefined_term)
