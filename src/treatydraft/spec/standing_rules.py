"""What a text says that its register cannot carry: a political text promises nothing in law."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from treatydraft.spec.model import Spec
from treatydraft.spec.pointers import Location
from treatydraft.spec.problems import Fault, FieldPath
from treatydraft.spec.shapes import STRENGTH, Part
from treatydraft.spec.walking import children, is_whole, walk
from treatydraft.spec.words import Register

Rule: TypeAlias = Callable[[Spec], Iterator[Fault]]

_POLITICAL_STRENGTHS: Final = ("will", "intends", "policy", "may")
_JUDGING: Final = frozenset({"arbitration", "judicial-settlement"})
_OR_BINDING: Final = "or make the register binding"


def political_text_does_not_oblige(spec: Spec) -> Iterator[Fault]:
    """No part of a political text says “shall”; what stands in an annex goes by the annex's register."""
    for path, part, register in _registers(spec, (), spec.instrument.register, spec):
        for name, field in type(part).model_fields.items():
            if register == "political" and STRENGTH in field.metadata and getattr(part, name) == "shall":
                where = "this annex" if register != spec.instrument.register else "this instrument"
                message = f"“shall” binds in law, and {where} is political"
                hint = "write will or intends, as far as the parties have decided"
                at = (*path, field.alias or name)
                yield Fault(at, "contradiction", message, "shall", _POLITICAL_STRENGTHS, hint)


def annex_binds_no_more_than_its_instrument(spec: Spec) -> Iterator[Fault]:
    """A political instrument has no binding annex."""
    for place, annex in enumerate(spec.annexes):
        if annex.register == "binding" and spec.instrument.register == "political":
            message = "an annex cannot bind in law where its instrument does not"
            path = ("annexes", place, "register")
            yield Fault(
                path, "contradiction", message, "binding", ("political",), f"write political, {_OR_BINDING}"
            )


def political_text_is_no_treaty(spec: Spec) -> Iterator[Fault]:
    """A political text has no registration, no depositary and no provisional application."""
    if spec.instrument.register != "political":
        return
    if spec.registration:
        yield _of_treaties(("registration",), "a political instrument is not registered")
    if spec.depositary:
        yield _of_treaties(("depositary",), "a political instrument has no depositary")
    if spec.entry_into_force and spec.entry_into_force.provisional:
        message = "a political instrument is not applied provisionally: it applies when the parties say so"
        yield _of_treaties(("entry_into_force", "provisional"), message)


def political_disputes_are_not_judged(spec: Spec) -> Iterator[Fault]:
    """No court or tribunal settles what creates no obligations in law."""
    if spec.instrument.register != "political" or not spec.disputes:
        return
    for place, means in enumerate(spec.disputes.by):
        if means in _JUDGING:
            message = f"{means} decides on rights and obligations in law, and a political instrument has none"
            allowed = ("consultation", "negotiation")
            hint = f"name another means, {_OR_BINDING}"
            yield Fault(("disputes", "by", place), "contradiction", message, means, allowed, hint)
    if spec.disputes.third_party not in (None, "excluded"):
        message = "no tribunal decides on a political instrument"
        yield _of_treaties(("disputes", "third_party"), message)


def standing_agrees(spec: Spec) -> Iterator[Fault]:
    """A political text creates no obligations in law; a binding one creates some."""
    political, status = spec.instrument.register == "political", spec.legal_status
    if status and status.creates_obligations is not None and status.creates_obligations == political:
        verb = "creates no" if political else "creates"
        message = f"a {spec.instrument.register} instrument {verb} obligations in law"
        yield Fault(
            ("legal_status", "creates_obligations"), "contradiction", message, str(not political).lower()
        )
    if political and status and status.registrable:
        message = "a political instrument is not registered"
        yield Fault(("legal_status", "registrable"), "contradiction", message, "true", ("false",))
    if spec.registration and not political and status and status.registrable is False:
        yield Fault(
            ("legal_status", "registrable"), "contradiction", "registration is given all the same", "false"
        )


def annex_standing_agrees(spec: Spec) -> Iterator[Fault]:
    """An annex without obligations in law is not in the binding register."""
    for place, annex in enumerate(spec.annexes):
        if annex.status == "no-legal-obligations" and annex.register == "binding":
            message = "a binding annex creates obligations in law"
            yield Fault(
                ("annexes", place, "status"),
                "contradiction",
                message,
                annex.status,
                ("integral",),
                "make its register political, or its status integral",
            )


def annex_holds_something(spec: Spec) -> Iterator[Fault]:
    """An annex has topics or clauses, or something says that it stands in it."""
    if not is_whole(spec):  # what has a fault may stand in the annex
        return
    placed = {str(pointer) for _, pointer in walk(spec, Location)}
    for place, annex in enumerate(spec.annexes):
        names = {annex.id, "annex"} if place == 0 else {annex.id}
        if not (annex.topics or annex.clauses or names & placed):
            name = annex.id or ("annex" if place == 0 else "and the id that you give it")
            hint = f"give topics or clauses, or place something there with in: {name}"
            message = "nothing stands in this annex"
            yield Fault(("annexes", place), "incomplete", message, None, ("topics", "clauses"), hint)


STANDING_RULES: Final[tuple[Rule, ...]] = (
    political_text_does_not_oblige,
    annex_binds_no_more_than_its_instrument,
    political_text_is_no_treaty,
    political_disputes_are_not_judged,
    standing_agrees,
    annex_standing_agrees,
    annex_holds_something,
)


def _of_treaties(path: FieldPath, message: str) -> Fault:
    hint = f"delete {path[-1]}, {_OR_BINDING}"
    return Fault(path, "contradiction", message, hint=hint, at="key")


def _registers(
    value: object, path: FieldPath, register: Register, spec: Spec
) -> Iterator[tuple[FieldPath, Part, Register]]:
    """Every part of a spec with the register of the place in which it stands."""
    if isinstance(value, Part):
        register = _register_of(value, spec) or register
        yield path, value, register
    for step, below in children(value):
        yield from _registers(below, (*path, step), register, spec)


def _register_of(part: Part, spec: Spec) -> Register | None:
    """The register of the place that a part names for itself; none where it names none, or one unknown."""
    place = next((below for _, below in children(part) if isinstance(below, Location)), None)
    if place == "body":
        return spec.instrument.register
    if place == "annex":
        return spec.annexes[0].register if spec.annexes else None
    return next((annex.register for annex in spec.annexes if place and annex.id == place), None)
