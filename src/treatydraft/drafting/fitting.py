"""Whether a pack has what a spec asks for by name, all that it has not at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from treatydraft.drafting.markup import MarkupError, blocks
from treatydraft.packs import OWN_CLAUSES, Group, Pack
from treatydraft.spec import Fault, FieldPath, OwnClause, Spec, did_you_mean

RECITAL = "recital."  # begins the topics of a pack's recitals
OWN_RECITAL = "recital"  # the clause file for a recital in own words
_CODE = "not-in-the-pack"


def misfits(spec: Spec, pack: Pack) -> Iterator[Fault]:
    """Every name in the spec that means nothing in the pack."""
    for rule in _RULES:
        yield from rule(spec, pack)


def _house_style(spec: Spec, pack: Pack) -> Iterator[Fault]:
    path = ("instrument", "house_style")
    yield from _unknown(path, spec.instrument.house_style, pack.house_styles, "house style")


def _form(spec: Spec, pack: Pack) -> Iterator[Fault]:
    yield from _unknown(("instrument", "form"), spec.instrument.form, pack.forms, "form of instrument")


def _recitals(spec: Spec, pack: Pack) -> Iterator[Fault]:
    known = [topic.removeprefix(RECITAL) for topic in pack.clauses if topic.startswith(RECITAL)]
    for index, recital in enumerate(spec.recitals):
        if isinstance(recital, str):
            yield from _unknown(("recitals", index), recital, known, "recital")
        elif OWN_RECITAL not in pack.clauses:
            yield Fault(("recitals", index), _CODE, "the pack has no clause for a recital in own words")


def _annex_topics(spec: Spec, pack: Pack) -> Iterator[Fault]:
    for index, annex in enumerate(spec.annexes):
        for place, topic in enumerate(annex.topics):
            yield from _unknown(("annexes", index, "topics", place), topic, pack.clauses, "clause")


def _own_clauses(spec: Spec, pack: Pack) -> Iterator[Fault]:
    yield from _own(("clauses",), spec.clauses, _ordered(pack))
    for number, annex in enumerate(spec.annexes):
        yield from _own(("annexes", number, "clauses"), annex.clauses, annex_topics(pack, spec, number))


def _own(path: FieldPath, clauses: Sequence[OwnClause], topics: Iterable[str]) -> Iterator[Fault]:
    known = [*topics, *(clause.topic for clause in clauses)]
    for index, clause in enumerate(clauses):
        for field, topic in (("before", clause.before), ("after", clause.after)):
            if topic is not None:
                yield from _unknown((*path, index, field), topic, known, "clause")
        yield from _markup((*path, index), clause)


def _ordered(pack: Pack) -> Iterator[str]:
    for entry in pack.order:
        if isinstance(entry, Group):
            yield from (name for name in (entry.topic, *entry.topics) if name != OWN_CLAUSES)
        elif entry != OWN_CLAUSES:
            yield entry


def annex_topics(pack: Pack, spec: Spec, number: int) -> tuple[str, ...]:
    """The topics of an annex: those that it names, else for the first annex the pack's."""
    return spec.annexes[number].topics or (pack.annex_order if number == 0 else ())


def _markup(path: FieldPath, clause: OwnClause) -> Iterator[Fault]:
    try:
        blocks(clause.text)
    except MarkupError as error:
        message = f"{error} (line {error.line + 1} of the text)" if error.line else str(error)
        yield Fault((*path, "text"), "not-clause-text", message)


def _unknown(path: FieldPath, name: str, known: Iterable[str], what: str) -> Iterator[Fault]:
    names = tuple(dict.fromkeys(known))
    if name not in names:
        hint = did_you_mean(name, names)
        yield Fault(path, _CODE, f"the pack has no {what} “{name}”", name, names, hint)


_RULES: tuple[Callable[[Spec, Pack], Iterator[Fault]], ...] = (
    _house_style,
    _form,
    _recitals,
    _annex_topics,
    _own_clauses,
)
