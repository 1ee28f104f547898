"""The words that carry meaning and were changed, phrase by phrase, where no mark says more."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from treatydraft.comparison.result import Difference, Direction, Words
from treatydraft.comparison.substance.bare_words import BareWord, Span, bare_words
from treatydraft.comparison.substance.passage import Passage

_APOSTROPHES: Final = ("'", "’")
_HYPHENS: Final = "-\u2010\u2011"
_MOST: Final = 4  # places told one by one; a clause with more was written anew


@dataclass(slots=True)
class _Change:
    """A run of words that is another on the other side, and the words of weight in it on both sides."""

    old: Span
    new: Span
    old_words: list[BareWord] = field(default_factory=list)
    new_words: list[BareWord] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of the words of one text: what is told already, and which sentences define a term."""

    passage: Passage
    told: Collection[int]  # places
    defining: Mapping[Span, str]


def rewordings(old: Side, new: Side, words: Sequence[Words]) -> tuple[Difference, ...]:
    """A difference for each phrase that lost or gained words of weight, or one where there are many.

    What only moved, changed its spelling, its case or its marks does not count, nor do the words that the
    marks hold: they are told already, or say the same.
    """
    changes = list(_changes(old.passage, new.passage, words))
    for change in changes:
        change.old_words = _weighty(old, change.old)
        change.new_words = _weighty(new, change.new)
    _cancel(changes)
    left = [change for change in changes if _differs(change)]
    told = [_difference(old, new, change) for change in left]
    if len(told) <= _MOST:
        return tuple(told)
    apart = [one for one in told if one.field != "wording"]
    return (*apart, _written_anew([one for one in told if one.field == "wording"]))


def _changes(old: Passage, new: Passage, words: Sequence[Words]) -> Iterator[_Change]:
    """The runs that are not equal; the whole texts where the words given are not those of the texts."""
    if "".join(one.old for one in words) != old.text or "".join(one.new for one in words) != new.text:
        yield _Change((0, len(old.text)), (0, len(new.text)))
        return
    place = there = 0
    for one in words:
        end, other = place + len(one.old), there + len(one.new)
        if one.op != "equal":
            yield _Change((place, end), (there, other))
        place, there = end, other


def _weighty(side: Side, span: Span) -> list[BareWord]:
    found = bare_words(side.passage.text, *span)
    return [word for word in found if not word.is_small and not word.is_in(side.told)]


def _cancel(changes: Iterable[_Change]) -> None:
    """Take out what both sides have, wherever it stands."""
    changes = list(changes)
    mine = Counter(word.key for change in changes for word in change.old_words)
    other = Counter(word.key for change in changes for word in change.new_words)
    lost, gained = mine - other, other - mine
    for change in changes:
        change.old_words = _taken(change.old_words, lost)
        change.new_words = _taken(change.new_words, gained)


def _taken(words: Iterable[BareWord], left: Counter[str]) -> list[BareWord]:
    found = []
    for word in words:
        if left[word.key] > 0:
            left[word.key] -= 1
            found.append(word)
    return found


def _differs(change: _Change) -> bool:
    """Whether words differ that are not one word in two pieces: `co-operation` and `cooperation`."""
    old, new = ("".join(word.key for word in words) for words in (change.old_words, change.new_words))
    return old != new


def _difference(old: Side, new: Side, change: _Change) -> Difference:
    before = _phrase(old, change.old, change.old_words)
    after = _phrase(new, change.new, change.new_words)
    direction: Direction = "changed" if before and after else "dropped" if before else "added"
    name, noun = _place(old, change.old_words) or _place(new, change.new_words) or ("wording", "wording")
    shown = " → ".join(f"“{one}”" for one in (before, after) if one)
    told = f"{noun} changed: {shown}" if name != "wording" or direction == "changed" else shown
    message = told if direction == "changed" else f"{told} {direction}"
    return Difference(name, before, after, direction, "material", message, before, after)


def _place(side: Side, words: Sequence[BareWord]) -> tuple[str, str] | None:
    """The field and the noun for words that stand in a heading or in the definition of a term."""
    if not words:
        return None
    if words[0].end <= side.passage.heading:
        return "heading", "heading"
    return next(
        (
            ("definition", f"definition of “{term}”")
            for span, term in side.defining.items()
            if span[0] <= words[0].start < span[1]
        ),
        None,
    )


def _phrase(side: Side, span: Span, words: Sequence[BareWord]) -> str:
    """The text from the first to the last of the words, with the small words that lead to them."""
    if not words:
        return ""
    text, start = side.passage.text, _whole(side.passage.text, words[0])[0]
    for word in reversed(bare_words(text, span[0], start)):
        is_ending = text[: word.start].endswith(_APOSTROPHES)
        if not word.is_small or is_ending or word.is_in(side.told) or text[word.end : start].strip():
            break
        start = word.start
    return " ".join(text[start : _whole(text, words[-1])[1]].split())


def _whole(text: str, word: BareWord) -> Span:
    """Where the hyphenated word begins and ends of which this is a part."""
    start, end = word.start, word.end
    while start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
        start = next((at + 1 for at in range(start - 2, -1, -1) if not text[at].isalnum()), 0)
    while end + 1 < len(text) and text[end] in _HYPHENS and text[end + 1].isalnum():
        end = next((at for at in range(end + 1, len(text)) if not text[at].isalnum()), len(text))
    return start, end


def _written_anew(told: Sequence[Difference]) -> Difference:
    before = " … ".join(one.old for one in told if one.old)
    after = " … ".join(one.new for one in told if one.new)
    message = f"wording changed in {len(told)} places"
    return Difference("wording", before, after, "changed", "material", message, before, after)
