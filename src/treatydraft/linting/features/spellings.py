"""Words that English spells in two ways: which family a word is of, and which of the two ways it takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# Beginnings of verbs in -ise or -ize; others, such as `advise` and `seize`, have one spelling only.
_IZE: Final = (
    "anonym|apolog|author|capital|categor|central|character|civil|colon|commercial|computer|critic|crystall"
    "|demilitar|democrat|digit|digital|econom|emphas|equal|external|familiar|final|formal|general|global|harmon"
    "|hospital|immun|incentiv|individual|industrial|initial|institutional|internal|international|jeopard|legal"
    "|liberal|local|marginal|material|maxim|mechan|memorial|militar|minim|mobil|modern|monet|monopol|national"
    "|natural|neutral|normal|operational|optim|organ|patron|penal|polar|popular|prior|priorit|privat|public"
    "|radical|rational|real|recogn|regional|regular|revital|scrutin|securit|sensit|social|special|stabil"
    "|standard|steril|subsid|summar|symbol|sympath|synchron|util|visual|weapon"
)
_IZE_ENDS: Final = "e|ed|es|er|ers|ing|ation|ations|ational|able"
_BEFORE: Final = r"(?:\w+-)?(?:un|re|de|dis|im)?(?:re|de|im)?"
_OUR: Final = (
    "arm|behavi|cand|clam|col|demean|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|splend|val|vap"
    "|vig"
)
_OUR_ENDS: Final = "s|ed|ing|er|ers|able|ably|ite|ies|y|less|hood|hoods|ly"
_DOUBLED: Final = "travel|cancel|label|model|signal|channel|fuel|counsel|marshal|level"


@dataclass(frozen=True, slots=True)
class Family:
    """Words that are spelled alike; a text takes one of the two ways for all of them."""

    first: re.Pattern[str]
    second: re.Pattern[str]
    names: tuple[str, str]  # how a message names the two ways


def _family(first: str, second: str, *names: str) -> Family:
    return Family(re.compile(first), re.compile(second), (names[0], names[1]))


_FAMILIES: Final[Mapping[str, Family]] = {
    "british": _family(
        rf"(?:\w+-)?(?:defen|offen|preten)ce(?:s|less)?|(?:epi)?cent(?:res?|red)|theatres?|fibres?|calibres?|litres?"
        rf"|(?:un|en|dis)?(?:{_OUR})our(?:{_OUR_ENDS})?|manoeuvr\w+|(?:{_DOUBLED})l(?:ed|ing|ers?)|grey|sulphur\w*"
        r"|aluminium|aeroplanes?|ageing|cheques?|(?:un)?ploughed|jewellery|tyres?",
        rf"(?:\w+-)?(?:defen|offen|preten)se(?:s|less)?|(?:epi)?center(?:s|ed)?|theaters?|fibers?|calibers?|liters?"
        rf"|(?:un|en|dis)?(?:{_OUR})or(?:{_OUR_ENDS})?|maneuver\w*|(?:{_DOUBLED})(?:ed|ing|ers?)|gray|sulfur\w*"
        r"|aluminum|airplanes?|aging|(?:un)?plowed|jewelry",
        "defence, armour",
        "defense, armor",
    ),
    "-ise": _family(
        rf"{_BEFORE}(?:{_IZE})is(?:{_IZE_ENDS})", rf"{_BEFORE}(?:{_IZE})iz(?:{_IZE_ENDS})", "-ise", "-ize"
    ),
    "-yse": _family(
        r"(?:anal|catal|paral)ys(?:e[ds]?|ing|ers?)",
        r"(?:anal|catal|paral)yz(?:e[ds]?|ing|ers?)",
        "-yse",
        "-yze",
    ),
    "programme": _family(r"programmes?", r"programs?", "programme", "program"),
    "fulfil": _family(
        r"(?:fulfil|enrol)(?:s|ments?)?|instal(?:s|ments?)|skilful\w*",
        r"(?:fulfill|enroll)(?:s|ments?)?|install(?:s|ments?)|skillful\w*",
        "fulfil",
        "fulfill",
    ),
    "judgement": _family(
        r"(?:judge|acknowledge)ments?", r"(?:judg|acknowledg)ments?", "judgement", "judgment"
    ),
    "cooperat": _family(r"(?:non-)?cooperat\w+", r"(?:non-)?co-operat\w+", "cooperation", "co-operation"),
    "coordinat": _family(r"(?:un)?coordinat\w+", r"(?:un)?co-ordinat\w+", "coordination", "co-ordination"),
}


@lru_cache(maxsize=8192)
def spelling_of(word: str) -> tuple[str, int] | None:
    """The family of a word in small letters, and whether it takes its first way or its second.

    >>> spelling_of("armour"), spelling_of("organized"), spelling_of("advise")
    (('british', 0), ('-ise', 1), None)
    """
    for name, family in _FAMILIES.items():
        for way, shape in enumerate((family.first, family.second)):
            if shape.fullmatch(word):
                return name, way
    return None


def name_of(family: str, way: int) -> str:
    """How a message names one of the two ways: `-ize`, `program`."""
    return _FAMILIES[family].names[way]
