"""What every report of a comparison says in the same words: names, places, kinds, counts, messages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from treatydraft.comparison.result import (
    SEVERITIES,
    Comparison,
    Difference,
    Kind,
    Mode,
    Pair,
    Severity,
    Side,
    Words,
)
from treatydraft.reports.comparison_runs import Run, one_line, seen

SEVERITY_NAMES: Final[Mapping[Severity, str]] = {
    "material": "material",
    "consequential": "consequential",
    "editorial": "editorial",
    "none": "not weighed",  # two agreements in other words, in which nothing could be told apart
}
MODE_NAMES: Final[Mapping[Mode, str]] = {
    "revision": "two versions of one agreement",
    "parallel": "two agreements, clause beside clause",
}
_ONE_SIDED: Final[Mapping[Kind, str]] = {"deleted": "only in the first", "inserted": "only in the second"}
_OTHER_WORDS: Final = 0.5  # likeness under which two clauses of different agreements share no wording
_MOST_QUOTED: Final = 2  # changes of words in a line of the summary
_LONGEST_QUOTED: Final = 40  # characters of such a change
_LONGEST_SAID: Final = 90  # characters of a clause that came or went


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "clause"), count(2, "clause"), count(0, "entry", "entries")
    ('1 clause', '2 clauses', '0 entries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def side_names(mode: Mode) -> tuple[str, str]:
    """What the two texts are called where their titles would be too long."""
    return ("Old", "New") if mode == "revision" else ("First", "Second")


def changes_name(mode: Mode) -> str:
    """What is listed: of two agreements, neither was changed into the other."""
    return "changes" if mode == "revision" else "differences"


def title_of(comparison: Comparison, *, is_new: bool) -> str:
    """What one of the two texts is called."""
    source = comparison.new if is_new else comparison.old
    return one_line(source.title) or one_line(source.name) or "(no title)"


def totals(comparison: Comparison) -> Iterator[str]:
    """How much changed: in all and by severity, then by kind."""
    compared = count(len(comparison.pairs), "clause")
    changed = comparison.changed
    if not changed:
        yield f"{compared} compared: {'no clause' if comparison.overall else 'nothing'} differs."
        return
    severities = Counter(pair.severity for pair in changed)
    weighed = [f"{severities[one]:,} {SEVERITY_NAMES[one]}" for one in SEVERITIES if severities[one]]
    differ = "changed" if comparison.mode == "revision" else "differ"
    yield f"{len(changed):,} of {compared} {differ}: {', '.join(weighed)}."
    by_kind = Counter(kind for pair in changed for kind in pair.kinds)
    said = (f"{number:,} {kind_name(kind, comparison.mode)}" for kind, number in by_kind.most_common())
    yield f"By kind: {', '.join(said)}."


def place(side: Side) -> str:
    """Where a clause stands, as its own text says."""
    return one_line(side.place or side.label or side.kind)


def places(pair: Pair, mode: Mode) -> str:
    """Where the pair stands: both places where they are two."""
    found = dict.fromkeys(place(side) for side in (pair.old, pair.new) if side)
    return (" → " if mode == "revision" else " ↔ ").join(found)


def heading(pair: Pair) -> str:
    """The heading of the clause, of the newer text where both have one."""
    found = (pair.new.heading if pair.new else "") or (pair.old.heading if pair.old else "")
    return one_line(found)


def apart(pair: Pair, found: Sequence[Run]) -> tuple[str, list[Run]]:
    """The heading and the runs after it, where the heading did not change; else no heading and all runs."""
    head = heading(pair)
    if not head or not found or found[0].mark != "equal":
        return "", list(found)
    first, newline, rest = found[0].text.partition("\n")
    if one_line(first) != head or (len(found) > 1 and not newline):
        return "", list(found)
    return head, [*([Run("equal", rest)] if rest else []), *found[1:]]


def kind_name(kind: Kind, mode: Mode) -> str:
    """What one kind of change is called; of two agreements, none had a clause before the other."""
    return _ONE_SIDED.get(kind, kind) if mode == "parallel" else kind


def kinds(pair: Pair, mode: Mode) -> str:
    """What kind of change: `moved, reworded`; what only one of two agreements has has no counterpart."""
    if mode == "parallel" and (pair.old is None or pair.new is None):
        return "no counterpart"
    if is_beside(pair, mode):
        return "in other words"
    return ", ".join(pair.kinds)


def is_beside(pair: Pair, mode: Mode) -> bool:
    """Whether two clauses are on one matter but share so few words that marking these would say nothing."""
    both = pair.old is not None and pair.new is not None
    return mode == "parallel" and both and pair.similarity < _OTHER_WORDS


def is_apart(pair: Pair, mode: Mode) -> bool:
    """Whether the two texts are shown each by itself, without marks: neither of two agreements is older."""
    return mode == "parallel" and (pair.old is None or pair.new is None or is_beside(pair, mode))


def of_whole(pair: Pair) -> str:
    """What the words of the pair are a share of, where a clause was split or merged; else nothing."""
    if pair.old is None or pair.new is None:
        return ""
    said = {
        "split": f"part of {place(pair.old)}, which was split",
        "merged": f"now part of {place(pair.new)}",
    }
    return "; ".join(said[kind] for kind in pair.kinds if kind in said)


def messages(pair: Pair, mode: Mode) -> tuple[str, ...]:
    """What changed, a line each, the gravest first; never empty."""
    told = tuple(dict.fromkeys(one_line(one.message) for one in told_of(pair)))
    return told or (_said(pair, mode),)


def told_of(pair: Pair) -> list[Difference]:
    """What the clauses say differently, the gravest first."""
    return sorted(pair.differences, key=lambda one: SEVERITIES.index(one.severity))


def _said(pair: Pair, mode: Mode) -> str:
    """The line for a change that has no message of its own."""
    if pair.old is None or pair.new is None:
        return _said_of_one(pair, mode)
    if is_beside(pair, mode):
        return "the same matter in other words"
    named = ", ".join(kind for kind in pair.kinds if kind != "reworded")
    return "; ".join(filter(None, (named, *_word_changes(pair.words))))


def _said_of_one(pair: Pair, mode: Mode) -> str:
    side = pair.new or pair.old
    assert side is not None  # noqa: S101 - a pair has one side at least
    said = kind_name("inserted" if pair.new else "deleted", mode)
    words = one_line(side.heading or side.plain, _LONGEST_SAID)
    if mode == "parallel":
        return words or said
    return f"{said}: {words}" if words else said


def _word_changes(words: Sequence[Words]) -> list[str]:
    """The first changes of words, quoted: `“ten” → “five”`."""
    found = list(dict.fromkeys(_word_change(one) for one in words if one.op != "equal"))
    left = len(found) - _MOST_QUOTED
    return [*found[:_MOST_QUOTED], *([f"and {count(left, 'more change')}"] if left > 0 else [])]


def _word_change(words: Words) -> str:
    old, new = (_quoted(text) for text in (words.old, words.new))
    if words.old and words.new:
        return f"{old} → {new}"
    return f"{new} added" if words.new else f"{old} removed"


def _quoted(text: str) -> str:
    return f"“{one_line(seen(text) if text.isspace() else text, _LONGEST_QUOTED)}”"
