"""How a sentence begins and ends, and whether it can be one."""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.features.english import ABBREVIATIONS
from treatydraft.linting.features.verbs import FORMS_OF_BE, PLAIN_VERBS, is_third_person
from treatydraft.linting.features.words import words
from treatydraft.linting.text import Span

_MARKS: Final = ' .;:,!?”")'
_LAST: Final = re.compile(
    r"(?P<before>[\w’'-]+)(?P<gap>[^\w]*\s)(?P<last>[\w’'-]+)(?P<marks>[\s.;:,!?”\")]*)\Z"
)
# Words that no sentence ends with.
_NEVER: Final = words(
    "the a an and or but nor into between among its their whose shall must should would cannot than "
    "if because unless"
    " whether although every which during regarding concerning including towards toward against per via onto"
)
_SELDOM: Final = words("of to for with by from in on at under upon as within through may")
# What does end with such a word: “referred to”, “dealt with”, “and so on”.
_BEFORE_SELDOM: Final = re.compile(
    r"\w+(?:ed|en)|dealt|met|set|made|kept|paid|put|sent|sought|bound|built|held|led|left|lost|come|done|gone|been|drawn"
    r"|known|shown|sworn|so|later|then|now|early|carry|go|move|hold|take|bring|join|phase|step|part|further|party|parties"
    r"|subject|entitled|prior|access|catch|log|sign|opt|lived?|relied|goes?|ongoing|case|ago|they|it|he|we|you|one",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"\b(?:which|whom|what|that|whose|who|where|whatever|how|whichever)\b", re.IGNORECASE
)
# After these even a participle needs something: “supplemented by”.
_NEEDY: Final = ("by", "from", "at", "under", "within", "through", "as")
_PRONOUN: Final = re.compile(r"\b(?:it|they) (?:is|are|was|were|has|have|may|will|shall)\b")
_LABELLED: Final = re.compile(
    r"(?:paragraphs?|sub-?paragraphs?|items?|points?|letters?|lit|options?|class|category|group|type|annex|version|model"
    r"|vitamin|hepatitis|and|or|to)\Z",
    re.IGNORECASE,
)
_RESTART: Final = re.compile(r"[.!?]\s+(?P<next>[a-zà-ž][\w’'-]*)(?![)\w@/]|\.\w)")
_BEFORE: Final = re.compile(
    r"[\w.’'-]*[a-zà-ž)]\Z"
    r"|(?:[Aa]rticle|Annex|Part|Section|Chapter|[Pp]aragraph) (?:\d+|[IVXLC]+|[A-Z])\Z|\b\d{4}\Z"
)
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_NOUN: Final = re.compile(
    r"\w+(?:tion|sion|ment|ity|ance|ence|ness|ship|er|or|ism|ure|ing|age|al|cy|gy|hy|ry|ie|ian|ist|ide|ice|ee)s\Z"
)
_PLURALS: Final = words(
    "years months weeks days hours minutes laws channels areas rights purposes principles forms "
    "languages texts terms"
    " means costs others towards always perhaps unless its this thus was is has as funds steps ways "
    "goods troops forces"
    " borders talks waters boats vessels catches records nets fish series species headquarters "
    "across less access"
) - frozenset(["was", "is", "has"])
_FEWEST: Final = 4
_REACH: Final = 60  # characters from the end


def breaks_off(words: str) -> Span | None:
    """Where a sentence ends with a word that needs another one behind it."""
    ending = words[-_REACH:].rstrip(_MARKS).rpartition(" ")[2].rpartition("\N{NO-BREAK SPACE}")[2]
    if ending not in _NEVER and ending not in _SELDOM:
        return None
    cut = max(0, len(words) - _REACH)
    found = _LAST.search(words, cut)
    if not found:
        return None
    last, before = found["last"], found["before"]
    joins = bool(last in ("and", "or", "but") and found["gap"].strip())
    if last == "a" and (before[-1].isdigit() or _LABELLED.fullmatch(before)):
        return None
    never = last in _NEVER and not joins and f"{before} {last}" not in ("and/or", "each and every")
    if never or (last in _SELDOM and _is_cut(words, before, last)):
        return found.start("before"), found.end()
    return None


def _is_cut(words: str, before: str, last: str) -> bool:
    words = words[-_REACH:]
    if re.search(rf"[,;] {last}\W*\Z", words):
        return True
    if last in _NEEDY and before.endswith("ed"):
        return not _RELATIVE.search(words) and not _PRONOUN.search(words)
    if _BEFORE_SELDOM.fullmatch(before) or (last == "may" and before == "as"):
        return False
    return not _RELATIVE.search(words)


def restarts(words: str) -> Iterator[Span]:
    """Where words in small letters follow a full stop that is not that of an abbreviation."""
    for match in _RESTART.finditer(words):
        before = _BEFORE.search(words, max(0, match.start() - _REACH), match.start())
        if before and _ends_sentence(before[0], match):
            yield before.start(), match.end()


def _ends_sentence(word: str, match: re.Match[str]) -> bool:
    """Whether the stop behind a word is not that of an abbreviation or a label."""
    if word.endswith(")"):
        return match[0][0] == "." and len(match["next"]) > 1
    return not (word.lower().rstrip(".") in ABBREVIATIONS or "." in word or len(word) == 1)


def has_no_verb(words: str) -> bool:
    """Whether a sentence has no word that could be its verb."""
    if not words[:1].isupper() or not words.rstrip().endswith("."):
        return False
    if any(_can_be_verb(found[0]) for found in _WORD.finditer(words)):
        return False
    return len(words.split()) >= _FEWEST


def _can_be_verb(word: str) -> bool:
    if not word[0].islower():
        return False
    if (
        word in FORMS_OF_BE
        or word in PLAIN_VERBS
        or word.endswith(("ed", "n’t", "n't"))
        or is_third_person(word)
    ):
        return True
    return (
        word.endswith("s")
        and word not in _PLURALS
        and not _NOUN.fullmatch(word)
        and not word.endswith(("ss", "’s", "'s", "us"))
    )
