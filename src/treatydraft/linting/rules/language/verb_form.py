"""A verb has a form that does not fit its subject or its auxiliary: “shall consults”, “the Parties agrees”.

## Why it matters
Words were changed around it, and it is not certain that only the verb is wrong: one Party or both?

## Wrong
    1. The Parties shall consults each year, and the Commission shall will report.
    2. The Parties agrees on the catches.

## Right
    1. The Parties shall consult each year, and the Commission shall report.
    2. Cooperation between the Parties is based on the catches. Nor shall vessels fish.

## Source
Reviews of contracts; signed agreements in which an auxiliary was doubled or lost.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.facts.passages import Sentence
from treatydraft.linting.features.verbs import PLAIN_VERBS, is_inflected, is_third_person
from treatydraft.linting.finding import Mark
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MODAL: Final = "shall|will|must|may|should|would|can|cannot|could|might"
_BETWEEN: Final = (
    r"(?:(?:not|also|then|both|each|jointly|further|therefore|always|never|thus|in turn|hereby|\w+ly) ){0,2}"
)
_AFTER_MODAL: Final = re.compile(rf"(?P<modal>{_MODAL}) {_BETWEEN}(?P<verb>[a-z]+)\b(?![-'])")
_AUXILIARIES: Final = re.compile(
    r" (?:is|are|was|were|has|have|be) (?:is|are|was|were|has|have|shall|will|must)\b(?! been)"
)
_RELATIVE: Final = re.compile(r"\b(?:as|it|that|they|which|who|what|there)\Z")
_PLURAL: Final = re.compile(
    r"\b[Tt]he (?:two |three |Contracting |High Contracting |States )?(?:Parties|Participants|Sides"
    r"|Signatories"
    r"|Governments|States Parties|Contracting States) (?P<verb>[a-z]+)\b"
)
_SINGULAR: Final = re.compile(
    r"\b(?:(?:[Ee]ach|[Ee]ither|[Nn]either|[Ee]very|[Tt]he other|[Aa]ny|[Nn]o|[Aa]n?|[Oo]ne"
    r"|[Tt]hat) (?:Contracting )?"
    r"(?:Party|Participant|Side|Signatory|Government|State|State Party)|[Tt]his (?:Agreement|Accord"
    r"|Annex|Article"
    r"|Memorandum|Convention|Treaty|Protocol|Arrangement)) (?P<verb>[a-z]+)\b"
)
_OPENS: Final = re.compile(
    r"(?:^|[,;:(] ?|\b(?:that|which|if|when|where|because|unless|until|since|before|after|while"
    r"|although|whereas"
    r"|therefore|thus|and|but|or) )\Z"
)
_OF_MANY: Final = re.compile(
    r"\b(?:of|between|by|among|with|to|from|for|in|on|and)\b[^,;:]{0,40}\b(?:and|or) \Z"
)
_INVERTED: Final = re.compile(
    r"\b(?:nor|neither|only|in no|under no|at no|never|so|such|not)\b[^,;:]{0,60}\Z", re.IGNORECASE
)
_REACH: Final = 12
_WILL: Final = re.compile(
    r"\b(?:the|their|its|our|political|good|free|own|common|strong|and|of|last|popular|sovereign|a|any|national|no)\s\Z",
    re.IGNORECASE,
)


def verb_form(text: Text) -> Iterator[Mark]:
    """Auxiliaries that are doubled or have no plain verb behind them, and verbs of the wrong number."""
    for sentence in text.sentences:
        for start, end, message in (*_auxiliaries(sentence), *_numbers(sentence)):
            passage = text.by_id[sentence.clause.id]
            span = (sentence.start + start, sentence.start + end)
            if not passage.is_cited(*span):
                yield passage.mark(
                    message, span, suggestion="find out what was meant, and write the verb anew"
                )


def _auxiliaries(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    words = sentence.folded
    for match in _AFTER_MODAL.finditer(words):
        before, verb, modal = words[: match.start()], match["verb"], match["modal"]
        if before[-1:].isalpha():
            continue  # the end of a longer word
        if modal in ("will", "might") and _WILL.search(before):
            continue
        if f" {verb} " in f" {_MODAL.replace('|', ' ')} " or (verb == "to" and _lacks_verb(modal, before)):
            yield *match.span(), f"“{match[0]}” has one auxiliary too many"
        elif is_inflected(verb) and not _INVERTED.search(before):
            yield *match.span(), f"“{verb}” cannot follow “{modal}”"
    for match in _AUXILIARIES.finditer(words):
        if not _RELATIVE.search(words, max(0, match.start() - _REACH), match.start()):
            yield match.start() + 1, match.end(), f"“{match[0][1:]}” has one auxiliary too many"


def _lacks_verb(modal: str, before: str) -> bool:
    return modal != "will" or before.rstrip().endswith(("Parties", "Party", "Participants", "Participant"))


def _numbers(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    words = sentence.folded
    for match in _PLURAL.finditer(words):
        before = words[: match.start()]
        if is_third_person(match["verb"]) and _OPENS.search(before) and not _OF_MANY.search(before):
            yield *match.span(), f"“{match['verb']}” is said of one, and the subject is several"
    for match in _SINGULAR.finditer(words):
        before, verb = words[: match.start()], match["verb"]
        if (
            verb in ("are", "were", "have", "do") and _OPENS.search(before) and not _OF_MANY.search(before)
        ) or (not before and verb in PLAIN_VERBS):
            yield *match.span(), f"“{verb}” is said of several, and the subject is one"


RULE: Final = Rule("TD215", "warning", verb_form)
