"""A clause and its counterpart → what they say differently in substance."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from treatydraft.comparison.result import Difference, Direction, Words
from treatydraft.comparison.substance.bare_words import Span, covered
from treatydraft.comparison.substance.groups import Group, groups
from treatydraft.comparison.substance.judging import FIELDS, judged
from treatydraft.comparison.substance.mark import (
    Counterparts,
    Mark,
    Stretch,
    counterparts,
    lacking,
    swapped_in,
)
from treatydraft.comparison.substance.marking import Lens, stretch
from treatydraft.comparison.substance.passage import Passage, Squeezer, passage
from treatydraft.comparison.substance.rewording import Side, rewordings
from treatydraft.comparison.units import Unit
from treatydraft.document import tree
from treatydraft.facts import Vocabulary
from treatydraft.facts.folding import folded

_NO_WORDS: Final = Vocabulary()
_MEANS: Final = re.compile(r"\"?,? means\b")
_Parties = tuple[Sequence[tree.Party], Sequence[tree.Party]]


def differences(  # noqa: PLR0913 - what is known of both sides
    old: Unit | str,
    new: Unit | str,
    words: Sequence[Words] = (),
    *,
    vocabulary: Vocabulary = _NO_WORDS,
    parties: _Parties = ((), ()),
    leave_out: Collection[str] = (),
) -> tuple[Difference, ...]:
    """What two clauses say differently, sentence by sentence, the weightiest first.

    Every one of them is material. What only reads differently is none: spelling, case, marks, the order of
    words and of lists, numbers in words or figures, small words such as articles, a verb of the same force
    (`must` for `shall`). A word of weight for another that is no spelling of it is one, under `wording`,
    even where it is nearly the same: whether two words mean the same in an agreement is for a person to say.

    Args:
        old: The older clause.
        new: The newer one.
        words: The words of both, run by run; joined they are the texts. They say where a phrase was changed.
        vocabulary: The words of the pack, for the areas.
        parties: The parties of both agreements. Where all but one are the same, that one is the counterpart
            of the other, so that two agreements of one state with two others can be compared.
        leave_out: Citations of clauses that are not marked as references in the text; what a reference
            cites is compared elsewhere, and its numbers are none here.
    """
    words = _squeezed(words)
    first = passage(old, "".join(one.old for one in words), leave_out)
    second = passage(new, "".join(one.new for one in words), leave_out)
    if first.text == second.text or any(_is_of_page(side) for side in (old, new)):
        return ()
    lenses = _lenses(vocabulary, parties)
    matched = [_matched(group, first, second, lenses) for group in groups(first, second)]
    typed = _without_titles(list(_typed(matched)))
    told = [one for name in FIELDS for field, one in typed if field == name]
    single = [_sentence(first, second, match) for match in matched if not match.group.is_whole]
    reworded = rewordings(_side(first, matched, is_old=True), _side(second, matched, is_old=False), words)
    return (*_with_what_follows(told, reworded, (first.text, second.text)), *single)


def _squeezed(words: Sequence[Words]) -> list[Words]:
    """The words with one blank for many, since blanks say nothing and searches look for one."""
    old, new = Squeezer(), Squeezer()
    return [Words(one.op, old.squeezed(one.old), new.squeezed(one.new)) for one in words]


def _with_what_follows(
    told: Sequence[Difference], reworded: Sequence[Difference], texts: tuple[str, str]
) -> list[Difference]:
    """The differences, with `subject to` and `their laws` as one where both came or went together."""
    old, new = (" ".join(text.split()) for text in texts)
    found, rest = list[Difference](), list(reworded)
    for one in told:
        text, words = (new, one.new_words) if one.direction == "added" else (old, one.old_words)
        follows = (
            other
            for other in rest
            if (one.field, other.field, other.direction) == ("scope", "wording", one.direction)
            and one.direction in ("added", "dropped")
            and f"{words} {other.old or other.new}" in text
        )
        other = next(follows, None)
        found.append(_longer(one, f"{words} {other.old or other.new}") if other else one)
        rest = [reworded for reworded in rest if reworded is not other]
    return [*found, *rest]


def _longer(one: Difference, words: str) -> Difference:
    message = f"“{words}” {one.direction}"
    if one.direction == "added":
        return replace(one, new_words=words, message=message)
    return replace(one, old_words=words, message=message)


def _is_of_page(side: Unit | str) -> bool:
    """Whether it stands around the text, a page number for one, and is no part of what was agreed."""
    return isinstance(side, Unit) and side.side.zone == "page"


@dataclass(frozen=True, slots=True)
class _Matched:
    """Sentences that correspond, with their marks."""

    group: Group
    old: Stretch
    new: Stretch


def _matched(group: Group, old: Passage, new: Passage, lenses: tuple[Lens, Lens]) -> _Matched:
    return _Matched(group, stretch(old, group.old, lenses[0]), stretch(new, group.new, lenses[1]))


def _lenses(vocabulary: Vocabulary, parties: _Parties) -> tuple[Lens, Lens]:
    """How both sides are looked at; the only party that the newer one has instead plays its role."""
    mine, other = ({party.id: party for party in side} for side in parties)
    lost, gained = [one for one in mine if one not in other], [one for one in other if one not in mine]
    roles = {gained[0]: lost[0]} if len(lost) == 1 == len(gained) and len(mine) > 1 else {}
    return (
        Lens(vocabulary, tuple(mine.values())),
        Lens(vocabulary, tuple(other.values()), roles),
    )


def _typed(matched: Sequence[_Matched]) -> Iterator[tuple[str, Difference]]:
    """What the marks say differently, with their fields: lists by clause, the rest by sentence."""
    whole = [match for match in matched if match.group.is_whole]
    together = _together(matched)
    for name, field in FIELDS.items():
        for match in whole if field.matching.by_place else (together,):
            pairs = counterparts(match.old, match.new, name, field.matching)
            yield from ((name, one) for old, new in pairs if (one := judged(name, old, new)))
            if name == "obligation":
                yield from (("party", one) for one in _owed_by_others(match, pairs))


def _without_titles(typed: Sequence[tuple[str, Difference]]) -> list[tuple[str, Difference]]:
    """The differences without those in the words of a title that is told as another instrument."""
    titles = [one for name, one in typed if name == "reference"]
    return [
        (name, one)
        for name, one in typed
        if name == "reference"
        or not any(one.old_words in title.old_words and one.new_words in title.new_words for title in titles)
    ]


def _together(matched: Sequence[_Matched]) -> _Matched:
    """All sentences that correspond, as one."""
    whole = [match for match in matched if match.group.is_whole]
    return _Matched(Group(), _joined([match.old for match in whole]), _joined([match.new for match in whole]))


def _joined(sides: Sequence[Stretch]) -> Stretch:
    words = [word for side in sides for word in side.words]
    marks = [mark for side in sides for mark in side.marks]
    return Stretch(
        tuple(sorted(words, key=lambda word: word.start)), tuple(sorted(marks, key=lambda mark: mark.start))
    )


def _owed_by_others(match: _Matched, pairs: Sequence[Counterparts]) -> Iterator[Difference]:
    """Where the sentences name the same parties, but another of them is bound now, or stands in its place."""
    mine, other = match.old.of("party"), match.new.of("party")
    if {mark.value for mark in mine} != {mark.value for mark in other}:
        return  # told as another party
    names = {mark.value: mark.words for mark in (*other, *mine)}
    bound = [(old, new) for old, new in pairs if old and new and old.by and new.by and old.by != new.by]
    for old, new in bound:
        before, after = (", ".join(sorted(mark.by)) for mark in (old, new))
        shown = " → ".join(", ".join(names.get(one, one) for one in sorted(mark.by)) for mark in (old, new))
        message = f"party bound changed: {shown}"
        yield Difference("party", before, after, "changed", "material", message, old.words, new.words)
    if not bound and (swapped := swapped_in(match.old, match.new, "party")):
        first, second = swapped
        message = f"parties changed places: {first.words} → {second.words}"
        yield Difference(
            "party", first.value, second.value, "changed", "material", message, first.words, second.words
        )


def _sentence(old: Passage, new: Passage, match: _Matched) -> Difference:
    """A sentence that only one side has, with what it says in types."""
    passage, spans, direction = _only(old, new, match)
    text = " ".join(passage.text[start:end].strip() for start, end in spans)
    marks = (*match.old.marks, *match.new.marks)
    said = [f"{FIELDS[mark.field].noun} {mark.said}" for mark in marks if mark.field in _TOLD]
    message = f"sentence {direction}" + (f": {', '.join(dict.fromkeys(said))}" if said else "")
    before, after = ("", text) if direction == "added" else (text, "")
    return Difference("sentence", before, after, direction, "material", message, before, after)


_TOLD: Final = frozenset({"obligation", "deadline", "duration", "period", "date", "money"})


def _only(old: Passage, new: Passage, match: _Matched) -> tuple[Passage, tuple[Span, ...], Direction]:
    return (new, match.group.new, "added") if match.group.new else (old, match.group.old, "dropped")


def _side(passage: Passage, matched: Sequence[_Matched], *, is_old: bool) -> Side:
    """What is told of one side: whole sentences, and marks; areas and titles where the other lacks them."""
    together = _together(matched)
    here, there = (together.old, together.new) if is_old else (together.new, together.old)
    told, defining = list(passage.cited), dict[Span, str]()
    for match in matched:
        spans, mine = (match.group.old, match.old) if is_old else (match.group.new, match.new)
        if match.group.is_whole:
            defining |= dict.fromkeys(spans, _defined(passage, mine))
        else:
            told += spans
    told += [(mark.start, mark.end) for mark in _telling(here, there)]
    return Side(passage, covered(told), {span: term for span, term in defining.items() if term})


def _telling(here: Stretch, there: Stretch) -> Iterator[Mark]:
    """The marks whose words need not be looked at any more; words that are the same in both go unnoticed."""
    by_words = {name: field.matching for name, field in FIELDS.items() if field.matching.by_words}
    yield from (mark for mark in here.marks if mark.field not in by_words)
    for name, matching in by_words.items():
        yield from lacking(here, there, name, matching)


def _defined(passage: Passage, side: Stretch) -> str:
    """The term whose meaning these sentences give: `“Attack” means …`."""
    for mark in side.of("term"):
        if _MEANS.match(folded(passage.text[mark.end : mark.end + 20])):
            return mark.value
    return ""
