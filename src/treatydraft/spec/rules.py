"""What must hold between the fields of a spec, one small function a rule.

A rule yields a fault for each thing that is wrong, and nothing where it cannot be sure: a partial date, for
one, is read in the way that makes it right.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final, TypeAlias

from treatydraft.spec.final_rules import FINAL_RULES
from treatydraft.spec.model import Spec
from treatydraft.spec.pointers import ActorId, Location, PartyId, Pointer, ReferenceId
from treatydraft.spec.problems import Fault, FieldPath, shown
from treatydraft.spec.sides_rules import SIDES_RULES
from treatydraft.spec.standing_rules import STANDING_RULES
from treatydraft.spec.walking import is_whole, unanswered, walk
from treatydraft.spec.wording import did_you_mean

Rule: TypeAlias = Callable[[Spec], Iterator[Fault]]


def broken_rules(spec: Spec) -> list[Fault]:
    """Everything that is wrong between the fields of a spec whose fields are each sound.

    Of a spec that lacks a part, since that has a fault of its own, the rules that need the part say nothing.
    """
    return [fault for rule in RULES for fault in _spoken(rule, spec)]


def _spoken(rule: Rule, spec: Spec) -> Iterator[Fault]:
    try:
        yield from rule(spec)
    except AttributeError:
        if is_whole(spec):
            raise


def distinct_parties(spec: Spec) -> Iterator[Fault]:
    """No party is a party twice, under whatever id."""
    seen: dict[str, str] = {}
    for place, party in enumerate(spec.parties):
        name = party.name.casefold().removeprefix("the ")
        if name in seen:
            message = f"“{shown(party.name)}” is the name of the party {seen[name]} already"
            yield Fault(("parties", place, "name"), "same-party", message, shown(party.name))
        seen.setdefault(name, party.id)


def unique_ids(spec: Spec) -> Iterator[Fault]:
    """An id names one thing of its kind."""
    actors = _ids("parties", spec.parties), _ids("actors", spec.actors)
    clauses = _ids("annexes", spec.annexes), _ids("clauses", spec.clauses), *_annex_clauses(spec)
    yield from _repeated(chain(*actors), "a party or another actor")
    yield from _repeated(_ids("references", spec.references), "a reference")
    yield from _repeated(chain(*clauses, _ids("recitals", spec.recitals)), "an annex, a clause or a recital")


def known_actors(spec: Spec) -> Iterator[Fault]:
    """Who is named as a party is one; who is named as an actor is a party or declared."""
    parties = {party.id: party.name for party in spec.parties}
    actors = parties | {actor.id: actor.name for actor in spec.actors}
    for path, pointer in walk(spec, ActorId):
        known = parties if isinstance(pointer, PartyId) else actors
        if pointer not in known:
            kind = "a party" if isinstance(pointer, PartyId) else "a party or a declared actor"
            yield _unknown(path, pointer, known, "unknown-party", kind)


def known_references(spec: Spec) -> Iterator[Fault]:
    """A reference that is pointed at is declared."""
    known = {reference.id: reference.title for reference in spec.references}
    for path, pointer in walk(spec, ReferenceId):
        if pointer not in known:
            yield _unknown(path, pointer, known, "unknown-reference", "a reference of this spec")


def known_annexes(spec: Spec) -> Iterator[Fault]:
    """What stands in an annex has an annex to stand in."""
    known = {annex.id: annex.title for annex in spec.annexes if annex.id}
    words = ["body", *(["annex"] if spec.annexes else [])]
    for path, pointer in walk(spec, Location):
        if pointer == "annex" and not spec.annexes:
            hint = "give annexes, or write body"
            yield Fault(path, "unknown-annex", "this spec has no annex", "annex", tuple(words), hint)
        elif pointer not in {*words, *known}:
            yield _unknown(
                path, pointer, {**dict.fromkeys(words, ""), **known}, "unknown-annex", "a place in this text"
            )


def needed_when_binding(spec: Spec) -> Iterator[Fault]:
    """A binding instrument leaves nothing open that would otherwise promise: above all, a strength."""
    if spec.instrument.register == "binding":
        for path in unanswered(spec):
            message = f"a binding instrument must give the field “{path[-1]}”"
            hint = (
                "say how firmly it binds: shall, will, intends, policy or may"
                if path[-1] == "strength"
                else None
            )
            yield Fault(path, "missing-field", message, hint=hint, at="parent")


def cited_before_signed(spec: Spec) -> Iterator[Fault]:
    """Nothing is cited that is dated after the signature."""
    signed = spec.signed_on
    for place, reference in enumerate(spec.references):
        if signed and reference.date and reference.date.earliest() > signed:
            message = f"{reference.date} is after the day of signature, {signed}"
            path = ("references", place, "date")
            yield Fault(path, "cited-before-made", message, str(reference.date), (f"{signed} or before",))


def described_is_not_for_signature(spec: Spec) -> Iterator[Fault]:
    """Our wording of an instrument that exists is never for signature."""
    if spec.describes and spec.instrument.status == "for-signature":
        message = "a spec that describes an instrument that exists cannot be for signature"
        yield Fault(("instrument", "status"), "not-for-signature", message, "for-signature", ("draft",))
    if spec.describes and spec.signing:
        message = "this instrument is signed, as “describes” says; there is no signing to come"
        yield Fault(("signing",), "contradiction", message, hint="delete signing, or describes", at="key")


def one_place_for_a_clause(spec: Spec) -> Iterator[Fault]:
    """An own clause stands before a topic or after one."""
    annexed = [(("annexes", place, "clauses"), annex.clauses) for place, annex in enumerate(spec.annexes)]
    for path, clauses in [(("clauses",), spec.clauses), *annexed]:
        for place, clause in enumerate(clauses):
            if clause.before and clause.after:
                message = "a clause stands before a topic or after one, not both"
                yield Fault(
                    (*path, place, "after"), "contradiction", message, hint="delete one of the two", at="key"
                )


RULES: Final[tuple[Rule, ...]] = (
    distinct_parties,
    unique_ids,
    known_actors,
    known_references,
    known_annexes,
    needed_when_binding,
    cited_before_signed,
    described_is_not_for_signature,
    one_place_for_a_clause,
    *FINAL_RULES,
    *STANDING_RULES,
    *SIDES_RULES,
)


def _ids(name: str, things: Iterable[object]) -> list[tuple[FieldPath, str]]:
    """The ids of a list, those left out left out."""
    found = [((name, place, "id"), getattr(thing, "id", None)) for place, thing in enumerate(things)]
    return [(path, identifier) for path, identifier in found if identifier]


def _annex_clauses(spec: Spec) -> Iterator[list[tuple[FieldPath, str]]]:
    for place, annex in enumerate(spec.annexes):
        yield [(("annexes", place, *path), identifier) for path, identifier in _ids("clauses", annex.clauses)]


def _repeated(ids: Iterable[tuple[FieldPath, str]], kind: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, identifier in ids:
        if identifier in seen:
            message = f"the id {identifier} is that of {kind} already"
            yield Fault(path, "duplicate-id", message, identifier, hint="give each an id of its own")
        seen.add(identifier)


def _unknown(path: FieldPath, pointer: Pointer, known: dict[str, str], code: str, kind: str) -> Fault:
    """A pointer at nothing; the name of a thing in place of its id is recognised."""
    by_name = {name.casefold().removeprefix("the "): one for one, name in known.items()}
    meant = by_name.get(pointer.casefold().removeprefix("the "))
    allowed = (*known, *pointer.also)
    hint = f"write its id: {meant}" if meant else did_you_mean(pointer, allowed)
    return Fault(path, code, f"“{shown(pointer)}” is not {kind}", shown(pointer), allowed, hint)
