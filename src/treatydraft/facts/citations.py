"""Other instruments that a text cites: their titles and dates.

A title begins with a capital, and has the word for a kind of instrument in it: `Treaty`, `Charter`,
`Memorandum of Understanding`. Its words run on as long as they have capitals or are small words between
such.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.dates import dates
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Reading, Sentence

_KINDS: Final = frozenset(
    [
        "Agreement",
        "Accord",
        "Treaty",
        "Convention",
        "Charter",
        "Protocol",
        "Memorandum",
        "Declaration",
        "Statement",
        "Statute",
        "Resolution",
        "Act",
        "Arrangement",
        "Pact",
        "Compact",
        "Communiqué",
        "Communique",
        "Conclusions",
        "Constitution",
        "Covenant",
        "Framework",
        "Strategy",
        "Plan",
        "Programme",
        "Program",
        "Decision",
        "Regulation",
        "Directive",
        "Recommendation",
        "Roadmap",
        "Law",
    ]
)
# Words that a title may hold in small letters; at its end they belong to the sentence.
_SMALL: Final = frozenset(
    [
        "of",
        "on",
        "the",
        "and",
        "for",
        "between",
        "in",
        "to",
        "with",
        "regarding",
        "concerning",
        "against",
        "relating",
        "by",
        "an",
        "a",
        "at",
        "its",
        "&",
    ]
)
_DETERMINERS: Final = frozenset(
    ["the", "a", "an", "this", "these", "such", "any", "each", "their", "its", "his", "our"]
)
_PARTS: Final = frozenset(
    ["Article", "Articles", "Paragraph", "Part", "Chapter", "Annex", "Section", "Point"]
)
_NO_TITLE: Final = ("Treaty Organization", "Treaty Organisation", "Action Plan to", "Plan of Action")
_WORD: Final = re.compile(r"[^\W_](?:[\w'’./()-]*\w[)]?)?|&")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÞА-ЯІЇЄҐ0-9]")
_SELF: Final = re.compile(r"\b(?:this|these|present|said|such)\s{1,3}\Z", re.IGNORECASE)
_OWNER: Final = re.compile(r"['’]s\Z")
_LEADS_IN: Final = 8  # words at most before the article of a title: `Article 102 of the`, `Building on the`
_MOST_WORDS: Final = 30
_DATE_REACH: Final = 80
_MANY: Final = 4096  # sentences of one text


def citations(reading: Reading) -> Iterator[Fact]:
    """The title of each instrument that is cited, and the date that stands with it."""
    own = tree.plain(reading.document.title).lower()
    for sentence in reading.all:
        for start, end in titles(sentence.words):
            title = " ".join(sentence.words[start:end].split())
            if title.lower() not in own:
                yield sentence.fact("references.title", title, start, end)
                yield from _date(sentence, start, end)


def titles(words: str) -> Iterator[tuple[int, int]]:
    """The spans of the titles in the words of a sentence.

    >>> text = "Recalling the Joint Declaration on Peace of 12 July 2013, they met."
    >>> [text[start:end] for start, end in titles(text)]
    ['Joint Declaration on Peace']
    """
    return iter(_spans(words))


@lru_cache(maxsize=_MANY)
def _spans(words: str) -> tuple[tuple[int, int], ...]:
    """The spans, kept since facts, rules and comparisons ask for those of the same sentences."""
    return tuple(_found(words))


def _found(words: str) -> Iterator[tuple[int, int]]:
    if not any(kind in words for kind in _KINDS):
        return
    tokens = list(_WORD.finditer(words))
    dated = {place for found in dates(words) for place in range(found.start, found.end)}
    place = 0
    while place < len(tokens):
        last = _run(words, tokens, place, dated)
        title = _trimmed(words, tokens[place:last])
        if title and _is_title(words, title):
            yield title[0].start(), _end(words, title)
        place = max(last, place + 1)


def _run(words: str, tokens: list[re.Match[str]], place: int, dated: set[int]) -> int:
    """Where the run of capitals ends that begins at this word; the word itself where none begins here."""
    if not _CAPITAL.match(tokens[place][0]) or tokens[place][0].isdecimal():
        return place
    last, named = place + 1, _is_kind(tokens[place])
    for one in range(place + 1, min(place + _MOST_WORDS, len(tokens))):
        token = tokens[one]
        if not _joined(words, tokens[one - 1], token, named=named) or _is_date(tokens, one, dated):
            break
        if _closes(words, tokens[place], tokens[one - 1]):
            break  # `the United Nations (UN) Charter`: a bracket that was opened before ends here
        if _is_kind(tokens[one - 1]) and _OWNER.search(tokens[one - 1][0]):
            break  # `the Communiqué’s words`: the owner is named to its end
        if _CAPITAL.match(token[0]):
            last, named = one + 1, named or _is_kind(token)
        elif token[0] not in _SMALL or (named and _is_another(tokens, place, one)):
            break
    return last


def _closes(words: str, first: re.Match[str], last: re.Match[str]) -> bool:
    return last[0].endswith(")") and "(" not in words[first.start() : last.end()]


def _joined(words: str, before: re.Match[str], after: re.Match[str], *, named: bool) -> bool:
    """Whether two words can stand in one title: a comma parts them once its kind has been named."""
    between = words[before.end() : after.start()].strip()
    return (
        between in ("", "-", "–") or (between == "," and not named) or (between == "." and "." in before[0])
    )


def _is_another(tokens: list[re.Match[str]], place: int, one: int) -> bool:
    """Whether `and the` leads to the next title; after `between` it names the other side of this one."""
    if tokens[one][0] != "and" or any(token[0] == "between" for token in tokens[place:one]):
        return False
    return any(token[0] == "the" for token in tokens[one + 1 : one + 3])


def _is_date(tokens: list[re.Match[str]], one: int, dated: set[int]) -> bool:
    token = tokens[one]
    return token.start() in dated or (token[0].isdecimal() and tokens[one - 1][0] == "of")


def _is_kind(token: re.Match[str]) -> bool:
    word = _OWNER.sub("", token[0])
    return word in _KINDS or word.removesuffix("s") in _KINDS


def _end(words: str, title: list[re.Match[str]]) -> int:
    """Where the title ends, without the ending of an owner or a bracket that was opened before it."""
    start, end = title[0].start(), title[-1].end()
    if _OWNER.search(title[-1][0]):
        return end - len("’s")
    return end - 1 if words[end - 1] == ")" and "(" not in words[start:end] else end


def _trimmed(words: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The run without what leads into a title: `Recalling the`, `Article 102 of the`, `This`."""
    for place, token in enumerate(tokens[:_LEADS_IN]):
        if any(map(_is_kind, tokens[:place])) and tokens[0][0] not in _PARTS:
            break
        if token[0].lower() in _DETERMINERS:
            return _trimmed(words, tokens[place + 1 :])
    return tokens


def _is_title(words: str, tokens: list[re.Match[str]]) -> bool:
    start, end = tokens[0].start(), tokens[-1].end()
    own = _SELF.search(words[max(0, start - 12) : start])
    known = any(map(_is_kind, tokens)) and not any(one in words[start:end] for one in _NO_TITLE)
    return len(tokens) > 1 and known and not own


def _date(sentence: Sentence, start: int, end: int) -> Iterator[Fact]:
    """The first date close behind a title, in the same part of the sentence."""
    near = sentence.words[end : end + _DATE_REACH]
    stop = re.search(r"[;()]", near)
    for found in dates(near[: stop.start()] if stop else near):
        yield sentence.fact("references.date", found.value, start, end + found.end)
        return
