"""A readable pattern → the words without which nothing in a text can match it.

To look for a word in a text takes a tenth of the time of a search, and most patterns have no chance in most
sentences. A need is a few words of which one must be there; a pattern may have several needs.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

Need: TypeAlias = tuple[str, ...]

_TOKEN: Final = re.compile(
    r"(?P<open>\((?:\?(?::|P<\w+>|[=!]|<[=!]))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<piece>\\.|\[(?:\\.|[^\]\\])+\]|\{[a-z]+\}|[^\W\d_]|.)"
    r"(?P<repeat>[?*+]\??|\{\d*,?\d*\}\??)?",
    re.DOTALL,
)
_AFTER_GROUP: Final = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")
_SHORTEST: Final = 3  # letters: shorter words stand in nearly every sentence
_MOST: Final = 24  # words of one need


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text as needs are looked for in it: as lax about case as patterns are."""
    return text.casefold().replace("ı", "i")


def needs(source: str, braced: Callable[[str], Need]) -> tuple[Need, ...]:
    """What each match of a pattern holds; `braced` has the need of a word in braces, if it has one.

    >>> needs("in force (?:for|until) (?:the )?year|expir(?:es|y)", lambda _: ())
    (('expir', 'force'),)
    >>> needs("remains? in force", lambda _: ())
    (('remain',), ('force',))
    """
    return _Search(source, braced).alternatives()


class _Search:
    def __init__(self, source: str, braced: Callable[[str], Need]) -> None:
        self._source = source
        self._braced = braced
        self._place = 0

    def alternatives(self) -> tuple[Need, ...]:
        """The needs of all up to the bracket that closes."""
        branches = [self._sequence()]
        while self._source.startswith("|", self._place):
            self._place += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _of_branches(branches)

    def _sequence(self) -> tuple[Need, ...]:
        """The needs of what stands in a row, the longest first."""
        found: list[Need] = []
        word = ""
        for token in self._tokens():
            piece, repeat = token["piece"], token["repeat"] or ""
            if piece and piece.isalpha() and not repeat:
                word += piece
                continue
            if piece and piece.isalpha() and repeat.startswith("+"):
                word += piece
            found.append((plain(word),))
            word = ""
            if token["open"]:
                found += self._group(token["open"])
            elif piece.startswith("{") and not _is_optional(repeat):
                found.append(self._braced(piece[1:-1]))
        found.append((plain(word),))
        return tuple(sorted({need for need in found if _is_worth(need)}, key=_worth, reverse=True))

    def _tokens(self) -> Iterator[re.Match[str]]:
        while token := _TOKEN.match(self._source, self._place):
            if token["close"] or token["bar"]:
                return
            self._place = token.end()
            yield token

    def _group(self, opened: str) -> tuple[Need, ...]:
        found = self.alternatives()
        self._place += len(")")
        repeat = _AFTER_GROUP.match(self._source, self._place)
        self._place = repeat.end() if repeat else self._place
        looks = opened.endswith(("=", "!"))  # what is looked at is no part of the match
        return () if looks or (repeat and _is_optional(repeat[0])) else found


def _of_branches(branches: list[tuple[Need, ...]]) -> tuple[Need, ...]:
    """The one need of several ways: the best of each."""
    if not all(branches):
        return ()
    words = {word for branch in branches for word in branch[0]}
    need = tuple(sorted(word for word in words if not any(one in word for one in words - {word})))
    return (need,) if len(need) <= _MOST else ()


def _is_optional(repeat: str) -> bool:
    return repeat.startswith(("?", "*", "{0", "{,"))


def _is_worth(need: Need) -> bool:
    return bool(need) and min(map(_weight, need)) >= _SHORTEST


def _worth(need: Need) -> tuple[int, int, Need]:
    return min(map(_weight, need)), -len(need), need


def _weight(word: str) -> int:
    """How rare it is: letters beyond ASCII tell more."""
    return len(word) + (not word.isascii() and bool(word))
