"""The terms and acronyms that a text defines, each with the words that define it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from treatydraft.linting.text import Passage, Text

Form: TypeAlias = Literal["hereinafter", "hereafter", "called", "bracket", "means", "acronym"]

_QUOTED: Final = re.compile(
    r"\"(?:(?:the|an?) )?(?P<double>[^\"()]{2,60}?),?\""
    r"|(?<!\w)'(?:(?:the|an?) )?(?P<single>[^\"'()]{2,60}?),?'(?!\w)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\b(?P<word>here(?:in)?after)\b[^\"'.;]{0,70}\Z", re.IGNORECASE)
_CALLED: Final = re.compile(
    r"\breferred to\b[^\"'.;]{0,40}\bas (?:the |an? )?\Z"
    r"|\b(?:called|collectively|jointly),? (?:the |an? )?\Z",
    re.IGNORECASE,
)
_OPENED: Final = re.compile(
    r"\((?:(?:collectively|jointly|together|individually|each|the|an?|as|or),? ?){0,4}\Z", re.IGNORECASE
)
_CLOSED: Final = re.compile(r" ?\)|,? (?:or|and|collectively|together)\b[^\"'()]{0,30}[\"']", re.IGNORECASE)
_CHAINED: Final = re.compile(
    r"[,)]{0,2} ?\(?(?:(?:or|and),? )?(?:(?:collectively|jointly|individually|respectively|together"
    r"|each|as|the|an?|also|referred|to|both),? ){0,6}\Z",
    re.IGNORECASE,
)
_MEANS: Final = re.compile(
    r",? (?:shall |will )?(?:also )?(?:means?|refers? to|denotes?|signif(?:y|ies)|includes?"
    r"|ha(?:s|ve) the (?:same )?meaning|(?:is|are|be) (?:defined|understood)(?: as| to)?)\b|: | - ",
    re.IGNORECASE,
)
_TERM_WORD: Final = re.compile(
    r"(?:\A\W{0,3}|[.;:] ?|\b(?:[Ii]n|[Ff]or the purposes? of) th(?:is|e|ese) [\w ]{3,30},? "
    r"|\b(?:terms?|expressions?|words?|acronym|abbreviation),? (?:of )?)\Z"
)
_NAME: Final = r"[A-Z][\w/&-]*(?: (?:(?:of|and|for|on|the) ){0,2}[A-Z0-9][\w/&-]*){0,6}"
_TOGETHER: Final = "jointly|collectively|individually|respectively|together|be|simply|also"
_BARE: Final = re.compile(
    rf"\b(?P<word>[Hh]ere(?:in)?after),? (?:(?:{_TOGETHER}),? )*"
    rf"(?:(?:referred to|called|known|designated)(?: (?:{_TOGETHER}))*(?: as)?:? )?"
    rf"(?:(?:the|an?) )?(?P<term>{_NAME})"
)
_BARE_BRACKET: Final = re.compile(rf"\(the (?P<term>{_NAME})\)")
_ACRONYM: Final = re.compile(
    r"(?<=\w|['.]) \((?:[Hh]ere(?:in)?after,? (?:referred to as )?)?(?:the )?"
    r"(?P<term>[A-Z][A-Za-z0-9&]*-?[A-Z0-9][A-Z0-9&-]*)s?\)"
)
_HINT: Final = re.compile(r"[\"'(]|ereafter|ereinafter")
_SCOPED: Final = re.compile(
    r"\b(?:in|of|under|for the purposes? of) th(?:is|e present) "
    r"(?:article|annex|part|chapter|section|paragraph|protocol)\b",
    re.IGNORECASE,
)
_LEFT: Final = 110  # characters before a term that say that it is defined


@dataclass(frozen=True)
class Definition:
    """A term where it is defined."""

    term: str  # without its article: `Participants`
    passage: "Passage"
    start: int
    end: int
    form: Form
    quote: str  # the mark that opens it; empty where it stands in none
    number: int  # of its passage in the text

    @property
    def span(self) -> tuple[int, int]:
        """Where the term stands in the words of its passage."""
        return self.start, self.end

    @property
    def is_scoped(self) -> bool:
        """Whether it holds for one clause only: `for the purposes of this Article`."""
        return bool(_SCOPED.search(self.passage.folded))

    @property
    def key(self) -> str:
        """The term in the singular and in small letters."""
        return singular(self.term).lower()


def definitions(text: "Text") -> Iterator[Definition]:
    """Every definition of a text, in order."""
    for number, passage in enumerate(text.passages):
        if passage.zone not in ("title", "signature") and _HINT.search(passage.folded):
            found = {one.start: one for one in _all(passage, number)}
            yield from (found[start] for start in sorted(found))


def _all(passage: "Passage", number: int) -> Iterator[Definition]:
    words = passage.folded
    for match in _ACRONYM.finditer(words):
        yield Definition(match["term"], passage, *match.span("term"), "acronym", "", number)
    for match in _BARE_BRACKET.finditer(words):
        yield Definition(match["term"], passage, *match.span("term"), "bracket", "", number)
    for match in _BARE.finditer(words):
        yield Definition(match["term"], passage, *match.span("term"), _form(match["word"]), "", number)
    yield from _quoted(passage, number)


def _quoted(passage: "Passage", number: int) -> Iterator[Definition]:
    words, last = passage.folded, 0
    form: Form | None = None  # of the quotation before
    for match in _QUOTED.finditer(words):
        chained = form not in (None, "means") and _CHAINED.fullmatch(words, last, match.start())
        form = _form_of(words, match) or (form if chained else None)
        group = "double" if match["double"] else "single"
        if form:
            quote = passage.words[match.start()]
            yield Definition(match[group].strip(" ,"), passage, *match.span(group), form, quote, number)
        last = match.end()


def _form_of(words: str, match: re.Match[str]) -> Form | None:
    left = max(0, match.start() - _LEFT)
    if found := _AFTER.search(words, left, match.start()):
        return _form(found["word"])
    if _CALLED.search(words, left, match.start()):
        return "called"
    if _OPENED.search(words, left, match.start()) and _CLOSED.match(words, match.end()):
        return "bracket"
    if _MEANS.match(words, match.end()) and _TERM_WORD.search(words, left, match.start()):
        return "means"
    return None


def _form(word: str) -> Form:
    return "hereafter" if word.lower() == "hereafter" else "hereinafter"


# --- Words of a term --------------------------------------------------------------------------------------


def singular(term: str) -> str:
    """A term in the singular, as far as its last letters say.

    >>> singular("Competent Authorities"), singular("Participants"), singular("Process")
    ('Competent Authority', 'Participant', 'Process')
    """
    if term.endswith("ies") and len(term) > len("ties"):
        return term.removesuffix("ies") + "y"
    return term[:-1] if term.endswith("s") and not term.endswith(("ss", "us", "is")) else term


@lru_cache(maxsize=512)
def in_any_number(term: str) -> str:
    """The pattern of a term in the singular and in the plural."""
    one = re.escape(singular(term)).replace(r"\ ", " ")
    return rf"{one[:-1]}(?:y|ies)" if one.endswith("y") else rf"{one}(?:s|es)?"


@lru_cache(maxsize=512)
def uses_of(term: str, *, any_case: bool = False) -> re.Pattern[str]:
    """The pattern of the uses of a term, in any number."""
    return re.compile(rf"(?<![\w-]){in_any_number(term)}(?!\w)", re.IGNORECASE if any_case else 0)
