"""Find many phrases in one pass over a text: the longest that stands at each place, whatever its spelling.

British and American spelling, hyphens, case and marks between the words make no difference. A word of a
phrase that ends with `*` stands for all words that begin so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from treatydraft.facts.found import Found

_WORD: Final = re.compile(r"[^\W_]+")
_STEM_KEY: Final = 3  # letters by which stems are looked up
# One spelling for the words that British and American English write in two ways.
_SPELLINGS: Final = (
    ("defence", "defense"),
    ("offence", "offense"),
    ("manoeuvre", "maneuver"),
    ("manoeuvr", "maneuver"),
    ("programme", "program"),
    ("centre", "center"),
    ("our", "or"),
    ("z", "s"),
)


@dataclass
class _Node:
    exact: "dict[str, _Node]" = field(default_factory=dict)
    stems: "dict[str, list[tuple[str, _Node]]]" = field(default_factory=dict)
    value: str = ""


class _First(dict[str, tuple[_Node, ...]]):
    """For each word of a text, spelled as it is, what phrases go on from it: for most words nothing."""

    def __init__(self, root: _Node) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, word: str) -> tuple[_Node, ...]:
        found = tuple(_after(self._root, one_spelling(word)))
        if len(self) < _WORDS_KEPT:
            self[word] = found
        return found


class Lexicon:
    """Phrases, each with the value that it stands for."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        for phrase, value in phrases:
            self._add(phrase, value)
        self._first = _First(self._root)
        # The sentences of a text share headings, and two versions of a text most sentences.
        self._kept = lru_cache(maxsize=_KEPT)(lambda text: tuple(self._find(text)))

    def find(self, text: str) -> tuple[Found, ...]:
        """The values of the phrases in the text, in order; of those that overlap, the longest counts.

        >>> lexicon = Lexicon([("air defence", "air"), ("defence industry", "arms"), ("drone*", "drones")])
        >>> [found.value for found in lexicon.find("air-defense industry and Drones")]
        ['air', 'drones']
        """
        return self._kept(text)

    def _find(self, text: str) -> Iterator[Found]:
        first = self._first
        starting = [(place, first[word]) for place, word in enumerate(_WORD.findall(text)) if first[word]]
        if not starting:
            return
        found = list(_WORD.finditer(text))
        words = [one_spelling(match[0]) for match in found]
        after = 0  # the last phrase
        for place, nodes in starting:
            if place < after:
                continue
            length, value = _longest(words, place, nodes)
            after = place + length
            if length and value != NOTHING:
                yield Found(value, found[place].start(), found[after - 1].end())

    def _add(self, phrase: str, value: str) -> None:
        node = self._root
        for match in re.finditer(r"([^\W_]+)(\*?)", phrase):
            word = one_spelling(match[1])
            node = _stem(node, word) if match[2] else node.exact.setdefault(word, _Node())
        if node is not self._root and not node.value:
            node.value = value


NOTHING: Final = "-"  # the value of phrases that are known and mean nothing
_LONGEST: Final = 12  # words of a phrase
_KEPT: Final = 4096  # texts
_WORDS_KEPT: Final = 65_536


@lru_cache(maxsize=8192)
def one_spelling(word: str) -> str:
    """A word in small letters and in one of its spellings.

    >>> one_spelling("Armoured"), one_spelling("organization")
    ('armored', 'organisation')
    """
    word = word.lower()
    for variant, chosen in _SPELLINGS:
        word = word.replace(variant, chosen)
    return word


def _stem(node: _Node, stem: str) -> _Node:
    same = node.stems.setdefault(stem[:_STEM_KEY], [])
    known = next((after for one, after in same if one == stem), None)
    if known is None:
        known = _Node()
        same.append((stem, known))
    return known


def _longest(words: list[str], place: int, nodes: tuple[_Node, ...]) -> tuple[int, str]:
    """How many words the longest phrase has that begins at a place, and its value."""
    best = (0, "")
    for length in range(1, _LONGEST + 1):
        if named := next((node.value for node in nodes if node.value), ""):
            best = (length, named)
        if place + length == len(words):
            break
        nodes = tuple(after for node in nodes for after in _after(node, words[place + length]))
        if not nodes:
            break
    return best


def _after(node: _Node, word: str) -> Iterator[_Node]:
    if word in node.exact:
        yield node.exact[word]
    for stem, after in node.stems.get(word[:_STEM_KEY], ()):
        if word.startswith(stem):
            yield after
