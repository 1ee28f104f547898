"""Two different instruments → the clauses on the same matter side by side, though no sentence is the same.

What speaks for a pair, the most first: words that are rare in both texts, subjects and facts that both
clauses have, what stands above and below them, and how far through its text each stands. A pair must also be
better than what else its two clauses could be paired with: a clause that is a little like everything is like
nothing. The pairs are chosen together, so that the sum of all is greatest, and not one after the other.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final, TypeAlias

from treatydraft.comparison import bags
from treatydraft.comparison.bags import Bag
from treatydraft.comparison.links import Link, in_reading_order
from treatydraft.comparison.matching import Pair, heaviest_matching
from treatydraft.comparison.subjects import Subject, Subjects
from treatydraft.comparison.units import Unit

# Weights, found on one pair of instruments and tried on another; round numbers around them do about as well.
_SUBJECT: Final = 0.75  # of a subject against a word as rare
_ONE_SIDED: Final = 0.3  # of a word that only one of the texts has
_FACT: Final = 10.0  # … of a fact that each text states once; of one stated everywhere, the share of that
_BELOW: Final = 2.0  # of what stands below a heading against its own words
_ABOVE: Final = 0.5  # of what stands above
_PLACE: Final = 0.1  # for standing equally far through the text
_ROLE: Final = 0.3  # for being the only one of its kind in both texts, such as the title
_UNLIKE: Final = 0.6  # share that is left where only one of two has a heading
_OTHERS: Final = 0.25  # of what each of a pair could be paired with besides
_ENOUGH: Final = 0.24  # from which two clauses are on the same matter
_JOINING: Final = 0.4  # … for a clause to join a pair as a third
_SETTLING: Final = 0.1  # … where both settle a thing that their texts settle nowhere else

_RIVALS: Final = 3  # of the best that are looked at to judge a pair
_CONTEXT: Final = 100  # words that a clause inherits from those above it
_WORDS: Final = 100  # words by which a unit is compared, those that weigh most
_LOOKED_AT: Final = 150  # units that are looked at for each, those that share most words with it
_LIKELIEST: Final = 40  # … and those of them among which its counterpart is sought

_Scores: TypeAlias = dict[Pair, float]


def parallel_links(
    old: Sequence[Unit], new: Sequence[Unit], old_subjects: Subjects = (), new_subjects: Subjects = ()
) -> tuple[Link, ...]:
    """Every unit of both sides in at least one link, in the order of the newer text.

    Which side is which makes no difference to what is paired.

    Args:
        old: The units of the one instrument.
        new: Those of the other.
        old_subjects: What each of the old units is about; without it, words have to do.
        new_subjects: The same for the new ones.
    """
    first, second = _Text.of(old, old_subjects), _Text.of(new, new_subjects)
    if second.form < first.form:
        found = {(place, other): score for (other, place), score in _pairs(second, first).items()}
    else:
        found = _pairs(first, second)
    links = [
        Link(place, other, similarity=round(min(1.0, max(0.0, score)), 3))
        for (place, other), score in found.items()
    ]
    olds, news = {link.old for link in links}, {link.new for link in links}
    links += [Link(place, None) for place in range(len(old)) if place not in olds]
    links += [Link(None, place) for place in range(len(new)) if place not in news]
    return in_reading_order(links, len(old))


@dataclass(frozen=True, slots=True)
class _Text:
    """One side: its units and what each is about."""

    units: Sequence[Unit]
    words: Sequence[Counter[str]]
    subjects: Subjects

    @classmethod
    def of(cls, units: Sequence[Unit], subjects: Subjects) -> "_Text":
        return cls(units, [_words(unit) for unit in units], subjects or [Subject()] * len(units))

    @property
    def form(self) -> list[tuple[str, ...]]:
        """What tells the two sides apart, whichever is given first."""
        sides = (unit.side for unit in self.units)
        return [(side.zone, side.kind, side.label, side.heading, side.plain) for side in sides]


def _words(unit: Unit) -> Counter[str]:
    """The words of a unit; of one without any, its label or whatever marks it says what it is."""
    text = unit.side.words or unit.side.label
    return bags.stems(text) or Counter([text])


def _pairs(old: _Text, new: _Text) -> _Scores:
    """The pairs that are chosen, with how like their members are."""
    scores = _scores(old, new)
    judged = _against_rivals(scores)
    chosen = heaviest_matching({pair: score - _ENOUGH for pair, score in judged.items()})
    chosen += _other_signature(old.units, new.units, chosen)
    chosen += _joining(judged, chosen, _settling(old.subjects, new.subjects))
    return {pair: scores.get(pair, 0.0) for pair in chosen}


def _scores(old: _Text, new: _Text) -> _Scores:
    """How much speaks for each of the likely pairs."""
    olds, news = _all_bags(old, new)
    index = bags.Index(news)
    old_roles, new_roles = _roles(old.units), _roles(new.units)
    once = {old_roles[role]: new_roles[role] for role in old_roles.keys() & new_roles.keys()}
    scores: _Scores = {}
    for place, unit in enumerate(old.units):
        found = {
            other: _fitting(unit, new.units[other], like)
            + _PLACE * _as_far(place, len(olds), other, len(news))
            for other, like in _most_like(index, olds[place], place)
            if _may_be_one(unit, new.units[other])
        }
        if place in once:
            found[once[place]] = found.get(once[place], 0.0) + _ROLE
        likeliest = nlargest(_LIKELIEST, found.items(), key=lambda item: (item[1], -item[0]))
        scores |= {(place, other): score for other, score in likeliest}
    return scores


def _most_like(index: bags.Index, bag: Bag, place: int) -> list[tuple[int, float]]:
    """The places whose bags are most like this one, of equals those nearest to its own place."""
    found = index.like(bag).items()
    return nlargest(_LOOKED_AT, found, key=lambda item: (item[1], -abs(item[0] - place)))


def _all_bags(old: _Text, new: _Text) -> tuple[list[Bag], list[Bag]]:
    """The bags of both sides."""
    words = bags.rarities([*old.words, *new.words])
    shared = set().union(*old.words) & set().union(*new.words)
    words = {word: rarity if word in shared else _ONE_SIDED * rarity for word, rarity in words.items()}
    named = bags.rarities([one.named for one in (*old.subjects, *new.subjects)])
    stated = [Counter(field for one in side.subjects for field in one.stated) for side in (old, new)]
    facts = {field: _FACT / max(count[field] for count in stated) for count in stated for field in count}

    def own(text: _Text) -> Iterator[Bag]:
        for counts, subject in zip(text.words, text.subjects, strict=True):
            about = bags.weighed(subject.named, named)
            yield bags.scaled(
                bags.weighed(counts, words)
                | {f"about {name}": _SUBJECT * weight for name, weight in about.items()}
                | {f"states {field}": facts[field] for field in subject.stated}
            )

    return _in_place(old.units, list(own(old))), _in_place(new.units, list(own(new)))


def _in_place(units: Sequence[Unit], own: Sequence[Bag]) -> list[Bag]:
    """The bag of each unit with what stands below it, if it is a heading, and above it."""
    below = _with_below(units, own)
    found: list[Bag] = []
    for unit, bag, whole in zip(units, own, below, strict=True):
        chosen = whole if unit.side.heading else bag
        if unit.above >= 0:
            above = bags.heaviest_words(found[unit.above], _CONTEXT)
            chosen = bags.mixed((chosen, 1.0), (above, _ABOVE))
        found.append(bags.heaviest_words(chosen, _WORDS))
    return found


def _with_below(units: Sequence[Unit], own: Sequence[Bag]) -> list[Bag]:
    below: defaultdict[int, list[Bag]] = defaultdict(list)
    found = list(own)
    for place in range(len(units) - 1, -1, -1):
        if children := below[place]:
            share = _BELOW / len(children) ** 0.5
            found[place] = bags.mixed((own[place], 1.0), *((child, share) for child in children))
        below[units[place].above].append(found[place])
    return found


def _roles(units: Sequence[Unit]) -> dict[tuple[str, str, bool], int]:
    """The places of those units of which a text has only one."""
    roles = [(unit.side.zone, unit.side.kind, unit.side.heading != "") for unit in units]
    counts = Counter(roles)
    return {role: place for place, role in enumerate(roles) if counts[role] == 1}


def _may_be_one(old: Unit, new: Unit) -> bool:
    """Whether two units could be counterparts by what part of an instrument they are."""
    one, other = _part(old), _part(new)
    return one == other or {one, other} == {"body", "closing"}


def _part(unit: Unit) -> str:
    """The part of an instrument; what one settles in its body another may settle in an annex."""
    side = unit.side
    return side.kind if side.kind == "signature" else "body" if side.zone == "annex" else side.zone


def _fitting(old: Unit, new: Unit, like: float) -> float:
    return like if (old.side.heading != "") == (new.side.heading != "") else _UNLIKE * like


def _as_far(place: int, count: int, other: int, other_count: int) -> float:
    """1 for units that stand equally far through their texts, 0 for the first and the last."""
    return 1 - abs(place / max(1, count - 1) - other / max(1, other_count - 1))


def _against_rivals(scores: Mapping[Pair, float]) -> _Scores:
    """The scores less a share of the best that either member reaches."""
    olds, news = (_rivals((pair[side], score) for pair, score in scores.items()) for side in (0, 1))
    return {
        (place, other): score - _OTHERS * (olds[place] + news[other])
        for (place, other), score in scores.items()
    }


def _rivals(scores: Iterable[tuple[int, float]]) -> dict[int, float]:
    found: defaultdict[int, list[float]] = defaultdict(list)
    for place, score in scores:
        found[place].append(score)
    return {place: sum(nlargest(_RIVALS, all_of_it)) / _RIVALS for place, all_of_it in found.items()}


def _other_signature(old: Sequence[Unit], new: Sequence[Unit], chosen: Sequence[Pair]) -> list[Pair]:
    """The two signature blocks that are left: each instrument has another party besides the common one."""
    olds = _signatures(old, {place for place, _ in chosen})
    news = _signatures(new, {other for _, other in chosen})
    return [(olds[0], news[0])] if len(olds) == len(news) == 1 else []


def _signatures(units: Sequence[Unit], taken: Container[int]) -> list[int]:
    return [place for place, unit in enumerate(units) if unit.side.kind == "signature" and place not in taken]


def _settling(old: Subjects, new: Subjects) -> set[Pair]:
    """The pairs that state a fact of a field that both texts state once."""
    olds, news = _stated_once(old), _stated_once(new)
    return {(olds[field], news[field]) for field in olds.keys() & news.keys()}


def _stated_once(subjects: Subjects) -> dict[str, int]:
    counts = Counter(field for subject in subjects for field in subject.stated)
    return {
        field: place
        for place, subject in enumerate(subjects)
        for field in subject.stated
        if counts[field] == 1
    }


def _joining(judged: Mapping[Pair, float], chosen: Iterable[Pair], settling: Container[Pair]) -> set[Pair]:
    """For units that are still alone their best counterparts, if there is little doubt of these."""
    sure = {pair for pair, score in judged.items() if score > (_SETTLING if pair in settling else _JOINING)}
    found: set[Pair] = set()
    for side in (0, 1):
        taken = {pair[side] for pair in chosen}
        best: dict[int, Pair] = {}
        for pair in sorted(sure, key=lambda one: (-judged[one], one)):
            if pair[side] not in taken:
                best.setdefault(pair[side], pair)
        found.update(best.values())
    return found
