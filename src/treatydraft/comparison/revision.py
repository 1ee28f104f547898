"""Two versions of one instrument → which clause is which, and what was moved, split or merged."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

from treatydraft.comparison.blocks import Alignment, Block, Match, align
from treatydraft.comparison.links import Link, in_reading_order
from treatydraft.comparison.runs import heaviest
from treatydraft.comparison.tokens import one_form, words
from treatydraft.comparison.units import Unit
from treatydraft.document import tree
from treatydraft.facts.lexicon import one_spelling

_REFERENCE: Final = "\x1f"  # stands for a cited clause, whatever its number
_MOST_REPLACED: Final = 8  # words of a clause that may be replaced whole and still have a counterpart
_ONCE: Final = ("title", "preamble", "testimonium")
_SHARED: Final = 0.5  # of what stands below two headings for them to be one

_Pairs: TypeAlias = dict[int, int]


def revision_links(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Link, ...]:
    """Every unit of both sides in at least one link, in the order of the newer text."""
    found = _aligned(old, new)
    pairs = {match.old: match.new for match in found.matches}
    likeness = {(match.old, match.new): match.similarity for match in found.matches}
    lone = _Lone(
        set(range(len(old)))
        - set(pairs)
        - set(found.splits)
        - set(chain.from_iterable(found.merges.values())),
        set(range(len(new)))
        - set(pairs.values())
        - set(found.merges)
        - set(chain.from_iterable(found.splits.values())),
    )
    for pair_more in (_pair_by_role, _pair_by_children, _pair_by_place):
        pair_more(pairs, lone, old, new)
    moved = _moved(pairs, old, new)
    links = [
        Link(place, other, ("moved",) if place in moved else (), likeness.get((place, other), 0.0))
        for place, other in pairs.items()
    ]
    links += [Link(whole, piece, ("split",)) for whole, pieces in found.splits.items() for piece in pieces]
    links += [Link(piece, whole, ("merged",)) for whole, pieces in found.merges.items() for piece in pieces]
    olds, news = {link.old for link in links}, {link.new for link in links}
    links += [Link(place, None) for place in range(len(old)) if place not in olds]
    links += [Link(None, place) for place in range(len(new)) if place not in news]
    return in_reading_order(links, len(old))


def _aligned(old: Sequence[Unit], new: Sequence[Unit]) -> Alignment:
    """The text, the notes and what stands around the text, each by itself."""
    matches: list[Match] = []
    splits: dict[int, tuple[int, ...]] = {}
    merges: dict[int, tuple[int, ...]] = {}
    for group in ("text", "note", "page"):
        olds = [place for place, unit in enumerate(old) if _group(unit) == group]
        news = [place for place, unit in enumerate(new) if _group(unit) == group]
        found = align([_block(old[place]) for place in olds], [_block(new[place]) for place in news])
        matches += [Match(olds[one.old], news[one.new], one.similarity, one.moved) for one in found.matches]
        splits |= {olds[whole]: tuple(news[one] for one in pieces) for whole, pieces in found.splits.items()}
        merges |= {news[whole]: tuple(olds[one] for one in pieces) for whole, pieces in found.merges.items()}
    return Alignment(tuple(matches), splits, merges)


def _group(unit: Unit) -> str:
    return unit.side.zone if unit.side.zone in ("note", "page") else "text"


def _block(unit: Unit) -> Block:
    """A unit as aligning sees it: without its label, and with one sign for whatever clause it cites."""
    text = unit.side.words
    if any(isinstance(piece, tree.Reference) for piece in unit.text):
        text = "\n".join(filter(None, (unit.side.heading, _without_numbers(unit.text))))
    return Block(tuple(map(one_spelling, words(text))), (unit.side.heading != "", one_form(text)))


def _without_numbers(pieces: Sequence[tree.Inline]) -> str:
    def shown(piece: tree.Inline) -> tree.Inline:
        return tree.Text(_REFERENCE) if isinstance(piece, tree.Reference) else piece

    return tree.plain(tree.map_pieces(tuple(pieces), shown)).strip()


@dataclass(frozen=True, slots=True)
class _Lone:
    """The units of both sides that have no counterpart yet."""

    old: set[int]
    new: set[int]

    def pair(self, pairs: _Pairs, place: int, other: int) -> None:
        """Make two of them a pair."""
        pairs[place] = other
        self.old.remove(place)
        self.new.remove(other)


def _pair_by_role(pairs: _Pairs, lone: _Lone, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Pair what every instrument has once, however it is worded, and where the same party signs."""
    for kind in _ONCE:
        olds = [place for place in lone.old if old[place].side.kind == kind]
        news = [place for place in lone.new if new[place].side.kind == kind]
        if len(olds) == len(news) == 1:
            lone.pair(pairs, olds[0], news[0])
    signed = {new[place].side.words: place for place in lone.new if new[place].side.kind == "signature"}
    for place in sorted(place for place in lone.old if old[place].side.kind == "signature"):
        other = signed.pop(old[place].side.words, -1)
        if other >= 0:
            lone.pair(pairs, place, other)


def _pair_by_children(pairs: _Pairs, lone: _Lone, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Pair the headings of which most that stands below has a counterpart below the other."""
    together = Counter((old[place].above, new[other].above) for place, other in pairs.items())
    olds, news = Counter(unit.above for unit in old), Counter(unit.above for unit in new)
    for (place, other), count in sorted(together.items(), key=lambda one: (-one[1], one[0])):
        if place in lone.old and other in lone.new and count >= _SHARED * max(olds[place], news[other]):
            lone.pair(pairs, place, other)


def _pair_by_place(pairs: _Pairs, lone: _Lone, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Pair two short clauses that stand alone between the same neighbours and have the same label."""
    for place in sorted(lone.old - {0}):
        other = pairs.get(place - 1, len(new)) + 1
        stands_alone = other in lone.new and pairs.get(place + 1, len(new)) == other + 1
        if stands_alone and _is_replaced(old[place], new[other]):
            lone.pair(pairs, place, other)


def _is_replaced(old: Unit, new: Unit) -> bool:
    longest = max(len(words(unit.side.words)) for unit in (old, new))
    return _form(old) == _form(new) and longest <= _MOST_REPLACED


def _form(unit: Unit) -> tuple[str, str, bool]:
    label = "".join(filter(str.isalnum, unit.side.label))
    return unit.side.kind, label.casefold(), unit.side.heading != ""


def _moved(pairs: _Pairs, old: Sequence[Unit], new: Sequence[Unit]) -> set[int]:
    """What stands below another clause than before, or in another order among those below the same.

    A clause whose parent moved has not moved itself; a new heading over clauses that stay does not move them.
    """
    sizes = _sizes(old)
    partners = {other: place for place, other in pairs.items()}
    siblings: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    moved: set[int] = set()
    for place, other in pairs.items():
        above = _above(old, place, pairs)
        if partners.get(_above(new, other, partners), -1) == above and _same_part(old, new, place, other):
            siblings[above][place, other] = sizes[place]
        else:
            moved.add(place)
    for weights in siblings.values():
        stay = {place for place, _ in heaviest(weights)}
        moved |= {place for place, _ in weights if place not in stay}
    return moved


def _same_part(old: Sequence[Unit], new: Sequence[Unit], place: int, other: int) -> bool:
    """Whether clauses that stand below none stand both in the preamble, the body or the annexes."""
    below = old[place].above >= 0 or new[other].above >= 0
    return below or old[place].side.zone == new[other].side.zone


def _above(units: Sequence[Unit], place: int, paired: Mapping[int, int]) -> int:
    """The nearest clause above that has a counterpart, -1 where there is none."""
    above = units[place].above
    while above >= 0 and above not in paired:
        above = units[above].above
    return above


def _sizes(units: Sequence[Unit]) -> list[float]:
    """How much stands in each clause and below it, in words."""
    sizes = [1.0 + len(unit.side.words) / 6 for unit in units]
    for place in range(len(units) - 1, 0, -1):
        if units[place].above >= 0:
            sizes[units[place].above] += sizes[place]
    return sizes
