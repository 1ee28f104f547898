"""A comparison → what its summary lists: changes in sections, the material ones first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatydraft.comparison.result import SEVERITIES, Comparison, Difference, Mode, Pair
from treatydraft.reports.comparison_runs import one_line
from treatydraft.reports.comparison_words import changes_name, side_names

_LONGEST = 240  # characters of the words that say a difference


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in a clause, and in how many below it that came or went with it."""

    index: int  # of the pair
    pair: Pair
    below: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the summary; what weighs is told in full, the rest in a line each."""

    name: str
    changes: tuple[Change, ...]
    in_full: bool = False

    @property
    def clauses(self) -> int:
        """How many clauses it is about."""
        return sum(1 + change.below for change in self.changes)


def sections(comparison: Comparison) -> list[Section]:
    """What changed by how grave it is; what only one of two agreements has stands by itself."""
    found = changes(comparison)
    noun = changes_name(comparison.mode)
    alone = [one for one in found if comparison.mode == "parallel" and _is_untold(one.pair)]
    rest = [one for one in found if comparison.mode == "revision" or not _is_untold(one.pair)]
    first, second = ([one for one in alone if (one.pair.new is not None) == new] for new in (False, True))
    made = [
        Section(f"Material {noun}", _of(rest, "material"), in_full=True),
        Section("Only in the first agreement", tuple(first)),
        Section("Only in the second agreement", tuple(second)),
        Section(f"Consequential {noun}", _of(rest, "consequential")),
        Section(f"Editorial {noun}", _of(rest, "editorial")),
        Section("On the same matter, not weighed", _of(rest, "none")),
    ]
    return [section for section in made if section.changes]


def changes(comparison: Comparison) -> list[Change]:
    """All that changed, the gravest first, of these what is told before what only came or went.

    A clause that came or went with those below it is one change.
    """
    found = _joined(comparison.pairs)
    return sorted(found, key=lambda one: (SEVERITIES.index(one.pair.severity), _is_untold(one.pair)))


def said_elsewhere(comparison: Comparison) -> list[Difference]:
    """What the agreements as wholes say differently and no clause was shown to say."""
    shown = {(one.field, one.old, one.new) for pair in comparison.pairs for one in pair.differences}
    found = [one for one in comparison.overall if (one.field, one.old, one.new) not in shown]
    return sorted(found, key=lambda one: SEVERITIES.index(one.severity))


def evidence(one: Difference, mode: Mode) -> Iterator[tuple[str, str]]:
    """The words of both texts that say it, where the message does not quote them, and the field of the spec.

    Each comes with its name; a text that says nothing of it has no words.
    """
    old, new = (one_line(words, _LONGEST) for words in (one.old_words or one.old, one.new_words or one.new))
    message = one_line(one.message)
    if old not in message or new not in message:
        yield from zip(side_names(mode), (old, new), strict=True)
    if one.spec_path:
        yield SPEC, one_line(one.spec_path) + (" no longer holds" if mode == "revision" else "")


SPEC = "Spec"  # what stands beside a field of the spec that no longer holds


def _of(found: Sequence[Change], severity: str) -> tuple[Change, ...]:
    return tuple(one for one in found if one.pair.severity == severity)


def _is_untold(pair: Pair) -> bool:
    return not pair.differences and (pair.old is None or pair.new is None)


def _joined(pairs: Sequence[Pair]) -> Iterator[Change]:
    """The changed pairs; those below a clause that came or went as it did are counted with it."""
    index = 0
    while index < len(pairs):
        pair, below = pairs[index], 0
        while _is_untold(pair) and index + below + 1 < len(pairs) and _goes(pairs[index + below + 1], pair):
            below += 1
        if pair.kinds != ("unchanged",):
            yield Change(index, pair, below)
        index += below + 1


def _goes(pair: Pair, with_: Pair) -> bool:
    """Whether a pair came or went below another."""
    side, above = pair.new or pair.old, with_.new or with_.old
    same = _is_untold(pair) and pair.kinds == with_.kinds and pair.severity == with_.severity
    return same and side is not None and above is not None and side.depth > above.depth
