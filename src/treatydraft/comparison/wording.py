"""Two units → their words against each other, with the clauses that they cite told by what they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from treatydraft.comparison.edits import edits_by_key
from treatydraft.comparison.edits import keys as keys_of
from treatydraft.comparison.result import Difference, Words
from treatydraft.comparison.tokens import tokens
from treatydraft.comparison.units import Unit
from treatydraft.document import tree

_CITED: Final = "\x1f"  # begins the key of a cited clause; no text holds it


@dataclass(frozen=True, slots=True)
class Wording:
    """The tokens of a unit and what they are compared by; `targets` are the clauses that tokens cite."""

    tokens: tuple[str, ...]
    keys: tuple[str, ...]
    targets: Mapping[int, str]

    def text(self, start: int, end: int) -> str:
        """The words of some tokens."""
        return "".join(self.tokens[start:end])


def wording(
    unit: Unit, other: Unit, renamed: Mapping[str, str] | None = None, *, exact: bool = False
) -> Wording:
    """The words of a unit, heading first.

    Args:
        unit: The unit.
        other: Its counterpart. What it cites in the same words without saying which clause that is, is
            told by these words on this side, too.
        renamed: For an older text, the ids of the clauses' counterparts by their own ids.
        exact: Whether blanks, quotation marks and dashes of another form count.
    """
    pieces = list(_pieces(unit, _uncited(other)))
    found: list[str] = []
    targets: dict[int, str] = {}
    for piece in pieces:
        if isinstance(piece, tree.Reference):
            targets[len(found)] = piece.target_id
            found.append(piece.text)
        else:
            found += tokens(piece)
    keys = keys_of(found, exact=exact)
    for place, target in targets.items():
        known = target if renamed is None else renamed.get(target, f"?{target}")
        keys[place] = f"{_CITED}{known}"
    return Wording(tuple(found), tuple(keys), targets)


def changed_words(old: Wording, new: Wording) -> tuple[Words, ...]:
    """The words of both, run by run; joined, the old ones are the one text and the new ones the other."""
    return tuple(
        Words(edit.op, old.text(edit.old_start, edit.old_end), new.text(edit.new_start, edit.new_end))
        for edit in edits_by_key(old.keys, new.keys)
    )


def references(old: Wording, new: Wording) -> Iterator[Difference]:
    """The cited clauses that are others now, and those that only have another number."""
    if not old.targets and not new.targets:
        return
    for edit in edits_by_key(old.keys, new.keys):
        before = [place for place in range(edit.old_start, edit.old_end) if place in old.targets]
        after = [place for place in range(edit.new_start, edit.new_end) if place in new.targets]
        if edit.op == "equal":
            for place, other in zip(before, after, strict=True):
                if old.tokens[place] != new.tokens[other]:
                    yield _follows(old.tokens[place], new.tokens[other])
        else:
            yield from _cites_others([old.tokens[one] for one in before], [new.tokens[one] for one in after])


def pieces_of(whole: Wording, pieces: Sequence[Wording]) -> list[Wording]:
    """The share of a whole that each of its pieces has, cut where the next piece begins."""
    together = [key for piece in pieces for key in (*piece.keys, " ")]
    ends = list(accumulate(len(piece.keys) + 1 for piece in pieces))
    cuts = [0]
    found = edits_by_key(whole.keys, together)
    for end in ends[:-1]:
        edit = next(edit for edit in found if edit.new_end >= end)
        inside = end - edit.new_start if edit.op == "equal" else edit.old_end - edit.old_start
        cuts.append(max(cuts[-1], edit.old_start + inside))
    return [_trimmed(whole, start, end) for start, end in pairwise((*cuts, len(whole.keys)))]


def _trimmed(whole: Wording, start: int, end: int) -> Wording:
    """Some tokens of a wording, without the blanks around them."""
    while start < end and whole.tokens[start].isspace():
        start += 1
    while start < end and whole.tokens[end - 1].isspace():
        end -= 1
    targets = {place - start: target for place, target in whole.targets.items() if start <= place < end}
    return Wording(whole.tokens[start:end], whole.keys[start:end], targets)


def _follows(old: str, new: str) -> Difference:
    message = f"reference follows its clause: {old} → {new}"
    return Difference("reference", old, new, "changed", "consequential", message, old, new)


def _cites_others(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    for before, after in zip(old, new, strict=False):
        said = (
            f"still reads {before}, which is another clause now" if before == after else f"{before} → {after}"
        )
        message = f"reference to another clause: {said}"
        yield Difference("reference", before, after, "changed", "material", message, before, after)
    for before in old[len(new) :]:
        message = f"reference dropped: {before}"
        yield Difference("reference", before, "", "dropped", "material", message, before)
    for after in new[len(old) :]:
        message = f"reference added: {after}"
        yield Difference("reference", "", after, "added", "material", message, "", after)


def _uncited(unit: Unit) -> str:
    """The words of a unit outside its citations."""
    leaves = (leaf for leaf in tree.leaves(unit.text) if not isinstance(leaf, tree.Reference))
    return "\n".join((unit.side.heading, *(tree.plain((leaf,)) for leaf in leaves)))


def _pieces(unit: Unit, uncited: str) -> Iterator[str | tree.Reference]:
    """Heading and text; what is no citation is joined, since a token may go over several pieces."""
    heading = unit.side.heading + "\n" if unit.side.heading and unit.side.plain else unit.side.heading
    leaves = list(tree.leaves(unit.text))
    if not any(isinstance(leaf, tree.Reference) for leaf in leaves):
        yield heading + unit.side.plain
        return
    text = heading
    for leaf in leaves:
        if isinstance(leaf, tree.Reference) and leaf.text and leaf.text not in uncited:
            yield text
            yield leaf
            text = ""
        else:
            text += tree.plain((leaf,))
    yield text.rstrip()
