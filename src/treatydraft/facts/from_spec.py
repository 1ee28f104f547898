"""A spec → the facts that a text drafted from it states, under the fields of those of a document."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from treatydraft.facts.vocabulary import Vocabulary
from treatydraft.spec.dates import PartialDate
from treatydraft.spec.durations import Duration, Period
from treatydraft.spec.money import Money

if TYPE_CHECKING:
    from treatydraft.spec import Spec

# The fields of every spec that a text states in so many words. Dots lead to members, and through lists.
STATED: Final = (
    "instrument.register",
    "term.length",
    "term.from",
    "term.until",
    "term.indefinite",
    "term.extension.by",
    "term.extension.period",
    "term.extension.notice",
    "entry_into_force.on",
    "entry_into_force.date",
    "entry_into_force.after",
    "entry_into_force.provisional.from",
    "entry_into_force.provisional.date",
    "termination.notice",
    "termination.from",
    "amendment.by",
    "disputes.by",
    "disputes.third_party",
    "registration.with",
    "registration.within",
    "review.every",
    "review.first_within",
    "review.from",
    "review.level",
    "languages.done_in",
    "languages.prevailing",
)


def facts_of_spec(spec: "Spec", vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """The values of each field that a draft of the spec states; a field that it leaves out is not there."""
    found = {field: values for field in STATED if (values := _values(spec, field))}
    found |= {field: values for field, values in _special(spec) if values}
    for record in vocabulary.readings:
        paths = (f"{record.field}.{field.name}" for field in record.fields)
        found |= {path: values for path in paths if (values := _values(spec, path))}
    if areas := _values(spec, vocabulary.area_field):
        found[vocabulary.area_field] = areas
    return found


def _special(spec: "Spec") -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands in a spec in another shape than in its facts."""
    signed_on, signed_at = spec.signed_on, spec.signed_at
    yield "instrument.signed.date", (signed_on.isoformat(),) if signed_on else ()
    yield "instrument.signed.place", (signed_at,) if signed_at else ()
    signatories = [signatory for party in spec.parties for signatory in party.signatories]
    yield "parties.signatory", _distinct(one.name for one in signatories if one.name)
    yield "parties.office", _distinct(one.office for one in signatories if one.office)
    diplomatic = spec.termination is not None and spec.termination.channel == "diplomatic"
    yield "termination.channel", ("diplomatic",) if diplomatic else ()
    yield "languages.authentic", _authentic(spec)
    yield "money.amount", _distinct(map(_text, _sums(spec)))
    yield "references.title", _distinct(reference.title for reference in spec.references)


def _authentic(spec: "Spec") -> tuple[str, ...]:
    """Texts that are made later are authentic as well, where the text says so of any."""
    languages = spec.languages
    if languages is None or not languages.authentic:
        return ()
    return _distinct((*languages.authentic, *languages.later))


def _sums(part: object) -> Iterator[Money]:
    if isinstance(part, Money):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _sums(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from _sums(one)


def _values(part: object, path: str) -> tuple[str, ...]:
    return _distinct(filter(None, map(_text, _reached(part, path.split(".")))))


def _reached(part: object, path: list[str]) -> Iterator[object]:
    if isinstance(part, tuple):
        for one in part:
            yield from _reached(one, path)
    elif not path:
        yield part
    elif isinstance(part, BaseModel):
        for name, info in type(part).model_fields.items():
            if path[0] in (name, info.alias):
                yield from _reached(getattr(part, name), path[1:])


def _text(value: object) -> str:
    """A value as facts write it; empty where there is none, or where it has parts of its own."""
    match value:
        case bool():
            return "true" if value else ""
        case Money(currency=currency, amount=amount):
            return f"{currency} {amount.normalize():f}"
        case str() | Duration() | Period() | PartialDate():
            return str(value)
        case dt.date():
            return value.isoformat()
        case _:
            return ""


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
