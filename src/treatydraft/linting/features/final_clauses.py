"""The final clauses of a text: which sentences are which, and which of them a register asks for."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

from treatydraft.facts import languages_named
from treatydraft.facts.passages import Sentence
from treatydraft.facts.signing import DONE
from treatydraft.linting.features.wordings import OWN
from treatydraft.linting.text import Text

Kind: TypeAlias = Literal[
    "entry into force", "duration", "termination", "amendment", "settlement of disputes", "languages",
    "testimonium",
]  # fmt: skip


def _compiled(sources: "Mapping[Kind, str]") -> "Mapping[Kind, re.Pattern[str]]":
    return {kind: re.compile(source, re.IGNORECASE) for kind, source in sources.items()}


_GAP: Final = r"(?:(?!\bif\b|\bunless\b)[^.;]){0,90}?"
_IT: Final = rf"(?:{OWN}|\bit\b|\bthey\b|\bthese commitments\b)"
_SHAPES: Final = _compiled(
    {
        "entry into force": rf"(?:{_IT}{_GAP}\b(?:(?:enters?|comes?|put|be|is|are) (?:in|into)"
        r" (?:force|effect|operation)"
        r"|takes? effect|becomes? (?:effective|operational|binding)|(?:be |is |are )?(?:effective"
        r"|appl(?:y|ies|ied|icable)) (?:from|as of|upon|on)))"
        rf"|\bdate (?:of|on which)[^.;]{{0,40}}\b(?:is|shall be|will be) the date\b",
        "duration": rf"{_IT}(?:(?!\bif\b|\bunless\b|\bwhich\b)[^.;]){{0,90}}?"
        r"\b(?:remains?|continues?|stays?|valid|in force (?:for|until)"
        rf"|in effect (?:for|until)|concluded for|lasts?|expires?)\b"
        r"|\b(?:duration|validity|term) of (?:this|the)\b"
        r"|\bcommitments\b[^.;]{0,30} remain in (?:force|effect)\b",
        "termination": rf"\b(?:terminat|discontinu|denounc|withdr[ae]w|cancel)\w*[^.;]{{0,60}}{_IT}"
        rf"|{_IT}[^.;]{{0,90}}\b(?:terminat|discontinu|denounc|brought to an end|cease)"
        r"|\bbring (?:this|the|it)[^.;]{0,40}to an end",
        "amendment": rf"(?:\b(?:amend|modif|supplement|revis|chang)\w*\b[^.;]{{0,50}}{_IT}"
        rf"|{_IT}[^.;]{{0,50}}\b(?:amend|modif|supplement|revis|chang)\w*)"
        r"|\b(?:amendments?|modifications?)\b[^.;]{0,60}\b(?:may|shall|will|can)\b",
        "settlement of disputes": r"\b(?:disputes?|differences?|divergenc\w+|disagreements?"
        r"|controvers\w+|questions?)\b"
        r"[^.;]{0,200}\b(?:settl|resol[uv]|solv|address|consult|negotiat|arbitra)\w*",
    }
)
_HINTS: Final = _compiled(
    {
        "entry into force": r"\b(?:force|effect|effective|operation|operational|appl|binding|date)",
        "duration": r"remain|continu|stay|valid|in force|in effect|concluded|last|expire|duration|term of",
        "termination": r"terminat|discontinu|denounc|withdr|cancel|to an end|cease",
        "amendment": r"amend|modif|supplement|revis|chang",
        "settlement of disputes": r"disput|difference|divergenc|disagree|controvers|question",
    }
)
_HEADINGS: Final = _compiled(
    {
        "entry into force": r"\b(?:entry|coming) into (?:force|effect|operation)|\beffective date",
        "duration": r"\bduration\b|\bvalidity\b|\btime ?frame of (?:the|this)\b|\A(?:the )?term\b",
        "termination": r"\bterminat|\bdiscontinu|\bdenunciation|\bwithdrawal\b",
        "amendment": r"\bamend|\bmodif|\brevision\b",
        "settlement of disputes": r"\bdisputes?\b|\bdifferences\b",
    }
)
# What the text says, as facts, and what its clauses are about, as topics.
_FACTS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "entry into force": ("entry_into_force.on",),
    "duration": ("term.length", "term.until", "term.indefinite"),
    "termination": ("termination.notice", "termination.from", "termination.channel"),
    "amendment": ("amendment.by",),
    "settlement of disputes": ("disputes.by", "disputes.third_party"),
    "languages": ("languages.done_in", "languages.authentic"),
    "testimonium": ("instrument.signed.place", "instrument.signed.date"),
}
_SHORT: Final = 5  # words of the heading of a final clause: `Entry into Force and Duration`
_TEXTS: Final = re.compile(r"\b(?:done|signed|texts?|originals?|versions?|copies)\b", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"\b(?:languages?|in (?:the )?[A-Z][a-z]+(?: and [A-Z][a-z]+)?\b)")


def present(text: Text) -> frozenset[Kind]:
    """The final clauses that the text has, however it words them."""
    found: set[Kind] = {
        kind for kind, fields in _FACTS.items() if any(text.facts.get(field) for field in fields)
    }
    for sentence in text.sentences:
        if sentence.zone in ("body", "closing"):
            found |= {kind for kind in _SHAPES if kind not in found and _is(kind, sentence)}
            if "languages" not in found and _is_of_languages(sentence.folded):
                found.add("languages")
    if text.document.closing.testimonium.children or any(
        DONE.search(one.folded) for one in text.sentences if one.zone in ("body", "closing")
    ):
        found.add("testimonium")
    return frozenset(found)


def headed(heading: str) -> Kind | None:
    """The kind of final clause that a heading announces, where it announces one only."""
    if len(heading.split()) > _SHORT:
        return None
    kinds: list[Kind] = [kind for kind, shape in _HEADINGS.items() if shape.search(heading)]
    return kinds[0] if len(kinds) == 1 else None


def was_left_out(text: Text, kind: Kind) -> bool:
    """Whether the spec of a draft does not state what this clause would say: it was left out on purpose."""
    return text.stated is not None and not any(text.stated.get(field) for field in _FACTS[kind])


def planned(text: Text) -> Iterator[Kind]:
    """The clauses on the end of a text that its spec states; of other texts one may be without them."""
    kinds: tuple[Kind, ...] = ("duration", "termination")
    return (kind for kind in kinds if text.stated and not was_left_out(text, kind))


def _is_of_languages(words: str) -> bool:
    return bool(_LANGUAGE.search(words) and _TEXTS.search(words)) and any(languages_named(words))


def _is(kind: Kind, sentence: Sentence) -> bool:
    words = sentence.folded
    return bool(_HINTS[kind].search(words) and _SHAPES[kind].search(words))
