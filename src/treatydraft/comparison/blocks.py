"""Two lists of blocks, clauses or paragraphs → which is which, though they were moved, split or reworded.

Blocks that are the same and stand once on both sides are anchors, as in patience diff: the longest run of
them in order is the spine, the others have moved. Between the anchors the blocks that resemble one another
are paired so that order and likeness together are best; what is left may have moved and been reworded, or be
a piece of a neighbour's counterpart.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from rapidfuzz.distance import LCSseq

from treatydraft.comparison.runs import Pair as _Pair
from treatydraft.comparison.runs import heaviest, increasing

_ANCHOR: Final = 3  # words that a block must have to stand for its place by itself
_ALIKE: Final = 0.5  # likeness from which a block is a reworded one where order speaks for it
_ALIKE_SHORT: Final = 0.65  # … of a block of few words
_ALIKE_ELSEWHERE: Final = 0.6  # … and where it does not
_MOVED: Final = 4  # words that a block must have to be found elsewhere reworded
_CONTAINED: Final = 0.85  # share of a piece that stands in the whole
_PIECE: Final = 3  # words that a piece must have
_GROWN: Final = 6  # words of a block that may have grown by more than its own length
_ALL_PAIRS: Final = 20_000  # pairs up to which each is looked at; beyond it those that share rare words
_RAREST: Final = 12  # words of a block by which others like it are sought
_COMMON: Final = 40  # blocks from which on a word says nothing
_LIKELIEST: Final = 6  # blocks that are looked at for each


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text as far as aligning goes."""

    words: tuple[str, ...]
    same: Hashable  # equal for blocks that are the same


@dataclass(frozen=True, slots=True)
class Match:
    """A block of the old list and its counterpart, by their places."""

    old: int
    new: int
    similarity: float  # 1 only for blocks that are the same
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Each block stands in one match, one split or one merge, or in none: it was deleted or inserted."""

    matches: tuple[Match, ...]  # in the order of the new list
    splits: Mapping[int, tuple[int, ...]] = field(
        default_factory=dict
    )  # old → new ones, which are neighbours
    merges: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # new → old ones


_Scores: TypeAlias = dict[_Pair, float]


def align(old: Sequence[Block], new: Sequence[Block]) -> Alignment:
    """Which block is which.

    The cost is linear where the lists agree; where they do not, it grows with what is between the anchors.
    """
    anchors = dict(_equal_in_order(old, new))
    scores = _Left(old, new, anchors).scores()
    in_order = anchors | _chain(scores, anchors)
    in_order |= _same_between(old, new, in_order)
    moved = _elsewhere(scores, old, new, in_order)
    found = [(place, other, scores.get((place, other), 1.0)) for place, other in (in_order | moved).items()]
    splits = _pieces(old, new, found)
    merges = _pieces(
        new, old, [(other, place, score) for place, other, score in found if place not in splits]
    )
    matches = (
        Match(place, other, score, moved=place in moved)
        for place, other, score in sorted(found, key=lambda one: one[1])
        if place not in splits and other not in merges
    )
    return Alignment(tuple(matches), splits, merges)


def likeness(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """How much of two lists of words is common to them in order, from 0 to 1.

    A text that only grew is like the longer one, though less than half of that stands in it.
    """
    if not first or not second:
        return 0.0
    common = LCSseq.similarity(first, second)
    dice = 2 * common / (len(first) + len(second))
    shorter = min(len(first), len(second))
    if dice < _ALIKE and shorter >= _GROWN and common >= _CONTAINED * shorter:
        return _ALIKE + 0.1 * dice
    return dice


def _equal_in_order(old: Sequence[Block], new: Sequence[Block]) -> list[_Pair]:
    """Equal blocks in order: what both begin and end with, and anchors, and so between them again."""
    found: list[_Pair] = []
    spans = [(0, len(old), 0, len(new))]
    while spans:
        start, end, other, other_end = spans.pop()
        while start < end and other < other_end and old[start].same == new[other].same:
            found.append((start, other))
            start, other = start + 1, other + 1
        while start < end and other < other_end and old[end - 1].same == new[other_end - 1].same:
            end, other_end = end - 1, other_end - 1
            found.append((end, other_end))
        anchors = _anchors(old, new, (start, end), (other, other_end))
        for place, counterpart in anchors:
            spans.append((start, place, other, counterpart))
            found.append((place, counterpart))
            start, other = place + 1, counterpart + 1
        if anchors:
            spans.append((start, end, other, other_end))
    return found


def _anchors(old: Sequence[Block], new: Sequence[Block], old_span: _Pair, new_span: _Pair) -> list[_Pair]:
    first, second = _once(old, *old_span), _once(new, *new_span)
    return increasing([(place, second[same]) for same, place in first.items() if same in second])


def _once(blocks: Sequence[Block], start: int, end: int) -> dict[Hashable, int]:
    """Where those blocks stand that are there once and long enough to stand for their place."""
    counts = Counter(block.same for block in blocks[start:end])
    return {
        block.same: place
        for place, block in enumerate(blocks[start:end], start)
        if len(block.words) >= _ANCHOR and counts[block.same] == 1
    }


class _Left:
    """The blocks that the anchors leave, and how like they are."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block], paired: Mapping[int, int]) -> None:
        taken = set(paired.values())
        self.old = {place: block for place, block in enumerate(old) if place not in paired and block.words}
        self.new = {place: block for place, block in enumerate(new) if place not in taken and block.words}
        numbers: dict[str, int] = {}
        self._numbered = [
            {place: [numbers.setdefault(word, len(numbers)) for word in block.words] for place, block in side}
            for side in (self.old.items(), self.new.items())
        ]

    def scores(self) -> _Scores:
        """The likeness of those pairs that are alike."""
        first, second = self._numbered
        found = {}
        for place, counterpart in self._candidates():
            one, other = self.old[place], self.new[counterpart]
            score = 1.0 if one.same == other.same else 0.999 * likeness(first[place], second[counterpart])
            if score >= _wanted(one, other):
                found[place, counterpart] = score
        return found

    def _candidates(self) -> Iterator[_Pair]:
        if len(self.old) * len(self.new) <= _ALL_PAIRS:
            return ((place, other) for place in self.old for other in self.new)
        return self._by_rare_words()

    def _by_rare_words(self) -> Iterator[_Pair]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, block in self.new.items():
            for word in set(block.words):
                places[word].append(place)
        for place, block in self.old.items():
            known = (word for word in set(block.words) if 0 < len(places.get(word, ())) <= _COMMON)
            rarest = sorted(known, key=lambda word: (len(places[word]), word))[:_RAREST]
            votes: Counter[int] = Counter()
            for word in rarest:
                for other in places[word]:
                    votes[other] += 1
            likeliest = sorted(votes, key=lambda other: (-votes[other], abs(other - place), other))
            yield from ((place, other) for other in likeliest[:_LIKELIEST])


def _wanted(old: Block, new: Block) -> float:
    """Of few words more must be common: two of three or four may well be chance."""
    return _ALIKE_SHORT if min(len(old.words), len(new.words)) < _GROWN else _ALIKE


def _chain(scores: _Scores, anchors: Mapping[int, int]) -> dict[int, int]:
    """Of the alike pairs that keep the order of the anchors those that together are most alike."""
    is_between = _gaps(anchors)
    candidates = {pair: score**2 for pair, score in scores.items() if is_between(pair)}
    return dict(heaviest(candidates))


def _gaps(anchors: Mapping[int, int]) -> Callable[[_Pair], bool]:
    """Whether a pair stands between the same two anchors on both sides."""
    olds = sorted(anchors)
    news = [anchors[place] for place in olds]
    return lambda pair: bisect_left(olds, pair[0]) == bisect_left(news, pair[1])


def _same_between(old: Sequence[Block], new: Sequence[Block], in_order: Mapping[int, int]) -> dict[int, int]:
    """Of what is still alone between two pairs, the blocks that are the same: blanks, and repeated words."""
    found: dict[int, int] = {}
    start, other = 0, 0
    for place, counterpart in (*sorted(in_order.items()), (len(old), len(new))):
        first = [block.same for block in old[start:place]]
        second = [block.same for block in new[other:counterpart]]
        if first and second:
            numbers = {same: number for number, same in enumerate(dict.fromkeys((*first, *second)))}
            opcodes = LCSseq.opcodes([numbers[one] for one in first], [numbers[one] for one in second])
            for op in opcodes:
                if op.tag == "equal":
                    steps = range(op.src_end - op.src_start)
                    found |= {start + op.src_start + step: other + op.dest_start + step for step in steps}
        start, other = place + 1, counterpart + 1
    return found


def _elsewhere(
    scores: _Scores, old: Sequence[Block], new: Sequence[Block], in_order: Mapping[int, int]
) -> dict[int, int]:
    """Blocks that were moved: of those still alone the most alike, each once."""
    taken = set(in_order.values())
    likely = (
        pair
        for pair, score in scores.items()
        if pair[0] not in in_order
        and pair[1] not in taken
        and _is_findable(score, old[pair[0]], new[pair[1]])
    )
    moved: dict[int, int] = {}
    for place, counterpart in sorted(likely, key=lambda pair: (-scores[pair], abs(pair[0] - pair[1]), pair)):
        if place not in moved and counterpart not in taken:
            moved[place] = counterpart
            taken.add(counterpart)
    return moved


def _is_findable(score: float, old: Block, new: Block) -> bool:
    shorter = min(len(old.words), len(new.words))
    return shorter >= _ANCHOR if score == 1 else shorter >= _MOVED and score >= _ALIKE_ELSEWHERE


def _pieces(
    wholes: Sequence[Block], pieces: Sequence[Block], found: Iterable[tuple[int, int, float]]
) -> dict[int, tuple[int, ...]]:
    """The wholes of which several neighbours are pieces, one of them the counterpart that was found."""
    pairs = list(found)
    taken = {piece for _, piece, _ in pairs}
    result: dict[int, tuple[int, ...]] = {}
    for whole, piece, score in sorted(pairs):
        words = wholes[whole].words
        first = last = piece
        while _is_piece(first - 1, pieces, taken, words):
            first -= 1
        while _is_piece(last + 1, pieces, taken, words):
            last += 1
        together = [word for block in pieces[first : last + 1] for word in block.words]
        if first < last and likeness(words, together) >= max(score, _CONTAINED):
            result[whole] = tuple(range(first, last + 1))
            taken.update(result[whole])
    return result


def _is_piece(place: int, pieces: Sequence[Block], taken: Container[int], whole: Sequence[str]) -> bool:
    if not 0 <= place < len(pieces) or place in taken:
        return False
    words = pieces[place].words
    return len(words) >= _PIECE and LCSseq.similarity(words, whole) >= _CONTAINED * len(words)
