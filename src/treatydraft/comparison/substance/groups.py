"""Two passages → the sentences that correspond, so that each is held against its own counterpart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from treatydraft.comparison.substance.bare_words import Span, bare_words, resemblance
from treatydraft.comparison.substance.passage import Passage

_ALIKE: Final = 0.3  # below it, two sentences of a clause with several do not correspond
_HELD: Final = 0.6  # share of a sentence's words that a sentence which was cut in two must have lost


@dataclass(slots=True)
class Group:
    """Sentences of one side and what corresponds to them on the other; one side may be empty."""

    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether both sides have something."""
        return bool(self.old and self.new)


def groups(old: Passage, new: Passage) -> tuple[Group, ...]:
    """The sentences of both, each in one group, in the order of the newer passage and then of the older."""
    first, second = old.sentences, new.sentences
    if len(first) == 1 == len(second):
        return (Group(first, second),)
    mine = [_keys(old.text, span) for span in first]
    other = [_keys(new.text, span) for span in second]
    partners = _partners(mine, other)
    found = [
        Group((first[partners[place]],), (span,)) for place, span in enumerate(second) if place in partners
    ]
    alone_new = [span for place, span in enumerate(second) if place not in partners]
    alone_old = [span for place, span in enumerate(first) if place not in partners.values()]
    for span in alone_new:
        if group := _home(_counted(new, (span,)), [(one, _lost(old, new, one)) for one in found]):
            group.new = tuple(sorted((*group.new, span)))
        else:
            found.append(Group(new=(span,)))
    for span in alone_old:
        if group := _home(_counted(old, (span,)), [(one, _lost(new, old, one, back=True)) for one in found]):
            group.old = tuple(sorted((*group.old, span)))
        else:
            found.append(Group(old=(span,)))
    return tuple(found)


def _partners(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> dict[int, int]:
    """The older counterpart of each newer sentence that has one, the most alike first."""
    scored = [
        (resemblance(mine, other), -abs(place - there), there, place)
        for place, mine in enumerate(old)
        for there, other in enumerate(new)
    ]
    found: dict[int, int] = {}
    for score, _, there, place in sorted(scored, key=lambda one: (-one[0], -one[1], one[2] + one[3], one[2])):
        if score >= _ALIKE and there not in found and place not in found.values():
            found[there] = place
    return found


def _home(words: Counter[str], lost: Sequence[tuple[Group, Counter[str]]]) -> Group | None:
    """The group that a sentence was a part of before, or will be."""
    for group, missing in lost:
        if group.is_whole and words and (words & missing).total() >= _HELD * words.total():
            return group
    return None


def _lost(mine: Passage, other: Passage, group: Group, *, back: bool = False) -> Counter[str]:
    """The words of a group that its other side does not have."""
    own, theirs = (group.new, group.old) if back else (group.old, group.new)
    return _counted(mine, own) - _counted(other, theirs)


def _counted(passage: Passage, spans: Sequence[Span]) -> Counter[str]:
    return Counter(key for span in spans for key in _keys(passage.text, span))


def _keys(text: str, span: Span) -> list[str]:
    return [word.key for word in bare_words(text, *span)]
