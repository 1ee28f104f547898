"""The pairs of a comparison as HTML, side by side; what did not change is folded between them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Final

from treatydraft.comparison.result import Comparison, Mode, Pair, Side
from treatydraft.reports.comparison_runs import Mark, Run, one_line, side_runs, visible
from treatydraft.reports.comparison_words import (
    SEVERITY_NAMES,
    count,
    is_beside,
    kinds,
    messages,
    of_whole,
    place,
    places,
    side_names,
)

_TAGS: Final[dict[Mark, str]] = {"delete": "del", "insert": "ins"}
_LAST_NUMBER: Final = re.compile(r"\d+(?=\D*\Z)")


def rows(comparison: Comparison) -> Iterator[str]:
    """All pairs in order, and a line where a clause stood that was moved."""
    pairs = comparison.pairs
    left = _left_places(pairs)
    links = _Links(comparison, left)
    for is_same, group in groupby(range(len(pairs)), key=lambda at: pairs[at].kinds == ("unchanged",)):
        found = list(group)
        if not is_same:
            for at in found:
                yield from _pair(at, comparison, links)
                yield from _left(left.get(at, ()), pairs)
            continue
        for part in _parts(found, left):
            yield from _unchanged(part, comparison)
            yield from _left(left.get(part[-1], ()), pairs)


def _parts(found: Sequence[int], left: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """Unchanged pairs, parted where a moved clause stood between them."""
    part: list[int] = []
    for at in found:
        part.append(at)
        if at in left:
            yield part
            part = []
    if part:
        yield part


# --- What changed -----------------------------------------------------------------------------------------


def _pair(at: int, comparison: Comparison, links: "_Links") -> Iterator[str]:
    pair, mode = comparison.pairs[at], comparison.mode
    topic, where = escape(one_line(pair.topic)), escape(places(pair, mode))
    weight, kind = SEVERITY_NAMES[pair.severity], kinds(pair, mode)
    yield (
        f'<article class="pair {pair.severity}" id="c{at}" tabindex="-1"'
        f' aria-label="{where}, {weight}, {kind}" data-only="{pair.severity}"'
        f' data-kind="{" ".join(pair.kinds)}" data-topic="{topic}">'
    )
    yield (
        f'<h3><span dir="auto">{where}</span> <small><span class="weight">{weight}</span>'
        f' <span class="kind">{kind}</span></small></h3>'
    )
    yield from _told(at, pair, mode, links)
    yield '<div class="sides">'
    for name, side, is_new in zip(side_names(mode), (pair.old, pair.new), (False, True), strict=True):
        yield _side(name, side, pair, mode, is_new=is_new)
    yield "</div>"
    yield "</article>"


def _told(at: int, pair: Pair, mode: Mode, links: "_Links") -> Iterator[str]:
    """What changed in substance, and where the parts of the clause are."""
    lines = [escape(message) for message in messages(pair, mode)] if pair.differences else []
    lines += links.of(at)
    if lines:
        yield f'<ul class="told">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'


def _side(name: str, side: Side | None, pair: Pair, mode: Mode, *, is_new: bool) -> str:
    """One text of a pair."""
    side_class = "is" if is_new else "was"
    head = f'<span class="side">{name}</span>'
    if side is None:
        none = "no counterpart" if mode == "parallel" else f"not in the {name.lower()} text"
        return f'<div class="{side_class} none">{head}<p>{none}</p></div>'
    if pair.old is None or pair.new is None:
        tag = _TAGS["insert" if is_new else "delete"] if mode == "revision" else "span"
        return f'<div class="{side_class} whole">{head}{_text(side, [Run("equal", side.words)], tag)}</div>'
    if is_beside(pair, mode):
        return f'<div class="{side_class}">{head}{_text(side, [Run("equal", side.words)])}</div>'
    return f'<div class="{side_class}">{head}{_text(side, side_runs(pair.words, is_new=is_new))}</div>'


def _text(side: Side, found: Sequence[Run], tag: str = "") -> str:
    """The words of a clause after its label; a heading is set apart where the words begin with it."""
    words = _marked(found)
    is_headed = bool(side.heading) and "".join(run.text for run in found).startswith(side.heading)
    lines = words.split("\n")
    label = f"<b>{escape(one_line(side.label))}</b> " if side.label else ""
    if is_headed:
        lines[0] = f"<strong>{lines[0]}</strong>"
    text = f"{label}{'<br>'.join(lines)}"
    if tag:
        text = f"{label}<{tag}>{'<br>'.join(lines)}</{tag}>"
    return f'<p dir="auto">{text}</p>'


def _marked(found: Sequence[Run]) -> str:
    return "".join(
        escape(visible(run.text), quote=False)
        if run.mark == "equal"
        else f"<{_TAGS[run.mark]}>{escape(visible(run.text), quote=False)}</{_TAGS[run.mark]}>"
        for run in found
    )


# --- What did not -----------------------------------------------------------------------------------------


def _unchanged(found: Sequence[int], comparison: Comparison) -> Iterator[str]:
    pairs = [comparison.pairs[at] for at in found]
    first, last = (places(pair, comparison.mode) for pair in (pairs[0], pairs[-1]))
    span = first if first == last else f"{first} – {last}"
    said = f"{count(len(pairs), 'clause')} unchanged"
    yield f'<details class="run" open><summary>{said} <small dir="auto">{escape(span)}</small></summary>'
    for at, pair in zip(found, pairs, strict=True):
        yield from _same(at, pair, comparison.mode)
    yield "</details>"


def _same(at: int, pair: Pair, mode: Mode) -> Iterator[str]:
    """A clause that did not change: once where every letter is the same, else on both sides."""
    side = pair.new or pair.old
    assert side is not None  # noqa: S101 - a pair has one side at least
    topic = escape(one_line(pair.topic))
    yield f'<section class="same" id="c{at}" data-topic="{topic}" aria-label="{escape(place(side))}">'
    if pair.old and pair.new and (pair.old.words, pair.old.label) != (pair.new.words, pair.new.label):
        yield '<div class="sides">'
        for name, one, is_new in zip(side_names(mode), (pair.old, pair.new), (False, True), strict=True):
            yield _side(name, one, pair, mode, is_new=is_new)
        yield "</div>"
    else:
        yield _text(side, [Run("equal", side.words)])
    yield "</section>"


# --- Where clauses went -----------------------------------------------------------------------------------


class _Links:
    """Links from a clause to where it was, and between the parts of one that was split or merged."""

    def __init__(self, comparison: Comparison, left: Mapping[int, Sequence[int]]) -> None:
        self._pairs, self._mode = comparison.pairs, comparison.mode
        self._left = {at for found in left.values() for at in found}
        self._parts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for at, pair in enumerate(self._pairs):
            for key in _keys(pair):
                self._parts[key].append(at)

    def of(self, at: int) -> Iterator[str]:
        """The lines for one pair."""
        pair = self._pairs[at]
        if "moved" in pair.kinds and pair.old and pair.new:
            old = escape(place(pair.old))
            yield (
                f'moved from <a href="#f{at}" dir="auto">{old}</a>'
                if at in self._left
                else f"moved from {old}"
            )
        if said := of_whole(pair):
            others = [other for key in _keys(pair) for other in self._parts[key] if other != at]
            links = ", ".join(
                f'<a href="#c{other}" dir="auto">{escape(places(self._pairs[other], self._mode))}</a>'
                for other in others
            )
            yield f"{escape(said)}{f'; the other parts: {links}' if links else ''}"


def _keys(pair: Pair) -> Iterator[tuple[str, str]]:
    """What the parts of one clause have in common."""
    if "split" in pair.kinds and pair.old:
        yield "split", pair.old.id
    if "merged" in pair.kinds and pair.new:
        yield "merged", pair.new.id


def _left_places(pairs: Sequence[Pair]) -> Mapping[int, Sequence[int]]:
    """For pairs after which a clause stood that was moved, the pairs of what was moved."""
    known: dict[str, int] = {}
    for at, pair in enumerate(pairs):
        if pair.old and "moved" not in pair.kinds:
            known.setdefault(pair.old.place, at)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        before = _before(pair.old.place, known) if pair.old and "moved" in pair.kinds else None
        if before is not None:
            found[_end(before, pairs)].append(at)
    return found


def _before(place_of_it: str, known: Mapping[str, int]) -> int | None:
    """The clause that stood before one: the one with the number before, or the one above it."""
    number = _LAST_NUMBER.search(place_of_it)
    if number and int(number[0]) > 1:
        start, end = number.span()
        before = known.get(f"{place_of_it[:start]}{int(number[0]) - 1}{place_of_it[end:]}")
        if before is not None:
            return before
    for end in range(len(place_of_it) - 1, 0, -1):
        if place_of_it[:end] in known:
            return known[place_of_it[:end]]
    return None


def _end(at: int, pairs: Sequence[Pair]) -> int:
    """The last of the pairs below one."""
    above = pairs[at].old
    while above and at + 1 < len(pairs):
        following = pairs[at + 1].old
        if following is None or following.depth <= above.depth:
            break
        at += 1
    return at


def _left(found: Sequence[int], pairs: Sequence[Pair]) -> Iterator[str]:
    """The lines that stand where clauses were before they moved."""
    for at in found:
        old, new = pairs[at].old, pairs[at].new
        if old and new:
            link = f'moved to <a href="#c{at}" dir="auto">{escape(place(new))}</a>'
            words = f'<span dir="auto">{escape(place(old))}</span> {link}'
            yield f'<div class="sides left" id="f{at}" data-of="c{at}"><p class="was">{words}</p></div>'
