"""Two lists of tokens → what was inserted, deleted and replaced, in phrases that a person reads.

The words are compared first and the blanks between them after. Where few words are left between two
changes, and these are such words as *of* and *the*, they join them: a phrase replaced reads better than
three words. An insertion that could stand in several places is put where a clause begins or ends.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, Literal, NamedTuple, TypeAlias

from rapidfuzz.distance import Levenshtein

from treatydraft.comparison.tokens import key

Op: TypeAlias = Literal["equal", "insert", "delete", "replace"]

# Words that carry no matter of their own; between two changes they are no common ground.
_SMALL_WORDS_BY_LANGUAGE: Final = {
    "en": "a an the of to in on at by for from with and or as is are be its it that this their such any",
    "uk": "і й та в у на з із до за для про від по як що або її їх",
    "fr": "le la les l' de du des d' un une et ou à au aux en par pour sur dans ce se sa son ses",
    "de": "der die das den dem des ein eine und oder in im zu zur zum von mit auf für an",
    "it": "il lo gli i di del della dei delle e o un una in nel con per da al alla",
    "ja": "の を に は が と で も し て た る",
}
_SMALL_WORDS: Final = frozenset(" ".join(_SMALL_WORDS_BY_LANGUAGE.values()).split())
_MOST_JOINED: Final = 3  # small words that a change may swallow
_SHORT: Final = 600  # tokens up to which the method that favours long equal runs is quick enough
_STOPS: Final = {".": 4, ";": 4, ":": 3, ",": 2, "(": 1, ")": 1}


class Edit(NamedTuple):
    """Tokens `old_start` to `old_end` of the one list stand where those of the other do."""

    op: Op
    old_start: int
    old_end: int
    new_start: int
    new_end: int


_Match: TypeAlias = tuple[int, int]  # a token of the old list and the same of the new


def edits(old: Sequence[str], new: Sequence[str], *, exact: bool = False) -> tuple[Edit, ...]:
    """What leads from the old tokens to the new ones; together the edits cover both lists, in order.

    Args:
        old: The tokens of the older text, joined it.
        new: Those of the newer one.
        exact: Whether blanks, quotation marks and dashes of another form count as changes.

    >>> [edit.op for edit in edits(("shall", " ", "consult"), ("should", " ", "consult"))]
    ['replace', 'equal']
    """
    return edits_by_key(keys(old, exact=exact), keys(new, exact=exact))


def edits_by_key(old: Sequence[str], new: Sequence[str]) -> tuple[Edit, ...]:
    """The same from what the tokens are compared by; the keys of blanks are blanks."""
    if old == new:
        return (Edit("equal", 0, len(old), 0, len(new)),) if old else ()
    matches = _matches(old, new)
    return tuple(_merged(_with_blanks(matches, old, new)))


def keys(tokens: Sequence[str], *, exact: bool) -> list[str]:
    """What tokens are compared by; blanks begin with a blank, so that they are told from words."""
    if exact:
        return list(tokens)
    return [key(token) or (" " if token.isspace() else "") for token in tokens]


def _matches(old: Sequence[str], new: Sequence[str]) -> list[_Match]:
    """The words that both have, after clean-up."""
    old_at = [place for place, token in enumerate(old) if not token.isspace()]
    new_at = [place for place, token in enumerate(new) if not token.isspace()]
    first, second = [old[place] for place in old_at], [new[place] for place in new_at]
    runs = _joined(_slid(_runs(first, second), first, second), first, second)
    return [
        (old_at[start + step], new_at[other + step])
        for start, other, length in runs
        for step in range(length)
    ]


_Run: TypeAlias = tuple[int, int, int]  # where an equal run begins in both lists, and its length


def _runs(old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """The equal runs, the same with the sides swapped."""
    if old == new:
        return [(0, 0, len(old))] if old else []
    if (len(old), old) > (len(new), new):
        return [(start, other, length) for other, start, length in _runs(new, old)]
    if max(len(old), len(new)) <= _SHORT:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks if block.size]
    numbers: dict[str, int] = {}
    first, second = ([numbers.setdefault(token, len(numbers)) for token in side] for side in (old, new))
    found = Levenshtein.opcodes(first, second)
    return [(op.src_start, op.dest_start, op.src_end - op.src_start) for op in found if op.tag == "equal"]


def _slid(runs: Sequence[_Run], old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """The runs with each insertion and deletion between two of them where it reads best."""
    placed = list(runs)
    for left in range(len(placed) - 1):
        start, other, length = placed[left]
        next_start, next_other, next_length = placed[left + 1]
        if start + length == next_start:
            shift = _shift(new, other + length, next_other, length, next_length)
        elif other + length == next_other:
            shift = _shift(old, start + length, next_start, length, next_length)
        else:
            continue
        placed[left] = (start, other, length + shift)
        placed[left + 1] = (next_start + shift, next_other + shift, next_length - shift)
    return [run for run in placed if run[2]]


def _shift(tokens: Sequence[str], start: int, end: int, before: int, after: int) -> int:
    """How far a change of the tokens from start to end is best moved, left below 0."""
    left = 0
    while left < before and tokens[start - left - 1] == tokens[end - left - 1]:
        left += 1
    right = 0
    while right < after and tokens[start + right] == tokens[end + right]:
        right += 1
    shifts = range(-left, right + 1)
    return max(shifts, key=lambda shift: (_edge(tokens, start + shift, end + shift), -abs(shift), -shift))


def _edge(tokens: Sequence[str], start: int, end: int) -> int:
    """How well a change begins after a mark and ends with one."""
    before = 4 if start == 0 else _STOPS.get(tokens[start - 1], 0)
    return before + _STOPS.get(tokens[end - 1], 0)


def _joined(runs: Sequence[_Run], old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """The runs without those that are only small words between two changes, one of them a replacement."""
    kept: list[_Run] = []
    for place, (start, other, length) in enumerate(runs):
        last = kept[-1] if kept else (0, 0, 0)
        before = (start - last[0] - last[2], other - last[1] - last[2])
        after_start, after_other = runs[place + 1][:2] if place + 1 < len(runs) else (len(old), len(new))
        after = (after_start - start - length, after_other - other - length)
        if not _is_swallowed(old[start : start + length], before, after):
            kept.append((start, other, length))
    return kept


def _is_swallowed(run: Sequence[str], before: tuple[int, int], after: tuple[int, int]) -> bool:
    if not any(before) or not any(after) or len(run) > _MOST_JOINED:
        return False
    if not (all(before) or all(after)):
        return False
    return all(token.casefold() in _SMALL_WORDS for token in run)


def _with_blanks(matches: Sequence[_Match], old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """The edits that the matched words leave, with the blanks between them."""
    at, to = 0, 0
    for start, other in (*matches, (len(old), len(new))):
        yield from _between(old, new, (at, start), (to, other))
        if start < len(old):
            yield Edit("equal", start, start + 1, other, other + 1)
        at, to = start + 1, other + 1


def _between(
    old: Sequence[str], new: Sequence[str], old_span: tuple[int, int], new_span: tuple[int, int]
) -> Iterator[Edit]:
    """What stands between two matched words: blanks that both begin or end with are the same."""
    (start, end), (other, other_end) = old_span, new_span
    while start < end and other < other_end and old[start] == new[other]:
        yield Edit("equal", start, start + 1, other, other + 1)
        start, other = start + 1, other + 1
    same = 0
    while (
        start < end - same and other < other_end - same and old[end - same - 1] == new[other_end - same - 1]
    ):
        same += 1
    if op := _op(end - same - start, other_end - same - other):
        yield Edit(op, start, end - same, other, other_end - same)
    if same:
        yield Edit("equal", end - same, end, other_end - same, other_end)


def _op(deleted: int, inserted: int) -> Op | None:
    if deleted and inserted:
        return "replace"
    if deleted:
        return "delete"
    return "insert" if inserted else None


def _merged(found: Iterator[Edit]) -> Iterator[Edit]:
    """Edits of one kind that follow one another, as one."""
    for op, group in groupby(found, key=lambda edit: edit.op):
        same = list(group)
        yield Edit(op, same[0].old_start, same[-1].old_end, same[0].new_start, same[-1].new_end)
