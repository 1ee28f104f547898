"""What every report of a comparison says in the same words: places, kinds, messages, marked runs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from treatydraft.comparison.result import Comparison, Difference, Mode, Pair, Severity, Side, Words

Mark: TypeAlias = Literal["equal", "delete", "insert"]

SEVERITY_NAMES: Final[dict[Severity, str]] = {
    "material": "material",
    "consequential": "consequential",
    "editorial": "editorial",
    "none": "no weight",
}
MODE_NAMES: Final[dict[Mode, str]] = {
    "revision": "two versions of one agreement",
    "parallel": "two agreements, clause beside clause",
}
_ORDER: Final[tuple[Severity, ...]] = ("material", "consequential", "editorial", "none")
_OTHER_WORDS: Final = 0.5  # likeness under which two clauses of different agreements share no wording
_SHOWN_BLANKS: Final = {" ": "␣", "\t": "⇥", "\n": "↵", "\u00a0": "⍽", "\u202f": "⍽"}
_HIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # orders to a terminal
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    r"\u200b\u2028\u2029\u2060\ufeff\U000e0000-\U000e007f"  # have no width
    r"\ud800-\udfff]"  # no characters at all
)
_MOST_QUOTED: Final = 2  # changes of words in a line of the summary
_LONGEST_QUOTED: Final = 40
_EDGE: Final = 24  # characters within which a cut looks for a blank


@dataclass(frozen=True, slots=True)
class Run:
    """Some words and how they are marked."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the summary: what changed in a clause, and in how many below it that came or went with it."""

    index: int  # of the pair
    pair: Pair
    below: int = 0


def visible(text: str) -> str:
    r"""The words with every character named that is not seen but acts: controls, changes of direction.

    >>> visible("a\x1b[31m\u202eb"), visible("two\nlines")
    ('a‹U+001B›[31m‹U+202E›b', 'two\nlines')
    """
    return _HIDDEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def one_line(text: str, longest: int = 0) -> str:
    """The words on one line, cut after so many characters where that is asked."""
    flat = " ".join(visible(text).split())
    return flat if not longest or len(flat) <= longest else _head(flat, longest).rstrip() + " …"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "clause"), count(2, "clause"), count(0, "entry", "entries")
    ('1 clause', '2 clauses', '0 entries')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def side_names(mode: Mode) -> tuple[str, str]:
    """What the two texts are called where their titles would be too long."""
    return ("Old", "New") if mode == "revision" else ("First", "Second")


def totals(comparison: Comparison) -> Iterator[str]:
    """How much changed: in all and by severity, then by kind."""
    changed = len(comparison.changed)
    if not changed and not comparison.overall:
        yield f"{count(len(comparison.pairs), 'clause')} compared: nothing differs."
        return
    severities = Counter(pair.severity for pair in comparison.changed)
    weighed = [f"{severities[one]} {SEVERITY_NAMES[one]}" for one in _ORDER if severities[one]]
    compared = count(len(comparison.pairs), "clause")
    differ = "changed" if comparison.mode == "revision" else "differ"
    yield f"{changed:,} of {compared} {differ}: {', '.join(weighed) or 'none'}."
    by_kind = Counter(kind for pair in comparison.changed for kind in pair.kinds)
    if by_kind:
        yield f"By kind: {', '.join(f'{number} {kind}' for kind, number in by_kind.most_common())}."


def title_of(comparison: Comparison, *, is_new: bool) -> str:
    """What one of the two texts is called."""
    source = comparison.new if is_new else comparison.old
    return source.title or source.name or ("the newer text" if is_new else "the older text")


def place(side: Side) -> str:
    """Where a clause stands, as its own text says."""
    return one_line(side.place or side.label or side.kind)


def of_whole(pair: Pair) -> str:
    """What the words of the pair are a share of, where a clause was split or merged; else nothing."""
    if pair.old is None or pair.new is None:
        return ""
    said = {
        "split": f"part of {place(pair.old)}, which was split",
        "merged": f"now part of {place(pair.new)}",
    }
    return "; ".join(said[kind] for kind in pair.kinds if kind in said)


def places(pair: Pair) -> str:
    """Where the pair stands: both places where they are two."""
    found = list(dict.fromkeys(place(side) for side in (pair.old, pair.new) if side))
    return " → ".join(found)


def heading(pair: Pair) -> str:
    """The heading of the clause, of the newer text where both have one."""
    found = (pair.new.heading if pair.new else "") or (pair.old.heading if pair.old else "")
    return one_line(found)


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


def messages(pair: Pair, mode: Mode) -> tuple[str, ...]:
    """What changed, a line each, the gravest first; never empty."""
    told = tuple(dict.fromkeys(one_line(one.message) for one in told_of(pair)))
    return told or (_said(pair, mode),)


def told_of(pair: Pair) -> list[Difference]:
    """What the clauses say differently, the gravest first."""
    return sorted(pair.differences, key=lambda one: _ORDER.index(one.severity))


def said_elsewhere(comparison: Comparison) -> list[Difference]:
    """What the agreements as wholes say differently and no clause was shown to say."""
    shown = {(one.field, one.old, one.new) for pair in comparison.pairs for one in pair.differences}
    found = [one for one in comparison.overall if (one.field, one.old, one.new) not in shown]
    return sorted(found, key=lambda one: _ORDER.index(one.severity))


def changes(comparison: Comparison) -> list[Change]:
    """All that changed, the gravest first, of these what is told before what only came or went.

    A clause that came or went with those below it is one change.
    """
    found = _joined(comparison.pairs)
    return sorted(found, key=lambda one: (_ORDER.index(one.pair.severity), _is_untold(one.pair)))


def runs(words: Sequence[Words]) -> list[Run]:
    """The words of both texts as one, with what went before what came; blanks stay outside of the marks."""
    return _without_double_blanks(
        part
        for one in words
        for mark, text in _marked(one)
        for part in (_outside(mark, text) if mark != "equal" else [Run("equal", text)])
    )


def side_runs(words: Sequence[Words], *, is_new: bool) -> list[Run]:
    """The words of one of the texts alone, with what only it has marked."""
    own: Mark = "insert" if is_new else "delete"
    found: list[Run] = []
    for one in words:
        text = one.new if is_new else one.old
        if one.op == "equal":
            found.append(Run("equal", text))
        elif text:
            found += _outside(own, text)
    return found


def apart(pair: Pair, found: Sequence[Run]) -> tuple[str, list[Run]]:
    """The heading and the runs after it, where the heading did not change; else no heading and all runs."""
    head = heading(pair)
    if not head or not found or found[0].mark != "equal":
        return "", list(found)
    first, _, rest = found[0].text.partition("\n")
    if one_line(first) != head or (not rest and len(found) > 1 and "\n" not in found[0].text):
        return "", list(found)
    return head, [*([Run("equal", rest)] if rest else []), *found[1:]]


def shortened(found: Sequence[Run], kept: int) -> list[Run]:
    """The runs with long equal stretches cut to so many characters beside each change."""
    last = len(found) - 1
    return [
        Run("equal", _cut(run.text, 0 if at == 0 else kept, 0 if at == last else kept))
        if run.mark == "equal" and last > 0
        else run
        for at, run in enumerate(found)
    ]


def whole(runs_of_it: Sequence[Run], mark: Mark) -> bool:
    """Whether all of the words have one mark."""
    return all(run.mark == mark or not run.text.strip() for run in runs_of_it)


def _said(pair: Pair, mode: Mode) -> str:
    """The line for a change that has no message of its own."""
    if pair.old is None or pair.new is None:
        return _said_of_one(pair, mode)
    if is_beside(pair, mode):
        return "the same matter in other words"
    named = ", ".join(kind for kind in pair.kinds if kind != "reworded")
    return "; ".join(filter(None, (named, *_word_changes(pair.words))))


def _word_changes(words: Sequence[Words]) -> list[str]:
    """The first changes of words, quoted: `“ten” → “five”`."""
    found = [_word_change(one) for one in words if one.op != "equal"]
    left = len(found) - _MOST_QUOTED
    return [*found[:_MOST_QUOTED], *([f"and {count(left, 'more change')}"] if left > 0 else [])]


def _word_change(words: Words) -> str:
    old, new = (_quoted(text) for text in (words.old, words.new))
    if words.old and words.new:
        return f"{old} → {new}"
    return f"{new} added" if words.new else f"{old} removed"


def _quoted(text: str) -> str:
    return f"“{one_line(_seen(text) if text.isspace() else text, _LONGEST_QUOTED)}”"


def _said_of_one(pair: Pair, mode: Mode) -> str:
    side = pair.new or pair.old
    assert side is not None  # noqa: S101 - a pair has one side at least
    if mode == "parallel":
        text = f"only in the {'second' if pair.new else 'first'} agreement"
    else:
        text = "inserted" if pair.new else "deleted"
    words = one_line(side.heading or side.plain, 90)
    return f"{text}: {words}" if words else text


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


def _marked(words: Words) -> Iterator[tuple[Mark, str]]:
    if words.op == "equal":
        yield "equal", words.new
        return
    if words.old:
        yield "delete", words.old
    if words.new:
        yield "insert", words.new


def _outside(mark: Mark, text: str) -> Iterator[Run]:
    """Marked words without the blanks around them and between their lines; what is all blank is shown so."""
    if text.isspace():
        yield Run(mark, _seen(text))
        return
    for part in re.split(r"(^\s+|\s*\n\s*|\s+\Z)", text):
        if part:
            yield Run("equal" if part.isspace() else mark, part)


def _seen(blanks: str) -> str:
    return "".join(_SHOWN_BLANKS.get(one, "␣") for one in blanks)


def _without_double_blanks(found: Iterator[Run]) -> list[Run]:
    """The runs joined where their marks are the same, with one blank where what went leaves two."""
    kept: list[Run] = []
    for run in found:
        text = run.text
        if kept and run.mark == "equal" and kept[-1].text[-1:].isspace():
            text = "\n" + text.lstrip() if "\n" in _start(text) else text.lstrip(" ")
        if kept and kept[-1].mark == run.mark:
            kept[-1] = Run(run.mark, kept[-1].text + text)
        elif text:
            kept.append(Run(run.mark, text))
    return kept


def _start(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _cut(text: str, before: int, after: int) -> str:
    """The first and the last characters of a stretch; 0 keeps nothing of that end."""
    if len(text) <= before + after + _EDGE:
        return text
    start = _head(text, before) if before else ""
    end = _tail(text, after) if after else ""
    return f"{f'{start.rstrip()} ' if start else ''}…{f' {end.lstrip()}' if end else ''}"


def _head(text: str, length: int) -> str:
    """About so many characters, to the end of a word."""
    blank = text.rfind(" ", max(length - _EDGE, 1), length + 1)
    return text[: blank if blank > 0 else length]


def _tail(text: str, length: int) -> str:
    start = len(text) - length
    blank = text.find(" ", max(start - 1, 0), start + _EDGE)
    return text[blank + 1 if blank >= 0 else start :]
