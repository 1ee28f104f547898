"""Links between the units of two texts → pairs: what kind each is, its words, and what it cites."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from treatydraft.comparison.links import Link
from treatydraft.comparison.result import Difference, Kind, Pair, Side, Words
from treatydraft.comparison.units import Unit
from treatydraft.comparison.wording import Wording, changed_words, pieces_of, references, wording

_ORDER: Final[tuple[Kind, ...]] = ("split", "merged", "moved", "renumbered", "reworded")


@dataclass(frozen=True, slots=True)
class Linked:
    """A pair before it is graded, with the units that it was made of."""

    pair: Pair
    old: Unit | None
    new: Unit | None


def linked(
    links: Sequence[Link], old: Sequence[Unit], new: Sequence[Unit], *, exact: bool = False
) -> Iterator[Linked]:
    """The pairs in the order of the links, without severity.

    Args:
        links: What is the counterpart of what.
        old: The units of the older text.
        new: Those of the newer one.
        exact: Whether blanks, quotation marks, dashes and the punctuation of labels count.
    """
    sides = _Sides(links, old, new, exact=exact)
    for link in links:
        before = None if link.old is None else old[link.old]
        after = None if link.new is None else new[link.new]
        yield Linked(_pair(link, before, after, sides), before, after)


class _Sides:
    """The words of both texts, made when they are asked for."""

    def __init__(
        self, links: Sequence[Link], old: Sequence[Unit], new: Sequence[Unit], *, exact: bool
    ) -> None:
        self.exact = exact
        self._old, self._new = old, new
        self._renamed = _renamed(links, old, new)
        self._splits = _grouped((link.old, link.new) for link in links if "split" in link.kinds)
        self._merges = _grouped((link.new, link.old) for link in links if "merged" in link.kinds)

    def words(self, link: Link) -> tuple[Wording, Wording]:
        """The words of both sides of a link; of a whole that was split or merged, the share of the piece."""
        assert link.old is not None  # noqa: S101 - its caller has looked
        assert link.new is not None  # noqa: S101 - the same
        before, after = self._both(link.old, link.new)
        if "split" in link.kinds:
            pieces = self._splits[link.old]
            shares = pieces_of(before, [self._both(link.old, piece)[1] for piece in pieces])
            return shares[pieces.index(link.new)], after
        if "merged" in link.kinds:
            pieces = self._merges[link.new]
            shares = pieces_of(after, [self._both(piece, link.new)[0] for piece in pieces])
            return before, shares[pieces.index(link.old)]
        return before, after

    def _both(self, old: int, new: int) -> tuple[Wording, Wording]:
        one, other = self._old[old], self._new[new]
        before = wording(one, other, self._renamed, exact=self.exact)
        return before, wording(other, one, exact=self.exact)


def _renamed(links: Sequence[Link], old: Sequence[Unit], new: Sequence[Unit]) -> dict[str, str]:
    """For the id of each older clause that of its counterpart; of pieces the first."""
    renamed: dict[str, str] = {}
    for link in links:
        if link.old is not None and link.new is not None:
            renamed.setdefault(old[link.old].side.id, new[link.new].side.id)
    return renamed


def _grouped(pairs: Iterator[tuple[int | None, int | None]]) -> Mapping[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for whole, piece in pairs:
        if whole is not None and piece is not None:
            found[whole].append(piece)
    return found


def _pair(link: Link, old: Unit | None, new: Unit | None, sides: _Sides) -> Pair:
    if old is None or new is None:
        return _lone(old.side if old else None, new.side if new else None)
    differences: tuple[Difference, ...] = ()
    if not link.kinds and old.side.words == new.side.words and old.text == new.text:
        words = _same(old.side.words)
    else:
        before, after = sides.words(link)
        words = changed_words(before, after)
        differences = tuple(references(before, after))
    kinds = _kinds(link, old.side, new.side, words, exact=sides.exact)
    return Pair(kinds, "none", old.side, new.side, _similarity(words), words, differences)


def _lone(old: Side | None, new: Side | None) -> Pair:
    if old is not None:
        return Pair(("deleted",), "none", old, None, 0.0, (Words("delete", old.words, ""),))
    assert new is not None  # noqa: S101 - a link has one side at least
    return Pair(("inserted",), "none", None, new, 0.0, (Words("insert", "", new.words),))


def _same(text: str) -> tuple[Words, ...]:
    return (Words("equal", text, text),) if text else ()


def _kinds(link: Link, old: Side, new: Side, words: Sequence[Words], *, exact: bool) -> tuple[Kind, ...]:
    found: set[Kind] = set(link.kinds)
    if (old.label != new.label) if exact else (_bare(old.label) != _bare(new.label)):
        found.add("renumbered")
    if any(run.op != "equal" for run in words):
        found.add("reworded")
    return tuple(kind for kind in _ORDER if kind in found) or ("unchanged",)


def _bare(label: str) -> str:
    """A label without its punctuation, in one case.

    >>> _bare("Article II:"), _bare("(a)")
    ('articleii', 'a')
    """
    return "".join(filter(str.isalnum, label)).casefold()


def _similarity(words: Sequence[Words]) -> float:
    """The share of the letters that both have."""
    same = sum(len(run.old) + len(run.new) for run in words if run.op == "equal")
    whole = sum(len(run.old) + len(run.new) for run in words)
    return round(same / whole, 3) if whole else 1.0
