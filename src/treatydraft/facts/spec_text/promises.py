"""Who promises what, and how firmly: the areas and the sums of a document, as a spec lists them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from treatydraft.facts.areas import areas
from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Sentence
from treatydraft.facts.sentences import sentences
from treatydraft.facts.spec_text.givers import Givers
from treatydraft.facts.spec_text.ground import Ground, quoted
from treatydraft.facts.spec_text.records import is_list, mapping
from treatydraft.facts.strengths import Obligation, obligations
from treatydraft.spec import Location, Money
from treatydraft.spec.commented import Entry, Item, Line, Remark, Value
from treatydraft.spec.shapes import BINDING, STRENGTH
from treatydraft.spec.starter_fields import yaml_value
from treatydraft.spec.text import TODO
from treatydraft.spec.walking import keys_of, models_of
from treatydraft.spec.words import Strength

# What stands between two verbs that say one thing: `will continue to seek to`.
_LINKING: Final = frozenset(("", "continue", "also", "further", "and", "to"))
_RELATIVE: Final = re.compile(r"(?:\w+ )?(?:which|that|who|whose|where|as|if|when)\b", re.IGNORECASE)
_POLICY: Final = re.compile(r"(?P<subject>.{2,90}?)\s+to\b")


@dataclass(frozen=True, slots=True)
class _Promise:
    """One mention of an area, with who promises it and how, as far as its sentence tells."""

    fact: Fact
    by: tuple[str, ...]  # ids of the spec; none where the sentence does not tell
    strength: str
    words: str  # for who promises it and how


def area_lines(ground: Ground, ids: Mapping[str, str]) -> Iterator[Line]:
    """The field of the pack that lists areas: each once, where a mention tells who gives it, there."""
    name, _, member = ground.family.vocabulary.area_field.partition(".")
    found = list(_promises(ground, ids))
    info = keys_of(ground.model).get(name)
    if info is None or not found:
        return
    members = {key: one for model in models_of(info.annotation) for key, one in keys_of(model).items()}
    if member in members and is_list(info.annotation):
        items = (_area(ground, members, member, promise) for promise in found)
        yield Entry(name, below=tuple(items))
    elif member in members:
        yield Entry(name, below=tuple(_together(ground, members, member, found)))


def _together(
    ground: Ground, members: Mapping[str, FieldInfo], member: str, found: Sequence[_Promise]
) -> Iterator[Line]:
    """All areas in one list, beside which the pack says once how firmly they are promised."""
    for key, info in members.items():
        if key == member:
            yield Entry(key, [one.fact.value for one in found], _note(ground, found[0]))
        elif STRENGTH in info.metadata and (
            strength := next((one.strength for one in found if one.strength), "") or _needed(info, ground)
        ):
            yield Entry(key, strength)
        elif info.is_required():
            yield Entry(key, TODO)


def _promises(ground: Ground, ids: Mapping[str, str]) -> Iterator[_Promise]:
    """The first mention of each area that tells who gives it, else its first mention."""
    known = Givers(ground.reading.parties, ids, ground.opening)
    found: dict[str, _Promise] = {}
    for fact in areas(ground.reading, ground.family.vocabulary):
        before = found.get(fact.value)
        if before is None or not before.by:
            promise = _promise(ground, known, fact)
            if before is None or promise.by:
                found[fact.value] = promise
    yield from found.values()


def _promise(ground: Ground, known: Givers, fact: Fact) -> _Promise:
    sentence = ground.sentence_of(fact)
    if sentence is None:
        return _Promise(fact, (), "", "")
    words, owed = _governing(sentence, fact)
    if owed is None:
        return _Promise(fact, (), "", "")
    subject = _subject(words, owed)
    givers = known.of(subject)
    strength = owed.strength if givers and owed.strength in get_args(Strength) else ""
    return _Promise(fact, givers, strength, _who_and_how(words, owed, subject))


def _who_and_how(words: str, owed: Obligation, subject: str) -> str:
    verb = words[owed.start : owed.end]
    return f"{verb} {subject}" if owed.strength == "policy" else f"{subject} {verb}"


def _governing(sentence: Sentence, fact: Fact) -> tuple[str, Obligation | None]:
    """The last verb that promises before the area, in its sentence or in what leads into it."""
    place = fact.span[0] - sentence.start
    own = list(_main(sentence.words))
    before = [one for one in own if one.end <= place] or (own if place == 0 else [])
    if before:
        return sentence.words, before[-1]
    leads = [sentence.lead[start:end] for start, end in sentences(sentence.lead)][-1:]
    for lead in leads if not own else ():
        for one in [*_main(lead)][-1:]:
            return lead, one
    return "", None


def _main(words: str) -> Iterator[Obligation]:
    """The verbs of a sentence that promise, without those of its relative clauses: `…, which may`.

    Of several that say one thing, as in `shall undertake to`, the first says how firmly.
    """
    end: int | None = None
    for one in obligations(words):
        linked = end is not None and set(words[end : one.start].split()) <= _LINKING
        if not linked and not _RELATIVE.match(one.owed_by):
            yield one
        end = one.end


def _subject(words: str, owed: Obligation) -> str:
    if owed.strength != "policy":
        return owed.owed_by
    match = _POLICY.match(words, owed.end)
    return match["subject"] if match else ""


def _area(ground: Ground, members: Mapping[str, FieldInfo], member: str, promise: _Promise) -> Item:
    """One area in one line; a giver or a strength that must be there and is not told is to be filled in."""
    place = ground.stands_in([promise.fact])
    pairs: list[tuple[str, Value | None]] = [(member, promise.fact.value)]
    for key, info in members.items():
        if key == "by":
            pairs.append((key, _one_or_many(promise.by) or _needed(info, ground)))
        elif STRENGTH in info.metadata:
            pairs.append((key, promise.strength or _needed(info, ground)))
        elif (place and Location in get_args(info.annotation)) or info.annotation is Location:
            pairs.append((key, place))
        elif key != member and info.is_required():
            pairs.append((key, TODO))
    return Item(mapping(pairs), _note(ground, promise))


def _note(ground: Ground, promise: _Promise) -> str:
    """Where an area stands, under what heading if only that names it, and who promises it how."""
    place, evidence = ground.place(promise.fact), promise.fact.evidence
    sentence = ground.sentence_of(promise.fact)
    if sentence and sentence.headings and evidence == sentence.words.strip():
        return f"{place}, {quoted(sentence.headings[-1])}: {quoted(promise.words or evidence)}".lstrip(", ")
    words = quoted(f"{promise.words} … {evidence}" if promise.words else evidence)
    return f"{place}: {words}".lstrip(": ")


def _needed(info: FieldInfo, ground: Ground) -> str:
    """What stands where nothing is known: nothing, unless the field must be given."""
    return TODO if info.is_required() or (ground.binding and BINDING in info.metadata) else ""


def _one_or_many(ids: tuple[str, ...]) -> Value:
    return ids[0] if len(ids) == 1 else list(ids)


# --- Sums -------------------------------------------------------------------------------------------------


def sum_lines(ground: Ground, ids: Mapping[str, str]) -> Iterator[Line]:
    """The sums that the text names, as comments: what each is, given or promised, a person must say."""
    sums = ground.facts.get("money.amount", ())
    lists = [
        (name, model, key)
        for name, info in keys_of(ground.model).items()
        for model in (models_of(info.annotation) if is_list(info.annotation) else ())
        for key, field in keys_of(model).items()
        if field.annotation is Money
    ]
    if not sums or not lists:
        return
    name, model, key = lists[0]
    known = Givers(ground.reading.parties, ids, ground.opening)
    yield Remark(f"{name}: {TODO} – the text names these sums; say what each is")
    for fact in sums:
        yield Remark(f"  - {_sum(model, key, _promise(ground, known, fact))}  # {ground.quote([fact])}")


def _sum(model: type[BaseModel], key: str, promise: _Promise) -> str:
    fields = keys_of(model)
    value: dict[str, Value] = {one: TODO for one, info in fields.items() if info.is_required()}
    value[key] = promise.fact.value
    if promise.by and "by" in fields:
        value["by"] = _one_or_many(promise.by)
    return yaml_value(value)
