"""The words of a text that are a letter away from a word which the text, or every treaty, has."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from treatydraft.linting.features.slip_words import KNOWN, REAL, TREATY

_WORD: Final = re.compile(r"(?<![\w@/])[^\W\d_]{3,}(?![\w@/])")
_SHORTEST: Final = 5
_SHORTEST_OF_TEXT: Final = 6  # letters, where only the text itself knows the word
_OFTEN: Final = 5  # times that the text has the word, where a letter is missing or too many
_TWICE: Final = 2  # the same, where two letters changed places or one is doubled
_LONGEST: Final = 30
# Endings before which some write one l and others two.
_BEHIND_L: Final = ("", "s", "ed", "ing", "er", "ers", "or", "ors", "ment", "ments", "ation")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")


def slips(lowered: str) -> Mapping[str, str]:
    """Misspelt words of a text in small letters, each with the word that was meant.

    >>> slips("the agreeement of the goverment, recieved by the partes")
    {'agreeement': 'agreement', 'goverment': 'government', 'recieved': 'received', 'partes': 'parties'}
    """
    counts = Counter(_WORD.findall(lowered))
    often = {
        word
        for word, times in counts.items()
        if times >= _TWICE and _SHORTEST_OF_TEXT <= len(word) <= _LONGEST
    }
    near = _index(frozenset(often - TREATY))
    found = {}
    for word, times in counts.items():
        if meant := KNOWN.get(word) or (_may_be_slip(word) and _meant(word, times, near, counts)):
            found[word] = meant
    return found


def _may_be_slip(word: str) -> bool:
    in_size = _SHORTEST <= len(word) <= _LONGEST
    return in_size and word not in TREATY and word not in REAL and _LETTERS.issuperset(word)


def _meant(word: str, times: int, near: Mapping[str, tuple[str, ...]], counts: Mapping[str, int]) -> str:
    return _of_treaties(word) or (_of_text(word, near, counts) if times == 1 else "")


def _of_treaties(word: str) -> str:
    """The word of treaties that was meant; endings and ways of spelling are no slips."""
    return next(
        (
            meant
            for meant in _candidates(word, _index(TREATY))
            if word[0] == meant[0] or _is_swap(word, meant)
            if not _is_form(word, meant)
        ),
        "",
    )


def _of_text(word: str, near: Mapping[str, tuple[str, ...]], counts: Mapping[str, int]) -> str:
    """The word that the text has more often, where the change is inside the word."""
    if len(word) < _SHORTEST_OF_TEXT - 1:
        return ""
    for meant in _candidates(word, near):
        if word[0] != meant[0] or len(meant) < _SHORTEST_OF_TEXT or _is_form(word, meant):
            continue
        if _is_swap(word, meant):
            return meant
        if word[-1] != meant[-1]:
            continue
        if _is_doubled(word, meant):
            return meant
        if counts[meant] >= _OFTEN and len(word) != len(meant) and len(meant) > _SHORTEST_OF_TEXT:
            return meant
    return ""


@cache
def _index(words: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by themselves and by what is left of them without one letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        for part in {word, *_shortened(word)}:
            found[part] = (*found.get(part, ()), word)
    return found


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _candidates(word: str, near: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The words that are one letter away: one more, one less, another one, or two that changed places."""
    for part in (word, *_shortened(word)):
        for other in near.get(part, ()):
            if other != word and _is_near(word, other):
                yield other


def _is_near(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) == 1:
        return True  # both lead to one of the two
    return _is_swap(word, other) or sum(a != b for a, b in zip(word, other, strict=True)) == 1


def _is_swap(word: str, other: str) -> bool:
    if len(word) != len(other):
        return False
    places = [at for at, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    at = places[0] if places else 0
    return places == [at, at + 1] and word[at] == other[at + 1] and word[at + 1] == other[at]


def _is_doubled(word: str, other: str) -> bool:
    """Whether one is the other with a letter twice."""
    shorter, longer = sorted((word, other), key=len)
    return any(
        longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter
        for at in range(1, len(longer))
    )


def _is_form(word: str, meant: str) -> bool:
    """Whether it is the same word with an ending, or spelt as others spell it."""
    if word.startswith(meant) or word in (f"{meant}s", f"{meant}d"):
        return not _is_doubled(word, meant)
    if meant.startswith(word):
        return word + "s" == meant or word + "d" == meant or word + "ly" == meant
    if len(word) == len(meant):
        if _is_swap(word, meant):
            return {word[-2:], meant[-2:]} == {"er", "re"}  # `center`
        changed = next((a + b for a, b in zip(word, meant, strict=True) if a != b), "")
        return changed in ("sz", "zs", "cs", "sc") or word[:-1] == meant[:-1]
    shorter, longer = sorted((word, meant), key=len)
    at = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
    extra = longer[at]
    if _is_doubled(word, meant) and extra != "l":
        return False
    return (
        (extra == "u" and longer[at - 1] == "o")
        or (extra == "l" and longer[at - 1] == "l" and longer[at + 1 :] in _BEHIND_L)
        or (extra == "e" and longer[at + 1 :] in ("ment", "ments", "ing", "able"))
    )
